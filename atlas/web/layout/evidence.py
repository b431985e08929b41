"""The evidence of a claim as one small mark: how it was read and how sure it is. The mark opens the sources."""

from __future__ import annotations

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


def _button(symbol: str, text: str, row: Claim, *rest: str | Component, column: str = "") -> html.Button:
    """A mark in the shape of `symbol`. Its text is hidden next to facts, and shown where the mark stands alone."""
    mark = html.Span("", className=f"mark {symbol}", **{"aria-hidden": "true"})
    opening = {"data-claim": claim_key(row), "aria-haspopup": "dialog"} | ({"data-column": column} if column else {})
    return html.Button([mark, " ", html.Span(text, className="words"), *rest], className="cites", title=text, **opening)


def _meaning(words: dict[str, str], row: Claim, reading: str) -> str:
    if reading == _MEMORY:
        return words["claims.mark.memory"]
    sure = words[f"chip.{row.confidence}"]
    return words["claims.mark"].format(reading=words[f"access.{reading}"], confidence=sure)


def evidence_mark(atlas: Atlas, row: Claim) -> html.Button:
    """The mark of a row: filled if its best source was read whole, half filled if in an excerpt, open if not at all.

    It is a circle, or a diamond where authors differ; a second line around it says consensus. On paper, the sources in
    short take its place.
    """
    parts = []
    for cited in row.cites:
        name = short_citation(atlas.dataset.sources[cited.key])
        parts.append(f"{name}, {cited.where}" if cited.where else name)
    reading = best_reading(row.cites)
    symbol = reading if reading == _MEMORY else f"{reading} {row.confidence}"
    short = html.Span("; ".join(parts), className="short")
    return _button(symbol, _meaning(atlas.strings, row, reading), row, " ", short)


def doubt(words: dict[str, str], row: Claim, column: str) -> list:
    """A mark for a column that is less well checked than its row; it opens the sources at that column."""
    if row.checked == _MEMORY:
        return []
    found = unchecked(row)
    key = _MEMORY if found.get(column) or _WHOLE in found else "part-memory" if column in found else None
    if key is None:
        return []
    return [" ", _button(key, words[f"chip.{key}"], row, column=column)]


def footing(atlas: Atlas, row: Claim) -> html.P:
    """The mark of a row in a line of its own, with its words."""
    return html.P(evidence_mark(atlas, row), className="footing")


def remark(atlas: Atlas, row: Claim, *text: str | Component) -> html.P:
    """A remark on a row in a list, followed by the mark of the row; only the mark if there is no text."""
    return html.P([*text, " ", evidence_mark(atlas, row)], className="remark")


def claim_words(atlas: Atlas) -> dict:
    """Words, and every source in short, in the order of the sources."""
    return {
        "words": atlas.dataset.strings_with(*STRING_PREFIXES),
        "short": [short_citation(source) for source in atlas.dataset.sources.values()],
    }
