"""The evidence of a claim as one small mark: how it was read and how sure it is. The mark opens the sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dash import html

from atlas.api import Atlas
from atlas.dataset.citations import best_reading
from atlas.dataset.claim_text import claim_key
from atlas.dataset.rows import Claim
from atlas.dataset.source_names import short_citation

if TYPE_CHECKING:
    from dash.development.base_component import Component

STRING_PREFIXES = ("claims.", "chip.", "access.", "sources.")
"""The strings about sources begin with these."""
_SOURCE_ID = re.compile(r"\b[a-z]+[0-9_]\w*")
"""A word that can be the id of a source: no ordinary word has a digit or a low line."""
_PART = "part:"
_WHOLE = "all"
_MEMORY = "memory"


def unchecked(row: Claim) -> dict[str, bool]:
    """Unchecked column → True if all of it is unchecked, False if a part is."""
    return {name.removeprefix(_PART): not name.startswith(_PART) for name in getattr(row, "unchecked", ())}


def reading_mark(words: dict[str, str], reading: str) -> html.Span:
    """A mark that opens nothing: how a source was read."""
    text = words[f"access.{reading}"]
    return html.Span("", className=f"mark {reading}", role="img", title=text, **{"aria-label": text})


def _opening(row: Claim, column: str) -> dict[str, str]:
    """The attributes of a button that opens the sources of a row, at a column if one is named."""
    return {"data-claim": claim_key(row), "aria-haspopup": "dialog"} | ({"data-column": column} if column else {})


def _button(symbol: str, text: str, row: Claim, *rest: str | Component, column: str = "") -> html.Button:
    """A mark in the shape of `symbol`. Its text is hidden next to facts, and shown where the mark stands alone."""
    mark = html.Span("", className=f"mark {symbol}", **{"aria-hidden": "true"})
    words = html.Span(text, className="words")
    return html.Button([mark, " ", words, *rest], className="cites", title=text, **_opening(row, column))


def _meaning(words: dict[str, str], row: Claim, reading: str) -> str:
    if reading == _MEMORY:
        return words["claims.mark.memory"]
    sure = words[f"chip.{row.confidence}"]
    return words["claims.mark"].format(reading=words[f"access.{reading}"], confidence=sure)


def _symbol(row: Claim, reading: str) -> str:
    return reading if reading == _MEMORY else f"{reading} {row.confidence}"


def evidence_mark(atlas: Atlas, row: Claim, introduction: str = "") -> html.Button:
    """The mark of a row: filled if sources agree, half filled if they differ, open if there is one or none was read.

    On paper, the sources in short take its place, after the introduction.
    """
    parts = []
    for cited in row.cites:
        name = short_citation(atlas.dataset.sources[cited.key])
        parts.append(f"{name}, {cited.where}" if cited.where else name)
    reading = best_reading(row.cites)
    names = "; ".join(parts)
    short = html.Span([html.Span(introduction), names] if introduction else names, className="short")
    return _button(_symbol(row, reading), _meaning(atlas.strings, row, reading), row, " ", short)


def _doubt(row: Claim, column: str) -> str | None:
    """How far a column is less well checked than its row; None if it is not."""
    if row.checked == _MEMORY:
        return None
    found = unchecked(row)
    return _MEMORY if found.get(column) or _WHOLE in found else "part-memory" if column in found else None


def doubt(words: dict[str, str], row: Claim, column: str) -> list:
    """A mark for a column that is less well checked than its row; it opens the sources at that column."""
    key = _doubt(row, column)
    return [" ", _button(key, words[f"chip.{key}"], row, column=column)] if key else []


def dot(atlas: Atlas, row: Claim, *columns: str) -> html.Button:
    """The one quiet mark of a line that shows these columns of a row; it opens the sources.

    It is open if one of the columns is less well checked than the row, and has the shape of the row's mark otherwise.
    """
    reading = best_reading(row.cites)
    symbol, text, asked = _symbol(row, reading), _meaning(atlas.strings, row, reading), ""
    for column in columns:
        if key := _doubt(row, column):
            symbol, text, asked = key, atlas.strings[f"chip.{key}"], column
            break
    mark = html.Span("", className=f"mark {symbol}")
    return html.Button(mark, className="cites", title=text, **{"aria-label": text}, **_opening(row, asked))


def public_note(atlas: Atlas, note: str) -> str:
    """A note without the parts for editors, which say what of the sources was read; sources by their names."""
    openings = tuple(atlas.strings["answer.internal"].split(";"))
    shown = "; ".join(part for part in note.split("; ") if not part.startswith(openings))
    sources = atlas.dataset.sources
    return _SOURCE_ID.sub(lambda found: short_citation(sources[found[0]]) if found[0] in sources else found[0], shown)


def footing(atlas: Atlas, row: Claim) -> html.P:
    """The mark of a row in a line of its own, with its words."""
    return html.P(evidence_mark(atlas, row, atlas.strings["panel.sources"] + ": "), className="footing")


def remark(atlas: Atlas, row: Claim, *text: str | Component) -> html.P:
    """A remark on a row in a list, followed by the mark of the row; only the mark if there is no text."""
    return html.P([*text, " ", evidence_mark(atlas, row)], className="remark")


def claim_words(atlas: Atlas) -> dict:
    """Words, and every source in short, in the order of the sources."""
    return {
        "words": atlas.dataset.strings_with(*STRING_PREFIXES),
        "short": [short_citation(source) for source in atlas.dataset.sources.values()],
    }
