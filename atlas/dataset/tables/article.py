"""An article told passage by passage: what it claimed, how far that holds, and what each passage lights."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from atlas.dataset.cells import Id, Listed, Words
from atlas.dataset.rows import Claim
from atlas.dataset.tables.display_state import Shown

Number = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*$")]
Verdict = Literal["correct", "simplified", "incomplete", "partly", "loose", "contested"]


class SeedClaim(Claim):
    """One claim of the article the atlas grew from, in our words. `here`: how it is put instead; `why`: the reason."""

    KEY = ("number",)
    number: Number
    claim: Words
    verdict: Verdict
    here: str = ""
    why: Words


class Passage(Shown):
    """One passage, in the order of the file. `text` is the clinical voice, `plain` the plain one.

    `caption`, `corner`, `first` and `second` stand over its table, if it has one. `heading` stands over the first
    passage of each section.
    """

    REFERS = {**Shown.REFERS, "claims": ("article_claims",)}
    id: Id
    section: Id
    heading: str = ""
    title: Words
    text: Words
    plain: Words
    claims: Listed = ()
    caption: str = ""
    corner: str = ""
    first: str = ""
    second: str = ""


class SideBySide(Claim):
    """A row of a passage's table: a sign, and what stands for it in the first and in the second column."""

    REFERS = {"passage": ("article",)}
    passage: Id
    id: Id
    sign: Words
    first: Words
    second: Words
