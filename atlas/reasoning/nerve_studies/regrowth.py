"""When regrown axons can arrive: the distance from the lesion along the drawn nerves, at the speed of regrowth."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from atlas.graph.nerve_graph import NerveGraph

NEVER = 10**6
"""A day that does not come: no fibre runs from the lesion to the place, or the distance is not known."""


class Regrowth:
    """Distances along the nerves of one anatomy, and the days on which regrown axons can have covered them."""

    def __init__(self, nerve_graph: NerveGraph) -> None:
        self.nerve_graph, self._lengths = nerve_graph, nerve_graph.dataset.nerve_lengths
        self._to_muscle: dict[tuple[str, tuple[str, ...]], int | None] = {}

    def to_muscle(self, muscle: str, on: Iterable[str]) -> int | None:
        """Millimetres from the start of the lesion to the middle of the nearest branch below it that serves the muscle.

        None if no such branch lies below the lesion.
        """
        key = muscle, tuple(on)
        if key not in self._to_muscle:
            edges = self.nerve_graph.innervation_by_target.get(muscle, ())
            branches = [edge.branch for edge in edges if edge.main]
            self._to_muscle[key] = self._nearest(key[1], dict.fromkeys(branches, 0.5))
        return self._to_muscle[key]

    def day_in_muscle(self, muscle: str, on: Iterable[str], speed: float) -> int:
        """The first day on which regrown axons can reach a muscle. `speed` is in millimetres a day."""
        return _day(self.to_muscle(muscle, on), speed)

    def day_in_segment(self, segment: str, on: Iterable[str], speed: float) -> int:
        """The first day on which regrown axons can reach the end of a segment. `speed` is in millimetres a day."""
        return _day(self._nearest(tuple(on), {segment: 1.0}), speed)

    def _nearest(self, on: tuple[str, ...], ends: dict[str, float]) -> int | None:
        """Millimetres from the start of a lesion to the nearest end, each a share of a segment below the lesion."""
        distances = []
        for node in on:
            below = self.nerve_graph.conduction.distal_to((node,))
            for segment, share in ends.items():
                start, length = self._lengths.get(node), self._lengths.get(segment)
                if segment in below and start and length:  # a segment that only a variant has is not measured
                    distances.append(max(0, length.start_mm + round(share * length.length_mm) - start.start_mm))
        return min(distances, default=None)


def _day(distance: int | None, speed: float) -> int:
    return NEVER if distance is None else ceil(distance / speed)
