"""Where facts come from and how they are laid out: sources, levels of the limb, views of the figures."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Id, Listed, Place, Words
from atlas.dataset.rows import Row


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
    """A set of views that stand together on the page, in their order."""

    REFERS = {"views": ("views",)}
    id: Id
    name: Words
    order: Place
    views: Listed
    describe: Words


class View(Row):
    id: Id
    name: Words
    order: Place
    group: Words
    figure: Words
    describe: Words
