"""What the rows of accuracy show together, worked out by hand."""

from __future__ import annotations

import pytest

from atlas.dataset.tables.examination import ExamAccuracy
from atlas.reasoning.exam_accuracy import Spread, spread, telling_rows, verdict
from atlas.web.layout.examination_page import accuracy_summary

NONE = (None, None, None)


def row(sensitivity=NONE, specificity=NONE, tests=("bend",)) -> ExamAccuracy:
    """A row with [value, low, high] of each share."""
    cells = {
        f"{name}{end}": number
        for name, numbers in (("sensitivity", sensitivity), ("specificity", specificity))
        for end, number in zip(("", "_low", "_high"), numbers, strict=True)
    }
    return ExamAccuracy.model_construct(tests=tests, **cells)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row((0.92, 0.87, 0.95), (0.28, 0.18, 0.4))], "few-often"),
        ([row((0.28, 0.22, 0.35), (0.9, 0.85, 0.94))], "many-few"),
        ([row((0.9, 0.85, 0.95), (0.9, 0.85, 0.95))], "few-few"),
        ([row((0.9, 0.85, 0.95))], "misses-few"),
        ([row((0.3, 0.2, 0.5))], "misses-many"),
        ([row((0.9, 0.79, 0.95), (0.9, 0.8, 0.95))], "alarms-few"),  # one interval reaches below 80 %
        ([row((0.92, None, None), (0.28, None, None))], ""),  # values alone show nothing
        ([row((None, 0.85, 0.95))], ""),  # nor does a range without a value
        ([row((0.92, 0.87, 0.95)), row((0.36, None, None))], ""),  # another study speaks against it
        ([row((0.92, 0.87, 0.95)), row((None, 0.7, None))], ""),
        ([row((0.4, 0.3, 0.6))], ""),
        ([], ""),
    ],
)
def test_a_verdict_needs_every_interval_and_no_value_against_it(rows, said) -> None:
    assert verdict(rows) == said


def test_the_spread_runs_from_the_lowest_to_the_highest_share() -> None:
    rows = [row((0.5, 0.1, 0.9)), row((None, 0.2, 0.4)), row((None, None, 0.6)), row()]
    assert spread(rows, "sensitivity") == Spread(0.2, 0.6, 3)
    assert spread(rows, "specificity") is None


def test_rows_of_several_tests_count_only_where_there_is_no_other() -> None:
    own, joint, empty = row((0.5, None, None)), row((0.7, None, None), tests=("bend", "lift")), row()
    assert telling_rows("bend", [own, joint, empty]) == ([own], True)
    assert telling_rows("lift", [own, joint, empty]) == ([joint], False)
    assert telling_rows("jump", [own, joint, empty]) == ([], False)


def test_the_summary_says_what_the_rows_of_the_table_say(atlas) -> None:
    """Crossed straight leg raise: one row, 28 % (22 to 35) and 90 % (85 to 94)."""
    said = accuracy_summary(atlas, atlas.dataset.exam_tests["crossed_slr"])
    words = atlas.strings
    assert said.startswith(words["examination.verdict.many-few"])
    assert words["examination.summary.found"].format(share="28") in said
    assert words["examination.summary.alarmed"].format(share="10") in said
    assert words["examination.summary.one"] in said and words["examination.summary.rough"] not in said
    assert accuracy_summary(atlas, atlas.dataset.exam_tests["leg_tone"]) == ""
