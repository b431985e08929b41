"""The anatomy as a graph that network programs read."""

from __future__ import annotations

import io

import networkx as nx

from atlas.api import Atlas

KINDS = ("carries", "supplies", "stretch of", "part of", "answered by", "stands on", "sits at")
"""What an edge says of its first node and its second."""


def _joined(values) -> str:
    return ";".join(values)


def _things(atlas: Atlas, graph: nx.DiGraph) -> None:
    nerve_graph, dataset = atlas.nerve_graph, atlas.dataset
    for id_, node in atlas.nodes.items():
        row, told = node.row, {"kind": node.kind, "name": node.name}
        for column in ("synonyms", "roots", "main_roots"):
            if getattr(row, column, ()):
                told[column] = _joined(getattr(row, column))
        if id_ in dataset["segments"]:
            told["level"] = dataset["segments"][id_].level
            told["roots"] = _joined(nerve_graph.roots_in(nerve_graph.reaching_roots[id_]))
        for map_id in atlas.maps:
            drawn = dataset["dermatomes"].get((id_, map_id))
            if drawn is not None and drawn.standing == "drawn":
                told[f"roots by {map_id}"] = _joined(drawn.roots)
        other = [f"{one.ontology}:{one.identifier}" for one in dataset["identifiers"].values() if one.id == id_]
        if other:
            told["identifiers"] = _joined(other)
        standing = {"confidence": row.confidence, "checked": row.checked, "cites": _joined(c.key for c in row.cites)}
        graph.add_node(id_, **told, **standing)


def whole_graph(atlas: Atlas) -> nx.DiGraph:
    """Everything that can be selected, and how it hangs together; `kind` of an edge is one of KINDS."""
    dataset = atlas.dataset
    graph = nx.DiGraph(name=atlas.edition.get("title", ""), version=atlas.edition.get("version", ""))
    _things(atlas, graph)
    for above, below in atlas.nerve_graph.segment_graph.edges:
        graph.add_edge(above, below, kind="carries")
    for row in dataset["innervation"].values():
        told = {"role": row.role, "cites": _joined(cited.key for cited in row.cites)}
        graph.add_edge(row.branch, row.target, kind="supplies", roots=_joined(row.roots), **told)
    for segment in dataset["segments"].values():
        if segment.id != segment.nerve:
            graph.add_edge(segment.id, segment.nerve, kind="stretch of")
    related = (
        ("part of", ((row.id, (row.part_of,) if row.part_of else ()) for row in dataset["nerves"].values())),
        ("answered by", ((row.id, row.muscles) for row in dataset["reflexes"].values())),
        ("stands on", ((row.id, row.on) for row in dataset["sites"].values())),
        ("sits at", ((row.id, row.sites) for row in dataset["conditions"].values())),
    )
    for kind, rows in related:
        graph.add_edges_from((one, other, {"kind": kind}) for one, others in rows for other in others)
    return graph


def graph_file(atlas: Atlas) -> bytes:
    """The graph as GraphML. Lists are joined by `;`; skin has its roots by each dermatome map."""
    written = io.BytesIO()
    nx.write_graphml_xml(whole_graph(atlas), written)
    return written.getvalue()
