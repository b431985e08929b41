"""What was measured of the roots of muscles, series by series, and the groups in which muscles are listed."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Id, Listed, Place, Words
from atlas.dataset.rows import Claim, Row


class MuscleGroup(Row):
    """Muscles that are listed together, from proximal to distal."""

    id: Id
    name: Words
    order: Place


class RootSeries(Claim):
    """One piece of work on which root moves which muscle: whom it measured and how.

    `scale`: whether its values are shares of what was tested, or only name the main roots of a muscle.
    """

    id: Id
    name: Words
    order: Place
    measure: Words
    scale: Literal["share", "main"]
    people: Words
    method: Words


class RootMeasure(Claim):
    """One value of a series, as it is printed; no muscle where it belongs to none of the atlas."""

    KEY = ("as_named", "root", "measure", "cites")
    REFERS = {"muscle": ("muscles",), "root": ("roots",)}
    muscle: str = ""
    as_named: Words
    root: Listed
    measure: Words
    value: Words

    @property
    def key(self) -> tuple[str, ...]:
        return (self.as_named, ";".join(self.root), self.measure, ";".join(c.key for c in self.cites))
