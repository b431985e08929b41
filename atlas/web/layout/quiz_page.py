"""The quiz: the place for its questions, and the words that its script needs."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.figures.best_plates import best_plates

MODE = "quiz"
STRING_PREFIXES = ("quiz.", "ask.", "room.")
"""The strings of this page begin with these."""


def quiz_box(atlas: Atlas) -> html.Section:
    """Where the script puts the quiz when a reader first opens the mode."""
    label = {"aria-label": atlas.strings["quiz.box"], "data-in-mode": MODE}
    return html.Section("", id="quiz", className="tools", hidden=True, **label)


def quiz_words(atlas: Atlas) -> dict:
    """`words` of the quiz; `plates`: patch of skin → the plate on which a question about it is shown."""
    words = atlas.dataset.strings_with(*STRING_PREFIXES)
    return {"words": words, "plates": best_plates(atlas)}
