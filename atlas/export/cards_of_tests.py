"""Cards about nerve studies and tests of the examination: how each is done, and what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.api import Atlas
from atlas.dataset.rows import Claim
from atlas.dataset.tables.examination import ExamTest
from atlas.dataset.tables.nerve_studies import Study
from atlas.reasoning.nerve_studies.tested_fibres import roots_of

STUDY, EXAM = "study", "exam"
"""The kinds of these cards."""


@dataclass(frozen=True)
class TestCard:
    """A card. `answer`: label → text; `lights`: what the picture may show, the best first; `row`: what it rests on."""

    __test__ = False  # not a test, whatever its name
    kind: str
    about: str
    asked: str
    answer: dict[str, str]
    lights: tuple[str, ...]
    row: Claim

    @property
    def id(self) -> str:
        """An id that stays the same as long as the card is about the same row."""
        return f"{self.kind}.{self.about}"


def cards_of_tests(atlas: Atlas) -> Iterator[TestCard]:
    """A card for each nerve study, then for each test of the examination, in their order."""
    for study in sorted(atlas.dataset.studies.values(), key=lambda row: row.order):
        yield _of_study(atlas, study)
    for test in sorted(atlas.dataset.exam_tests.values(), key=lambda row: row.order):
        yield _of_exam_test(atlas, test)


def _of_study(atlas: Atlas, row: Study) -> TestCard:
    words = atlas.strings
    answer = {
        words["deck.stimulate"]: row.stimulate,
        words["deck.record"]: row.record,
        words["deck.roots"]: ", ".join(roots_of(atlas.nerve_graph, row)),
        words["deck.tells"]: row.shows,
    }
    lights = (row.muscle,) if row.muscle else row.segments
    return TestCard(STUDY, row.id, words["deck.study"].format(name=row.name), answer, lights, row)


def _of_exam_test(atlas: Atlas, row: ExamTest) -> TestCard:
    words = atlas.strings
    names = [atlas.node(id_).name for id_ in row.targets if id_ in atlas.nodes]
    answer = {
        words["deck.how"]: row.how,
        words["deck.abnormal"]: row.positive,
        words["deck.tests"]: ", ".join((*names, *row.roots)),
        words["deck.means"]: row.means,
    }
    told = {label: text for label, text in answer.items() if text}
    lights = tuple(id_ for id_ in (*row.targets, *row.roots) if id_ in atlas.nodes)
    return TestCard(EXAM, row.id, words["deck.exam"].format(name=row.name), told, lights, row)
