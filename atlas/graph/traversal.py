"""Walks over the graph that light only what carries the roots asked for. Cost grows with what is lit."""

from __future__ import annotations

from dataclasses import dataclass, field

from atlas.graph.nerve_graph import NerveGraph


@dataclass
class Subgraph:
    """What one walk lights: node → roots (bits) lit there, edges, and the rows of innervation it went by."""

    nodes: dict[str, int] = field(default_factory=dict)
    edges: dict[tuple[str, str], None] = field(default_factory=dict)
    targets: dict[str, int] = field(default_factory=dict)
    innervations: dict[tuple[str, str], None] = field(default_factory=dict)

    def add(self, other: Subgraph) -> None:
        """Join another walk to this one."""
        for node, roots in other.nodes.items():
            self.nodes[node] = self.nodes.get(node, 0) | roots
        for target, roots in other.targets.items():
            self.targets[target] = self.targets.get(target, 0) | roots
        self.edges |= other.edges
        self.innervations |= other.innervations


def _hang(nerve_graph: NerveGraph, subgraph: Subgraph, node: str, shares: dict, roots: int) -> None:
    for innervation in nerve_graph.innervation_by_branch.get(node, ()):
        share = shares.get(innervation.key, 0) & roots
        if share:
            subgraph.targets[innervation.target] = subgraph.targets.get(innervation.target, 0) | share
            subgraph.edges[(node, innervation.target)] = None
            subgraph.innervations[innervation.key] = None


def _descend(nerve_graph: NerveGraph, subgraph: Subgraph, start: str, roots: int, down: dict, shares: dict) -> None:
    stack = [(start, roots)]
    while stack:
        node, carried = stack.pop()
        known = subgraph.nodes.get(node, 0)
        if node in subgraph.nodes and carried & ~known == 0:
            continue
        subgraph.nodes[node] = known | carried
        _hang(nerve_graph, subgraph, node, shares, carried)
        for child in nerve_graph.segment_graph.successors(node):
            onward = carried & down[child]
            if onward:
                subgraph.edges[(node, child)] = None
                stack.append((child, onward))


def _ascend(nerve_graph: NerveGraph, subgraph: Subgraph, start: str, roots: int, claimed: int) -> None:
    """Light the ways by which `roots` come to `start`; only those `claimed` are lit as roots themselves."""
    seen: dict[str, int] = {}
    stack = [(start, roots)]
    while stack:
        node, carried = stack.pop()
        if node in seen and carried & ~seen[node] == 0:
            continue
        seen[node] = seen.get(node, 0) | carried
        subgraph.nodes[node] = subgraph.nodes.get(node, 0) | (carried & claimed)
        for parent in nerve_graph.segment_graph.predecessors(node):
            onward = carried & nerve_graph.reaching_roots[parent]
            if onward and (parent not in nerve_graph.bits or nerve_graph.bits[parent] & claimed):
                subgraph.edges[(parent, node)] = None
                stack.append((parent, onward))


def root_subgraph(nerve_graph: NerveGraph, root: str, map_id: str) -> Subgraph:
    """The edges that carry this root, and the targets they bring it to."""
    subgraph, carried = Subgraph(), nerve_graph.root_flow(map_id)
    _descend(nerve_graph, subgraph, root, nerve_graph.bits[root], carried.claimed_below, carried.claimed)
    return subgraph


def target_subgraph(nerve_graph: NerveGraph, target: str, map_id: str) -> Subgraph:
    """The ways from a target's roots to it. Where the map is silent, the nerve's way without roots."""
    subgraph, carried = Subgraph(targets={target: 0}), nerve_graph.root_flow(map_id)
    for innervation in nerve_graph.innervation_by_target.get(target, ()):
        roots = carried.routed.get(innervation.key, 0)
        if roots:
            claimed = carried.claimed.get(innervation.key, 0)
            subgraph.targets[target] |= claimed
            subgraph.edges[(innervation.branch, target)] = None
            subgraph.innervations[innervation.key] = None
            _ascend(nerve_graph, subgraph, innervation.branch, roots, claimed)
    return subgraph


def segment_subgraph(nerve_graph: NerveGraph, segment: str, map_id: str) -> Subgraph:
    """Everything that passes a segment: its roots' ways down to it, and from it to the targets that it serves."""
    subgraph, carried = Subgraph(), nerve_graph.root_flow(map_id)
    passing = nerve_graph.reaching_roots[segment] & carried.routed_below[segment]
    claimed = nerve_graph.reaching_roots[segment] & carried.claimed_below[segment]
    below = Subgraph()
    _descend(nerve_graph, below, segment, passing, carried.routed_below, carried.routed)
    below.targets = {e: roots & claimed for e, roots in below.targets.items()}
    below.nodes = {n: roots & claimed for n, roots in below.nodes.items()}
    _ascend(nerve_graph, subgraph, segment, passing, claimed)
    subgraph.add(below)
    return subgraph
