"""Which part of each root's fibres still arrives, when nodes are removed. Cost grows with what lies below them."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from atlas.graph.nerve_graph import NerveGraph

Conducted = dict[str, dict[int, float]]
"""Each node at or below a removal → root (bit) → the part of that root's fibres that arrives there."""


class Conduction:
    """Answers for one anatomy, with the order of its nodes worked out once."""

    def __init__(self, nerve_graph: NerveGraph):
        self.nerve_graph = nerve_graph
        order = {node: at for at, node in enumerate(nx.topological_sort(nerve_graph.segment_graph))}
        self.order = order
        self.below = {node: tuple(nerve_graph.segment_graph.successors(node)) for node in order}
        self.above = {
            node: {
                bit: tuple(
                    p for p in nerve_graph.segment_graph.predecessors(node) if nerve_graph.reaching_roots[p] & bit
                )
                for bit in nerve_graph.bits.values()
                if nerve_graph.reaching_roots[node] & bit
            }
            for node in order
        }

    def distal_to(self, removed: Iterable[str]) -> list[str]:
        """The removed nodes and all below them, proximal first."""
        seen, stack = set(), list(removed)
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                stack += self.below[node]
        return sorted(seen, key=self.order.__getitem__)

    def after_lesion(self, removed: Iterable[str]) -> Conducted:
        """What arrives at each node that is touched. A root's fibres come equally by all nodes that bring it."""
        removed, arrives = set(removed), {}
        for node in self.distal_to(removed):
            if node in removed:
                arrives[node] = dict.fromkeys(self.above[node], 0.0)
                continue
            arrives[node] = {
                bit: sum(arrives[p][bit] if p in arrives else 1.0 for p in parents) / len(parents) if parents else 1.0
                for bit, parents in self.above[node].items()
            }
        return arrives
