"""How far a clue points to each site, or away from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from atlas.dataset.tables.clinical import Clue, Combination, Site
from atlas.reasoning.localisation.expected_deficits import ExpectedDeficits
from atlas.reasoning.localisation.named_places import NamedPlace


class ClueFit:
    """The fit of clues and of combinations with sites, computed once each."""

    def __init__(self, sites: Mapping[str, Site], expected: ExpectedDeficits):
        self.sites, self.expected = sites, expected
        self._fits: dict[tuple[type, str], dict[str, float]] = {}

    def of(self, clue: Clue | Combination | NamedPlace) -> dict[str, float]:
        """Site → fit: from 1 (the clue points to the site) to -1 (it points away). Other sites are missing."""
        key = type(clue), clue.id
        if key not in self._fits:
            toward, away = self._overlap(clue.toward), self._overlap(clue.away)
            fits = {site: toward.get(site, 0.0) - away.get(site, 0.0) for site in {**toward, **away}}
            self._fits[key] = {site: fit for site, fit in fits.items() if fit}
        return self._fits[key]

    def _overlap(self, places: Iterable[str]) -> dict[str, float]:
        """Site → 1 if it is at one of the places, else the largest share that it removes of a target among them."""
        found: dict[str, float] = {}
        for site, row in self.sites.items():
            loss = self.expected.of(site)
            fit = max((1.0 if p == site or p in row.on else loss.get(p, 0.0) for p in places), default=0.0)
            if fit:
                found[site] = fit
        return found
