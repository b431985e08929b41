"""The plain voice: texts in everyday words, what explains their hard words, and what stands ahead of all advice."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from atlas.dataset.cells import Id, Listed, Place, Words
from atlas.dataset.rows import Claim, Row

IS = "is"
"""The part that every card has: what the thing is."""
PARTS = (IS, "where", "does", "worse", "better", "apart", "tests", "care", "flags")
"""The parts of a card in plain words, in the order in which they are told."""


class Plain(Row):
    """One part of a card in everyday words. It restates the row of what it is of, whose sources are its own.

    `reason`: why the card has to read harder than it should.
    """

    KEY = ("of", "part")
    REFERS = {"of": ("roots", "nerves", "segments", "muscles", "reflexes", "territories", "sites", "conditions")}
    of: Id
    part: Literal["is", "where", "does", "worse", "better", "apart", "tests", "care", "flags"]
    text: Words
    reason: str = ""


class Term(Row):
    """A hard word and what it means in plain ones. `forms`: as it occurs in texts."""

    KEY = ("term",)
    term: Words
    forms: Listed
    meaning: Words


class KnownWord(Row):
    """A word of three syllables or more that needs no explaining."""

    KEY = ("word",)
    word: Words


class RedFlag(Claim):
    """A sign that comes before everything else. `urgency`: help at once, or on the same day."""

    REFERS = {"condition": ("conditions",)}
    id: Id
    order: Place
    urgency: Literal["now", "soon"]
    condition: str = ""
    text: Words
    plain: Words


class Emergency(Claim):
    """The number to call in a country or union of countries. `region`: its code, as it stands in a locale."""

    KEY = ("region",)
    region: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    name: Words
    number: Words


class Banned(Row):
    """A phrase that no text may hold, as a pattern; why, and what to write instead."""

    KEY = ("phrase",)
    phrase: Words
    why: Words
    instead: Words
