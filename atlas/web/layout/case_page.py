"""The place for the controls of teaching cases."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas

MODE = "cases"


def case_tools(atlas: Atlas) -> html.Section:
    """Where the script puts the controls when a reader first opens the mode; the first load does not include them."""
    label = {"aria-label": atlas.strings["cases.label"], "data-in-mode": MODE}
    return html.Section("", id="case-tools", className="tools", hidden=True, **label)
