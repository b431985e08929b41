"""The page of dermatome maps: its controls, its words, and the roots of every patch on every map with their sources."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.reasoning.map_disagreement.disagreement import READ
from atlas.reasoning.map_disagreement.map_pairs import rows_read
from atlas.web.layout.evidence import footing, remark

MODE = "maps"
STRING_PREFIXES = ("maps.", "map.")
"""The strings of this page begin with these."""
VIEWS = {"": "start", "beside": "two", "all": "all"}
"""What the page can show: value of the button → its name in the strings."""
BESIDE = "beside"
"""The value of the button that shows the chosen map and the next one."""


def method_line(atlas: Atlas, map_id: str) -> str:
    """How a map was made, and how much of it was read in the original."""
    read, rows = rows_read(atlas.nerve_graph)[map_id]
    key = "map.read.all" if read == rows else "map.read" if read else "map.read.none"
    count = atlas.strings[key].format(read=read, rows=rows)
    method = atlas.dataset.dermatome_maps[map_id].method
    return f"{method} {count}" if read < rows else method


def is_read(atlas: Atlas, map_id: str) -> bool:
    """Whether any of the roots that a map draws was read in the original."""
    rows = atlas.dataset.dermatomes.values()
    return any(row.checked == READ for row in rows if row.map == map_id and row.standing == "drawn")


def choice_name(atlas: Atlas, map_id: str) -> str:
    """The name of a map in a list: with its year, and whether none of the roots that it draws was read."""
    row = atlas.dataset.dermatome_maps[map_id]
    year = f" ({row.year})" if row.year and row.year not in row.name else ""
    unread = "" if is_read(atlas, map_id) else f" – {atlas.strings['map.unread.all']}"
    return f"{row.name}{year}{unread}"


def compare_button(atlas: Atlas) -> html.Button:
    """A button next to the choice of a map that shows the next map at the same time."""
    words = atlas.strings
    title = words["maps.compare.title"]
    return html.Button(words["maps.compare"], className="plain", title=title, **{"data-maps": BESIDE})


def maps_tools(atlas: Atlas) -> html.Section:
    """The choice of what the page shows: an explanation, two maps, or where all maps differ."""
    words = atlas.strings
    buttons = [
        html.Button(words[f"maps.view.{name}"], **{"data-maps": view, "aria-pressed": "false"})
        for view, name in VIEWS.items()
    ]
    group = html.Div(buttons, className="ways", role="group", **{"aria-label": words["maps.view"]})
    label = {"aria-label": words["mode.maps"], "data-in-mode": MODE}
    return html.Section(group, id="maps-tools", className="tools", hidden=True, **label)


def _said(atlas: Atlas, row) -> html.P:
    return remark(atlas, row, row.detail)


def maps_words(atlas: Atlas) -> dict:
    """Words; `choices`: names of the maps that can be chosen; `reasons`: why maps differ, [text, plain text, sources];
    `said`: "map territory" → detail, evidence and sources of its row; `made`: the same for each map; `sources`: indexes
    of the sources of all maps and reasons."""
    dataset = atlas.dataset
    rows = sorted(dataset.map_reasons.values(), key=lambda one: one.order)
    maps = sorted(dataset.dermatome_maps.values(), key=lambda one: one.order)
    place = atlas.nerve_graph.source_place
    return {
        "words": atlas.dataset.strings_with(*STRING_PREFIXES),
        "choices": {map_id: choice_name(atlas, map_id) for map_id in atlas.maps},
        "reasons": [[row.text, row.plain, footing(atlas, row)] for row in rows],
        "said": {f"{row.map} {row.territory}": _said(atlas, row) for row in dataset.dermatomes.values()},
        "made": [footing(atlas, one) for one in maps],
        "sources": sorted({place[cited.key] for row in [*rows, *maps] for cited in row.cites}),
    }
