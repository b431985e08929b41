"""The pathway as a person would say it: one readable line from the root to the skin for each way it takes."""

from __future__ import annotations

from atlas.graph.nerve_graph import NerveGraph
from atlas.graph.traversal import Subgraph

MOST = 4
"""A ribbon of more lines than this is not read."""
SKIN, KEY = 10_000, 100
"""What a patch of skin and a key muscle of the root weigh, where any other muscle weighs 1."""


def _neighbours(edges, forward: bool) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for a, b in edges:
        found.setdefault(a if forward else b, []).append(b if forward else a)
    return found


def _own_weight(nerve_graph: NerveGraph, node: str, root: str | None) -> int:
    """Skin outweighs muscles, for a line ends where it is felt; the root's key muscles outweigh others."""
    if nerve_graph.kinds[node] == "territory":
        return SKIN
    return KEY if root and node in nerve_graph.dataset["roots"][root].key_muscles else 1


def _weights(nerve_graph: NerveGraph, children: dict[str, list[str]], start: str, root: str | None) -> dict[str, int]:
    """How much lies beyond each node reached from `start`."""
    weight: dict[str, int] = {}
    stack = [(start, False)]
    while stack:
        node, done = stack.pop()
        if done:
            beyond = sum(weight[child] for child in children.get(node, ()))
            weight[node] = beyond or _own_weight(nerve_graph, node, root)
        elif node not in weight:
            stack.append((node, True))
            stack += [(child, False) for child in children.get(node, ()) if child not in weight]
    return weight


def _follow(children: dict[str, list[str]], start: str, weight: dict[str, int], nerve_graph: NerveGraph) -> list[str]:
    line = [start]
    while children.get(line[-1]):
        line.append(max(children[line[-1]], key=lambda n: (weight.get(n, 0), -nerve_graph.order[n])))
    return line


def root_chains(nerve_graph: NerveGraph, subgraph: Subgraph, root: str) -> tuple[tuple[str, ...], ...]:
    """One line for each way a root sets out, the way that serves most first."""
    children = _neighbours(subgraph.edges, forward=True)
    weight = _weights(nerve_graph, children, root, root)
    firsts = sorted(children.get(root, ()), key=lambda n: (-weight[n], nerve_graph.order[n]))
    return tuple((root, *_follow(children, first, weight, nerve_graph)) for first in firsts[:MOST])


def target_chains(nerve_graph: NerveGraph, subgraph: Subgraph, target: str) -> tuple[tuple[str, ...], ...]:
    """One line for each root of a target and each last branch; the nerve alone where no root is claimed."""
    parents = _neighbours(subgraph.edges, forward=False)
    lines: dict[tuple[str, ...], None] = {}
    for branch in sorted(parents.get(target, ()), key=nerve_graph.order.__getitem__):
        claimed = [
            root
            for root in nerve_graph.roots_in(subgraph.targets.get(target, 0))
            if nerve_graph.reaching_roots[branch] & nerve_graph.bits[root]
        ]
        for root in claimed or [None]:
            line = _trace(nerve_graph, parents, branch, root)
            if line:
                lines[(*line, target)] = None
    return tuple(lines)[:MOST]


def _trace(nerve_graph: NerveGraph, parents: dict[str, list[str]], node: str, root: str | None) -> list[str]:
    bit = nerve_graph.bits.get(root, 0) if root else 0
    line = [node]
    while True:
        onward = [p for p in parents.get(line[0], ()) if not bit or nerve_graph.reaching_roots[p] & bit]
        if not onward:
            return line if root is None or line[0] == root else []
        line.insert(0, min(onward, key=nerve_graph.order.__getitem__))


def segment_chains(
    nerve_graph: NerveGraph, subgraph: Subgraph, segments: tuple[str, ...]
) -> tuple[tuple[str, ...], ...]:
    """For each way into a nerve: from its foremost root through its segments to the skin that root serves most."""
    parents = _neighbours(subgraph.edges, forward=False)
    lines: dict[tuple[str, ...], None] = {}
    for first in [s for s in segments if not set(parents.get(s, ())) & set(segments)] or list(segments[:1]):
        lit_roots = [root for root in nerve_graph.roots_in(subgraph.nodes.get(first, 0)) if root in subgraph.nodes]
        foremost = max(lit_roots, key=lambda root: _served(nerve_graph, root, subgraph), default=None)
        children = _neighbours(_edges_of(nerve_graph, subgraph, foremost), forward=True)
        weight = _weights(nerve_graph, children, first, foremost)
        onward = _follow(children, first, weight, nerve_graph)
        line = _trace(nerve_graph, parents, first, foremost)
        lines[(*line[:-1], *onward)] = None
    return tuple(lines)[:MOST]


def _served(nerve_graph: NerveGraph, root: str, subgraph: Subgraph) -> int:
    return sum(1 for roots in subgraph.targets.values() if roots & nerve_graph.bits[root])


def _edges_of(nerve_graph: NerveGraph, subgraph: Subgraph, root: str | None) -> list[tuple[str, str]]:
    if root is None:
        return list(subgraph.edges)
    bit = nerve_graph.bits[root]
    return [
        edge for edge in subgraph.edges if (subgraph.nodes.get(edge[1], 0) | subgraph.targets.get(edge[1], 0)) & bit
    ]


def by_nerve(nerve_graph: NerveGraph, chain: tuple[str, ...]) -> tuple[str, ...]:
    """A line with each nerve named once, however many of its segments it runs through."""
    segments = nerve_graph.dataset["segments"]
    named = (segments[node].nerve if node in segments else node for node in chain)
    return tuple(dict.fromkeys(named))
