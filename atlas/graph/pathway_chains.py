"""Route lines: a pathway in words, as a few lines of nodes from a root to a target.

A pathway branches, so one line cannot show all of it. Each line (called a chain in the JSON) takes, at every fork, the
branch that leads to most; the panel, the command line and the handout print it as "root → segment → … → target".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from graphlib import TopologicalSorter

from atlas.graph.nerve_graph import NerveGraph
from atlas.graph.traversal import Edge, Subgraph

Chain = tuple[str, ...]
MAX_CHAINS = 4
"""Maximum number of lines shown."""
SKIN_WEIGHT, KEY_MUSCLE_WEIGHT = 10_000, 100
"""How much a patch of skin and a key muscle of the root weigh, if any other muscle weighs 1."""


def _neighbours(edges: Iterable[Edge], forward: bool) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for a, b in edges:
        found.setdefault(a if forward else b, []).append(b if forward else a)
    return found


def _target_weight(nerve_graph: NerveGraph, node: str, root: str | None) -> int:
    """Skin outweighs muscles, because a line best ends where it is felt; key muscles outweigh other muscles."""
    if nerve_graph.kinds[node] == "territory":
        return SKIN_WEIGHT
    return KEY_MUSCLE_WEIGHT if root and node in nerve_graph.dataset.roots[root].key_muscles else 1


def _weights(nerve_graph: NerveGraph, children: dict[str, list[str]], root: str | None) -> dict[str, int]:
    """Each node → the weight of everything beyond it."""
    weight: dict[str, int] = {}
    for node in TopologicalSorter(children).static_order():  # children come before their parents
        beyond = sum(weight[child] for child in children.get(node, ()))
        weight[node] = beyond or _target_weight(nerve_graph, node, root)
    return weight


def _heaviest_line(
    nerve_graph: NerveGraph, children: dict[str, list[str]], start: str, weight: dict[str, int]
) -> list[str]:
    line = [start]
    while children.get(line[-1]):
        line.append(max(children[line[-1]], key=lambda n: (weight[n], -nerve_graph.order[n])))
    return line


def root_chains(nerve_graph: NerveGraph, subgraph: Subgraph, root: str) -> tuple[Chain, ...]:
    """One line for each node that a root leads to directly, the one that serves most first."""
    children = _neighbours(subgraph.edges, forward=True)
    weight = _weights(nerve_graph, children, root)
    firsts = sorted(children.get(root, ()), key=lambda n: (-weight[n], nerve_graph.order[n]))
    return tuple((root, *_heaviest_line(nerve_graph, children, first, weight)) for first in firsts[:MAX_CHAINS])


def target_chains(nerve_graph: NerveGraph, subgraph: Subgraph, target: str) -> tuple[Chain, ...]:
    """One line for each root of a target and each branch to it; the nerve alone where no root is claimed."""
    parents = _neighbours(subgraph.edges, forward=False)
    lines: dict[Chain, None] = {}
    for branch in sorted(parents.get(target, ()), key=nerve_graph.order.__getitem__):
        claimed: list[str | None] = [
            root
            for root in nerve_graph.roots_in(subgraph.targets.get(target, 0))
            if nerve_graph.reaching_roots[branch] & nerve_graph.bits[root]
        ]
        for root in claimed or [None]:
            line = _line_up(nerve_graph, parents, branch, root)
            if line:
                lines[(*line, target)] = None
    return tuple(lines)[:MAX_CHAINS]


def _line_up(nerve_graph: NerveGraph, parents: dict[str, list[str]], node: str, root: str | None) -> list[str]:
    """The line from a root down to `node`; empty if there is none. Without a root, as far up as the edges lead."""
    bit = nerve_graph.bits.get(root, 0) if root else 0
    line = [node]
    while True:
        onward = [p for p in parents.get(line[0], ()) if not bit or nerve_graph.reaching_roots[p] & bit]
        if not onward:
            return line if root is None or line[0] == root else []
        line.insert(0, min(onward, key=nerve_graph.order.__getitem__))


def segment_chains(nerve_graph: NerveGraph, subgraph: Subgraph, segments: Sequence[str]) -> tuple[Chain, ...]:
    """One line for each route into a nerve: from the root that serves most targets, through the nerve, to the skin."""
    parents = _neighbours(subgraph.edges, forward=False)
    lines: dict[Chain, None] = {}
    for first in [s for s in segments if not set(parents.get(s, ())) & set(segments)] or segments[:1]:
        roots = [root for root in nerve_graph.roots_in(subgraph.nodes.get(first, 0)) if root in subgraph.nodes]
        foremost = max(roots, key=lambda root: _targets_served(nerve_graph, root, subgraph), default=None)
        children = _neighbours(_edges_of(nerve_graph, subgraph, foremost), forward=True)
        weight = _weights(nerve_graph, children, foremost)
        onward = _heaviest_line(nerve_graph, children, first, weight)
        line = _line_up(nerve_graph, parents, first, foremost)
        lines[(*line[:-1], *onward)] = None
    return tuple(lines)[:MAX_CHAINS]


def _targets_served(nerve_graph: NerveGraph, root: str, subgraph: Subgraph) -> int:
    return sum(1 for roots in subgraph.targets.values() if roots & nerve_graph.bits[root])


def _edges_of(nerve_graph: NerveGraph, subgraph: Subgraph, root: str | None) -> list[Edge]:
    if root is None:
        return list(subgraph.edges)
    bit = nerve_graph.bits[root]
    return [
        edge for edge in subgraph.edges if (subgraph.nodes.get(edge[1], 0) | subgraph.targets.get(edge[1], 0)) & bit
    ]


def by_nerve(nerve_graph: NerveGraph, chain: Chain) -> Chain:
    """A line in which each nerve is named once, however many of its segments the line runs through."""
    segments = nerve_graph.dataset.segments
    named = (segments[node].nerve if node in segments else node for node in chain)
    return tuple(dict.fromkeys(named))
