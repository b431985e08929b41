"""The questions of the quiz that concern certain things, such as what a tour has shown."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, zip_longest

from atlas.dataset.dataset import Dataset
from atlas.reasoning.quiz.question import Question


def _with_parts(dataset: Dataset, shown: Iterable[str]) -> set[str]:
    """The things themselves, the sites of a condition, what lies at a site, and the nerve of a segment."""
    found = set(shown)
    found |= {site for id_ in found & set(dataset.conditions) for site in dataset.conditions[id_].sites}
    found |= {on for id_ in found & set(dataset.sites) for on in dataset.sites[id_].on}
    return found | {dataset.segments[id_].nerve for id_ in found & set(dataset.segments)}


def questions_about(
    dataset: Dataset, bank: Iterable[Question], shown: Iterable[str], most: int
) -> tuple[Question, ...]:
    """At most `most` questions about the things, or whose right answer is one of them.

    Those that ask about a thing come before those that it answers; among both, kinds take turns in the order of the
    bank.
    """
    things = _with_parts(dataset, shown)
    asked, answers = dict[str, list[Question]](), dict[str, list[Question]]()
    for question in bank:
        if question.about in things:
            asked.setdefault(question.kind, []).append(question)
        elif things & set(question.right):
            answers.setdefault(question.kind, []).append(question)
    turns = (chain.from_iterable(zip_longest(*by_kind.values())) for by_kind in (asked, answers))
    return tuple(question for question in chain.from_iterable(turns) if question)[:most]
