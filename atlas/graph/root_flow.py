"""Where the fibres of each root run. Plain reachability is wrong, since nerves mix the fibres of several roots.

A root's fibres run along an edge u → v if the root reaches u and some target at or below v receives that root. Which
roots a patch of skin receives depends on the dermatome map. If a map is silent about a patch, no root is `claimed` for
it; its nerve is still known, so the route is taken from the default map (`routed`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.dataset.tables.targets import Muscle, Reflex

if TYPE_CHECKING:
    from atlas.graph.nerve_graph import InnervationEdge, NerveGraph


@dataclass(frozen=True)
class RootFlow:
    """Where roots run under one dermatome map. Sets of roots are bits (see `atlas.graph.nerve_graph`).

    claimed: (target, branch) → roots that reach the target through that branch.
    routed:  the same, but silent skin follows the route of the default map.
    claimed_below, routed_below: node → roots that some target at or below it receives (by `claimed`, by `routed`).
    """

    claimed: dict[tuple[str, str], int]
    routed: dict[tuple[str, str], int]
    claimed_below: dict[str, int]
    routed_below: dict[str, int]


def _split_over_branches(
    nerve_graph: NerveGraph, innervations: list[InnervationEdge], roots: int
) -> dict[tuple[str, str], int]:
    """Split a target's roots over its branches. An overlap branch brings only the roots that no main branch brings."""
    possible = {row.key: nerve_graph.reaching_roots[row.branch] & row.admitted & roots for row in innervations}
    by_main = 0
    for row in innervations:
        if row.main:
            by_main |= possible[row.key]
    return {row.key: possible[row.key] if row.main else possible[row.key] & ~by_main for row in innervations}


def _roots_on_map(nerve_graph: NerveGraph, territory: str, map_id: str) -> int | None:
    row = nerve_graph.dataset.dermatomes.get((territory, map_id))
    return nerve_graph.root_mask(row.roots) if row is not None and row.standing == "drawn" else None


def _gather_below(nerve_graph: NerveGraph, shares: dict[tuple[str, str], int]) -> dict[str, int]:
    below: dict[str, int] = {}
    for node in reversed(nerve_graph.proximal_to_distal):
        roots = 0
        for innervation in nerve_graph.innervation_by_branch.get(node, ()):
            roots |= shares.get(innervation.key, 0)
        for child in nerve_graph.children[node]:
            roots |= below[child]
        below[node] = roots
    return below


def root_flow(nerve_graph: NerveGraph, map_id: str) -> RootFlow:
    """Compute where every root runs under one dermatome map, in time linear in the size of the graph."""
    claimed: dict[tuple[str, str], int] = {}
    dataset = nerve_graph.dataset
    targets: list[Muscle | Reflex] = [*dataset.muscles.values(), *dataset.reflexes.values()]
    for target in targets:
        innervations = nerve_graph.innervation_by_target.get(target.id, [])
        claimed |= _split_over_branches(nerve_graph, innervations, nerve_graph.root_mask(target.roots))
    routed = dict(claimed)
    for territory in dataset.territories:
        innervations = nerve_graph.innervation_by_target.get(territory, [])
        roots = _roots_on_map(nerve_graph, territory, map_id)
        default_roots = _roots_on_map(nerve_graph, territory, nerve_graph.default_map) or 0
        claimed |= _split_over_branches(nerve_graph, innervations, roots or 0)
        routed |= _split_over_branches(nerve_graph, innervations, default_roots if roots is None else roots)
    return RootFlow(claimed, routed, _gather_below(nerve_graph, claimed), _gather_below(nerve_graph, routed))
