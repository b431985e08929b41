"""Ranks candidate sites for findings: single sites first, then pairs where one site does not explain everything."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.localisation.clues import ClueMatch
from atlas.reasoning.localisation.expected_deficits import ExpectedDeficits
from atlas.reasoning.localisation.findings import Findings
from atlas.reasoning.localisation.scoring import ScoringParameters
from atlas.reasoning.localisation.site_scoring import Candidate, Evidence, SiteScorer
from atlas.reasoning.localisation.variant_deficits import VariantDeficits

PAIR_WIDTH = 6
"""Pairs are tried for this many of the best single sites, each with at most this many partners."""
COST_DIGITS = 6
"""Costs are compared to this many decimals, so that the order does not depend on floating-point rounding."""


class CandidateRanking:
    """Ranks the sites of one anatomy. `scorer` scores single sites and pairs; `variants` may explain more."""

    def __init__(
        self,
        nerve_graph: NerveGraph,
        expected: ExpectedDeficits,
        parameters: ScoringParameters,
        variants: tuple[VariantDeficits, ...] = (),
    ):
        self.nerve_graph, self.expected, self.variants = nerve_graph, expected, variants
        self.scorer = SiteScorer(nerve_graph, expected, parameters)
        self.sites = self.scorer.sites
        self._multifocal = {frozenset(row.on) for row in self.sites.values() if row.standing == "several"}

    def rank(self, findings: Findings, clues: list[ClueMatch]) -> list[Candidate]:
        """Single sites on the nerves, sites off the nerves that a clue points to, and pairs; best first.

        A candidate that explains nothing, neither a finding nor a clue, is none. A single site stands for the person in
        whom it explains the findings best: the usual one, or one with a variant. Pairs are of the usual person.
        """
        evidence = self.scorer.evidence(findings, clues)
        off_graph = {
            site for site in self.scorer.off_graph if any(fits.get(site, 0.0) > 0 for _, fits in evidence.clue_fits)
        }
        candidates = [
            self.scorer.score((site,), self.expected.of(site), evidence)
            for site in (*self.expected.by_site, *off_graph)
        ]
        candidates.sort(key=self._sort_key)
        pairs = []
        if candidates and candidates[0].unexplained and candidates[0].sites[0] not in self.scorer.off_graph:
            pairs = self._pairs(candidates, evidence)
        found = {target for _, target in findings.signs}
        variants = [variant for variant in self.variants if variant.touches & found]
        candidates = [self._best_form(candidate, variants, evidence) for candidate in candidates]
        return sorted([one for one in (*candidates, *pairs) if one.explained], key=self._sort_key)

    def _best_form(self, usual: Candidate, variants: list[VariantDeficits], evidence: Evidence) -> Candidate:
        """The candidate of a site in the person in whom it costs least; the usual person where none costs less."""
        site = usual.sites[0]
        forms = [
            self.scorer.score((site,), variant.by_site[site], evidence, variant)
            for variant in variants
            if site in variant.by_site
        ]
        return min((usual, *forms), key=lambda form: round(form.total, COST_DIGITS))

    def _sort_key(self, candidate: Candidate) -> tuple[float, int, list[int]]:
        order = self.nerve_graph.order
        return round(candidate.total, COST_DIGITS), len(candidate.sites), [order[site] for site in candidate.sites]

    def _pairs(self, candidates: list[Candidate], evidence: Evidence) -> list[Candidate]:
        pairs: dict[tuple[str, str], Candidate] = {}
        for first, second in _likely_pairs([c for c in candidates if self._is_focal(c) and c.explained]):
            a, b = sorted((first.sites[0], second.sites[0]), key=self.nerve_graph.order.__getitem__)
            if (a, b) in pairs or not self.can_pair(a, b):
                continue
            lost_shares = dict(first.lost_shares)
            for target, share in second.lost_shares.items():
                lost_shares[target] = min(1.0, lost_shares.get(target, 0.0) + share)
            pairs[a, b] = self.scorer.score((a, b), lost_shares, evidence)
        return list(pairs.values())

    def _is_focal(self, candidate: Candidate) -> bool:
        return self.sites[candidate.sites[0]].standing == "focal"

    def can_pair(self, a: str, b: str) -> bool:
        """Whether two lesions add up: neither is distal to the other, and no single site has the same places."""
        distal = self.expected.distal_nodes
        nodes_a, nodes_b = self.sites[a].on, self.sites[b].on
        if frozenset((*nodes_a, *nodes_b)) in self._multifocal:
            return False
        return not any(x in distal[y] or y in distal[x] for x in nodes_a for y in nodes_b)


def _likely_pairs(focal: list[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Each of the best single sites with the partners that explain most of what it leaves unexplained.

    A pair is useful only when each site explains something that the other one does not.
    """
    for first in focal[:PAIR_WIDTH]:
        unexplained = set(first.unexplained)
        partners = [second for second in focal if unexplained & set(second.explained)]
        partners.sort(key=lambda second: -len(unexplained & set(second.explained)))
        for second in partners[:PAIR_WIDTH]:
            if set(second.unexplained) & set(first.explained):
                yield first, second
