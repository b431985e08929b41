"""The cost of one site, or of two sites together, for a set of findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log2

from atlas.dataset.tables.clinical import Site
from atlas.dataset.typed_tables import typed_tables
from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.localisation.clue_fit import ClueFit
from atlas.reasoning.localisation.clues import ClueMatch
from atlas.reasoning.localisation.expected_deficits import ExpectedDeficits
from atlas.reasoning.localisation.findings import ABNORMAL, Findings
from atlas.reasoning.localisation.scoring import (
    EXPLAINED_SHARE,
    PREDICTED_SHARE,
    ScoringParameters,
    WeightedFinding,
    finding_cost,
    weigh_findings,
)

OFF_GRAPH_SHARE = 0.5
"""The share of every target that a site off the nerves is assumed to remove: it neither explains a pattern nor
contradicts it."""
PATCHY_PLACES = 3
"""A site of this many places or more is patchy: its lesions are seldom complete."""


@dataclass(frozen=True)
class Candidate:
    """One or two sites with their cost for the findings.

    total: the whole cost; lower is better.
    evidence_cost: the part of it that comes from findings and clues.
    explained, unexplained, contradicted: targets and clue texts.
    lost_shares: target → the share that the sites remove together.
    """

    sites: tuple[str, ...]
    total: float
    evidence_cost: float
    explained: tuple[str, ...]
    unexplained: tuple[str, ...]
    contradicted: tuple[str, ...]
    lost_shares: Mapping[str, float]


@dataclass(frozen=True)
class Evidence:
    """Findings, ready to be compared with sites. `clue_fits`: each clue with its fit by site, reversed if denied."""

    findings: list[WeightedFinding]
    examined: set[str]
    clue_fits: list[tuple[ClueMatch, Mapping[str, float]]]


class SiteScorer:
    """Scores the sites of one anatomy.

    off_graph: the sites off the nerves. patchy: the sites whose lesions are seldom complete.
    base_cost: site → its cost whatever is found.
    predicted_loss: site → the sum of all losses that it predicts, by the weight of each target.
    """

    def __init__(self, nerve_graph: NerveGraph, expected: ExpectedDeficits, parameters: ScoringParameters):
        self.nerve_graph, self.expected, self.parameters = nerve_graph, expected, parameters
        tables = typed_tables(nerve_graph.dataset)
        self.sites = tables.sites
        self.clue_fit = ClueFit(self.sites, expected)
        self.off_graph = {site for site, row in self.sites.items() if not row.on}
        self.patchy = {
            site for site, row in self.sites.items() if row.standing == "several" and len(row.on) >= PATCHY_PLACES
        }
        frequencies = {site: row.often for site, row in tables.occurrences.items()}
        self.base_cost = {site: self._base_cost(row, frequencies.get(site, "")) for site, row in self.sites.items()}
        self.predicted_loss = {
            site: sum(share * expected.target_weight[target] for target, share in shares.items())
            for site, shares in expected.by_site.items()
        }

    def _base_cost(self, row: Site, frequency: str) -> float:
        doublings = log2(len(row.on)) if row.standing == "several" else 0.0
        return self.parameters.rarity_cost[frequency] + self.parameters.multifocal_cost * doublings

    def evidence(self, findings: Findings, clues: list[ClueMatch]) -> Evidence:
        """Weigh findings and look up the fit of clues."""
        softened_kinds = {kind for clue in clues for kind in clue.row.softens if not clue.denied}
        return Evidence(
            findings=weigh_findings(
                findings, self.expected.profile, softened_kinds, self.nerve_graph.kinds, self.parameters
            ),
            examined=findings.examined(),
            clue_fits=[(clue, self._fits(clue)) for clue in clues],
        )

    def _fits(self, clue: ClueMatch) -> Mapping[str, float]:
        fits = self.clue_fit.of(clue.row)
        return {s: -fit * self.parameters.denied_clue_factor for s, fit in fits.items()} if clue.denied else fits

    def score(self, sites: tuple[str, ...], lost_shares: Mapping[str, float], evidence: Evidence) -> Candidate:
        """Score sites that together remove `lost_shares` (target → share)."""
        parameters = self.parameters
        off_graph, patchy = sites[0] in self.off_graph, not self.patchy.isdisjoint(sites)
        explained: list[str] = []
        unexplained: list[str] = []
        contradicted: list[str] = []
        costs: list[float] = []
        for finding in evidence.findings:
            share = OFF_GRAPH_SHARE if off_graph else lost_shares.get(finding.target, 0.0)
            if patchy and finding.sign not in ABNORMAL:
                share *= parameters.patchy_factor
            required = 1.0 if off_graph else finding.required_share
            costs.append(finding.weight * finding_cost(finding.sign, share, required, parameters))
            if finding.sign in ABNORMAL:
                (explained if share >= EXPLAINED_SHARE and not off_graph else unexplained).append(finding.target)
            elif share >= PREDICTED_SHARE and not off_graph:
                contradicted.append(finding.target)
        for clue, fits in evidence.clue_fits:
            fit = max((fits.get(site, 0.0) for site in sites), key=abs)
            costs.append(-fit * parameters.clue_weight[clue.row.strength])
            if fit >= EXPLAINED_SHARE:
                explained.append(clue.text)
            elif fit <= -EXPLAINED_SHARE and not clue.denied:
                contradicted.append(clue.text)
        evidence_cost = sum(costs)
        return Candidate(
            sites=sites,
            total=evidence_cost + self._unexamined_cost(sites, lost_shares, evidence.examined, patchy),
            evidence_cost=evidence_cost,
            explained=tuple(dict.fromkeys(explained)),
            unexplained=tuple(dict.fromkeys(unexplained)),
            contradicted=tuple(dict.fromkeys(contradicted)),
            lost_shares=lost_shares,
        )

    def _unexamined_cost(
        self, sites: tuple[str, ...], lost_shares: Mapping[str, float], examined: set[str], patchy: bool
    ) -> float:
        """The cost of losses that were not examined, of each site, and of a second lesion."""
        parameters = self.parameters
        examined_loss = sum(lost_shares.get(target, 0.0) * self.expected.target_weight[target] for target in examined)
        unexamined_loss = sum(self.predicted_loss.get(site, 0.0) for site in sites) - examined_loss
        cost = parameters.unexamined_loss_cost * max(0.0, unexamined_loss)
        cost *= parameters.patchy_factor if patchy else 1.0
        cost += sum(self.base_cost[site] for site in sites)
        return cost + parameters.second_lesion_cost * (len(sites) - 1)
