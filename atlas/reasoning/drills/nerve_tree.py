"""The nerves as a graph: which roots and nerves each one comes from, without its segments."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from atlas.graph.nerve_graph import NerveGraph


class NerveTree:
    """Roots and the nerves that have segments of their own.

    graph: edges from each root or nerve to the nerves that come from it. Where two nerves would each come from the
    other, the one that begins more proximally is the origin, so there are no cycles.
    """

    def __init__(self, nerve_graph: NerveGraph) -> None:
        self.nerve_graph, self.dataset = nerve_graph, nerve_graph.dataset
        self._first: dict[str, int] = {}
        for at, node in enumerate(nerve_graph.proximal_to_distal):
            self._first.setdefault(self._owner(node), at)
        self.graph = self._graph()

    def _owner(self, node: str) -> str:
        """The nerve of a segment; a root itself."""
        return self.dataset.segments[node].nerve if node in self.dataset.segments else node

    def _graph(self) -> nx.DiGraph[str]:
        every: nx.DiGraph[str] = nx.DiGraph()
        every.add_nodes_from(self.sorted(self._first))
        for node, parents in self.nerve_graph.parents.items():
            pairs = ((self._owner(parent), self._owner(node)) for parent in parents)
            every.add_edges_from((origin, nerve) for origin, nerve in pairs if origin != nerve)
        groups = {nerve: at for at, group in enumerate(nx.strongly_connected_components(every)) for nerve in group}
        backward = [
            (origin, nerve)
            for origin, nerve in every.edges
            if groups[origin] == groups[nerve] and self._first[origin] > self._first[nerve]
        ]
        every.remove_edges_from(backward)
        return every

    def sorted(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Roots and nerves in anatomical order."""
        return tuple(sorted(set(ids), key=self.nerve_graph.order.__getitem__))

    def is_root(self, id_: str) -> bool:
        """Whether this is a root, not a nerve."""
        return id_ in self.nerve_graph.bits

    @property
    def nerves(self) -> tuple[str, ...]:
        """All nerves that have segments, in anatomical order."""
        return self.sorted(node for node in self.graph if not self.is_root(node))

    def origins(self, nerve: str) -> tuple[str, ...]:
        """The roots and nerves that a nerve directly comes from."""
        return self.sorted(self.graph.predecessors(nerve))

    def branches(self, origin: str) -> tuple[str, ...]:
        """The nerves that directly come from a root or nerve."""
        return self.sorted(self.graph.successors(origin))

    def proximal(self, nerve: str) -> frozenset[str]:
        """All roots and nerves that fibres pass before they reach a nerve."""
        return frozenset(nx.ancestors(self.graph, nerve))

    def distal(self, origin: str) -> frozenset[str]:
        """All nerves that fibres can reach from a root or nerve."""
        return frozenset(nx.descendants(self.graph, origin))

    def parts(self, nerve: str) -> tuple[str, ...]:
        """The nerves with segments that a nerve consists of: itself, or its divisions."""
        if nerve in self.graph:
            return (nerve,)
        return self.sorted(self._owner(segment) for segment in self.nerve_graph.segments_of.get(nerve, ()))
