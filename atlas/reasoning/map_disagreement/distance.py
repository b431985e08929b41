"""How far sets of roots differ, from 0 (equal) to 1 (no root in common)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil

STEPS = 4
"""The number of steps of the scale of disagreement; 0 means agreement."""


def distance(first: Iterable[str], second: Iterable[str]) -> float:
    """The Jaccard distance of two sets of roots: one minus the share of all their roots that both contain.

    >>> distance({"L5"}, {"L5", "S1"}), distance({"L4"}, {"L5"}), distance((), ())
    (0.5, 1.0, 0.0)
    """
    a, b = set(first), set(second)
    union = a | b
    return 1 - len(a & b) / len(union) if union else 0.0


def degree(answers: Sequence[Iterable[str]]) -> float | None:
    """The mean distance over all pairs of answers, from 0 to 1; None for fewer than two answers.

    It is 0 only when all answers are equal, and 1 only when no two share a root.
    """
    sets = [frozenset(answer) for answer in answers]
    distances = [distance(first, second) for first, second in combinations(sets, 2)]
    return sum(distances) / len(distances) if distances else None


@dataclass(frozen=True)
class MapAgreement:
    """How many maps give an answer, how many different answers they give, and how far these differ (0 to 1).

    degree: None when fewer than two maps give an answer.
    """

    maps: int
    answers: int
    degree: float | None

    @property
    def step(self) -> int | None:
        """The degree on the scale: 0 for agreement, then 1 to STEPS.

        >>> [MapAgreement(2, 2, degree).step for degree in (0.0, 0.25, 0.26, 1.0)]
        [0, 1, 2, 4]
        """
        return None if self.degree is None else ceil(round(self.degree * STEPS, 6))


def agreement(answers: Sequence[Iterable[str]]) -> MapAgreement:
    """The agreement of answers, one for each map that gives one."""
    return MapAgreement(len(answers), len({frozenset(answer) for answer in answers}), degree(answers))
