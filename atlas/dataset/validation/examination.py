"""The numbers of an accuracy are in order, and a test of strength, touch or a reflex names what it tests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import table_file
from atlas.dataset.problems import Problem
from atlas.dataset.tables.examination import MEASURES
from atlas.dataset.validation import rule

_WITH_TARGETS = ("strength", "touch", "reflex")


@rule
def an_accuracy_lies_within_its_interval(dataset: Dataset) -> Iterator[Problem]:
    for id_, row in dataset.exam_accuracy.items():
        for measure in MEASURES:
            columns = [
                name for name in (f"{measure}_low", measure, f"{measure}_high") if getattr(row, name) is not None
            ]
            for smaller, larger in pairwise(columns):
                low, high = getattr(row, smaller), getattr(row, larger)
                if low > high:
                    wrong = f"'{smaller}' is {low:g}, above '{larger}', which is {high:g}"
                    yield dataset.records["exam_accuracy"][id_].problem(smaller, wrong, "swap them, or correct one")


@rule
def a_test_of_a_single_thing_names_it(dataset: Dataset) -> Iterator[Problem]:
    for id_, row in dataset.exam_tests.items():
        if row.group in _WITH_TARGETS and not row.targets:
            wrong = f"a test of the group '{row.group}' needs its targets"
            yield dataset.records["exam_tests"][id_].problem(
                "targets", wrong, "name the muscle, the skin or the reflex"
            )


@rule
def tests_have_different_places_in_the_order(dataset: Dataset) -> Iterator[Problem]:
    first: dict[int, str] = {}
    for id_, row in dataset.exam_tests.items():
        if (other := first.setdefault(row.order, id_)) != id_:
            wrong = f"'{other}' has the place {row.order} too"
            yield dataset.records["exam_tests"][id_].problem("order", wrong, "give each test a place of its own")


@rule
def an_accuracy_belongs_to_a_test(dataset: Dataset) -> Iterator[Problem]:
    """That the tests exist is checked with all references."""
    for id_, row in dataset.exam_accuracy.items():
        if not row.tests:
            wrong = "it belongs to no test"
            yield dataset.records["exam_accuracy"][id_].problem("tests", wrong, "name the tests that the study made")
    if dataset.exam_tests and not any(
        set(row.tests) & set(dataset.exam_tests) for row in dataset.exam_accuracy.values()
    ):
        wrong = "no row belongs to a test of the examination"
        yield Problem(table_file("exam_accuracy"), 1, 1, wrong, "add what a study found of one of the tests")
