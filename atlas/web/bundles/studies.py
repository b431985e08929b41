"""Nerve studies: each study with its path, limits and curve, and what all are expected to show at every place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from atlas.api import Atlas
from atlas.dataset.tables.nerve_studies import Study, StudyLimit, StudyPoint
from atlas.figures.lesion_table import places
from atlas.graph.severity import Severity, usual_severity
from atlas.reasoning.nerve_studies.course import EXPECTED, INJURIES, LAST_DAY, USUAL_DAY, Course, Injury, Stage
from atlas.web.layout.evidence import dot

_DRAWN = ("onset_latency", "peak_latency", "minimal_latency", "velocity")
"""The quantities that place the drawn response in time."""


def path_of(atlas: Atlas, row: Study) -> list[str]:
    """The nodes that the impulse runs through, proximal first: to the muscle, or along the sensory nerve."""
    if row.segments:
        return list(reversed(row.segments))
    root = atlas.nerve_studies.fibres.main_roots(row.muscle)[0]
    way = list(atlas.path(root, row.muscle))
    points = [point for point in atlas.dataset.study_points.values() if point.study == row.id]
    firsts = [way.index(point.first) for point in points if point.first in way]
    return way[min(firsts) :] if firsts and row.kind == "motor" else way


def _curve(limits: Sequence[StudyLimit]) -> dict[str, float]:
    """What the drawn response needs: quantity → mean, or else the limit, of the first source that states one."""
    found: dict[str, float] = {}
    for limit in limits:
        number = next((one for one in (limit.mean, limit.high, limit.low) if one is not None), None)
        if number is not None and limit.quantity in _DRAWN:
            found.setdefault(limit.quantity, number)
    return found


def _number(known: dict[Any, int], value: Any) -> int:
    """The number of a value, in the order of first use."""
    return known.setdefault(value, len(known))


def build_studies(atlas: Atlas) -> dict:
    """`studies`, `muscles` (needle EMG), and the courses of all places.

    Nodes are indexes of the pathways bundle. `courses`: lists of stages, each [day, expected (of `expected`), whole
    (stimuli below the lesion), sentence (of `sentences`, in plain words of `plain_sentences`), mark (of `day_marks`,
    or -1)]. `rows`: for each different lesion, by injury, the course of every study and then of every muscle.
    `row_of`: place → its row. `untested`: rows of places that none of them tests. `exceptions`: study → sentence →
    what published series counted, with marks. `day_marks`: they open the sources of the days.
    """
    at = {id_: index for index, id_ in enumerate(atlas.nodes)}
    dataset, predicted = atlas.dataset, atlas.nerve_studies
    sentences: dict[tuple[str, str], int] = {}
    courses: dict[tuple, int] = {}
    day_rows: dict[str, int] = {}
    rows: list[list[list[int]]] = []
    row_of: dict[int, int] = {}
    untested: list[int] = []
    row_by_lesion: dict[tuple, int] = {}
    exceptions: dict[str, dict[int, list]] = {}

    def said(study: str, stage: Stage) -> int:
        number = _number(sentences, (predicted.reasons.sentence(stage), predicted.reasons.plain(stage)))
        if study and (found := predicted.exceptions(dataset.studies[study], stage)):
            exceptions.setdefault(study, {})[number] = [
                [predicted.reasons.exception(claim), dot(atlas, claim)] for claim in found
            ]
        return number

    def marked(stage: Stage) -> int:
        """The number of the first row that the day of a stage comes from; -1 without one."""
        return _number(day_rows, stage.rests_on[0]) if stage.rests_on else -1

    def written(course: Course, study: str = "") -> tuple:
        return tuple(
            (stage.day, EXPECTED.index(stage.expected), stage.whole, said(study, stage), marked(stage))
            for stage in course
        )

    def courses_of(on: tuple[str, ...], injury: Injury, severity: Severity) -> list[int]:
        of_studies = [written(predicted.course(id_, on, injury, severity), id_) for id_ in dataset.studies]
        of_muscles = [written(predicted.needle(id_, on, injury, severity)) for id_ in dataset.needle_muscles]
        return [_number(courses, course) for course in (*of_studies, *of_muscles)]

    for place, on in places(atlas).items():
        severity = usual_severity(atlas.nerve_graph, place)
        row = _number(row_by_lesion, (frozenset(on), severity))
        row_of[at[place]] = row
        if row == len(rows):
            rows.append([courses_of(on, injury, severity) for injury in INJURIES])
            if not predicted.is_tested(on):
                untested.append(row)
    return {
        "studies": [_study(atlas, row, at) for row in dataset.studies.values()],
        "muscles": [
            {"id": row.id, "name": row.name, "at": at[row.muscle], "root": row.root}
            for row in dataset.needle_muscles.values()
        ],
        "injuries": list(INJURIES),
        "expected": list(EXPECTED),
        "courses": list(courses),
        "sentences": [sentence for sentence, _ in sentences],
        "plain_sentences": [plain for _, plain in sentences],
        "exceptions": exceptions,
        "day_marks": [dot(atlas, (dataset.injury_times.get(id_) or dataset.needle_regions[id_])) for id_ in day_rows],
        "rows": rows,
        "row_of": row_of,
        "untested": untested,
        "usual_day": USUAL_DAY,
        "last_day": LAST_DAY,
    }


def _distance(atlas: Atlas, points: Sequence[StudyPoint], point: StudyPoint) -> int:
    """Millimetres from a stimulus to the recording: as read, else from the nearest stimulus along the drawn nerve.

    0 where neither is known.
    """
    lengths, nearest = atlas.dataset.nerve_lengths, points[0]
    if point.distance_mm or nearest.first not in lengths or point.first not in lengths:
        return point.distance_mm or 0
    return (nearest.distance_mm or 0) + max(0, lengths[nearest.first].start_mm - lengths[point.first].start_mm)


def _study(atlas: Atlas, row: Study, at: dict[str, int]) -> dict[str, Any]:
    points = [point for point in atlas.dataset.study_points.values() if point.study == row.id]
    limits = [limit for limit in atlas.dataset.study_limits.values() if limit.study == row.id]
    return {
        "id": row.id,
        "name": row.name,
        "kind": row.kind,
        "record": row.record,
        "stimulate": row.stimulate,
        "shows": row.shows,
        "plain": row.plain,
        "path": [at[id_] for id_ in path_of(atlas, row)],
        "points": [[point.name, at.get(point.drawn, -1), _distance(atlas, points, point)] for point in points],
        "recorded": at[row.muscle or row.drawn or row.segments[0]],
        "curve": _curve(limits),
    }
