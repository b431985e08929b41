"""The cost of one site, or of two sites together, for a set of findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from atlas.dataset.tables.nerve_studies import NORMAL_RESULT
from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.localisation.clue_fit import ClueFit
from atlas.reasoning.localisation.clues import ClueMatch
from atlas.reasoning.localisation.expected_deficits import HURTS_SHARE, ExpectedDeficits
from atlas.reasoning.localisation.findings import ABNORMAL, DEFICITS, PAIN, Findings
from atlas.reasoning.localisation.scoring import (
    EXPLAINED_SHARE,
    PREDICTED_SHARE,
    ScoringParameters,
    WeightedFinding,
    finding_cost,
    weigh_findings,
)
from atlas.reasoning.localisation.site_costs import SiteCosts
from atlas.reasoning.localisation.study_predictions import StudyPredictions
from atlas.reasoning.localisation.study_scoring import StudyEvidence, StudyFit
from atlas.reasoning.localisation.variant_deficits import VariantDeficits
from atlas.reasoning.nerve_studies.course import Injury

OFF_GRAPH_SHARE, OFF_GRAPH_NORMAL_SHARE = 0.5, 0.2
"""The share of every target that a site off the nerves is assumed to remove, where the target is abnormal and where it
is normal: such a cause can affect a target or leave it alone, so it neither explains a pattern nor contradicts it."""


@dataclass(frozen=True)
class Candidate:
    """One or two sites with their cost for the findings.

    total: the whole cost; lower is better. known_cost: the same without what was not examined.
    evidence_cost: the part of it that comes from findings and clues.
    explained, unexplained, contradicted: targets, clue texts, and studies with their results.
    lost_shares: target → the share that the sites remove together.
    variant: the id of the variant of the anatomy with which it explains most; empty for the usual person.
    study_fit: how the results of nerve studies fit; None without any.
    """

    sites: tuple[str, ...]
    total: float
    known_cost: float
    evidence_cost: float
    explained: tuple[str, ...]
    unexplained: tuple[str, ...]
    contradicted: tuple[str, ...]
    lost_shares: Mapping[str, float]
    variant: str = ""
    study_fit: StudyFit | None = None

    @property
    def injury(self) -> Injury | Literal[""]:
        """The injury with which the studies were compared; empty without studies or off the nerves."""
        return self.study_fit.injury if self.study_fit else ""


@dataclass(frozen=True)
class Evidence:
    """Findings, ready to be compared with sites.

    deficit_kinds: how many kinds of deficit were found.
    null_cost: the cost of the findings if no lesion explained any of them.
    clue_fits: each clue with its fit by site, reversed if denied.
    studies: the results of nerve studies; None without any.
    """

    findings: list[WeightedFinding]
    examined: set[str]
    deficit_kinds: int
    null_cost: float
    clue_fits: list[tuple[ClueMatch, Mapping[str, float]]]
    studies: StudyEvidence | None = None


@dataclass
class _Verdicts:
    """What a candidate explains, leaves over and contradicts; entries may repeat."""

    explained: list[str] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)
    contradicted: list[str] = field(default_factory=list)


class SiteScorer:
    """Scores the sites of one anatomy.

    off_graph: the sites off the nerves. spared_kinds: such a site → the kinds of target that it leaves alone.
    """

    def __init__(self, nerve_graph: NerveGraph, expected: ExpectedDeficits, parameters: ScoringParameters):
        self.nerve_graph, self.expected, self.parameters = nerve_graph, expected, parameters
        tables = nerve_graph.dataset
        self.sites = tables.sites
        self.clue_fit = ClueFit(self.sites, expected)
        self.costs = SiteCosts(nerve_graph, expected, parameters)
        self.off_graph = {site for site, row in self.sites.items() if not row.on}
        self.predictions = StudyPredictions(nerve_graph)
        self.spared_kinds = {site: frozenset(row.spares) for site, row in tables.reach.items()}

    def evidence(self, findings: Findings, clues: list[ClueMatch]) -> Evidence:
        """Weigh findings and look up the fit of clues."""
        softened_kinds = {kind for clue in clues for kind in clue.row.softens if not clue.denied}
        expected, parameters = self.expected, self.parameters
        weighed = weigh_findings(
            findings, expected.profile, expected.autonomous, softened_kinds, self.nerve_graph.kinds, parameters
        )
        studies = StudyEvidence(findings, self.predictions, expected.by_site) if findings.studies else None
        null_cost = sum(f.weight * finding_cost(f.sign, 0.0, f.required_share, parameters) for f in weighed)
        return Evidence(
            findings=weighed,
            examined=findings.examined(),
            deficit_kinds=len({sign for sign, _ in findings.signs if sign in DEFICITS}),
            null_cost=null_cost + (studies.null_cost if studies else 0.0),
            clue_fits=[(clue, self._fits(clue)) for clue in clues],
            studies=studies,
        )

    def _fits(self, clue: ClueMatch) -> Mapping[str, float]:
        fits = self.clue_fit.of(clue.row)
        if not clue.denied:
            return fits
        weight, limit = self.parameters.clue_weight[clue.row.strength], self.parameters.denied_clue_limit
        factor = min(self.parameters.denied_clue_factor, limit / weight) if weight else 0.0
        return {site: -fit * factor for site, fit in fits.items()}

    def score(
        self,
        sites: tuple[str, ...],
        lost_shares: Mapping[str, float],
        evidence: Evidence,
        variant: VariantDeficits | None = None,
    ) -> Candidate:
        """Score sites that together remove `lost_shares` (target → share), in the usual person or one with a variant.

        Where there is no finding, only a circumstance, losses that nobody mentions cost nothing.
        """
        verdicts = _Verdicts()
        evidence_cost = self._compare_findings(sites, lost_shares, evidence, verdicts)
        evidence_cost += self._compare_clues(sites, evidence, verdicts)
        study_fit = self._compare_studies(sites, evidence, verdicts)
        assumed = variant.cost if variant else 0.0
        if study_fit:
            evidence_cost, assumed = evidence_cost + study_fit.cost, assumed + study_fit.injury_cost
        known_cost = evidence_cost + self.costs.of(sites, evidence.deficit_kinds) + assumed
        predicted = {sites[0]: self.costs.predicted(lost_shares)} if variant else self.costs.predicted_loss
        unexamined = (
            self.costs.unexamined(sites, lost_shares, evidence.examined, predicted) if evidence.findings else 0.0
        )
        return Candidate(
            sites=sites,
            total=known_cost + unexamined,
            known_cost=known_cost,
            evidence_cost=evidence_cost,
            explained=tuple(dict.fromkeys(verdicts.explained)),
            unexplained=tuple(dict.fromkeys(verdicts.unexplained)),
            contradicted=tuple(dict.fromkeys(verdicts.contradicted)),
            lost_shares=lost_shares,
            variant=variant.id if variant else "",
            study_fit=study_fit,
        )

    def _compare_findings(
        self, sites: tuple[str, ...], lost_shares: Mapping[str, float], evidence: Evidence, verdicts: _Verdicts
    ) -> float:
        """The cost of the findings; adds their targets to the verdicts."""
        off_graph, total = sites[0] in self.off_graph, 0.0
        for finding in evidence.findings:
            is_abnormal = finding.sign in ABNORMAL
            if off_graph:
                share, required, weight = self._off_graph_share(sites[0], finding), 1.0, finding.weight_off_graph
            else:
                share = self._share(sites, lost_shares, finding)
                required, weight = finding.required_share, finding.weight
            autonomous = finding.is_autonomous and sites[0] in self.expected.below_roots
            total += weight * finding_cost(finding.sign, share, required, self.parameters, autonomous)
            if is_abnormal:
                (verdicts.explained if share >= EXPLAINED_SHARE else verdicts.unexplained).append(finding.target)
            elif share >= PREDICTED_SHARE and not off_graph:
                verdicts.contradicted.append(finding.target)
        return total

    def _compare_clues(self, sites: tuple[str, ...], evidence: Evidence, verdicts: _Verdicts) -> float:
        """The cost of the clues; adds their texts to the verdicts. Of two sites the better fit counts."""
        off_graph, total = sites[0] in self.off_graph, 0.0
        for clue, fits in evidence.clue_fits:
            fit = max((fits.get(site, 0.0) for site in sites), key=abs)
            total -= fit * self.parameters.clue_weight[clue.row.strength]
            if not (off_graph or clue.adds_to_findings):
                continue
            if fit >= EXPLAINED_SHARE:
                verdicts.explained.append(clue.text)
            elif fit <= -EXPLAINED_SHARE and not clue.denied:
                verdicts.contradicted.append(clue.text)
        return total

    def _compare_studies(self, sites: tuple[str, ...], evidence: Evidence, verdicts: _Verdicts) -> StudyFit | None:
        """How the results of nerve studies fit; adds them to the verdicts. Normal results that fit are in no list."""
        studies = evidence.studies
        if studies is None:
            return None
        if sites[0] in self.off_graph:
            spared = self.spared_kinds.get(sites[0], frozenset())
            fit = studies.fit_off(OFF_GRAPH_SHARE, OFF_GRAPH_NORMAL_SHARE, spared)
        else:
            fit = studies.fit(sites)
        for (study, result), fits in zip(studies.results, fit.verdicts, strict=True):
            if result == NORMAL_RESULT:
                verdicts.contradicted += [f"{study} {result}"] if fits is False else []
            elif fits is not None:
                (verdicts.explained if fits else verdicts.unexplained).append(f"{study} {result}")
        return fit

    def _share(self, sites: tuple[str, ...], lost_shares: Mapping[str, float], finding: WeightedFinding) -> float:
        """The share of a target that sites on the nerves can explain, or that is expected where it is normal."""
        share = lost_shares.get(finding.target, 0.0)
        if finding.sign not in ABNORMAL:
            return share * self.costs.expected_part(sites)
        further = sum(self.expected.further.get(site, {}).get(finding.target, 0.0) for site in sites)
        if finding.sign == PAIN and any(finding.target in self.expected.hurts.get(site, ()) for site in sites):
            further += HURTS_SHARE
        return min(1.0, share + further)

    def _off_graph_share(self, site: str, finding: WeightedFinding) -> float:
        """The share that a site off the nerves takes. Where it is known where it hurts, it explains pain only there."""
        if finding.sign == PAIN and (hurts := self.expected.hurts.get(site)):
            return OFF_GRAPH_SHARE + HURTS_SHARE if finding.target in hurts else 0.0
        if self.nerve_graph.kinds[finding.target] in self.spared_kinds.get(site, ()):
            return 0.0
        return OFF_GRAPH_SHARE if finding.sign in ABNORMAL else OFF_GRAPH_NORMAL_SHARE
