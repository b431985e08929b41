"""The rows that the right answer to a question rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.dataset.rows import Claim
from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.quiz.eligibility import Question


def rows_behind(nerve_graph: NerveGraph, question: Question) -> Iterator[Claim]:
    """Rows with their sources, those of the default dermatome map where a map is asked about."""
    dataset, about = nerve_graph.dataset, question.about
    if question.kind == "root_of_skin":
        yield dataset["dermatomes"][about, nerve_graph.default_map]
    elif question.kind == "skin_of_root":
        yield from (row for row in dataset["dermatomes"].values() if about in row.roots and row.checked == "read")
    elif question.kind == "skin_of_nerve":
        yield from _supply(nerve_graph, question.right)
    elif question.kind in ("nerve_of_skin", "nerve_of_muscle"):
        yield from _supply(nerve_graph, (about,))
    else:
        yield dataset["muscles" if about in dataset["muscles"] else "sites"][about]


def _supply(nerve_graph: NerveGraph, targets: Iterable[str]) -> Iterator[Claim]:
    wanted = set(targets)
    yield from (row for row in nerve_graph.dataset["innervation"].values() if row.target in wanted)
