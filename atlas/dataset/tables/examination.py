"""The tests of an examination of the leg: how each is done, what it examines, and how accurate studies found it."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Count, Fraction, Id, Measure, Order, Text, TextList
from atlas.dataset.rows import Claim

MEASURES = ("sensitivity", "specificity", "lr_positive", "lr_negative")
"""What a study of a test can give; each has a column of its own and two for its interval."""
ExamGroup = Literal["first", "strength", "touch", "reflex", "nerve_tension", "tinel", "upper_motor", "pulse", "gait"]


class ExamTest(Claim):
    """A test of the examination. `targets`: what it examines on the graph; `positive`: what counts as abnormal.

    `midline`: "yes" for a test without right and left. `pose`: the movement that the body in three dimensions shows.
    """

    REFERS = {
        "targets": ("roots", "nerves", "segments", "muscles", "territories", "reflexes"),
        "roots": ("roots",),
        "pose": ("poses",),
    }
    id: Id
    name: Text
    synonyms: TextList = ()
    group: ExamGroup
    order: Order
    targets: TextList = ()
    roots: TextList = ()
    how: Text
    positive: Text
    means: Text
    plain: Text
    midline: Literal["yes", ""] = ""
    pose: str = ""


class ExamAccuracy(Claim):
    """How accurate one study found a test, or several together, against which `reference`, and in which people.

    `criterion`: how the test was done or counted, where that tells one row from another; `n` is the whole study.
    Ranges are 95 % confidence intervals unless the note says otherwise.
    """

    REFERS = {"tests": ("exam_tests",)}
    id: Id
    tests: TextList
    finds: Text
    criterion: str = ""
    reference: str = ""
    sensitivity: Fraction = None
    sensitivity_low: Fraction = None
    sensitivity_high: Fraction = None
    specificity: Fraction = None
    specificity_low: Fraction = None
    specificity_high: Fraction = None
    lr_positive: Measure = None
    lr_positive_low: Measure = None
    lr_positive_high: Measure = None
    lr_negative: Measure = None
    lr_negative_low: Measure = None
    lr_negative_high: Measure = None
    n: Count = None
    people: str = ""
