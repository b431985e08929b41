"""The page *Examine the leg*: the place for its controls, and its words."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas

MODE = "examination"
STRING_PREFIXES = ("examination.", "mode.examination")
"""The strings of this page begin with these."""


def exam_tools(atlas: Atlas) -> html.Section:
    """Where the script puts the controls when a reader first opens the mode; the first load does not include them."""
    label = {"aria-label": atlas.strings["examination.tools"], "data-in-mode": MODE}
    return html.Section("", id="exam-tools", className="tools", hidden=True, **label)


def exam_words(atlas: Atlas) -> dict:
    """Words."""
    return {"words": atlas.dataset.strings_with(*STRING_PREFIXES)}
