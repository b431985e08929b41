"""What is known of each border on the skin: where innervation changes, where authors disagree, where innervation overlaps.

A border is *same* (the same innervation on both sides), *maybe* (the same here, but a source that was read draws a border),
*line* (innervation changes, and nothing that was read disagrees about either side) or *doubt* (innervation changes, and what was
read disagrees about a side: there the true border is a zone, and is drawn as one).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from atlas.api import Atlas
from atlas.figures.skin_colours import NERVES, dresses

SAME, MAYBE, LINE, DOUBT = "same", "maybe", "line", "doubt"
KINDS = {SAME: "s", MAYBE: "m", LINE: "l", DOUBT: "d"}
"""Each kind with the letter that stands for it in an answer."""
Pair = tuple[str, str]
_BETWEEN = re.compile(r'data-between="(\S+) (\S+)"')


def pair(text: str) -> Pair:
    """The two patches that a border separates, in a fixed order.

    >>> pair("b a")
    ('a', 'b')
    """
    one, other = sorted(text.split())
    return one, other


def drawn_pairs(atlas: Atlas) -> list[Pair]:
    """Every pair of neighbours that some figure draws a border between."""
    return sorted(
        {pair(" ".join(found)) for one in atlas.dataset.figures.values() for found in _BETWEEN.findall(one.svg)}
    )


def _readings(atlas: Atlas) -> dict[str, dict[str, frozenset[str]]]:
    """Territory → dermatome map → roots, of the rows that were read at their source. Our own tally is no source."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for row in atlas.dataset["dermatomes"].values():
        if row.standing == "drawn" and row.checked == "read" and row.map != atlas.default_map:
            found.setdefault(row.territory, {})[row.map] = frozenset(row.roots)
    return found


def _unsure_nerves(atlas: Atlas) -> set[str]:
    innervation = atlas.dataset["innervation"].values()
    return {row.target for row in innervation if row.role == "main" and row.confidence == "variable"}


@lru_cache(4)  # the same for every figure, and there are many
def border_kinds(atlas: Atlas) -> dict[str, dict[Pair, str]]:
    """Layer (a dermatome map, or the cutaneous territories) → pair of neighbours → kind of border."""
    layers, readings, unsure = dresses(atlas), _readings(atlas), _unsure_nerves(atlas)

    @cache
    def disputed(territory: str, layer: str) -> bool:
        return territory in unsure if layer == NERVES else len(set(readings.get(territory, {}).values())) > 1

    @cache
    def drawn_by_some(one: str, other: str) -> bool:
        here, there = readings.get(one, {}), readings.get(other, {})
        return any(here[map_id] != there[map_id] for map_id in here.keys() & there.keys())

    def kind(layer: str, one: str, other: str) -> str:
        here, there = (layers[layer][side] for side in (one, other))
        if (here.fill, here.mark) == (there.fill, there.mark):
            return MAYBE if layer != NERVES and drawn_by_some(one, other) else SAME
        return DOUBT if disputed(one, layer) or disputed(other, layer) else LINE

    pairs = drawn_pairs(atlas)
    return {layer: {ends: kind(layer, *ends) for ends in pairs} for layer in layers}


def spelt(atlas: Atlas) -> dict:
    """The kinds for the page: `pairs` as in the figures, and for each layer one letter per pair."""
    pairs, kinds = drawn_pairs(atlas), border_kinds(atlas)
    layers = {layer: "".join(KINDS[found[ends]] for ends in pairs) for layer, found in kinds.items()}
    return {"pairs": [" ".join(ends) for ends in pairs], "layers": layers}


def _main_nerves(atlas: Atlas) -> dict[str, set[str]]:
    segments, found = atlas.dataset["segments"], {}
    for row in atlas.dataset["innervation"].values():
        if row.role == "main":
            found.setdefault(row.target, set()).add(segments[row.branch].nerve)
    return found


def overlaps(atlas: Atlas) -> set[Pair]:
    """(territory, neighbour): the neighbour's nerve also reaches into the territory."""
    segments, main, found = atlas.dataset["segments"], _main_nerves(atlas), set()
    reaching = {
        (row.target, segments[row.branch].nerve)
        for row in atlas.dataset["innervation"].values()
        if row.role == "overlap"
    }
    for one, other in drawn_pairs(atlas):
        for here, there in ((one, other), (other, one)):
            if any((here, nerve) in reaching for nerve in main.get(there, ())):
                found.add((here, there))
    return found


def autonomous(atlas: Atlas) -> set[str]:
    """The patches of skin, or parts of them, that a source gives to one nerve alone."""
    return {row.territory for row in atlas.dataset["autonomous"].values()}
