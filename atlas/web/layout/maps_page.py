"""The page of dermatome maps: its controls, its words, and what every map says of every patch with its sources."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.reasoning.map_disagreement.map_pairs import rows_read
from atlas.web.layout.evidence import footing

MODE = "maps"
SPOKEN = ("maps.", "map.")
"""The strings of this page begin with these."""
VIEWS = {"": "start", "beside": "two", "all": "all"}
"""What the page can show, as it stands on its buttons, and the name of that."""
BESIDE = "beside"
"""On a button: the chosen map and the next one."""


def method_line(atlas: Atlas, map_id: str) -> str:
    """How a map was made, and how much of it was read at its source."""
    read, rows = rows_read(atlas.nerve_graph)[map_id]
    key = "map.read.all" if read == rows else "map.read" if read else "map.read.none"
    said = atlas.strings[key].format(read=read, rows=rows)
    method = atlas.dataset["dermatome_maps"][map_id].method
    return f"{method} {said}" if read < rows else method


def choice_name(atlas: Atlas, map_id: str) -> str:
    """A map as it stands in a list: its name, its year, and whether nothing of it was checked."""
    one = atlas.dataset["dermatome_maps"][map_id]
    year = f" ({one.year})" if one.year and one.year not in one.name else ""
    unread = f" – {atlas.strings['map.unread.all']}" if not rows_read(atlas.nerve_graph)[map_id][0] else ""
    return f"{one.name}{year}{unread}"


def compare_button(atlas: Atlas) -> html.Button:
    """Beside the choice of a map: sets the next one beside it."""
    words = atlas.strings
    title = words["maps.compare.title"]
    return html.Button(words["maps.compare"], className="plain", title=title, **{"data-maps": BESIDE})


def maps_tools(atlas: Atlas) -> html.Section:
    """What the page shows: an explanation, two maps, or where all differ."""
    words = atlas.strings
    buttons = [
        html.Button(words[f"maps.view.{name}"], **{"data-maps": view, "aria-pressed": "false"})
        for view, name in VIEWS.items()
    ]
    group = html.Div(buttons, className="ways", role="group", **{"aria-label": words["maps.view"]})
    label = {"aria-label": words["maps.view"], "data-in-mode": MODE}
    return html.Section(group, id="maps-tools", className="tools", hidden=True, **label)


def _said(atlas: Atlas, row) -> html.Div:
    detail = [html.P(row.detail)] if row.detail else []
    return html.Div([*detail, footing(atlas, row)])


def maps_words(atlas: Atlas) -> dict:
    """Words; `choices`: names of the maps that can be chosen; `reasons`: why maps differ, [text, plain text, sources];
    `said`: "map territory" → detail, standing and sources of its row; `made`: the same of each map; `sources`: places
    of the sources of all maps and reasons."""
    dataset = atlas.dataset
    rows = sorted(dataset["map_reasons"].values(), key=lambda one: one.order)
    maps = sorted(dataset["dermatome_maps"].values(), key=lambda one: one.order)
    place = atlas.nerve_graph.source_place
    return {
        "words": {key: text for key, text in atlas.strings.items() if key.startswith(SPOKEN)},
        "choices": {map_id: choice_name(atlas, map_id) for map_id in atlas.maps},
        "reasons": [[row.text, row.plain, footing(atlas, row)] for row in rows],
        "said": {f"{row.map} {row.territory}": _said(atlas, row) for row in dataset["dermatomes"].values()},
        "made": [footing(atlas, one) for one in maps],
        "sources": sorted({place[cited.key] for row in [*rows, *maps] for cited in row.cites}),
    }
