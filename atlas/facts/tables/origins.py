"""Where facts come from and how they are laid out: sources, levels of the limb, aspects of the figures."""

from __future__ import annotations

from typing import Literal

from atlas.facts.columns import Id, Listed, Place, Words
from atlas.facts.rows import Row


class Source(Row):
    id: Id
    authors: str = ""
    title: Words
    year: str = ""
    identifier: str = ""
    access: Literal["read", "excerpt", "second-hand", "memory"]
    note: str = ""


class Level(Row):
    id: Id
    name: Words
    order: Place


class Plate(Row):
    """A set of aspects that stand together on the page, in their order."""

    REFERS = {"aspects": ("aspects",)}
    id: Id
    name: Words
    order: Place
    aspects: Listed
    describe: Words


class Aspect(Row):
    id: Id
    name: Words
    order: Place
    group: Words
    figure: Words
    describe: Words
