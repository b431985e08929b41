"""The search box: a field, and the list of results."""

from __future__ import annotations

from html import escape

from dash import html

from atlas.api import Atlas
from atlas.web.layout.html_renderer import Inline

_FIELD = (
    '<input id="find" type="text" role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list"'
    ' autocomplete="off" autocapitalize="off" spellcheck="false" aria-keyshortcuts="/" placeholder="{hint}">'
)


def search_box(atlas: Atlas) -> html.Div:
    """The field and its list; the index is fetched on first use."""
    words = atlas.strings
    label = html.Label([html.Span(words["find.label"]), Inline(_FIELD.format(hint=escape(words["find.hint"])))])
    listed = html.Ul("", id="found", role="listbox", hidden=True, **{"aria-label": words["find.found"]})
    status = html.Div("", id="find-said", role="status")
    return html.Div([label, listed, status], className="find", role="search")
