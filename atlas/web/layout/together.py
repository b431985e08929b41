"""Two things at once: the button that shows one more with the selection, and the words about both."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from atlas.api import Atlas

_PREFIX = "together."


def another_button(atlas: Atlas) -> html.Button:
    """While it is pressed, the next choice is shown with the selection."""
    words = atlas.strings
    attributes = {"title": words["together.title"], "data-another": "", "aria-pressed": "false"}
    return html.Button(words["together.another"], className="plain another", **attributes)


def another_hint(atlas: Atlas) -> Component:
    """What to do while the button is pressed; the style sheet hides it otherwise."""
    return html.P(atlas.strings["together.hint"], className="lead choose-another")


def together_words(atlas: Atlas) -> dict:
    """The strings about two things shown at once."""
    return {"words": atlas.dataset.strings_with(_PREFIX)}
