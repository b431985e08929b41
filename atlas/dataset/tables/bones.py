"""What lies inside the skin and is drawn for bearings: bones and discs."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Id, Listed, Words
from atlas.dataset.rows import Claim


class Bone(Claim):
    """A bone or disc. The columns from `mesh` on are read by the figure build; the views of `hidden` leave it out."""

    REFERS = {"mirror": ("bones",), "between": ("bones",), "hidden": ("views",)}
    id: Id
    name: Words
    plain: Words
    kind: Literal["bone", "vertebra", "disc"]
    mesh: str = ""
    piece: str = ""
    rounds: str = ""
    mirror: str = ""
    between: Listed = ()
    places: Listed = ()
    follows: str = ""
    hidden: Listed = ()
