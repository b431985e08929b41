"""The next examination: the target on which the leading candidates differ most."""

from __future__ import annotations

from typing import TypedDict

from atlas.dataset.tables.targets import Muscle, Reflex, Territory
from atlas.dataset.typed_tables import typed_tables
from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.localisation.expected_deficits import ExpectedDeficits
from atlas.reasoning.localisation.ranking import COST_DIGITS
from atlas.reasoning.localisation.site_scoring import Candidate

LEADING_COUNT = 4
LEADING_MARGIN = 4.0
"""The examination should separate the leading candidates: the first few whose cost exceeds the best by at most this."""
MIN_SEPARATION = 0.3
"""An examination that separates the candidates less than this is not suggested."""
RELIABILITY = {"muscle": 1.0, "reflex": 0.9, "territory": 0.8}
"""How far an examination of each kind can be trusted: sensation varies more than strength."""
EASE_FACTOR = {"further": 0.6, "hardly": 0.2}
"""The factor for an examination that is not simple, by the `ease` of its row."""
_TIE = 1e-9
"""A target must separate the candidates by this much more than an earlier one to be preferred."""


class Examination(TypedDict):
    """The suggested target. `expected`: key of each leading candidate → the share of the target that it removes."""

    id: str
    name: str
    kind: str
    how: str
    expected: dict[str, float]


class NextExamination:
    """Chooses examinations in one anatomy. `ease_factor`: target → factor, for those that are not simple to examine."""

    def __init__(self, nerve_graph: NerveGraph, expected: ExpectedDeficits):
        self.nerve_graph, self.expected = nerve_graph, expected
        tables = typed_tables(nerve_graph.dataset)
        self.ease_factor = {row.target: EASE_FACTOR[row.ease] for row in tables.examinations.values()}
        self._rows: dict[str, Muscle | Territory | Reflex] = {
            **tables.muscles,
            **tables.territories,
            **tables.reflexes,
        }

    def choose(self, ranked: list[Candidate], keys: list[str], examined: set[str]) -> Examination | None:
        """The examination to do next, or None when none separates the candidates. `keys`: of the ranked candidates."""
        leading = [
            (candidate, key)
            for candidate, key in zip(ranked[:LEADING_COUNT], keys, strict=False)
            if round(candidate.total - ranked[0].total, COST_DIGITS) <= LEADING_MARGIN and candidate.lost_shares
        ]
        best, best_separation = None, MIN_SEPARATION
        for target in self.expected.targets:
            if target in examined or not leading:
                continue
            separation = self._separation(target, [candidate for candidate, _ in leading])
            if separation > best_separation + _TIE:
                best, best_separation = target, separation
        if best is None:
            return None
        row = self._rows[best]
        return {
            "id": best,
            "name": row.name,
            "kind": self.nerve_graph.kinds[best],
            "how": row.test if isinstance(row, Muscle) else "",
            "expected": {key: round(candidate.lost_shares.get(best, 0.0), 2) for candidate, key in leading},
        }

    def _separation(self, target: str, leading: list[Candidate]) -> float:
        """How far the best candidate differs from the others on a target; the second counts most, then the third."""
        first, *others = (candidate.lost_shares.get(target, 0.0) for candidate in leading)
        separation = sum(abs(first - other) / place for place, other in enumerate(others, 1))
        return separation * RELIABILITY[self.nerve_graph.kinds[target]] * self.ease_factor.get(target, 1.0)
