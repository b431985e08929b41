"""The graph that users see: everything that fibres run through or end in, with attributes that any program can read.

Nodes are roots, segments, muscles, patches of skin (territories) and reflexes. Nerves, sites and conditions are not
nodes: an edge that says "part of" would be a shortcut along which no fibre runs.

Plain reachability on this graph is wrong, since a nerve mixes the fibres of several roots. To follow one root, use only
the edges whose `roots` contain it, as `path` and `reachable` do.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import networkx as nx

from atlas.dataset.rows import Claim
from atlas.dataset.tables.targets import Muscle, Reflex, Territory

if TYPE_CHECKING:
    import pandas

    from atlas.graph.nerve_graph import NerveGraph


def public_graph(nerve_graph: NerveGraph) -> nx.DiGraph[str]:
    """A new frozen graph, with edges from proximal to distal.

    Node attributes: `kind` (root, segment, muscle, territory or reflex), `name`, `level` (an id of the table of levels;
    roots are on the first level and targets on the last), `confidence`, `cites` (tuple of citations) and, for segments,
    `nerve` (an id). Edge attributes: `kind` ("carries" between roots and segments, "innervates" towards a target),
    `role` ("main" or "overlap"), `roots` (id of a dermatome map → frozenset of the roots whose fibres run along the
    edge), `confidence` and `cites`. Edges to skin also have `share` ("all", "most", "part" or "sometimes") and
    `field_roots` (the roots that the nerve brings, whatever a map says). A map can give skin to a root that no nerve of
    that skin carries; then no edge has this root.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    dataset = nerve_graph.dataset
    levels = [level.id for level in sorted(dataset.levels.values(), key=lambda level: level.order)]
    roots, segments = dataset.roots, dataset.segments
    for root in nerve_graph.bits:
        graph.add_node(root, kind="root", name=roots[root].name, level=levels[0], **_evidence(roots[root]))
    for id_, row in segments.items():
        graph.add_node(id_, kind="segment", name=row.name, level=row.level, nerve=row.nerve, **_evidence(row))
    targets: dict[str, Muscle | Territory | Reflex] = {
        **dataset.muscles,
        **dataset.territories,
        **dataset.reflexes,
    }
    for id_, target in targets.items():
        kind = nerve_graph.kinds[id_]
        graph.add_node(id_, kind=kind, name=target.name, level=levels[-1], **_evidence(target))
    flows = {map_id: nerve_graph.root_flow(map_id) for map_id in dataset.dermatome_maps}

    def root_ids(mask: int) -> frozenset[str]:
        return frozenset(nerve_graph.roots_in(mask))

    for above, below in nerve_graph.segment_graph.edges:
        carried = {m: nerve_graph.reaching_roots[above] & flow.below[below] for m, flow in flows.items()}
        by_map = {map_id: root_ids(mask) for map_id, mask in carried.items()}
        graph.add_edge(above, below, kind="carries", role="main", roots=by_map, **_evidence(segments[below]))
    for edge in nerve_graph.innervation:
        by_map = {map_id: root_ids(flow.claimed[edge.key]) for map_id, flow in flows.items()}
        attributes: dict[str, Any] = {"kind": "innervates", "role": "main" if edge.main else "overlap", "roots": by_map}
        if edge.share:
            attributes |= {
                "share": edge.share,
                "field_roots": root_ids(flows[nerve_graph.default_map].carried[edge.key]),
            }
        graph.add_edge(edge.branch, edge.target, **attributes, **_evidence(edge.row))
    nx.freeze(graph)
    return graph


def _evidence(row: Claim) -> dict[str, Any]:
    return {"confidence": row.confidence, "cites": row.cites}


def fibres_of_root(nerve_graph: NerveGraph, root: str, map_id: str) -> nx.DiGraph[str]:
    """The root and the edges along which its fibres run under a dermatome map, without attributes."""
    fibres: nx.DiGraph[str] = nx.DiGraph()
    fibres.add_node(root)
    edges = nerve_graph.public.edges.items()
    fibres.add_edges_from(edge for edge, attributes in edges if root in attributes["roots"][map_id])
    return fibres


def reachable(nerve_graph: NerveGraph, root: str, map_id: str) -> frozenset[str]:
    """The root and every node that its fibres reach under a dermatome map."""
    return frozenset({root} | nx.descendants(fibres_of_root(nerve_graph, root, map_id), root))


def path(nerve_graph: NerveGraph, root: str, target: str, map_id: str) -> tuple[str, ...]:
    """The shortest route along which fibres of the root run to a node, both ends included.

    Raises ValueError if no fibre of the root reaches the node.
    """
    fibres = fibres_of_root(nerve_graph, root, map_id)
    if target not in fibres:
        raise ValueError(f"no fibre of '{root}' reaches '{target}' on the dermatome map '{map_id}'")
    return tuple(nx.shortest_path(fibres, root, target))


def part_of_graph(nerve_graph: NerveGraph, nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> nx.DiGraph[str]:
    """A copy of a part of the public graph, in its order. Every edge must have both its ends among the nodes."""
    whole, nodes, edges = nerve_graph.public, set(nodes), set(edges)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from((node, dict(attributes)) for node, attributes in whole.nodes.items() if node in nodes)
    for (above, below), attributes in whole.edges.items():
        if (above, below) in edges:
            graph.add_edge(above, below, **{**attributes, "roots": dict(attributes["roots"])})
    return graph


def frame_of_graph(
    nerve_graph: NerveGraph, graph: nx.DiGraph[str], map_id: str, roots: Iterable[str]
) -> pandas.DataFrame:
    """The nodes of a part of the public graph as a data frame, in its order. Only these roots are listed."""
    import pandas

    listed, whole = set(roots), nerve_graph.public
    records = []
    for node, attributes in graph.nodes.items():
        arriving = {node}.union(*(whole.edges[edge]["roots"][map_id] for edge in whole.in_edges(node)))
        at_node = tuple(root for root in nerve_graph.bits if root in arriving & listed)
        cites = tuple(map(str, attributes["cites"]))
        records.append({"id": node, "nerve": "", **attributes, "roots": at_node, "cites": cites})
    extra = [column for column in ("state", "lost") if any(column in record for record in records)]
    columns = ["id", "kind", "name", "nerve", "level", "roots", *extra, "confidence", "cites"]
    return pandas.DataFrame(records, columns=columns)
