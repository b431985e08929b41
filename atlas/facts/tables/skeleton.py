"""What lies inside the skin and is drawn for bearings: bones and discs."""

from __future__ import annotations

from typing import Literal

from atlas.facts.columns import Id, Listed, Words
from atlas.facts.rows import Claim


class Bone(Claim):
    """A bone or disc. The columns from `mesh` on are read by the figure build; the aspects of `hidden` leave it out."""

    REFERS = {"mirror": ("bones",), "between": ("bones",), "hidden": ("aspects",)}
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
