"""Two dermatome maps compared patch by patch, and how much of each map was read at its source."""

from __future__ import annotations

from collections import Counter

from atlas.dataset.typed_tables import typed_tables
from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.map_disagreement.disagreement import READ


def compare_maps(nerve_graph: NerveGraph, first: str, second: str) -> dict[str, str]:
    """Each patch of skin → how two maps relate there: `differ`, `same`, `only-a`, `only-b` or `neither`.

    Raises:
        KeyError: there is no such map.
    """
    tables = typed_tables(nerve_graph.dataset)
    for map_id in (first, second):
        if map_id not in tables.dermatome_maps:
            raise KeyError(map_id)

    def drawn_roots(territory: str, map_id: str) -> frozenset[str] | None:
        row = tables.dermatomes.get((territory, map_id))
        return frozenset(row.roots) if row is not None and row.standing == "drawn" else None

    relations = {}
    for territory in tables.territories:
        a, b = drawn_roots(territory, first), drawn_roots(territory, second)
        if a is None or b is None:
            relations[territory] = "only-a" if a else "only-b" if b else "neither"
        else:
            relations[territory] = "same" if a == b else "differ"
    return relations


def rows_read(nerve_graph: NerveGraph) -> dict[str, tuple[int, int]]:
    """Map → how many of its rows were read at their source, and how many rows it has."""
    tables = typed_tables(nerve_graph.dataset)
    total = Counter(row.map for row in tables.dermatomes.values())
    read = Counter(row.map for row in tables.dermatomes.values() if row.checked == READ)
    return {map_id: (read[map_id], total[map_id]) for map_id in tables.dermatome_maps}
