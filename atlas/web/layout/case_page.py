"""The page of teaching cases: the place for its controls."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas

MODE = "cases"


def case_tools(atlas: Atlas) -> html.Section:
    """Where the script builds the controls when the mode is first entered; nothing of it burdens the first load."""
    label = {"aria-label": atlas.strings["cases.label"], "data-in-mode": MODE}
    return html.Section("", id="case-tools", className="tools", hidden=True, **label)
