"""The tests of an examination of the leg: how each is done, what it examines, and how accurate studies found it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from atlas.dataset.cells import Count, Id, NonNegative, Order, Text, TextList
from atlas.dataset.rows import Claim

ExamGroup = Literal["first", "strength", "touch", "reflex", "nerve_tension", "tinel", "upper_motor", "pulse", "gait"]


def _none_if_empty(cell: object) -> object:
    return None if cell == "" else cell


Fraction = Annotated[float | None, Field(ge=0, le=1), BeforeValidator(_none_if_empty)]
"""A number from 0 to 1, or None for an empty cell."""
Ratio = Annotated[NonNegative | None, BeforeValidator(_none_if_empty)]
"""A likelihood ratio, or None for an empty cell."""


class ExamTest(Claim):
    """A test of the examination. `targets`: what it examines on the graph; `positive`: what counts as abnormal."""

    REFERS = {
        "targets": ("roots", "nerves", "segments", "muscles", "territories", "reflexes"),
        "roots": ("roots",),
    }
    id: Id
    name: Text
    group: ExamGroup
    order: Order
    targets: TextList = ()
    roots: TextList = ()
    how: Text
    positive: Text
    means: Text
    plain: Text


class ExamAccuracy(Claim):
    """How accurate one study found a test, or several together, against which `reference`, and in which people.

    Ranges are 95 % confidence intervals unless the note says otherwise.
    """

    REFERS = {"tests": ("exam_tests",)}
    id: Id
    tests: TextList
    finds: Text
    reference: str = ""
    sensitivity: Fraction = None
    sensitivity_low: Fraction = None
    sensitivity_high: Fraction = None
    specificity: Fraction = None
    specificity_low: Fraction = None
    specificity_high: Fraction = None
    lr_positive: Ratio = None
    lr_positive_low: Ratio = None
    lr_positive_high: Ratio = None
    lr_negative: Ratio = None
    lr_negative_low: Ratio = None
    lr_negative_high: Ratio = None
    n: Count = None
    people: str = ""
