"""The electrodes of a study: the nerve between them, how far they are apart, and where figures show them."""

from __future__ import annotations

from dataclasses import dataclass

from atlas.dataset.dataset import Dataset
from atlas.dataset.tables.nerve_studies import Study, StudyPoint
from atlas.graph.nerve_graph import NerveGraph
from atlas.graph.public_graph import path as shortest_path

RECORDING = 0
"""The number of the recording electrode; the stimuli are numbered from 1, distal first."""
_IN_TIME = ("onset_latency", "peak_latency", "minimal_latency", "velocity")
"""The quantities that place the drawn response in time."""


@dataclass(frozen=True)
class Mark:
    """An electrode in a figure: x and y in the units of that view, and how much its skin faces the viewer."""

    view: str
    x: float
    y: float
    facing: float


def stimuli(dataset: Dataset, study: str) -> list[StudyPoint]:
    """The places where a study stimulates, distal first."""
    return [point for point in dataset.study_points.values() if point.study == study]


def path(nerve_graph: NerveGraph, row: Study, root: str) -> list[str]:
    """The nodes that the impulse runs through, proximal first: to the muscle, or along the sensory nerve.

    root: the one from which the way to a muscle starts.
    """
    if row.segments:
        return list(reversed(row.segments))
    way = list(shortest_path(nerve_graph, root, row.muscle, next(iter(nerve_graph.dataset.dermatome_maps), "")))
    firsts = [way.index(point.first) for point in stimuli(nerve_graph.dataset, row.id) if point.first in way]
    return way[min(firsts) :] if firsts and row.kind == "motor" else way


def distance_mm(dataset: Dataset, point: StudyPoint) -> int:
    """Millimetres from a stimulus to the recording: as read, else from the nearest stimulus along the drawn nerve.

    0 where neither is known.
    """
    nearest = stimuli(dataset, point.study)[0]
    if point.distance_mm or nearest.distance_mm is None:
        return point.distance_mm or 0
    here, there = along_mm(dataset, point.on, point.at_mm), along_mm(dataset, nearest.on, nearest.at_mm)
    return 0 if here is None or there is None else nearest.distance_mm + max(0, there - here)


def along_mm(dataset: Dataset, on: str, at_mm: int | None) -> int | None:
    """How far from the spinal cord a place on a segment lies along the drawn nerves; None on anything else."""
    length = dataset.nerve_lengths.get(on)
    return None if length is None or at_mm is None else length.start_mm + at_mm


def marks(dataset: Dataset, study: str) -> dict[int, list[Mark]]:
    """The marks of a study by the number of the electrode; an electrode that no figure shows has none."""
    found: dict[int, list[Mark]] = {
        number: [] for number in (RECORDING, *(point.order for point in stimuli(dataset, study)))
    }
    for row in dataset.electrode_views.values():
        if row.study == study:
            found[row.electrode].append(Mark(row.view, row.x, row.y, row.facing or 0.0))
    return found


def usual_times(dataset: Dataset, study: str) -> dict[str, float]:
    """What places the response in time: quantity → mean, or else the limit, of the first source that states one."""
    found: dict[str, float] = {}
    for limit in dataset.study_limits.values():
        number = next((one for one in (limit.mean, limit.high, limit.low) if one is not None), None)
        if limit.study == study and number is not None and limit.quantity in _IN_TIME:
            found.setdefault(limit.quantity, number)
    return found
