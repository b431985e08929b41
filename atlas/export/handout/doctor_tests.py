"""Which test of the examination and which nerve study a doctor may do for a root or a nerve.

Conditions need none of these lines: each tells in its own words how it is tested.
"""

from __future__ import annotations

from collections.abc import Iterable

from atlas.api import Atlas, Node
from atlas.dataset.readability import sentences
from atlas.dataset.tables.examination import ExamTest
from atlas.dataset.tables.nerve_studies import Study
from atlas.reasoning.nerve_studies.course import AXON_LOSS, USUAL_DAY, stage_on

_KINDS = ("root", "nerve", "segment")
_CHANGED = ("reduced", "absent", "slowed")


def tests_of(atlas: Atlas, node: Node) -> tuple[ExamTest | Study, ...]:
    """At most one test of the examination and one nerve study; none for anything but a root or a nerve."""
    if node.kind not in _KINDS:
        return ()
    found = (_examined(atlas, node.id), _studied(atlas, node.id))
    return tuple(row for row in found if row)


def lines_of(rows: Iterable[ExamTest | Study]) -> list[str]:
    """The first sentence of each test in plain words: what is done."""
    return [sentences(row.plain)[0] for row in rows]


def _examined(atlas: Atlas, id_: str) -> ExamTest | None:
    """The test that names the root or nerve earliest among what it examines; the first of these in the examination."""
    places = [
        (named.index(id_), row.order, row)
        for row in atlas.dataset.exam_tests.values()
        if id_ in (named := _named(atlas, row))
    ]
    return min(places, key=lambda place: place[:2])[2] if places else None


def _named(atlas: Atlas, row: ExamTest) -> tuple[str, ...]:
    """The roots that a test examines, then the nerves, named themselves or by a segment."""
    segments, nerves = atlas.dataset.segments, atlas.dataset.nerves
    targets = (segments[id_].nerve if id_ in segments else id_ for id_ in row.targets)
    return (*row.roots, *dict.fromkeys(id_ for id_ in targets if id_ in nerves))


def _studied(atlas: Atlas, id_: str) -> Study | None:
    """The first study that the loss of all axons is expected to change."""
    on = {node for nodes in atlas.lesion_places.find_all(id_)[1].values() for node in nodes}
    for row in sorted(atlas.dataset.studies.values(), key=lambda study: study.order):
        stage = stage_on(atlas.nerve_studies.course(row.id, on, AXON_LOSS), USUAL_DAY)
        if stage.expected in _CHANGED:
            return row
    return None
