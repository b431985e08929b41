"""What a site costs whatever it explains: how rare it is, how many places it needs, and what it takes unexamined."""

from __future__ import annotations

from collections.abc import Mapping
from math import log, log2

from atlas.dataset.tables.clinical import Site
from atlas.graph.nerve_graph import NerveGraph
from atlas.graph.severity import share_of_fibres, usual_severity
from atlas.reasoning.localisation.expected_deficits import ExpectedDeficits
from atlas.reasoning.localisation.scoring import ScoringParameters

PATCHY_PLACES = 3
"""A site of this many places or more is patchy: its lesions are seldom complete."""


class SiteCosts:
    """The costs of the sites of one anatomy.

    expected_factor: site → the part of its loss that is expected and counts against it where it is not found. It is
    less than 1 for patchy sites and for sites whose usual lesion is not complete.
    base_cost: site → its cost whatever is found.
    deficit_cost: site → its cost for each kind of deficit found: one whose usual lesion takes little, such as one that
    comes and goes, seldom leaves a deficit.
    noticed: target → its weight, if it can be examined at all: nobody misses what can hardly be examined.
    predicted_loss: site → the sum of all losses that it predicts in these, by the weight of each target.
    """

    def __init__(self, nerve_graph: NerveGraph, expected: ExpectedDeficits, parameters: ScoringParameters):
        self.nerve_graph, self.expected, self.parameters = nerve_graph, expected, parameters
        tables = nerve_graph.dataset
        sites = tables.sites
        self.expected_factor = {site: self._expected_factor(row) for site, row in sites.items()}
        self.deficit_cost = {site: -log(self._usual_share(row)) for site, row in sites.items()}
        frequencies = {site: row.often for site, row in tables.occurrences.items()}
        self.base_cost = {site: self._base_cost(row, frequencies.get(site, "")) for site, row in sites.items()}
        hardly = {target for target, row in tables.examinations.items() if row.ease == "hardly"}
        self.noticed = {target: weight for target, weight in expected.target_weight.items() if target not in hardly}
        self.predicted_loss = {site: self.predicted(shares) for site, shares in expected.by_site.items()}

    def predicted(self, shares: Mapping[str, float]) -> float:
        """The sum of losses (target → share), by the weight of each target that can be examined."""
        return sum(share * self.noticed.get(target, 0.0) for target, share in shares.items())

    def of(self, sites: tuple[str, ...], deficit_kinds: int) -> float:
        """The cost of each site, of a lasting deficit there, and of a second lesion."""
        cost = sum(self.base_cost[site] + self.deficit_cost[site] * deficit_kinds for site in sites)
        return cost + self.parameters.second_lesion_cost * (len(sites) - 1)

    def unexamined(
        self,
        sites: tuple[str, ...],
        lost_shares: Mapping[str, float],
        examined: set[str],
        predicted_loss: Mapping[str, float],
    ) -> float:
        """The cost of losses that were not examined. `predicted_loss`: of each site, in this person."""
        examined_loss = sum(lost_shares.get(target, 0.0) * self.noticed.get(target, 0.0) for target in examined)
        unexamined_loss = sum(predicted_loss.get(site, 0.0) for site in sites) - examined_loss
        return self.parameters.unexamined_loss_cost * max(0.0, unexamined_loss) * self.expected_part(sites)

    def expected_part(self, sites: tuple[str, ...]) -> float:
        """The part of the loss of these sites that counts against them where it is not found."""
        return min(self.expected_factor[site] for site in sites)

    def _usual_share(self, row: Site) -> float:
        return share_of_fibres(self.nerve_graph, usual_severity(self.nerve_graph, row.id))

    def _expected_factor(self, row: Site) -> float:
        is_patchy = row.standing == "several" and len(row.on) >= PATCHY_PLACES
        return self._usual_share(row) * (self.parameters.patchy_factor if is_patchy else 1.0)

    def _base_cost(self, row: Site, frequency: str) -> float:
        doublings = log2(len(row.on)) if row.standing == "several" else 0.0
        return self.parameters.rarity_cost[frequency] + self.parameters.multifocal_cost * doublings
