"""Texts in plain words, the glossary, red flags, emergency numbers and banned phrases."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from atlas.dataset.cells import Id, Order, PhoneNumbers, Text, TextList, YesNo
from atlas.dataset.rows import Claim, Row

IS = "is"
"""The part that every card has: what the thing is."""
PARTS = (IS, "where", "does", "worse", "better", "apart", "tests", "care", "flags")
"""The parts of a card in plain words, in the order in which they are shown."""


class PlainText(Row):
    """One part of a card in plain words. It restates the row `of` and shares its sources.

    `reason`: why the card needs a higher reading grade than usual.
    """

    KEY = ("of", "part")
    REFERS = {"of": ("roots", "nerves", "segments", "muscles", "reflexes", "territories", "sites", "conditions")}
    of: Id
    part: Literal["is", "where", "does", "worse", "better", "apart", "tests", "care", "flags"]
    text: Text
    reason: str = ""


class GlossaryTerm(Row):
    """A hard word and its meaning in plain words. `forms`: the forms that occur in texts."""

    KEY = ("term",)
    term: Text
    forms: TextList
    meaning: Text


class KnownWord(Row):
    """A word of three syllables or more that needs no explanation."""

    KEY = ("word",)
    word: Text


class RedFlag(Claim):
    """An emergency and its warning signs, shown before everything else.

    `urgency`: help at once (`now`) or on the same day (`soon`). `on_every_sheet`: whether it is on every handout.
    `shows`: a view of the part of the body that it names. `text` is for clinicians, `plain` for everyone.
    """

    REFERS = {"condition": ("conditions",), "shows": ("views",)}
    id: Id
    order: Order
    urgency: Literal["now", "soon"]
    name: Text
    synonyms: TextList = ()
    on_every_sheet: YesNo
    condition: str = ""
    shows: str = ""
    text: Text
    plain: Text


class EmergencyNumber(Claim):
    """The emergency numbers of a country, that of the ambulance first.

    `region`: its code, as in a locale. `zones`: its time zones by their IANA names, old names too.
    """

    KEY = ("region",)
    region: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    name: Text
    number: PhoneNumbers
    zones: Annotated[TextList, Field(min_length=1)]


class BannedPhrase(Row):
    """A phrase that no text may contain, as a regular expression; the reason, and what to write instead."""

    KEY = ("phrase",)
    phrase: Text
    why: Text
    instead: Text
