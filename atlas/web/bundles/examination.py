"""The tests of the examination, in groups, with what studies found of each."""

from __future__ import annotations

import re

from atlas.api import Atlas
from atlas.dataset.tables.examination import MEASURES, ExamAccuracy, ExamTest


def numbers(row: ExamAccuracy) -> dict[str, list[float | None]]:
    """Measure → [value, low, high], for those of which the row gives any."""
    found = {name: [getattr(row, f"{name}{end}") for end in ("", "_low", "_high")] for name in MEASURES}
    return {name: values for name, values in found.items() if any(value is not None for value in values)}


def tests_in_order(atlas: Atlas) -> list[ExamTest]:
    """The tests as an examination goes."""
    return sorted(atlas.dataset.exam_tests.values(), key=lambda row: row.order)


def accuracy_in_order(atlas: Atlas) -> list[ExamAccuracy]:
    """The rows of accuracy: those with numbers before those without."""
    return sorted(atlas.dataset.exam_accuracy.values(), key=lambda row: not numbers(row))


def build_examination(atlas: Atlas) -> dict:
    """`tests`: each with its texts and the positions of its rows in `accuracy`, in order.

    `groups`: [group, positions of its tests], in order. `accuracy`: what each row found, how the test was counted,
    against what, in whom, and its numbers.
    """
    rows, accuracy = tests_in_order(atlas), accuracy_in_order(atlas)
    groups: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        groups.setdefault(row.group, []).append(at)
    return {
        "tests": [
            {
                **{
                    name: getattr(row, name)
                    for name in ("id", "name", "group", "how", "positive", "means", "plain", "pose")
                },
                "targets": [id_ for id_ in row.targets if id_ in atlas.nodes],
                "roots": list(row.roots),
                "midline": row.midline == "yes",
                "accuracy": [at for at, found in enumerate(accuracy) if row.id in found.tests],
            }
            for row in rows
        ],
        "groups": [[group, places] for group, places in groups.items()],
        "accuracy": [
            {name: getattr(row, name) for name in ("finds", "criterion", "reference")}
            | {"people": _people(atlas, row), "whom": _whom(row), "numbers": numbers(row)}
            for row in accuracy
        ],
    }


def _whom(row: ExamAccuracy) -> str:
    """The kind of people alone, for a heading."""
    return re.split("[,;]", row.people, maxsplit=1)[0]


def _people(atlas: Atlas, row: ExamAccuracy) -> str:
    """How many people of which kind; the text often begins with a number of its own, then that one counts."""
    if row.n is None or row.people[:1].isdigit():
        return row.people
    return atlas.strings["examination.people"].format(n=row.n, people=row.people) if row.people else str(row.n)
