"""Where the fibres of each root run. Plain reachability is wrong, since nerves mix the fibres of several roots.

A root's fibres run along an edge u → v if the root reaches u and some target at or below v receives it there. Which
fibres a nerve carries is anatomy and is the same on all dermatome maps (`carried`). Which of the skin at its end counts
as skin of a root is what the maps disagree about (`claimed`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.dataset.tables.targets import Muscle, Reflex

if TYPE_CHECKING:
    from atlas.graph.nerve_graph import InnervationEdge, NerveGraph

Route = tuple[str, str]
"""Target and branch."""


@dataclass(frozen=True)
class RootFlow:
    """Where roots run under one dermatome map. Sets of roots are bits (see `atlas.graph.nerve_graph`).

    carried: route → roots whose fibres the branch brings to the target. The same on all maps.
    claimed: the same for muscles and reflexes; for skin, the roots that the map gives it and that arrive by the branch.
    carried_below: node → roots that some target at or below it receives (by `carried`).
    below: node → roots that run through it on this map (by `carried` or `claimed`).
    map_roots: patch of skin → the roots that the map gives it. Perhaps no nerve of it carries one of them.
    """

    carried: dict[Route, int]
    claimed: dict[Route, int]
    carried_below: dict[str, int]
    below: dict[str, int]
    map_roots: dict[str, int]

    def unrouted(self, nerve_graph: NerveGraph, territory: str) -> int:
        """The roots that the map gives a patch of skin although none of its nerves carries them."""
        roots = self.map_roots.get(territory, 0)
        for edge in nerve_graph.innervation_by_target.get(territory, ()):
            roots &= ~self.claimed.get(edge.key, 0)
        return roots


def _possible(nerve_graph: NerveGraph, edge: InnervationEdge) -> int:
    return nerve_graph.reaching_roots[edge.branch] & edge.admitted


def _split_over_branches(nerve_graph: NerveGraph, edges: list[InnervationEdge], roots: int) -> dict[Route, int]:
    """Split a target's roots over its branches. A branch that is not a main one brings only what no main one brings."""
    possible = {edge.key: _possible(nerve_graph, edge) & roots for edge in edges}
    by_main = 0
    for edge in edges:
        if edge.main:
            by_main |= possible[edge.key]
    return {edge.key: possible[edge.key] if edge.main else possible[edge.key] & ~by_main for edge in edges}


def roots_on_map(nerve_graph: NerveGraph, territory: str, map_id: str) -> int:
    """The roots that a map gives a patch of skin, 0 if it gives none."""
    row = nerve_graph.dataset.dermatomes.get((territory, map_id))
    return nerve_graph.root_mask(row.roots) if row is not None and row.standing == "drawn" else 0


def _gather_below(nerve_graph: NerveGraph, shares: dict[Route, int]) -> dict[str, int]:
    below: dict[str, int] = {}
    for node in reversed(nerve_graph.proximal_to_distal):
        roots = 0
        for edge in nerve_graph.innervation_by_branch.get(node, ()):
            roots |= shares.get(edge.key, 0)
        for child in nerve_graph.children[node]:
            roots |= below[child]
        below[node] = roots & nerve_graph.reaching_roots[node]
    return below


def root_flow(nerve_graph: NerveGraph, map_id: str) -> RootFlow:
    """Compute where every root runs under one dermatome map, in time linear in the size of the graph."""
    carried: dict[Route, int] = {}
    dataset = nerve_graph.dataset
    targets: list[Muscle | Reflex] = [*dataset.muscles.values(), *dataset.reflexes.values()]
    for target in targets:
        edges = nerve_graph.innervation_by_target.get(target.id, [])
        carried |= _split_over_branches(nerve_graph, edges, nerve_graph.root_mask(target.roots))
    claimed = dict(carried)
    map_roots = {territory: roots_on_map(nerve_graph, territory, map_id) for territory in dataset.territories}
    for territory, roots in map_roots.items():
        edges = nerve_graph.innervation_by_target.get(territory, [])
        carried |= {edge.key: _possible(nerve_graph, edge) if edge.main else 0 for edge in edges}
        claimed |= _split_over_branches(nerve_graph, edges, roots)
    carried_below, claimed_below = _gather_below(nerve_graph, carried), _gather_below(nerve_graph, claimed)
    below = {node: roots | claimed_below[node] for node, roots in carried_below.items()}
    return RootFlow(carried, claimed, carried_below, below, map_roots)
