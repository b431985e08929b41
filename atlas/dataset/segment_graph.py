"""The graph of roots and segments, from proximal to distal. References that do not resolve are left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from atlas.dataset.dataset import Dataset

if TYPE_CHECKING:
    import networkx as nx

Parents = Mapping[str, Iterable[str]]
"""Root or segment → the roots and segments directly proximal to it."""


def segment_parents(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """Each root (without parents) and each segment, with the existing roots and segments that it comes from."""
    parents: dict[str, tuple[str, ...]] = dict.fromkeys((*dataset.roots, *dataset.segments), ())
    for segment in dataset.segments.values():
        parents[segment.id] = tuple(dict.fromkeys(parent for parent in segment.upstream if parent in parents))
    return parents


def proximal_to_distal(parents: Parents) -> list[str] | None:
    """All nodes, each after its parents; None if there is a cycle."""
    try:
        return list(TopologicalSorter(parents).static_order())
    except CycleError:
        return None


def find_cycle(parents: Parents) -> list[str]:
    """The nodes of a cycle from proximal to distal, without repeating the first; empty if there is none."""
    try:
        TopologicalSorter(parents).prepare()
    except CycleError as error:
        cycle: list[str] = error.args[1]
        return cycle[:-1]
    return []


def segment_graph(dataset: Dataset) -> nx.DiGraph[str]:
    """The same as a networkx graph, with edges from proximal to distal."""
    import networkx as nx  # slow to import, and checking the data does not need it

    graph: nx.DiGraph[str] = nx.DiGraph()
    parents = segment_parents(dataset)
    graph.add_nodes_from(parents)
    graph.add_edges_from((parent, node) for node, above in parents.items() for parent in above)
    return graph


def root_bits(dataset: Dataset) -> dict[str, int]:
    """Each root's bit, in anatomical order, so that a set of roots is one integer."""
    ordered = sorted(dataset.roots.values(), key=lambda root: root.order)
    return {root.id: 1 << position for position, root in enumerate(ordered)}


def nerve_roots(dataset: Dataset) -> dict[str, int]:
    """Each segment → the roots of its nerve, as bits."""
    bits = root_bits(dataset)
    masks = {id_: sum(bits.get(root, 0) for root in set(nerve.roots)) for id_, nerve in dataset.nerves.items()}
    return {segment.id: masks.get(segment.nerve, 0) for segment in dataset.segments.values()}


def reaching_roots(
    parents: Parents, bits: Mapping[str, int], carried: Mapping[str, int] | None = None
) -> dict[str, int]:
    """For each node the set of roots that reach it, as bits.

    `carried`: node → the roots that it can carry at most (see `nerve_roots`); a node without an entry carries any.
    Raises ValueError if the graph has a cycle.
    """
    order = proximal_to_distal(parents)
    if order is None:
        raise ValueError("the graph of segments has a cycle")
    reach: dict[str, int] = {}
    for node in order:
        found = bits.get(node, 0)
        for parent in parents[node]:
            found |= reach[parent]
        reach[node] = found & (carried or {}).get(node, -1)
    return reach
