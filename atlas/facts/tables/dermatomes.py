"""Dermatome maps, row by row, never averaged."""

from __future__ import annotations

from typing import Literal

from atlas.facts.columns import Id, Listed, Place, Words, YesNo
from atlas.facts.rows import Claim


class DermatomeMap(Claim):
    id: Id
    name: Words
    year: str = ""
    order: Place
    default: YesNo
    selectable: YesNo
    method: Words
    basis: str = ""


class Dermatome(Claim):
    KEY = ("territory", "map")
    REFERS = {"territory": ("territories",), "map": ("dermatome_maps",), "roots": ("roots",)}
    territory: Id
    map: Id
    roots: Listed = ()
    standing: Literal["drawn", "silent", "blank"]
    detail: str = ""
    dissent: Listed = ()
