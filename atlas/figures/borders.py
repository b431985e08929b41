"""Borders on the skin: where innervation changes, where authors disagree, where nerves overlap.

Kinds of border:

- *same*: the same innervation on both sides.
- *maybe*: the same on both sides, but a source that was read draws a border here.
- *line*: innervation changes, and the sources that were read agree about both sides.
- *doubt*: innervation changes, and the sources disagree about a side. The true border is a zone and is drawn as one.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from atlas.api import Atlas
from atlas.figures.skin_colours import NERVES, skin_styles
from atlas.graph.nerve_graph import SOMETIMES

SAME, MAYBE, LINE, DOUBT = "same", "maybe", "line", "doubt"
KINDS = {SAME: "s", MAYBE: "m", LINE: "l", DOUBT: "d"}
"""Kind of border → its letter in the page's data."""
Pair = tuple[str, str]
_BETWEEN = re.compile(r'data-between="(\S+) (\S+)"')


def pair(text: str) -> Pair:
    """The two patches that a border separates, in alphabetical order.

    >>> pair("b a")
    ('a', 'b')
    """
    first, second = sorted(text.split())
    return first, second


def drawn_pairs(atlas: Atlas) -> list[Pair]:
    """Every pair of neighbours with a border in at least one figure."""
    figures = atlas.dataset.figures.values()
    return sorted({pair(" ".join(ends)) for figure in figures for ends in _BETWEEN.findall(figure.svg)})


def _roots_by_map(atlas: Atlas) -> dict[str, dict[str, frozenset[str]]]:
    """Territory → dermatome map → roots, for rows that were read at their source. The consensus map is not a source."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for row in atlas.dataset.dermatomes.values():
        if row.standing == "drawn" and row.checked == "read" and row.map != atlas.default_map:
            found.setdefault(row.territory, {})[row.map] = frozenset(row.roots)
    return found


def _variable_territories(atlas: Atlas) -> set[str]:
    """Patches of skin whose nerve is disputed."""
    rows = atlas.dataset.fields.values()
    return {row.territory for row in rows if row.share != SOMETIMES and row.confidence == "variable"}


@lru_cache(4)
def border_kinds(atlas: Atlas) -> dict[str, dict[Pair, str]]:
    """Layer (id of a dermatome map, or NERVES) → pair of neighbours → kind of border."""
    layers, by_map, variable = skin_styles(atlas), _roots_by_map(atlas), _variable_territories(atlas)

    @cache
    def disputed(territory: str, layer: str) -> bool:
        return territory in variable if layer == NERVES else len(set(by_map.get(territory, {}).values())) > 1

    @cache
    def drawn_in_some_map(first: str, second: str) -> bool:
        here, there = by_map.get(first, {}), by_map.get(second, {})
        return any(here[map_id] != there[map_id] for map_id in here.keys() & there.keys())

    def kind(layer: str, first: str, second: str) -> str:
        here, there = layers[layer][first], layers[layer][second]
        if (here.fill, here.mark) == (there.fill, there.mark):
            return MAYBE if layer != NERVES and drawn_in_some_map(first, second) else SAME
        return DOUBT if disputed(first, layer) or disputed(second, layer) else LINE

    pairs = drawn_pairs(atlas)
    return {layer: {ends: kind(layer, *ends) for ends in pairs} for layer in layers}


def border_payload(atlas: Atlas) -> dict:
    """The kinds for the page: `pairs` as in the figures, and in `layers` one letter per pair for each layer."""
    pairs, kinds = drawn_pairs(atlas), border_kinds(atlas)
    layers = {layer: "".join(KINDS[found[ends]] for ends in pairs) for layer, found in kinds.items()}
    return {"pairs": [" ".join(ends) for ends in pairs], "layers": layers}


def overlaps(atlas: Atlas) -> set[Pair]:
    """(territory, neighbour): the neighbour's usual nerve also reaches into the territory in some people."""
    segments = atlas.dataset.segments
    usual: dict[str, set[str]] = {}
    occasional: dict[str, set[str]] = {}
    for row in atlas.dataset.fields.values():
        nerves = occasional if row.share == SOMETIMES else usual
        nerves.setdefault(row.territory, set()).add(segments[row.segment].nerve)
    both_ways = [ends for pair_ in drawn_pairs(atlas) for ends in (pair_, pair_[::-1])]
    return {(here, there) for here, there in both_ways if occasional.get(here, set()) & usual.get(there, set())}


def autonomous(atlas: Atlas) -> set[str]:
    """The patches of skin that a source assigns, whole or in part, to one nerve alone."""
    return {row.territory for row in atlas.dataset.autonomous.values()}
