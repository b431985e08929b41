"""Which part of each root's fibres still arrives, when nodes are removed. Cost grows with what lies below them."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from atlas.graph.anatomy import Anatomy

Survival = dict[str, dict[int, float]]
"""Each node at or below a removal → root (bit) → the part of that root's fibres that arrives there."""


class Surviving:
    """Answers for one anatomy, with the order of its nodes worked out once."""

    def __init__(self, anatomy: Anatomy):
        self.anatomy = anatomy
        order = {node: at for at, node in enumerate(nx.topological_sort(anatomy.wiring))}
        self.order = order
        self.below = {node: tuple(anatomy.wiring.successors(node)) for node in order}
        self.above = {
            node: {
                bit: tuple(p for p in anatomy.wiring.predecessors(node) if anatomy.up[p] & bit)
                for bit in anatomy.bits.values()
                if anatomy.up[node] & bit
            }
            for node in order
        }

    def reached(self, removed: Iterable[str]) -> list[str]:
        """The removed nodes and all below them, proximal first."""
        seen, stack = set(), list(removed)
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                stack += self.below[node]
        return sorted(seen, key=self.order.__getitem__)

    def after(self, removed: Iterable[str]) -> Survival:
        """What arrives at each node that is touched. A root's fibres come equally by all nodes that bring it."""
        removed, arrives = set(removed), {}
        for node in self.reached(removed):
            if node in removed:
                arrives[node] = dict.fromkeys(self.above[node], 0.0)
                continue
            arrives[node] = {
                bit: sum(arrives[p][bit] if p in arrives else 1.0 for p in parents) / len(parents) if parents else 1.0
                for bit, parents in self.above[node].items()
            }
        return arrives
