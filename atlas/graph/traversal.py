"""Traversals that visit only the edges along which given roots run. Their cost grows with what they visit.

Sets of roots are bits (see `atlas.graph.nerve_graph`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from atlas.graph.nerve_graph import InnervationEdge, NerveGraph

Edge = tuple[str, str]


@dataclass
class Subgraph:
    """What a traversal visits.

    nodes: root or segment → the roots that run there. targets: target → the roots that it receives.
    edges: as an ordered set. innervations: target and branch → the edge between them.
    """

    nodes: dict[str, int] = field(default_factory=dict)
    edges: dict[Edge, None] = field(default_factory=dict)
    targets: dict[str, int] = field(default_factory=dict)
    innervations: dict[Edge, InnervationEdge] = field(default_factory=dict)

    def add(self, other: Subgraph) -> None:
        """Merge another traversal into this one."""
        for node, roots in other.nodes.items():
            self.nodes[node] = self.nodes.get(node, 0) | roots
        for target, roots in other.targets.items():
            self.targets[target] = self.targets.get(target, 0) | roots
        self.edges |= other.edges
        self.innervations |= other.innervations


def _add_targets(
    nerve_graph: NerveGraph, subgraph: Subgraph, branch: str, shares: dict[tuple[str, str], int], roots: int
) -> None:
    for innervation in nerve_graph.innervation_by_branch.get(branch, ()):
        share = shares.get(innervation.key, 0) & roots
        if share:
            subgraph.targets[innervation.target] = subgraph.targets.get(innervation.target, 0) | share
            subgraph.edges[(branch, innervation.target)] = None
            subgraph.innervations[innervation.key] = innervation


def _descend(
    nerve_graph: NerveGraph,
    subgraph: Subgraph,
    start: str,
    roots: int,
    below: dict[str, int],
    shares: dict[tuple[str, str], int],
) -> None:
    """Follow `roots` from `start` to every target that receives them."""
    stack = [(start, roots)]
    while stack:
        node, carried = stack.pop()
        visited = subgraph.nodes.get(node, 0)
        if node in subgraph.nodes and carried & ~visited == 0:
            continue
        subgraph.nodes[node] = visited | carried
        _add_targets(nerve_graph, subgraph, node, shares, carried)
        for child in nerve_graph.children[node]:
            onward = carried & below[child]
            if onward:
                subgraph.edges[(node, child)] = None
                stack.append((child, onward))


def _ascend(nerve_graph: NerveGraph, subgraph: Subgraph, start: str, roots: int, claimed: int) -> None:
    """Follow `roots` from `start` back to where they leave the spine; roots that are not `claimed` are left out."""
    visited: dict[str, int] = {}
    stack = [(start, roots)]
    while stack:
        node, carried = stack.pop()
        if node in visited and carried & ~visited[node] == 0:
            continue
        visited[node] = visited.get(node, 0) | carried
        subgraph.nodes[node] = subgraph.nodes.get(node, 0) | (carried & claimed)
        for parent in nerve_graph.parents[node]:
            onward = carried & nerve_graph.reaching_roots[parent]
            if onward and (parent not in nerve_graph.bits or nerve_graph.bits[parent] & claimed):
                subgraph.edges[(parent, node)] = None
                stack.append((parent, onward))


def root_subgraph(nerve_graph: NerveGraph, root: str, map_id: str) -> Subgraph:
    """The edges along which this root runs, and the targets that receive it.

    Skin that the map gives to the root although no nerve of that skin carries it is a target without an edge.
    """
    subgraph, flow, bit = Subgraph(), nerve_graph.root_flow(map_id), nerve_graph.bits[root]
    _descend(nerve_graph, subgraph, root, bit, flow.below, flow.claimed)
    for territory, roots in flow.map_roots.items():
        if roots & bit:
            subgraph.targets.setdefault(territory, bit)
    return subgraph


def target_subgraph(nerve_graph: NerveGraph, target: str, map_id: str) -> Subgraph:
    """The routes from a target's roots to it. A nerve of skin is shown even where it brings no root of the map."""
    subgraph, flow = Subgraph(targets={target: 0}), nerve_graph.root_flow(map_id)
    for innervation in nerve_graph.innervation_by_target.get(target, ()):
        claimed = flow.claimed.get(innervation.key, 0)
        roots = claimed or flow.carried.get(innervation.key, 0)
        if roots:
            subgraph.targets[target] |= claimed
            subgraph.edges[(innervation.branch, target)] = None
            subgraph.innervations[innervation.key] = innervation
            _ascend(nerve_graph, subgraph, innervation.branch, roots, claimed)
    unrouted = flow.unrouted(nerve_graph, target)
    subgraph.targets[target] |= unrouted
    subgraph.nodes |= {root: nerve_graph.bits[root] for root in nerve_graph.roots_in(unrouted)}
    return subgraph


def segment_subgraph(nerve_graph: NerveGraph, segment: str) -> Subgraph:
    """Everything that runs through a segment: the routes of its roots down to it, and on to the targets below it.

    It is the same on every dermatome map.
    """
    subgraph, flow = Subgraph(), nerve_graph.root_flow(nerve_graph.default_map)
    passing = nerve_graph.reaching_roots[segment] & flow.carried_below[segment]
    _descend(nerve_graph, subgraph, segment, passing, flow.carried_below, flow.carried)
    _ascend(nerve_graph, subgraph, segment, passing, passing)
    return subgraph
