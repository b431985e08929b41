"""When regrown axons can reach a muscle: the way from the lesion along the drawn nerves, at the speed of regrowth."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from atlas.graph.nerve_graph import NerveGraph

NEVER = 10**6
"""A day that does not come: the way is not known."""


class Regrowth:
    """Ways along the nerves of one anatomy."""

    def __init__(self, nerve_graph: NerveGraph) -> None:
        self.nerve_graph, self._lengths = nerve_graph, nerve_graph.dataset.nerve_lengths
        self._ways: dict[tuple[str, tuple[str, ...]], int | None] = {}

    def way(self, muscle: str, on: Iterable[str]) -> int | None:
        """Millimetres from the start of the lesion to the middle of the nearest branch below it that serves the muscle.

        None where the drawn nerves have no such way.
        """
        key = muscle, tuple(on)
        if key not in self._ways:
            self._ways[key] = self._measured(*key)
        return self._ways[key]

    def _measured(self, muscle: str, on: tuple[str, ...]) -> int | None:
        ways = []
        for node in on:
            below = self.nerve_graph.conduction.distal_to((node,))
            for edge in self.nerve_graph.innervation_by_target.get(muscle, ()):
                start, branch = self._lengths.get(node), self._lengths.get(edge.branch)
                if edge.main and edge.branch in below and start is not None and branch is not None:
                    ways.append(max(0, branch.start_mm + branch.length_mm // 2 - start.start_mm))
        return min(ways, default=None)

    def day(self, muscle: str, on: Iterable[str], speed: float) -> int:
        """The first day on which regrown axons can reach the muscle. `speed` is in millimetres a day."""
        way = self.way(muscle, on)
        return NEVER if way is None or not speed else ceil(way / speed)

    def day_to_segment(self, segment: str, on: Iterable[str], speed: float) -> int:
        """The first day on which regrown axons can reach the end of a segment. `speed` is in millimetres a day."""
        end, ways = self._lengths.get(segment), []
        for node in on:
            start = self._lengths.get(node)
            if start and end and segment in self.nerve_graph.conduction.distal_to((node,)):
                ways.append(max(0, end.start_mm + end.length_mm - start.start_mm))
        return ceil(min(ways) / speed) if ways and speed else NEVER
