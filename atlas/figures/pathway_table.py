"""The pathway of every selection under each dermatome map: its nodes and edges, in one compact object.

Nodes and edges are indexes. Equal lists are stored once, and sorted ones as differences, which compress well.
"""

from __future__ import annotations

from collections.abc import Iterable

from atlas.api import Atlas
from atlas.graph.pathway import Pathway, follows_map

HIGHLIGHTED = ("roots", "segments", "nerves", "territories", "muscles", "reflexes", "conditions", "sites")


class Lists:
    """Lists of numbers, each stored once and known by its index."""

    def __init__(self) -> None:
        self.stored: list[list[int]] = []
        self._places: dict[tuple[int, ...], int] = {}

    def place(self, numbers: Iterable[int]) -> int:
        """The index of a list, which is stored if it is new.

        >>> lists = Lists()
        >>> lists.place([3, 4]), lists.place([]), lists.place([3, 4])
        (0, 1, 0)
        """
        key = tuple(numbers)
        if key not in self._places:
            self._places[key] = len(self.stored)
            self.stored.append(list(key))
        return self._places[key]


def differences(numbers: Iterable[int]) -> list[int]:
    """Delta-encode numbers: sort them, and keep the first and the distance of each other one from its predecessor.

    >>> differences([9, 4, 5])
    [4, 1, 4]
    """
    found, before = [], 0
    for number in sorted(numbers):
        found.append(number - before)
        before = number
    return found


def _highlighted(found: Pathway, index_of: dict[str, int]) -> set[int]:
    return {index_of[found.selected]} | {index_of[id_] for part in HIGHLIGHTED for id_ in getattr(found, part)}


def _pathways(atlas: Atlas, index_of: dict[str, int]) -> dict:
    """The pathways of all nodes under all maps, which are the same in every language."""
    lists = Lists()
    edges: dict[tuple[str, str], int] = {}
    sources = {key: at for at, key in enumerate(atlas.dataset.sources)}
    pathways: dict[tuple[int, ...], int] = {}
    by_map: dict[str, list[int]] = {}
    first = next(iter(atlas.maps), "")
    for map_id in atlas.maps:
        by_map[map_id] = []
        for at, id_ in enumerate(index_of):
            if map_id != first and not follows_map(atlas.nerve_graph, id_):
                by_map[map_id].append(by_map[first][at])
                continue
            found = atlas.pathway(id_, map_id)
            row = (
                lists.place(differences(_highlighted(found, index_of))),
                lists.place(differences(edges.setdefault(edge, len(edges)) for edge in found.edges)),
                lists.place(differences(sources[key] for key in found.sources)),
                lists.place(lists.place(index_of[step] for step in chain) for chain in found.chains),
            )
            by_map[map_id].append(pathways.setdefault(row, len(pathways)))
    return {
        "lists": lists.stored,
        "edges": [[index_of[a], index_of[b]] for a, b in edges],
        "pathways": [list(row) for row in pathways],
        "by_map": by_map,
    }


def build_payload(atlas: Atlas) -> dict:
    """Everything that the page looks up except the strings and the contents of the panel, as plain JSON values.

    `pathways` rows are indexes of `lists`: nodes, edges, sources (as differences; their order is that of
    the table) and chains (indexes of lists).
    `nerve_of`: segment → the nerve that it belongs to; `whole`: nerve → its segments; `locations`: site or condition →
    the segments and roots where it is.
    """
    index_of = {id_: index for index, id_ in enumerate(atlas.nodes)}
    parts = {index_of[nerve]: [index_of[s] for s in own] for nerve, own in atlas.nerve_graph.segments_of.items()}
    locations = {index_of[site.id]: [index_of[at] for at in site.on] for site in atlas.dataset.sites.values()}
    for condition in atlas.dataset.conditions.values():
        locations[index_of[condition.id]] = sorted({at for site in condition.sites for at in locations[index_of[site]]})
    nerves = {index_of[s.id]: index_of[s.nerve] for s in atlas.dataset.segments.values() if s.id != s.nerve}
    return {
        "ids": list(index_of),
        "names": [node.name for node in atlas.nodes.values()],
        "kinds": [node.kind for node in atlas.nodes.values()],
        "source_count": len(atlas.dataset.sources),
        "maps": {map_id: atlas.dataset.dermatome_maps[map_id].name for map_id in atlas.maps},
        "default_map": atlas.default_map,
        "nerve_of": nerves,
        "whole": {nerve: own for nerve, own in parts.items() if own != [nerve]},
        "locations": locations,
        **atlas.nerve_graph.once("pathway_table", lambda: _pathways(atlas, index_of)),
    }
