"""The article that the atlas is based on: its claims, how far each one holds, and the passages that cover it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from atlas.dataset.cells import Id, Text, TextList
from atlas.dataset.rows import Claim
from atlas.dataset.tables.display_state import DisplayState

ClaimNumber = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*$")]
Verdict = Literal["correct", "simplified", "incomplete", "partly", "loose", "contested"]


class ArticleClaim(Claim):
    """One claim of the article, in our words. `here`: what the atlas says instead; `why`: the reason."""

    KEY = ("number",)
    number: ClaimNumber
    claim: Text
    verdict: Verdict
    here: str = ""
    why: Text


class Passage(DisplayState):
    """One passage, in the order of the file. `text` is written for clinicians, `plain` for everybody.

    `heading` is the heading of a section and belongs to its first passage. `caption`, `corner`, `first` and
    `second` are the caption and the column headings of the passage's table, if it has one.
    """

    REFERS = {**DisplayState.REFERS, "claims": ("article_claims",)}
    id: Id
    section: Id
    heading: str = ""
    title: Text
    text: Text
    plain: Text
    claims: TextList = ()
    caption: str = ""
    corner: str = ""
    first: str = ""
    second: str = ""


class SideBySide(Claim):
    """A row of a passage's table: a sign, and its entry in the first and the second column."""

    REFERS = {"passage": ("article",)}
    passage: Id
    id: Id
    sign: Text
    first: Text
    second: Text
