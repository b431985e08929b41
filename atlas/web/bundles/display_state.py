"""What the page shows next to a text of the article or a tour, as the page's script needs it."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.tables.display_state import DisplayState
from atlas.export.display_text import display_text

_FIGURE_OPTIONS = ("map", "layer", "plate")


def display_state(atlas: Atlas, state: DisplayState) -> dict:
    """What is highlighted, by id (`select`, `lesion`, `pair`) and in words (`says`); `asks`: options of the figures.

    `says` is empty if nothing is highlighted.
    """
    options = {key: getattr(state, key) for key in _FIGURE_OPTIONS if getattr(state, key)}
    return {
        "select": state.select,
        "lesion": state.lesion,
        "pair": state.pair,
        "says": display_text(atlas, state) if state.highlighted else "",
        "asks": options | ({"show": ",".join(state.show)} if state.show else {}),
    }
