"""The bare segment_graph of the facts: roots and segments as nodes, `from` as edges. Anything unresolved is left out."""

from __future__ import annotations

import networkx as nx


def segment_graph(dataset) -> nx.DiGraph:
    """A directed graph from proximal to distal over the roots and segments that exist."""
    graph = nx.DiGraph()
    graph.add_nodes_from(dataset["roots"])
    graph.add_nodes_from(dataset["segments"])
    for segment in dataset["segments"].values():
        graph.add_edges_from((parent, segment.id) for parent in segment.upstream if parent in graph)
    return graph


def root_bits(dataset) -> dict[str, int]:
    """Each root's bit, in anatomical order, so that a set of roots is one integer."""
    ordered = sorted(dataset["roots"].values(), key=lambda root: root.order)
    return {root.id: 1 << at for at, root in enumerate(ordered)}


def reaching_roots(graph: nx.DiGraph, bits: dict[str, int]) -> dict[str, int]:
    """For each node the set of roots that reach it, as bits. The graph must have no cycle."""
    up: dict[str, int] = {}
    for node in nx.topological_sort(graph):
        reach = bits.get(node, 0)
        for parent in graph.predecessors(node):
            reach |= up[parent]
        up[node] = reach
    return up
