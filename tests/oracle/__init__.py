"""The atlas's graph held against other references: who agrees, who differs, who is silent."""

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
    """Another reference. names: their id → their name. stands_for: their id → ids of the atlas. edges: parent, child."""

    name: str
    names: dict[str, str]
    stands_for: dict[str, tuple[str, ...]]
    beyond: dict[str, str]
    edges: list[tuple[str, str]]
    above: dict[str, set[str]] = field(init=False)

    def __post_init__(self):
        graph = nx.DiGraph(self.edges)
        self.above = {node: nx.ancestors(graph, node) for node in graph}

    def meaning(self, ours: str) -> list[str]:
        """Their terms that stand for one of our things."""
        return [id_ for id_, means in self.stands_for.items() if ours in means and id_ in self.above]

    def over(self, ours: str) -> set[str]:
        """Our ids of all that they place above one of our things."""
        return {one for id_ in self.meaning(ours) for up in self.above[id_] for one in self.stands_for.get(up, ())}


def references() -> list[Reference]:
    """Both references, from the tables of this folder."""
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
            stands_for={row["their_id"]: tuple(row["ours"].split(";")) for row in own if row["ours"]},
            beyond={row["their_id"]: row["beyond"] for row in own if row["beyond"]},
            edges=edges[source],
        )
        for source, own in named.items()
    ]


@dataclass(frozen=True)
class Edge:
    """One edge of the atlas between two things that others might name: `parent` brings `child`. Ids; nearest first."""

    parents: tuple[str, ...]
    child: tuple[str, ...]
    row: str


def edges_of(atlas: Atlas) -> Iterator[Edge]:
    """Every edge of the graph: from root or stretch to stretch, and from stretch to target."""
    called = Calling(atlas)
    for above, below in atlas.nerve_graph.segment_graph.edges:
        yield Edge(called.names_of(above), called.names_of(below), f"{above} → {below}")
    for row in atlas.dataset["innervation"].values():
        yield Edge(called.names_of(row.branch), (row.target,), f"{row.branch} → {row.target}")


class Calling:
    """What a stretch goes by: itself, its nerve, the nerve that one is part of. And all that lies above a thing."""

    def __init__(self, atlas: Atlas):
        self.nerve_graph = atlas.nerve_graph
        self.supply: dict[str, list[str]] = defaultdict(list)
        for row in atlas.dataset["innervation"].values():
            self.supply[row.target].append(row.branch)

    def names_of(self, node: str) -> tuple[str, ...]:
        """A node's own id and those of its nerves, nearest first."""
        if node in self.nerve_graph.bits:
            return (node,)
        return tuple(dict.fromkeys((node, *self.nerve_graph.nerves_of(node))))

    def over(self, ours: str) -> set[str]:
        """Our ids of all that lies above a nerve, a stretch or a target, the nerves they are part of included."""
        nodes = set(self.nearest(ours))
        nodes |= set().union(*(nx.ancestors(self.nerve_graph.segment_graph, one) for one in nodes))
        return {name for node in nodes for name in self.names_of(node)} - {ours} | set(self.whole(ours))

    def nearest(self, ours: str) -> list[str]:
        """The nodes straight above: a target's branches, or what a nerve's first stretch comes from."""
        if ours in self.supply:
            return self.supply[ours]
        own = set(self.nerve_graph.segments_of.get(ours) or [ours])
        return sorted({up for one in own for up in self.nerve_graph.segment_graph.predecessors(one)} - own)

    def whole(self, ours: str) -> tuple[str, ...]:
        """The nerves that a nerve or a stretch is part of."""
        if ours in self.nerve_graph.bits or ours in self.supply:
            return ()
        nerves = self.nerve_graph.dataset["nerves"]
        up = nerves[ours].part_of if ours in nerves else self.nerve_graph.dataset["segments"][ours].nerve
        return (up, *self.whole(up)) if up and up != ours else ()


@dataclass(frozen=True)
class Difference:
    """`key` names it for the table of reasons: reference, parent, child."""

    key: tuple[str, str, str]
    theirs: str
    ours: str
