"""The rows that state the right answer to a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.dataset.rows import Claim
from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.quiz.question import Question
from atlas.reasoning.quiz.things import NEEDLE_STUDY


def answer_rows(nerve_graph: NerveGraph, question: Question) -> Iterator[Claim]:
    """The rows behind the right answer; for a question about one patch's root, the row of the default map."""
    tables, about = nerve_graph.dataset, question.about
    if question.kind == "root_of_skin":
        yield tables.dermatomes[about, nerve_graph.default_map]
    elif question.kind == "skin_of_root":
        yield from (row for row in tables.dermatomes.values() if about in row.roots and row.checked == "read")
    elif question.kind == "skin_of_nerve":
        yield from _innervation(nerve_graph, question.right)
    elif question.kind in ("nerve_of_skin", "nerve_of_muscle"):
        yield from _innervation(nerve_graph, (about,))
    elif question.kind == "study_normal":
        yield from (tables.studies[id_] for id_ in question.right)
    elif question.kind == "place_of_studies":
        results = [id_ for ids in question.given.values() for id_ in ids]
        yield from (tables.studies.get(id_) or tables.needle_muscles[id_.removeprefix(NEEDLE_STUDY)] for id_ in results)
    elif question.kind == "needle_tells":
        yield from (row for row in tables.needle_muscles.values() if row.muscle in question.right)
    elif question.kind == "fibrillation_day":
        yield tables.needle_regions[about]
    elif question.kind in ("test_stretches", "nerve_of_test"):
        yield from (tables.exam_tests[id_] for id_ in (about, *question.right) if id_ in tables.exam_tests)
    else:
        yield tables.muscles[about] if about in tables.muscles else tables.sites[about]


def _innervation(nerve_graph: NerveGraph, targets: Iterable[str]) -> Iterator[Claim]:
    wanted = set(targets)
    yield from (edge.row for edge in nerve_graph.innervation if edge.target in wanted)
