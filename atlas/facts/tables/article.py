"""An article told passage by passage: what it claimed, how far that holds, and what each passage lights."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from atlas.facts.columns import Id, Listed, Words
from atlas.facts.rows import Claim

Number = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*$")]
Verdict = Literal["correct", "simplified", "incomplete", "partly", "loose", "contested"]
_NODES = ("roots", "nerves", "segments", "muscles", "reflexes", "territories", "sites", "conditions")
_PLACED = ("roots", "nerves", "segments", "sites", "conditions")


class SeedClaim(Claim):
    """One claim of the article the atlas grew from, in our words. `here`: how it is put instead; `why`: the reason."""

    KEY = ("number",)
    number: Number
    claim: Words
    verdict: Verdict
    here: str = ""
    why: Words


class Passage(Claim):
    """One passage, in the order of the file. `text` is the clinical voice, `plain` the plain one.

    It lights at most one of three: the pathways of `select`, the lesion at `lesion`, or the two places of `pair` held
    together. `map`, `layer`, `plate` and `show` say what the figures show with it. `caption`, `corner`, `first` and
    `second` stand over its table, if it has one. `heading` stands over the first passage of each section.
    """

    REFERS = {
        "claims": ("seed_claims",),
        "select": _NODES,
        "lesion": _PLACED,
        "pair": _PLACED,
        "map": ("dermatome_maps",),
        "plate": ("plates",),
    }
    id: Id
    section: Id
    heading: str = ""
    title: Words
    text: Words
    plain: Words
    claims: Listed = ()
    select: Listed = ()
    lesion: str = ""
    pair: Listed = ()
    map: str = ""
    layer: str = ""
    plate: str = ""
    show: Listed = ()
    caption: str = ""
    corner: str = ""
    first: str = ""
    second: str = ""

    @property
    def lit(self) -> tuple[str, ...]:
        """Everything that the passage lights."""
        return (*self.select, *((self.lesion,) if self.lesion else ()), *self.pair)


class SideBySide(Claim):
    """A row of a passage's table: a sign, and what stands for it in the first and in the second column."""

    REFERS = {"passage": ("article",)}
    passage: Id
    id: Id
    sign: Words
    first: Words
    second: Words
