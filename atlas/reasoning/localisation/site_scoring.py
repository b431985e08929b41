"""The cost of one site, or of two sites together, for a set of findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log, log2

from atlas.dataset.tables.clinical import Site
from atlas.graph.nerve_graph import NerveGraph
from atlas.graph.severity import share_of_fibres, usual_severity
from atlas.reasoning.localisation.clue_fit import ClueFit
from atlas.reasoning.localisation.clues import ClueMatch
from atlas.reasoning.localisation.expected_deficits import ExpectedDeficits
from atlas.reasoning.localisation.findings import ABNORMAL, DEFICITS, Findings
from atlas.reasoning.localisation.scoring import (
    EXPLAINED_SHARE,
    PREDICTED_SHARE,
    ScoringParameters,
    WeightedFinding,
    finding_cost,
    weigh_findings,
)

OFF_GRAPH_SHARE, OFF_GRAPH_NORMAL_SHARE = 0.5, 0.2
"""The share of every target that a site off the nerves is assumed to remove, where the target is abnormal and where it is
normal: such a cause can affect a target or leave it alone, so it neither explains a pattern nor contradicts it."""
PATCHY_PLACES = 3
"""A site of this many places or more is patchy: its lesions are seldom complete."""


@dataclass(frozen=True)
class Candidate:
    """One or two sites with their cost for the findings.

    total: the whole cost; lower is better. known_cost: the same without what was not examined.
    evidence_cost: the part of it that comes from findings and clues.
    explained, unexplained, contradicted: targets and clue texts.
    lost_shares: target → the share that the sites remove together.
    """

    sites: tuple[str, ...]
    total: float
    known_cost: float
    evidence_cost: float
    explained: tuple[str, ...]
    unexplained: tuple[str, ...]
    contradicted: tuple[str, ...]
    lost_shares: Mapping[str, float]


@dataclass(frozen=True)
class Evidence:
    """Findings, ready to be compared with sites.

    null_cost: the cost of the findings if no lesion explained any of them.
    clue_fits: each clue with its fit by site, reversed if denied.
    """

    findings: list[WeightedFinding]
    examined: set[str]
    deficit_kinds: int
    null_cost: float
    clue_fits: list[tuple[ClueMatch, Mapping[str, float]]]


class SiteScorer:
    """Scores the sites of one anatomy.

    off_graph: the sites off the nerves. spared_kinds: such a site → the kinds of target that it leaves alone.
    expected_factor: site → the part of its loss that is expected and counts against it where it is not found. It is less
    than 1 for patchy sites and for sites whose usual lesion is not complete.
    base_cost: site → its cost whatever is found.
    deficit_cost: site → its cost for each kind of deficit found: one whose usual lesion takes little, such as one that
    comes and goes, seldom leaves a deficit.
    predicted_loss: site → the sum of all losses that it predicts, by the weight of each target.
    """

    def __init__(self, nerve_graph: NerveGraph, expected: ExpectedDeficits, parameters: ScoringParameters):
        self.nerve_graph, self.expected, self.parameters = nerve_graph, expected, parameters
        tables = nerve_graph.dataset
        self.sites = tables.sites
        self.clue_fit = ClueFit(self.sites, expected)
        self.off_graph = {site for site, row in self.sites.items() if not row.on}
        self.spared_kinds = {site: frozenset(row.spares) for site, row in tables.reach.items()}
        self.expected_factor = {site: self._expected_factor(row) for site, row in self.sites.items()}
        frequencies = {site: row.often for site, row in tables.occurrences.items()}
        self.deficit_cost = {site: -log(self._usual_share(row)) for site, row in self.sites.items()}
        self.base_cost = {site: self._base_cost(row, frequencies.get(site, "")) for site, row in self.sites.items()}
        self.predicted_loss = {
            site: sum(share * expected.target_weight[target] for target, share in shares.items())
            for site, shares in expected.by_site.items()
        }

    def _usual_share(self, row: Site) -> float:
        return share_of_fibres(self.nerve_graph, usual_severity(self.nerve_graph, row.id))

    def _expected_factor(self, row: Site) -> float:
        is_patchy = row.standing == "several" and len(row.on) >= PATCHY_PLACES
        return self._usual_share(row) * (self.parameters.patchy_factor if is_patchy else 1.0)

    def _base_cost(self, row: Site, frequency: str) -> float:
        doublings = log2(len(row.on)) if row.standing == "several" else 0.0
        return self.parameters.rarity_cost[frequency] + self.parameters.multifocal_cost * doublings

    def evidence(self, findings: Findings, clues: list[ClueMatch]) -> Evidence:
        """Weigh findings and look up the fit of clues."""
        softened_kinds = {kind for clue in clues for kind in clue.row.softens if not clue.denied}
        expected, parameters = self.expected, self.parameters
        weighed = weigh_findings(
            findings, expected.profile, expected.autonomous, softened_kinds, self.nerve_graph.kinds, parameters
        )
        return Evidence(
            findings=weighed,
            deficit_kinds=len({sign for sign, _ in findings.signs if sign in DEFICITS}),
            null_cost=sum(f.weight * finding_cost(f.sign, 0.0, f.required_share, parameters) for f in weighed),
            examined=findings.examined(),
            clue_fits=[(clue, self._fits(clue)) for clue in clues],
        )

    def _fits(self, clue: ClueMatch) -> Mapping[str, float]:
        fits = self.clue_fit.of(clue.row)
        if not clue.denied:
            return fits
        weight, limit = self.parameters.clue_weight[clue.row.strength], self.parameters.denied_clue_limit
        factor = min(self.parameters.denied_clue_factor, limit / weight) if weight else 0.0
        return {site: -fit * factor for site, fit in fits.items()}

    def score(self, sites: tuple[str, ...], lost_shares: Mapping[str, float], evidence: Evidence) -> Candidate:
        """Score sites that together remove `lost_shares` (target → share)."""
        parameters = self.parameters
        off_graph, factor = sites[0] in self.off_graph, min(self.expected_factor[site] for site in sites)
        explained: list[str] = []
        unexplained: list[str] = []
        contradicted: list[str] = []
        costs: list[float] = []
        for finding in evidence.findings:
            is_abnormal = finding.sign in ABNORMAL
            if off_graph:
                share, required, weight = self._off_graph_share(sites[0], finding), 1.0, finding.weight_off_graph
            else:
                share = lost_shares.get(finding.target, 0.0)
                if is_abnormal:
                    further = sum(self.expected.further.get(site, {}).get(finding.target, 0.0) for site in sites)
                    share = min(1.0, share + further)
                else:
                    share *= factor
                required, weight = finding.required_share, finding.weight
            autonomous = finding.is_autonomous and sites[0] in self.expected.below_roots
            costs.append(weight * finding_cost(finding.sign, share, required, parameters, autonomous))
            if is_abnormal:
                (explained if share >= EXPLAINED_SHARE and not off_graph else unexplained).append(finding.target)
            elif share >= PREDICTED_SHARE and not off_graph:
                contradicted.append(finding.target)
        for clue, fits in evidence.clue_fits:
            fit = max((fits.get(site, 0.0) for site in sites), key=abs)
            costs.append(-fit * parameters.clue_weight[clue.row.strength])
            if not (off_graph or clue.adds_to_findings):
                continue
            if fit >= EXPLAINED_SHARE:
                explained.append(clue.text)
            elif fit <= -EXPLAINED_SHARE and not clue.denied:
                contradicted.append(clue.text)
        evidence_cost = sum(costs)
        known_cost = evidence_cost + self._site_cost(sites, evidence)
        return Candidate(
            sites=sites,
            total=known_cost + self._unexamined_cost(sites, lost_shares, evidence) * factor,
            known_cost=known_cost,
            evidence_cost=evidence_cost,
            explained=tuple(dict.fromkeys(explained)),
            unexplained=tuple(dict.fromkeys(unexplained)),
            contradicted=tuple(dict.fromkeys(contradicted)),
            lost_shares=lost_shares,
        )

    def _off_graph_share(self, site: str, finding: WeightedFinding) -> float:
        if self.nerve_graph.kinds[finding.target] in self.spared_kinds.get(site, ()):
            return 0.0
        return OFF_GRAPH_SHARE if finding.sign in ABNORMAL else OFF_GRAPH_NORMAL_SHARE

    def _site_cost(self, sites: tuple[str, ...], evidence: Evidence) -> float:
        """The cost of each site, of a lasting deficit there, and of a second lesion."""
        cost = sum(self.base_cost[site] + self.deficit_cost[site] * evidence.deficit_kinds for site in sites)
        return cost + self.parameters.second_lesion_cost * (len(sites) - 1)

    def _unexamined_cost(
        self, sites: tuple[str, ...], lost_shares: Mapping[str, float], evidence: Evidence
    ) -> float:
        """The cost of losses that were not examined; none where only a circumstance is told and no finding at all."""
        if not evidence.findings:
            return 0.0
        weight = self.expected.target_weight
        examined_loss = sum(lost_shares.get(target, 0.0) * weight[target] for target in evidence.examined)
        unexamined_loss = sum(self.predicted_loss.get(site, 0.0) for site in sites) - examined_loss
        return self.parameters.unexamined_loss_cost * max(0.0, unexamined_loss)
