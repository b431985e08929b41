"""Compares the graph with two other references: which edges agree, differ, or are not covered."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import networkx as nx

from atlas import Atlas

FOLDER = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of this folder."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass
class Reference:
    """Another reference.

    `names`: its id → its name. `means`: its id → ids of the atlas. `beyond`: its id → why the atlas has no such thing.
    `edges`: (parent, child), its ids. `ancestors`: its id → its ids.
    """

    name: str
    names: dict[str, str]
    means: dict[str, tuple[str, ...]]
    beyond: dict[str, str]
    edges: list[tuple[str, str]]
    ancestors: dict[str, set[str]] = field(init=False)

    def __post_init__(self):
        graph = nx.DiGraph(self.edges)
        self.ancestors = {node: nx.ancestors(graph, node) for node in graph}

    def terms_for(self, node: str) -> list[str]:
        """Its ids that mean a node of the atlas and have a place in its hierarchy."""
        return [id_ for id_, nodes in self.means.items() if node in nodes and id_ in self.ancestors]

    def ancestors_of(self, node: str) -> set[str]:
        """Ids of the atlas for everything that the reference places above a node of the atlas."""
        above = {term for id_ in self.terms_for(node) for term in self.ancestors[id_]}
        return {found for term in above for found in self.means.get(term, ())}


def references() -> list[Reference]:
    """The references, from the tables of this folder."""
    named: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows("names"):
        named[row["source"]].append(row)
    edges = {
        "hubmap": [(row["parent_id"], row["child_id"]) for row in rows("hubmap_pns_v1.1")],
        "uberon": [(up, row["id"]) for row in rows("uberon") for up in row["ancestors"].split(";") if up],
    }
    return [
        Reference(
            name=source,
            names={row["their_id"]: row["their_name"] for row in own},
            means={row["their_id"]: tuple(row["ours"].split(";")) for row in own if row["ours"]},
            beyond={row["their_id"]: row["beyond"] for row in own if row["beyond"]},
            edges=edges[source],
        )
        for source, own in named.items()
    ]


@dataclass(frozen=True)
class Edge:
    """One edge of the atlas, with all ids that a reference may use for its ends, most specific first."""

    parent_ids: tuple[str, ...]
    child_ids: tuple[str, ...]
    description: str


def edges_of(atlas: Atlas) -> Iterator[Edge]:
    """Every edge of the graph: from root or segment to segment, and from segment to target."""
    hierarchy = Hierarchy(atlas)
    for above, below in atlas.nerve_graph.segment_graph.edges:
        yield Edge(hierarchy.ids_of(above), hierarchy.ids_of(below), f"{above} → {below}")
    for edge in atlas.nerve_graph.innervation:
        yield Edge(hierarchy.ids_of(edge.branch), (edge.target,), f"{edge.branch} → {edge.target}")


class Hierarchy:
    """The ids that a node may have in a reference, and its ancestors in the atlas."""

    def __init__(self, atlas: Atlas):
        self.nerve_graph = atlas.nerve_graph
        self.branches: dict[str, list[str]] = defaultdict(list)
        for edge in atlas.nerve_graph.innervation:
            self.branches[edge.target].append(edge.branch)

    def ids_of(self, node: str) -> tuple[str, ...]:
        """A node's own id and those of its nerves, most specific first."""
        if node in self.nerve_graph.bits:
            return (node,)
        return tuple(dict.fromkeys((node, *self.nerve_graph.nerves_of(node))))

    def ancestors_of(self, node: str) -> set[str]:
        """Ids of everything above a nerve, segment or target, including the nerves these are part of."""
        above = set(self.parents_of(node))
        above |= set().union(*(nx.ancestors(self.nerve_graph.segment_graph, parent) for parent in above))
        return {id_ for found in above for id_ in self.ids_of(found)} - {node} | set(self.wholes_of(node))

    def parents_of(self, node: str) -> list[str]:
        """The nodes directly above: a target's branches, or the origins of a nerve's first segment."""
        if node in self.branches:
            return self.branches[node]
        own = set(self.nerve_graph.segments_of.get(node) or [node])
        return sorted({up for segment in own for up in self.nerve_graph.segment_graph.predecessors(segment)} - own)

    def wholes_of(self, node: str) -> tuple[str, ...]:
        """The nerves that a nerve or segment is part of."""
        if node in self.nerve_graph.bits or node in self.branches:
            return ()
        nerves = self.nerve_graph.dataset["nerves"]
        whole = nerves[node].part_of if node in nerves else self.nerve_graph.dataset["segments"][node].nerve
        return (whole, *self.wholes_of(whole)) if whole and whole != node else ()


@dataclass(frozen=True)
class Difference:
    """One difference. `key` (reference, parent, child) identifies it in the table of reasons."""

    key: tuple[str, str, str]
    theirs: str
    ours: str
