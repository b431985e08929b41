"""The page *Pain drawing*: the place for its controls, its words, and what studies found of the spread of root pain."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.web.layout.evidence import footing
from atlas.web.layout.maps_page import choice_name

MODE = "drawing"
STRING_PREFIXES = ("drawing.", "mode.drawing")
"""The strings of this page begin with these."""


def drawing_tools(atlas: Atlas) -> html.Section:
    """Where the script puts the print buttons when a reader first opens the mode; the first load does not include
    them."""
    label = {"aria-label": atlas.strings["drawing.tools"], "data-in-mode": MODE}
    return html.Section("", id="drawing-tools", className="tools", hidden=True, **label)


def drawing_words(atlas: Atlas) -> dict:
    """Words; `maps`: [map, its name], in order; `findings`: what studies found, [text, plain text, sources]."""
    dataset = atlas.dataset
    rows = sorted(dataset.pain_findings.values(), key=lambda row: row.order)
    return {
        "words": {
            **dataset.strings_with(*STRING_PREFIXES),
            "page.emergency": atlas.strings["page.emergency"],
        },
        "maps": [[map_id, choice_name(atlas, map_id)] for map_id in atlas.maps],
        "findings": [[row.text, row.plain, footing(atlas, row)] for row in rows],
    }
