"""Handing on what is shown: the entries of the menu, and the way from a frame back to the whole page."""

from __future__ import annotations

import json

from dash import html

from atlas.api import Atlas

WAYS = ("print", "link", "qr", "embed")
"""How what is shown can be handed on; each has its name in the strings."""
LINES = 5
"""Lines for notes by hand on a printed page."""
_SAID = (*WAYS, "copy", "copied", "bykey", "close", "qrlabel", "qrtold", "embedtold")


def share_entries(atlas: Atlas) -> html.Div:
    """One button for each way, with the words of its dialog."""
    words = atlas.strings
    buttons = [
        html.Button(words[f"share.{way}"], title=words[f"share.{way}.title"], className="plain", **{"data-share": way})
        for way in WAYS
    ]
    said = json.dumps({key: words[f"share.{key}"] for key in _SAID}, ensure_ascii=False)
    return html.Div(
        buttons,
        className="ways-on",
        id="share",
        role="group",
        **{"aria-label": words["share.label"], "data-said": said},
    )


def whole_page(atlas: Atlas) -> html.A:
    """Seen only in a frame: opens the same thing in the whole atlas."""
    return html.A(
        atlas.strings["share.whole"], href="./", target="_blank", rel="noopener", id="whole", className="open-whole"
    )


def paper(atlas: Atlas) -> html.Section:
    """Seen only on paper: room for notes by hand, and a code that opens what is shown."""
    words = atlas.strings
    code = html.Div(id="paper-code", **{"data-label": words["share.qrlabel"]})
    lines = [html.Div(className="by-hand") for _ in range(LINES)]
    notes = html.Div([html.H2(words["handout.notes"]), *lines], className="lines")
    return html.Section([notes, code], id="paper", **{"aria-hidden": "true"})
