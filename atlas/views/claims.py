"""How sure a claim is and who says so: chips, short citations and notes, the same wherever a claim is shown."""

from __future__ import annotations

import re

from dash import html

from atlas.api import Atlas
from atlas.facts.rows import Claim
from atlas.facts.tables.origins import Source

_PART = "part:"
_WHOLE = "all"
_INITIALS = re.compile(r"^[A-Z]{1,4}\.?$")


def short_name(source: Source) -> str:
    """A source in two words: the first author's surname, or the first words of its title, and the year.

    >>> short_name(Source(id="g", authors="Gray H (ed. Lewis)", title="Anatomy", year="1918", access="read"))
    'Gray 1918'
    """
    first = re.split(r"[;,(]", source.authors, maxsplit=1)[0].strip() or source.title
    words = [word for word in first.split() if not _INITIALS.match(word)] or first.split()
    while len(words) > 4 or (len(words) == 4 and len(words[-1]) < 4):
        words.pop()
    return " ".join([" ".join(words).rstrip(":,;"), source.year]).strip()


def unchecked(row: Claim) -> dict[str, bool]:
    """The columns that the row calls not checked → whether wholly (False: only a part)."""
    return {name.removeprefix(_PART): not name.startswith(_PART) for name in getattr(row, "unchecked", ())}


def chip(words: dict[str, str], key: str) -> html.Span:
    """One word on how sure something is."""
    return html.Span(words[f"chip.{key}"], className=f"chip {key}", title=words[f"chip.{key}.title"])


def standing(words: dict[str, str], row: Claim) -> list:
    """The chips of a row: how sure the sources are, and whether they were read."""
    if row.checked == "memory":
        return [chip(words, "memory")]
    chips = [chip(words, row.confidence)]
    return [*chips, chip(words, "second-hand")] if row.checked == "second-hand" else chips


def doubt(words: dict[str, str], row: Claim, column: str) -> list:
    """A chip for one column that is less checked than its row."""
    if row.checked == "memory":
        return []
    found = unchecked(row)
    if found.get(column) or _WHOLE in found:
        return [" ", chip(words, "memory")]
    return [" ", chip(words, "part-memory")] if column in found else []


def citations(atlas: Atlas, row: Claim) -> html.Cite:
    """The sources of a row in short, with the place in each where it is known."""
    parts = []
    for cited in row.cites:
        name = short_name(atlas.facts["sources"][cited.key])
        parts.append(f"{name}, {cited.where}" if cited.where else name)
    return html.Cite("; ".join(parts), className="cites")


def footing(atlas: Atlas, row: Claim) -> html.P:
    """Chips and citations in one line."""
    return html.P([*standing(atlas.strings, row), " ", citations(atlas, row)], className="footing")
