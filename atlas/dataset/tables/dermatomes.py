"""Dermatome maps, row by row, never averaged."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Id, Listed, Place, Words, YesNo
from atlas.dataset.rows import Claim


class DermatomeMap(Claim):
    """`shows`: the skin whose feeling a root serves, or where its pain is felt; a map of pain is never weighed with the
    others."""

    id: Id
    name: Words
    year: str = ""
    order: Place
    default: YesNo
    selectable: YesNo
    shows: Literal["feeling", "pain"] = "feeling"
    method: Words
    basis: str = ""


class MapReason(Claim):
    """Why dermatome maps differ: one reason, for readers of either voice."""

    id: Id
    order: Place
    text: Words
    plain: Words


class Dermatome(Claim):
    KEY = ("territory", "map")
    REFERS = {"territory": ("territories",), "map": ("dermatome_maps",), "roots": ("roots",)}
    territory: Id
    map: Id
    roots: Listed = ()
    standing: Literal["drawn", "silent", "blank"]
    detail: str = ""
    dissent: Listed = ()
