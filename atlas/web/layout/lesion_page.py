"""The page of lesions: the place for its controls, and the words and lists that its script needs."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.figures.lesion_table import places, sites_of_condition
from atlas.reasoning.comparison.comparisons import CLEAR_LOSS

MODE = "lesion"
STRING_PREFIX = "lesion."
"""The strings of this page begin with this."""
_HARDLY = "hardly"


def lesion_tools(atlas: Atlas) -> html.Section:
    """Where the script puts the controls when a reader first opens the mode; the first load does not include them."""
    label = {"aria-label": atlas.strings["lesion.tools"], "data-in-mode": MODE}
    return html.Section("", id="lesion-tools", className="tools", hidden=True, **label)


def _searchable(atlas: Atlas, known: list[str]) -> list[list[str]]:
    """[name, id] of every place: names before synonyms, and sites before other things of the same name."""
    order = sorted(known, key=lambda id_: atlas.node(id_).kind != "site")
    named = {atlas.node(id_).name: id_ for id_ in reversed(order)}
    for id_ in order:
        for synonym in getattr(atlas.node(id_).row, "synonyms", ()):
            named.setdefault(synonym[:1].upper() + synonym[1:], id_)
    return [[name, id_] for name, id_ in sorted(named.items(), key=lambda entry: entry[0].lower())]


def _groups(atlas: Atlas, known: list[str]) -> list[list]:
    """[heading, ids]: the sites by their level, then the conditions with a single place."""
    levels = sorted(atlas.dataset.levels.values(), key=lambda level: level.order)
    by_level: dict[str, list[str]] = {level.id: [] for level in levels}
    for id_ in known:
        if atlas.node(id_).kind == "site":
            segment = atlas.dataset.segments.get(atlas.dataset.sites[id_].on[0])
            by_level[segment.level if segment else levels[0].id].append(id_)
    groups = [[level.name, by_level[level.id]] for level in levels]
    groups.append([atlas.strings["lesion.disorders"], [id_ for id_ in known if atlas.node(id_).kind == "condition"]])
    return [group for group in groups if group[1]]


def lesion_words(atlas: Atlas) -> dict:
    """Words; tests; what weakness looks like and from which share it is obvious; places by name and by level; red flags
    of conditions; the sources of the shares. Places are ids."""
    known = list(places(atlas))
    hardly = {row.target for row in atlas.dataset.examinations.values() if row.ease == _HARDLY}
    rows = atlas.dataset.muscles.values()
    weights = [cited.key for row in atlas.dataset.weights.values() for cited in row.cites]
    return {
        "words": atlas.dataset.strings_with(STRING_PREFIX),
        "tests": {row.id: row.test for row in rows if row.test and row.id not in hardly},
        "weakness": {row.id: row.weakness for row in rows if row.weakness and row.id not in hardly},
        "clear": CLEAR_LOSS,
        "where": {row.id: row.where for row in atlas.dataset.sites.values() if row.where},
        "red_flags": {id_: atlas.dataset.conditions[id_].red_flags for id_ in sites_of_condition(atlas)},
        "weighed": sorted({atlas.nerve_graph.source_place[key] for key in weights}),
        "search": _searchable(atlas, known),
        "groups": _groups(atlas, known),
    }
