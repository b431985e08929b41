"""The roots whose fibres run along each stretch of a nerve, from how the courses join."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Protocol


class Course(Protocol):
    """A line of a root or segment through waypoints, from proximal to distal."""

    @property
    def of(self) -> str: ...

    @property
    def through(self) -> tuple[str, ...]: ...


@dataclass
class _Joins:
    """The stretches of all lines, where a stretch is the number of a line and that of the waypoint before it."""

    lines: Sequence[Course]
    roots: Collection[str]
    known: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict)

    def carried(self, k: int, stretch: int) -> frozenset[str]:
        """The roots in a stretch of line `k`: those of the stretch before it, and those that join between them."""
        line = self.lines[k]
        if line.of in self.roots:
            return frozenset({line.of})
        if (k, stretch) not in self.known:
            self.known[k, stretch] = frozenset()  # lines that form a circle add nothing to each other
            before = self.carried(k, stretch - 1) if stretch else frozenset()
            self.known[k, stretch] = before.union(*self._arriving(k, stretch))
        return self.known[k, stretch]

    def _arriving(self, k: int, stretch: int) -> list[frozenset[str]]:
        """The roots of the lines that end at the start of a stretch; at the start of a line also of those that pass."""
        mark = self.lines[k].through[stretch]
        found = []
        for j, line in enumerate(self.lines):
            places = [n for n, passed in enumerate(line.through) if passed == mark and n > 0]
            if j != k and places and (stretch == 0 or places[-1] == len(line.through) - 1):
                found.append(self.carried(j, places[0] - 1))
        return found


def carried_roots(lines: Sequence[Course], roots: Collection[str]) -> list[list[frozenset[str]]]:
    """For each line the roots that run along each of its stretches, from waypoint to waypoint."""
    joins = _Joins(lines, roots)
    return [[joins.carried(k, stretch) for stretch in range(len(line.through) - 1)] for k, line in enumerate(lines)]
