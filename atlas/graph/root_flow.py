"""Which roots each stretch carries. Plain reachability would be wrong: a root is only where a target needs it.

A root goes down an edge u → v if it reaches u and some target below v gets that root there. For skin the roots are
those of one dermatome map. Where that map says nothing of a patch the way of its nerve is still known: it is taken
from the default map (`routed`), but then no root is claimed (`brought`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from atlas.graph.nerve_graph import InnervationEdge, NerveGraph


@dataclass(frozen=True)
class RootFlow:
    """Sets of roots as bits under one dermatome map.

    brought: (target, branch) → roots that come to the target by that branch.
    routed:  the same, with silent skin following the default map's way.
    down, way: node → roots some target at or below it gets (by `brought`, by `routed`).
    """

    brought: dict[tuple[str, str], int]
    routed: dict[tuple[str, str], int]
    down: dict[str, int]
    way: dict[str, int]


def _share(nerve_graph: NerveGraph, innervations: list[InnervationEdge], roots: int) -> dict[tuple[str, str], int]:
    """Split a target's roots over its branches: main branches first, an overlap only for what no main one brings."""
    possible = {h.key: nerve_graph.up[h.branch] & h.admitted & roots for h in innervations}
    by_main = 0
    for h in innervations:
        if h.main:
            by_main |= possible[h.key]
    return {h.key: possible[h.key] if h.main else possible[h.key] & ~by_main for h in innervations}


def _skin(nerve_graph: NerveGraph, territory: str, map_id: str) -> int | None:
    row = nerve_graph.dataset["dermatomes"].get((territory, map_id))
    return nerve_graph.mask(row.roots) if row is not None and row.standing == "drawn" else None


def _gathered(nerve_graph: NerveGraph, shares: dict[tuple[str, str], int]) -> dict[str, int]:
    down: dict[str, int] = {}
    for node in reversed(list(nx.topological_sort(nerve_graph.wiring))):
        roots = 0
        for innervation in nerve_graph.below.get(node, ()):
            roots |= shares.get(innervation.key, 0)
        for child in nerve_graph.wiring.successors(node):
            roots |= down[child]
        down[node] = roots
    return down


def carrying(nerve_graph: NerveGraph, map_id: str) -> RootFlow:
    """Work out what every stretch carries under one dermatome map, once, in time linear in the graph."""
    brought: dict[tuple[str, str], int] = {}
    routed: dict[tuple[str, str], int] = {}
    for table in ("muscles", "reflexes"):
        for id_, row in nerve_graph.dataset[table].items():
            brought |= _share(nerve_graph, nerve_graph.above.get(id_, []), nerve_graph.mask(row.roots))
    routed |= brought
    for id_ in nerve_graph.dataset["territories"]:
        innervations = nerve_graph.above.get(id_, [])
        roots = _skin(nerve_graph, id_, map_id)
        usual = _skin(nerve_graph, id_, nerve_graph.default_map) or 0
        brought |= _share(nerve_graph, innervations, roots or 0)
        routed |= _share(nerve_graph, innervations, usual if roots is None else roots)
    return RootFlow(brought, routed, _gathered(nerve_graph, brought), _gathered(nerve_graph, routed))
