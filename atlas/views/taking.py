"""Taking the figure along: the menu that saves it as now shown, and the button that lets its pulse run again."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas

FORMS = ("svg", "png")
"""The forms in which a figure can be saved; each has its name in the strings."""


def take_menu(atlas: Atlas) -> html.Details:
    """The menu with one button for each form."""
    words = atlas.strings
    buttons = [
        html.Button(words[f"take.{form}"], title=words[f"take.{form}.title"], className="plain", **{"data-take": form})
        for form in FORMS
    ]
    failed = {"data-failed": words["take.failed"]}
    return html.Details(
        [html.Summary(words["take.label"], className="plain", title=words["take.title"]), html.Div(buttons)],
        className="take",
        id="take",
        **failed,
    )


def replay_button(atlas: Atlas) -> html.Button:
    """Beside the line that says what is selected. Where nothing may move, it numbers the steps."""
    words = atlas.strings
    names = {
        "data-moving": words["pulse.again"],
        "data-moving-title": words["pulse.again.title"],
        "data-still": words["pulse.order"],
        "data-still-title": words["pulse.order.title"],
    }
    return html.Button(words["pulse.again"], id="replay", className="plain", title=words["pulse.again.title"], **names)
