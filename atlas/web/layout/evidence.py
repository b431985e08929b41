"""The evidence of a claim: confidence chips, short citations and notes, in the same form everywhere."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.dataset.claim_text import claim_key
from atlas.dataset.rows import Claim
from atlas.dataset.source_names import short_citation

STRING_PREFIXES = ("claims.", "chip.", "access.", "sources.")
"""The strings about sources begin with these."""
_PART = "part:"
_WHOLE = "all"


def unchecked(row: Claim) -> dict[str, bool]:
    """Unchecked column → True if all of it is unchecked, False if a part is."""
    return {name.removeprefix(_PART): not name.startswith(_PART) for name in getattr(row, "unchecked", ())}


def chip(words: dict[str, str], key: str) -> html.Span:
    """One word on how well something is supported."""
    return html.Span(words[f"chip.{key}"], className=f"chip {key}", title=words[f"chip.{key}.title"])


def evidence_chips(words: dict[str, str], row: Claim) -> list:
    """The chips of a row: its confidence, and whether its sources were read."""
    if row.checked == "memory":
        return [chip(words, "memory")]
    chips = [chip(words, row.confidence)]
    return [*chips, chip(words, "second-hand")] if row.checked == "second-hand" else chips


def _opening(row: Claim) -> dict[str, str]:
    return {"data-claim": claim_key(row), "aria-haspopup": "dialog"}


def doubt(words: dict[str, str], row: Claim, column: str) -> list:
    """A chip for a column that is less well checked than its row; it opens the sources."""
    if row.checked == "memory":
        return []
    found = unchecked(row)
    key = "memory" if found.get(column) or _WHOLE in found else "part-memory" if column in found else None
    if key is None:
        return []
    attributes = {"title": words[f"chip.{key}.title"], "data-column": column, **_opening(row)}
    return [" ", html.Button(words[f"chip.{key}"], className=f"chip {key}", **attributes)]


def citations(atlas: Atlas, row: Claim) -> html.Button:
    """The sources of a row in short, with the place in each if known: a button that opens them in full."""
    parts = []
    for cited in row.cites:
        name = short_citation(atlas.dataset.sources[cited.key])
        parts.append(f"{name}, {cited.where}" if cited.where else name)
    return html.Button("; ".join(parts), className="cites", **_opening(row))


def footing(atlas: Atlas, row: Claim) -> html.P:
    """Chips and citations in one line."""
    return html.P([*evidence_chips(atlas.strings, row), " ", citations(atlas, row)], className="footing")


def claim_words(atlas: Atlas) -> dict:
    """Words, and every source in short, in the order of the sources."""
    return {
        "words": atlas.dataset.strings_with(*STRING_PREFIXES),
        "short": [short_citation(source) for source in atlas.dataset.sources.values()],
    }
