"""The edition of the data set, identifiers in other ontologies, and Latin names."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from atlas.dataset.cells import Id, Text
from atlas.dataset.rows import Claim, Row


class EditionEntry(Row):
    """One property of the whole data set, such as its licence or its version (not the version of the program)."""

    KEY = ("entry",)
    entry: Id
    value: Text


class Identifier(Claim):
    """The entry for a thing in another ontology. `match`: it means the same, or nearly the same."""

    KEY = ("id", "ontology", "identifier")
    REFERS = {"id": ("roots", "nerves", "segments", "muscles", "reflexes", "territories", "sites", "conditions")}
    id: Id
    ontology: Literal["UBERON", "FMA"]
    identifier: Annotated[str, StringConstraints(pattern=r"^\d+$")]
    name: Text
    match: Literal["same", "near"]


class LatinName(Claim):
    """The Latin name of a thing, from the Terminologia Anatomica unless the note says otherwise."""

    REFERS = {"id": ("nerves", "muscles", "reflexes", "territories")}
    id: Id
    latin: Text
