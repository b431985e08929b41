"""The edition of the data set, and by which identifiers other ontologies know what stands in it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from atlas.dataset.cells import Id, Words
from atlas.dataset.rows import Claim, Row


class EditionEntry(Row):
    """One thing to know about the whole data set: its version, which is not that of the program, its licence …"""

    KEY = ("entry",)
    entry: Id
    value: Words


class Identifier(Claim):
    """What another ontology calls a thing. `match`: whether it means the same, or only nearly."""

    KEY = ("id", "ontology", "identifier")
    REFERS = {"id": ("roots", "nerves", "segments", "muscles", "reflexes", "territories", "sites", "conditions")}
    id: Id
    ontology: Literal["UBERON", "FMA"]
    identifier: Annotated[str, StringConstraints(pattern=r"^\d+$")]
    name: Words
    match: Literal["same", "near"]
