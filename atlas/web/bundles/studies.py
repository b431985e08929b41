"""Nerve studies: each study with its path, limits and curve, and what all are expected to show at every place."""

from __future__ import annotations

from typing import Any

from atlas.api import Atlas
from atlas.dataset.tables.nerve_studies import Study
from atlas.figures.lesion_table import places
from atlas.graph.severity import Severity, usual_severity
from atlas.reasoning.nerve_studies import electrodes
from atlas.reasoning.nerve_studies.course import EXPECTED, INJURIES, LAST_DAY, USUAL_DAY, Course, Injury, Stage
from atlas.web.layout.evidence import dot


def _number(known: dict[Any, int], value: Any) -> int:
    """The number of a value, in the order of first use."""
    return known.setdefault(value, len(known))


def build_studies(atlas: Atlas) -> dict:
    """`studies`, `needle` (the muscles of needle EMG), and the courses of all places.

    Nodes are indexes of the pathways bundle. `courses`: lists of stages, each [day, expected (of `expected`), whole
    (stimuli below the lesion), sentence (of `sentences`, in plain words of `plain_sentences`), mark (of `day_marks`,
    or -1)]. `rows`: for each different lesion, by injury, the course of every study and then of needle EMG in every
    muscle. `row_of`: place → its row. `untested`: rows of places that none of them tests. `exceptions`: study →
    sentence → what published series counted, with marks. `day_marks`: they open the sources of the days.
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
        of_needle = [written(predicted.needle(id_, on, injury, severity)) for id_ in dataset.needle_muscles]
        return [_number(courses, course) for course in (*of_studies, *of_needle)]

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
        "needle": [
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


def _study(atlas: Atlas, row: Study, at: dict[str, int]) -> dict[str, Any]:
    """A study. `points`: [place, millimetres to the recording or 0, marks]; a mark is [view, x, y, facing]."""
    dataset, root = atlas.dataset, row.muscle and atlas.nerve_studies.fibres.main_roots(row.muscle)[0]
    marks = {
        number: [[mark.view, mark.x, mark.y, mark.facing] for mark in found]
        for number, found in electrodes.marks(dataset, row.id).items()
    }
    return {
        "id": row.id,
        "name": row.name,
        "kind": row.kind,
        "record": row.record,
        "stimulate": row.stimulate,
        "shows": row.shows,
        "plain": row.plain,
        "path": [at[id_] for id_ in electrodes.path(atlas.nerve_graph, row, root)],
        "points": [
            [point.name, electrodes.distance_mm(dataset, point), marks[point.order]]
            for point in electrodes.stimuli(dataset, row.id)
        ],
        "recorded": marks[electrodes.RECORDING],
        "curve": electrodes.usual_times(dataset, row.id),
    }
