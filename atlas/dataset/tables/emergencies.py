"""The signs of emergencies, the rules by which they show one, and the words that deny what is said."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Id, Text, TextList, YesNo
from atlas.dataset.rows import Claim, Row


class EmergencySign(Row):
    """A sign or circumstance that can be part of an emergency, and the phrases that name it.

    A phrase matches when each of its words is the beginning of a word of one clause; `/` separates words of which one
    is enough. `clues`: clues that mean the same. `found_in`: findings that are the sign itself, as `sign:target`, where
    `*` is any target. `search`: the emergencies that a search for this sign alone brings. `past`: whether the sign can
    be over ("a clot ten years ago"), so that it does not count.
    """

    REFERS = {"clues": ("clues",), "search": ("red_flags",)}
    id: Id
    name: Text
    phrases: TextList
    clues: TextList = ()
    found_in: TextList = ()
    search: TextList = ()
    past: YesNo


class EmergencyRule(Claim):
    """Signs that together show an emergency. `unless`: signs that explain them otherwise."""

    KEY = ("emergency", "needs", "unless")
    REFERS = {"emergency": ("red_flags",), "needs": ("emergency_signs",), "unless": ("emergency_signs",)}
    emergency: Id
    needs: TextList
    unless: TextList = ()


class SpeechWords(Row):
    """Words that structure or deny what is said.

    `denies`: deny what follows in the same part of a clause; `denies_list` also a list that follows;
    `denies_before` what stands before. `negative`: make a phrase negative without denying it ("cannot"). `and`, `or`,
    `breaks`: separate the parts of a clause, and clauses. `affirms`: begin something that is stated, not denied.
    `ends_denial`: end what a denial covers ("no pain since the fall"). `with`: begins what a later denial can cover
    ("weak legs with reflexes absent"). `losses`: the beginnings of words for a loss or trouble, whose denial is good
    news ("no loss of control"). `ignored`: phrases with another meaning. `over`: phrases for what is long past;
    `goes_on`: words that say that it is there now. `same`: words with one meaning, separated by `/`; the first, in a
    phrase of a sign, stands for all.
    """

    KEY = ("kind",)
    kind: Literal[
        "denies",
        "denies_list",
        "denies_before",
        "negative",
        "and",
        "or",
        "breaks",
        "affirms",
        "ends_denial",
        "losses",
        "ignored",
        "over",
        "goes_on",
        "same",
        "with",
    ]
    words: TextList
