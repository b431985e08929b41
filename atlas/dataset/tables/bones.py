"""Bones and discs, which the figures show for orientation."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Id, Text, TextList
from atlas.dataset.rows import Claim


class Bone(Claim):
    """A bone or disc. Only the figure build reads the columns from `mesh` on; `hidden`: views that omit it."""

    REFERS = {"mirror": ("bones",), "between": ("bones",), "hidden": ("views",)}
    id: Id
    name: Text
    plain: Text
    kind: Literal["bone", "vertebra", "disc"]
    mesh: str = ""
    piece: str = ""
    rounds: str = ""
    mirror: str = ""
    between: TextList = ()
    places: TextList = ()
    hidden: TextList = ()
