"""The place of the network beside the body, and its words."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas

STRING_PREFIX = "network."
"""The strings of the network begin with this."""


def network_beside(atlas: Atlas) -> html.Section:
    """The section that the script fills; until something is selected it shows a hint."""
    words = atlas.strings
    return html.Section(
        [
            html.H2(words["network.heading"], id="network-heading"),
            html.P(words["network.hint"], className="hint"),
            html.Div("", className="lanes", hidden=True),
        ],
        id="network",
        **{"aria-labelledby": "network-heading"},
    )


def network_words(atlas: Atlas) -> dict:
    """The strings of the network."""
    return {"words": atlas.dataset.strings_with(STRING_PREFIX)}
