"""Sharing the current view: the entries of the menu, and the link from a frame to the whole page."""

from __future__ import annotations

import json

from dash import html

from atlas.api import Atlas

METHODS = ("print", "link", "qr", "embed")
"""The methods of sharing; their names are strings."""
LINES = 5
"""Lines for handwritten notes on a printed page."""
_TEXTS = (
    *METHODS,
    "copy",
    "copied",
    "bykey",
    "close",
    "qrlabel",
    "qrtold",
    "embedtold",
    "withpack",
    "nopack",
    "largepack",
)


def share_entries(atlas: Atlas) -> html.Div:
    """One button for each method of sharing, with the texts of its dialog."""
    words = atlas.strings
    buttons = [
        html.Button(
            words[f"share.{method}"], title=words[f"share.{method}.title"], className="plain", **{"data-share": method}
        )
        for method in METHODS
    ]
    texts = json.dumps({key: words[f"share.{key}"] for key in _TEXTS}, ensure_ascii=False)
    return html.Div(
        buttons,
        className="ways-on",
        id="share",
        role="group",
        **{"aria-label": words["share.label"], "data-said": texts},
    )


def whole_page(atlas: Atlas) -> html.A:
    """Visible only in a frame: opens the same view in the whole atlas."""
    return html.A(
        atlas.strings["share.whole"], href="./", target="_blank", rel="noopener", id="whole", className="open-whole"
    )


def paper(atlas: Atlas) -> html.Section:
    """Visible only in print: lines for handwritten notes, and a QR code that opens the current view."""
    words = atlas.strings
    code = html.Div(id="paper-code", **{"data-label": words["share.qrlabel"]})
    lines = [html.Div(className="by-hand") for _ in range(LINES)]
    notes = html.Div([html.H2(words["handout.notes"]), *lines], className="lines")
    return html.Section([notes, code], id="paper", **{"aria-hidden": "true"})
