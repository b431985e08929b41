"""Published measurements of the roots of muscles, and the groups in which muscles are listed."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Id, Order, Text, TextList
from atlas.dataset.rows import Claim, Row


class MuscleGroup(Row):
    """A group of muscles in lists; groups are ordered from proximal to distal."""

    id: Id
    name: Text
    order: Order


class RootSeries(Claim):
    """One study of which root supplies which muscle: the people it measured, and how.

    `scale`: values are shares of what was tested (`share`), or only name the main roots of a muscle (`main`).
    """

    id: Id
    name: Text
    order: Order
    measure: Text
    scale: Literal["share", "main"]
    people: Text
    method: Text


class RootMeasure(Claim):
    """One value of a series, as printed. `muscle` is empty if the atlas has no such muscle."""

    KEY = ("as_named", "root", "measure", "cites")
    REFERS = {"muscle": ("muscles",), "root": ("roots",)}
    muscle: str = ""
    as_named: Text
    root: TextList
    measure: Text
    value: Text

    @property
    def key(self) -> tuple[str, ...]:
        return (self.as_named, ";".join(self.root), self.measure, ";".join(c.key for c in self.cites))
