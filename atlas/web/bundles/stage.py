"""The stage view: the regions that number keys enlarge."""

from __future__ import annotations

from atlas.api import Atlas

STRING_PREFIXES = ("stage.", "tours.place", "tours.back", "tours.next", "tours.end")
"""The strings of the stage view begin with these."""


def build_stage(atlas: Atlas) -> dict:
    """`words`; `regions`: digit → name, the nodes in it and the views that can show it."""
    return {
        "words": atlas.dataset.strings_with(*STRING_PREFIXES),
        "regions": {
            region.digit: {"name": region.name, "parts": region.parts, "views": region.views}
            for region in atlas.dataset.regions.values()
        },
    }
