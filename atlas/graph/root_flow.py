"""Which roots each stretch carries. Plain reachability would be wrong: a root is only where a target needs it.

A root goes down an edge u → v if it reaches u and some target below v gets that root there. For skin the roots are
those of one dermatome map. Where that map says nothing of a patch the way of its nerve is still known: it is taken
from the default map (`routed`), but then no root is claimed (`claimed`).
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

    claimed: (target, branch) → roots that come to the target by that branch.
    routed:  the same, with silent skin following the default map's way.
    claimed_below, routed_below: node → roots some target at or below it gets (by `claimed`, by `routed`).
    """

    claimed: dict[tuple[str, str], int]
    routed: dict[tuple[str, str], int]
    claimed_below: dict[str, int]
    routed_below: dict[str, int]


def _share(nerve_graph: NerveGraph, innervations: list[InnervationEdge], roots: int) -> dict[tuple[str, str], int]:
    """Split a target's roots over its branches: main branches first, an overlap only for what no main one brings."""
    possible = {h.key: nerve_graph.reaching_roots[h.branch] & h.admitted & roots for h in innervations}
    by_main = 0
    for h in innervations:
        if h.main:
            by_main |= possible[h.key]
    return {h.key: possible[h.key] if h.main else possible[h.key] & ~by_main for h in innervations}


def _skin(nerve_graph: NerveGraph, territory: str, map_id: str) -> int | None:
    row = nerve_graph.dataset["dermatomes"].get((territory, map_id))
    return nerve_graph.root_mask(row.roots) if row is not None and row.standing == "drawn" else None


def _gathered(nerve_graph: NerveGraph, shares: dict[tuple[str, str], int]) -> dict[str, int]:
    down: dict[str, int] = {}
    for node in reversed(list(nx.topological_sort(nerve_graph.segment_graph))):
        roots = 0
        for innervation in nerve_graph.innervation_by_branch.get(node, ()):
            roots |= shares.get(innervation.key, 0)
        for child in nerve_graph.segment_graph.successors(node):
            roots |= down[child]
        down[node] = roots
    return down


def root_flow(nerve_graph: NerveGraph, map_id: str) -> RootFlow:
    """Work out what every stretch carries under one dermatome map, once, in time linear in the graph."""
    claimed: dict[tuple[str, str], int] = {}
    routed: dict[tuple[str, str], int] = {}
    for table in ("muscles", "reflexes"):
        for id_, row in nerve_graph.dataset[table].items():
            claimed |= _share(
                nerve_graph, nerve_graph.innervation_by_target.get(id_, []), nerve_graph.root_mask(row.roots)
            )
    routed |= claimed
    for id_ in nerve_graph.dataset["territories"]:
        innervations = nerve_graph.innervation_by_target.get(id_, [])
        roots = _skin(nerve_graph, id_, map_id)
        usual = _skin(nerve_graph, id_, nerve_graph.default_map) or 0
        claimed |= _share(nerve_graph, innervations, roots or 0)
        routed |= _share(nerve_graph, innervations, usual if roots is None else roots)
    return RootFlow(claimed, routed, _gathered(nerve_graph, claimed), _gathered(nerve_graph, routed))
