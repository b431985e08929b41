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


class Row(NamedTuple):
    """A row of innervation or of a field. usual: a main branch, or skin supplied in the usual person."""

    branch: str
    target: str
    usual: bool
    roots: set[str]


class Oracle:
    """The roots of every edge under one dermatome map, and what a lesion does to them."""

    def __init__(self, nerve_graph: NerveGraph, map_id: str) -> None:
        self.dataset, self.map = nerve_graph.dataset, map_id
        self.segments = nx.DiGraph()
        self.segments.add_nodes_from([*self.dataset["roots"], *self.dataset["segments"]])
        for row in self.dataset["segments"].values():
            self.segments.add_edges_from((parent, row.id) for parent in row.upstream)
        self.roots = set(self.dataset["roots"])
        self.distal = {node: nx.descendants(self.segments, node) | {node} for node in self.segments}
        self.fibres = {root: self._fibres(root) for root in self.roots}
        self.reach = {node: {root for root in self.roots if node in self.fibres[root]} for node in self.segments}
        self.rows = [*self._innervation(), *self._fields()]
        self.on_map = {t: self._roots_on_map(t) for t in self.dataset["territories"]}
        self.carried = self._by_branch(self._roots_carried)
        for row in self.rows:
            if row.target in self.on_map:
                self.carried[row.branch, row.target] = self._possible(row) if row.usual else set()
        self.claimed = self._by_branch(lambda target: self.on_map.get(target, self._roots_carried(target)))
        self.runs = {root: self._runs(root) for root in self.roots}
        self.below = {node: {root for root in self.roots if node in self.runs[root]} for node in self.segments}

    def _fibres(self, root: str) -> nx.DiGraph:
        """The part of the graph that fibres of a root can run through: nerves that have the root."""
        segments, nerves = self.dataset["segments"], self.dataset["nerves"]
        having = {id_ for id_, row in segments.items() if root in nerves[row.nerve].roots}
        graph = self.segments.subgraph({root, *having})
        return graph.subgraph(nx.descendants(graph, root) | {root})

    def _innervation(self):
        for row in self.dataset["innervation"].values():
            yield Row(row.branch, row.target, row.role == "main", set(row.roots or self.roots))

    def _fields(self):
        for row in self.dataset["fields"].values():
            nerve = self.dataset["nerves"][self.dataset["segments"][row.segment].nerve]
            yield Row(row.segment, row.territory, row.share != "sometimes", set(row.roots or nerve.roots))

    def _roots_on_map(self, territory: str) -> set[str]:
        row = self.dataset["dermatomes"].get((territory, self.map))
        return set(row.roots) if row is not None and row.standing == "drawn" else set()

    def _roots_carried(self, target: str) -> set[str]:
        for table in ("muscles", "reflexes"):
            if target in self.dataset[table]:
                return set(self.dataset[table][target].roots)
        return self.roots

    def _possible(self, row: Row) -> set[str]:
        return self.reach[row.branch] & row.roots

    def _by_branch(self, roots_of) -> dict[Edge, set[str]]:
        found: dict[Edge, set[str]] = {}
        for row in sorted(self.rows, key=lambda row: not row.usual):
            roots = self._possible(row) & roots_of(row.target)
            if not row.usual:
                usual = [r for r in self.rows if r.target == row.target and r.usual]
                roots -= set().union(*(found[r.branch, r.target] for r in usual))
            found[row.branch, row.target] = roots
        return found

    def _runs(self, root: str) -> set[str]:
        """The nodes through which a root runs to a target."""
        branches = {edge[0] for edge, roots in self.carried.items() if root in roots | self.claimed[edge]}
        fibres = self.fibres[root]
        return {node for branch in branches for node in (*nx.ancestors(fibres, branch), branch)}

    def unrouted(self, root: str) -> set[str]:
        """The skin that the map gives to a root although no nerve of that skin carries it."""
        routed = {target for (_, target), roots in self.claimed.items() if root in roots}
        return {territory for territory, roots in self.on_map.items() if root in roots} - routed

    def edges_of(self, root: str) -> set[Edge]:
        """The edges along which fibres of a root run; those to skin only if the map gives it the skin."""
        to_targets = {edge for edge, roots in self.claimed.items() if root in roots}
        return {*self.fibres[root].subgraph(self.runs[root]).edges} | to_targets

    def _states(self, on: set[str]) -> dict[tuple[str, str], str]:
        """(node, root) → "whole", "reduced" or "lost" after the nodes `on` are removed from the graph of that root."""
        states = {}
        for root in self.roots:
            fibres = self.fibres[root]
            touched = set().union(*(nx.descendants(fibres, node) | {node} for node in on if node in fibres))
            cut = fibres.subgraph(set(fibres) - on) if touched else fibres
            arriving = nx.descendants(cut, root) | {root} if root in cut else set()
            for node in fibres:
                state = "lost" if node not in arriving else "reduced" if node in touched else "whole"
                states[node, root] = state
        return states

    def denervated(self, on: tuple[str, ...]) -> Denervated:
        """What the removal of the nodes `on` denervates. A lesion of roots takes the skin that the map gives them."""
        states = self._states(set(on))
        skin = self.claimed if set(on) <= self.roots else self.carried

        def summary(node: str, roots: set[str]) -> str:
            found = {states[node, root] for root in roots & self.reach[node] or self.reach[node]}
            return found.pop() if len(found) == 1 else "reduced" if found else "whole"

        nodes = {node: summary(node, self.below[node]) for node in self.segments}
        edges = {(a, b): summary(a, self.below[b]) for a, b in self.segments.edges}
        for (branch, target), roots in skin.items():
            if roots:
                edges[branch, target] = summary(branch, roots)
            else:
                edges[branch, target] = "lost" if nodes[branch] == "lost" else "whole"
        found = [{key for key, state in of.items() if state == s} for of in (nodes, edges) for s in ("lost", "reduced")]
        return Denervated(*found)

    def lost_targets(self, on: tuple[str, ...]) -> set[str]:
        """The targets that a complete lesion of the nodes `on` takes completely."""
        states, roots_only = self._states(set(on)), set(on) <= self.roots
        arrives: dict[str, bool] = {}
        for (branch, target), roots in self.carried.items():
            if target in self.on_map and roots_only:
                continue
            for root in roots:
                arrives[target] = arrives.get(target, False) or states[branch, root] != "lost"
        if roots_only:
            arrives |= {territory: bool(roots - set(on)) for territory, roots in self.on_map.items() if roots}
        sites = self.dataset["sites"].values()
        one_side = not any(set(row.on) <= set(on) for row in sites if row.sides == "both")
        both_served = [*self.dataset["muscles"].values(), *self.dataset["reflexes"].values()]
        kept = {row.id for row in both_served if row.sides == "both" and one_side}
        return {target for target, some in arrives.items() if not some} - kept
