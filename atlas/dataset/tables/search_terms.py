"""Phrases that people use for things, in addition to their names."""

from __future__ import annotations

from atlas.dataset.cells import Id, Text, TextList
from atlas.dataset.rows import Row


class EverydayWords(Row):
    """A plain phrase and the search results to offer for it. It is not a name, and nothing is concluded from it."""

    KEY = ("said",)
    REFERS = {"means": ("roots", "nerves", "muscles", "reflexes", "territories", "sites", "conditions")}
    said: Text
    means: TextList


class Wording(Row):
    """A phrase for several targets of one kind, such as a movement or a muscle group."""

    KEY = ("said",)
    REFERS = {"means": ("muscles", "reflexes", "territories")}
    said: Text
    means: TextList


class Equivalents(Row):
    """Words or short expressions that search and the commands read as the same, such as "outer" and "lateral"."""

    KEY = ("id",)
    id: Id
    same: TextList
