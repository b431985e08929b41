"""The drills: the place for their tasks, and the words that their scripts need."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.web.layout.maps_page import choice_name, is_read

MODE = "drills"
STRING_PREFIXES = ("drills.",)
"""The strings of this page begin with these."""


def drill_box(atlas: Atlas) -> html.Section:
    """Where the script puts the drills when a reader first opens the mode."""
    label = {"aria-label": atlas.strings["drills.box"], "data-in-mode": MODE}
    return html.Section("", id="drills", className="tools", hidden=True, **label)


def drill_words(atlas: Atlas) -> dict:
    """`words` of the drills; `maps`: [map, its name], in order; `unread`: those that nobody has read."""
    return {
        "words": atlas.dataset.strings_with(*STRING_PREFIXES),
        "maps": [[map_id, choice_name(atlas, map_id)] for map_id in atlas.maps],
        "unread": [map_id for map_id in atlas.maps if not is_read(atlas, map_id)],
    }
