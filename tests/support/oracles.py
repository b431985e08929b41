"""The same answers as the graph's, from first principles: sets of ids and plain networkx, one graph for each root.

Nothing here uses the bits, the root flow or the conduction of `atlas.graph`.
"""

from __future__ import annotations

from typing import NamedTuple

import networkx as nx

from atlas.graph.nerve_graph import NerveGraph

Edge = tuple[str, str]


class Denervated(NamedTuple):
    lost_nodes: set[str]
    reduced_nodes: set[str]
    lost_edges: set[Edge]
    reduced_edges: set[Edge]


class Oracle:
    """The roots of every edge under one dermatome map, and what a lesion does to them."""

    def __init__(self, nerve_graph: NerveGraph, map_id: str) -> None:
        self.dataset, self.map, self.default_map = nerve_graph.dataset, map_id, nerve_graph.default_map
        self.segments = nx.DiGraph()
        self.segments.add_nodes_from([*self.dataset["roots"], *self.dataset["segments"]])
        for row in self.dataset["segments"].values():
            self.segments.add_edges_from((parent, row.id) for parent in row.upstream)
        self.roots = set(self.dataset["roots"])
        self.reach = {node: (nx.ancestors(self.segments, node) | {node}) & self.roots for node in self.segments}
        self.rows = list(self.dataset["innervation"].values())
        self.distal = {node: nx.descendants(self.segments, node) | {node} for node in self.segments}
        self.fibres = {root: self.segments.subgraph(self.distal[root]) for root in self.roots}
        self.claimed = self._by_branch(lambda target: self._roots(target, map_id) or set())
        self.routed = self._by_branch(self._roots_of_route)
        self.routed_below = {node: self._below(node) for node in self.segments}

    def _roots(self, target: str, map_id: str) -> set[str] | None:
        """The roots of a target; None for skin about which the map is silent."""
        for table in ("muscles", "reflexes"):
            if target in self.dataset[table]:
                return set(self.dataset[table][target].roots)
        row = self.dataset["dermatomes"].get((target, map_id))
        return set(row.roots) if row is not None and row.standing == "drawn" else None

    def _roots_of_route(self, target: str) -> set[str]:
        roots = self._roots(target, self.map)
        return roots if roots is not None else self._roots(target, self.default_map) or set()

    def _by_branch(self, roots_of) -> dict[Edge, set[str]]:
        found: dict[Edge, set[str]] = {}
        for row in sorted(self.rows, key=lambda row: row.role != "main"):
            roots = self.reach[row.branch] & roots_of(row.target) & set(row.roots or self.roots)
            if row.role == "overlap":
                mains = [r for r in self.rows if r.target == row.target and r.role == "main"]
                roots -= set().union(*(found[r.branch, r.target] for r in mains))
            found[row.branch, row.target] = roots
        return found

    def _below(self, node: str) -> set[str]:
        """The roots that targets at or below a node receive."""
        return set().union(*(roots for (branch, _), roots in self.routed.items() if branch in self.distal[node]))

    def edges_of(self, root: str) -> set[Edge]:
        """The edges along which fibres of a root run: those on a route from the root to a target that receives it."""
        edges: set[Edge] = set()
        reached = self.distal[root]
        for (branch, target), roots in self.claimed.items():
            if root in roots:
                on_route = (nx.ancestors(self.segments, branch) | {branch}) & reached
                edges |= {*self.segments.subgraph(on_route).edges, (branch, target)}
        return edges

    def _states(self, on: set[str]) -> dict[tuple[str, str], str]:
        """(node, root) → "whole", "reduced" or "lost" after the nodes `on` are removed from the graph of that root."""
        states = {}
        for root in self.roots:
            fibres = self.fibres[root]
            touched = set().union(*(self.distal[node] for node in on if node in fibres))
            cut = fibres.subgraph(set(fibres) - on) if touched else fibres
            arriving = nx.descendants(cut, root) | {root} if root in cut else set()
            for node in fibres:
                state = "lost" if node not in arriving else "reduced" if node in touched else "whole"
                states[node, root] = state
        return states

    def denervated(self, on: tuple[str, ...]) -> Denervated:
        """What the removal of the nodes `on` denervates. Skin without claimed roots depends on removed segments only."""
        states, by_nerve = self._states(set(on)), self._states(set(on) - self.roots)

        def summary(states, node: str, roots: set[str]) -> str:
            found = {states[node, root] for root in roots & self.reach[node] or self.reach[node]}
            return found.pop() if len(found) == 1 else "reduced" if found else "whole"

        nodes = {node: summary(states, node, self.routed_below[node]) for node in self.segments}
        edges = {(a, b): summary(states, a, self.routed_below[b]) for a, b in self.segments.edges}
        for (branch, target), roots in self.routed.items():
            if roots:
                silent = not self.claimed[branch, target]
                edges[branch, target] = summary(by_nerve if silent else states, branch, roots)
            else:
                edges[branch, target] = summary(states, branch, set()) if nodes[branch] == "lost" else "whole"
        found = [{key for key, state in of.items() if state == s} for of in (nodes, edges) for s in ("lost", "reduced")]
        return Denervated(*found)

    def lost_targets(self, on: tuple[str, ...]) -> set[str]:
        """The targets with fibres of which none arrives after the nodes `on` are removed."""
        states, by_nerve = self._states(set(on)), self._states(set(on) - self.roots)
        silent = {target for _, target in self.routed} - {
            target for (_, target), roots in self.claimed.items() if roots
        }
        arrives: dict[str, bool] = {}
        for (branch, target), roots in self.routed.items():
            for root in roots:
                whole = (by_nerve if target in silent else states)[branch, root] != "lost"
                arrives[target] = arrives.get(target, False) or whole
        return {target for target, some in arrives.items() if not some}
