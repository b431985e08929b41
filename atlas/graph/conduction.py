"""Which fraction of each root's fibres still conducts when nodes are removed.

The cost is proportional to the number of nodes distal to the lesion.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atlas.graph.nerve_graph import NerveGraph

Conducted = dict[str, dict[int, float]]
"""Each node at or below a lesion → root (bit) → the fraction (0 to 1) of that root's fibres that arrives there."""
_KEPT = 512
"""How many lesions are kept: more than there are places, each of which is asked for many times."""


class Conduction:
    """Conduction in one anatomy. The order of its nodes is computed once."""

    def __init__(self, nerve_graph: NerveGraph) -> None:
        self.nerve_graph = nerve_graph
        self.order: dict[str, int] = {node: at for at, node in enumerate(nerve_graph.proximal_to_distal)}
        self.below: dict[str, tuple[str, ...]] = {node: tuple(nerve_graph.children[node]) for node in self.order}
        self.above: dict[str, dict[int, tuple[str, ...]]] = {
            node: {
                bit: self._parents(node, bit)
                for bit in nerve_graph.bits.values()
                if nerve_graph.connected_roots[node] & bit
            }
            for node in self.order
        }
        self._after = lru_cache(_KEPT)(self._compute)

    def _parents(self, node: str, bit: int) -> tuple[str, ...]:
        """The parents that bring a root: those whose nerve has it, or else those that are connected to it."""
        parents = self.nerve_graph.parents[node]
        with_root = tuple(p for p in parents if self.nerve_graph.reaching_roots[p] & bit)
        return with_root or tuple(p for p in parents if self.nerve_graph.connected_roots[p] & bit)

    def distal_to(self, removed: Iterable[str]) -> list[str]:
        """The removed nodes and everything below them, proximal first."""
        seen: set[str] = set()
        stack = list(removed)
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                stack += self.below[node]
        return sorted(seen, key=self.order.__getitem__)

    def after_lesion(self, removed: Iterable[str]) -> Conducted:
        """What arrives at each affected node, not to be changed.

        A root's fibres come in equal parts from all nodes that bring them.
        """
        return self._after(frozenset(removed))

    def _compute(self, gone: frozenset[str]) -> Conducted:
        arrives: Conducted = {}
        for node in self.distal_to(gone):
            if node in gone:
                arrives[node] = dict.fromkeys(self.above[node], 0.0)
                continue
            arrives[node] = {
                bit: sum(arrives[p][bit] if p in arrives else 1.0 for p in parents) / len(parents) if parents else 1.0
                for bit, parents in self.above[node].items()
            }
        return arrives
