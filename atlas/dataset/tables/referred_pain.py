"""Pain outside the skin of a root: where it comes from, where it is felt, and what studies found of it."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Count, Id, Order, Percent, Text, TextList
from atlas.dataset.rows import Claim, Row


class PainOrigin(Row):
    """Something that hurts elsewhere without a lesion of a nerve. `conditions`: those on whose pages it is drawn."""

    REFERS = {"conditions": ("conditions",)}
    id: Id
    name: Text
    order: Order
    plain: Text
    conditions: TextList = ()


class ReferredPain(Claim):
    """How often the people of a study felt the pain of an origin in an area, in per cent or in words.

    `area` is an id and `place` its name, as the study divides the body: a rate is that of the whole area, not of each
    patch. `territories`: the patches that draw the area; none if it lies outside the figures, or has its parts in rows
    of their own.
    """

    KEY = ("origin", "area", "study")
    REFERS = {"origin": ("pain_origins",), "territories": ("territories",)}
    origin: Id
    area: Id
    study: Text
    place: Text
    territories: TextList = ()
    rate: Percent = None
    n: Count = None
    often: Literal["often", "sometimes", ""] = ""
    people: Text


class PainFinding(Claim):
    """What a study found of how root pain keeps to a dermatome: `text` for clinicians, `plain` for everybody."""

    id: Id
    order: Order
    text: Text
    plain: Text
