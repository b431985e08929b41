"""Which roots each stretch carries. Plain reachability would be wrong: a root is only where an ending needs it.

A root goes down an edge u → v if it reaches u and some ending below v gets that root there. For skin the roots are
those of one dermatome map. Where that map says nothing of a patch the way of its nerve is still known: it is taken
from the default map (`routed`), but then no root is claimed (`brought`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from atlas.graph.anatomy import Anatomy, Hanging


@dataclass(frozen=True)
class Carrying:
    """Sets of roots as bits under one dermatome map.

    brought: (ending, branch) → roots that come to the ending by that branch.
    routed:  the same, with silent skin following the default map's way.
    down, way: node → roots some ending at or below it gets (by `brought`, by `routed`).
    """

    brought: dict[tuple[str, str], int]
    routed: dict[tuple[str, str], int]
    down: dict[str, int]
    way: dict[str, int]


def _share(anatomy: Anatomy, hangings: list[Hanging], roots: int) -> dict[tuple[str, str], int]:
    """Split an ending's roots over its branches: main branches first, an overlap only for what no main one brings."""
    possible = {h.key: anatomy.up[h.branch] & h.admitted & roots for h in hangings}
    by_main = 0
    for h in hangings:
        if h.main:
            by_main |= possible[h.key]
    return {h.key: possible[h.key] if h.main else possible[h.key] & ~by_main for h in hangings}


def _skin(anatomy: Anatomy, territory: str, map_id: str) -> int | None:
    row = anatomy.facts["dermatomes"].get((territory, map_id))
    return anatomy.mask(row.roots) if row is not None and row.standing == "drawn" else None


def _gathered(anatomy: Anatomy, shares: dict[tuple[str, str], int]) -> dict[str, int]:
    down: dict[str, int] = {}
    for node in reversed(list(nx.topological_sort(anatomy.wiring))):
        roots = 0
        for hanging in anatomy.below.get(node, ()):
            roots |= shares.get(hanging.key, 0)
        for child in anatomy.wiring.successors(node):
            roots |= down[child]
        down[node] = roots
    return down


def carrying(anatomy: Anatomy, map_id: str) -> Carrying:
    """Work out what every stretch carries under one dermatome map, once, in time linear in the graph."""
    brought: dict[tuple[str, str], int] = {}
    routed: dict[tuple[str, str], int] = {}
    for table in ("muscles", "reflexes"):
        for id_, row in anatomy.facts[table].items():
            brought |= _share(anatomy, anatomy.above.get(id_, []), anatomy.mask(row.roots))
    routed |= brought
    for id_ in anatomy.facts["territories"]:
        hangings = anatomy.above.get(id_, [])
        roots = _skin(anatomy, id_, map_id)
        usual = _skin(anatomy, id_, anatomy.default_map) or 0
        brought |= _share(anatomy, hangings, roots or 0)
        routed |= _share(anatomy, hangings, usual if roots is None else roots)
    return Carrying(brought, routed, _gathered(anatomy, brought), _gathered(anatomy, routed))
