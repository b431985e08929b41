"""The comparison of two lesions: the place for its controls, its words, and the evidence of each discriminator."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.web.layout.evidence import public_note, remark

MODE = "apart"
STRING_PREFIX = "apart."
"""The strings of this page begin with this."""


def compare_tools(atlas: Atlas) -> html.Section:
    """Where the script puts the controls when a reader first opens the mode."""
    label = {"aria-label": atlas.strings["apart.tools"], "data-in-mode": MODE}
    return html.Section("", id="apart-tools", className="tools", hidden=True, **label)


def _foot(atlas: Atlas, row) -> html.P:
    note = public_note(atlas, row.note)
    return remark(atlas, row, *([html.B(atlas.strings["field.note"] + " "), note] if note else []))


def compare_words(atlas: Atlas) -> dict:
    """Words, and for each pair the sources, evidence and note of its discriminators, in the order of the bundle."""
    rows = atlas.dataset.discriminators
    feet, sources = [], []
    for a, b in atlas.pairs:
        own = [rows[a, b, told.finding] for told in atlas.compare(a, b).discriminators]
        feet.append([_foot(atlas, row) for row in own])
        sources.append(sorted({atlas.nerve_graph.source_place[cited.key] for row in own for cited in row.cites}))
    words = atlas.dataset.strings_with(STRING_PREFIX)
    return {"words": words, "feet": feet, "sources": sources}
