"""The data set as GraphML, for network programs such as Gephi, yEd, Cytoscape or igraph."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

import networkx as nx

from atlas.api import Atlas, Node

KINDS = ("carries", "innervates", "segment of", "part of", "contracts", "located on", "occurs at")
"""The values of an edge's `kind`. The first two are those of `Atlas.graph`; along the others no fibre runs."""


def _joined(values: Iterable[object]) -> str:
    return ";".join(map(str, values))


def _keys(cites: Iterable) -> str:
    return _joined(citation.key for citation in cites)


def _identifiers(atlas: Atlas) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in atlas.dataset.identifiers.values():
        found.setdefault(row.id, []).append(f"{row.ontology}:{row.identifier}")
    return found


def _node_attributes(atlas: Atlas, node: Node, identifiers: Iterable[str]) -> dict[str, str]:
    row: Any = node.row
    graph, id_ = atlas.nerve_graph, node.id
    attributes = {"kind": node.kind, "name": node.name}
    for column in ("synonyms", "roots", "main_roots"):
        if getattr(row, column, ()):
            attributes[column] = _joined(getattr(row, column))
    if id_ in atlas.dataset.segments:
        attributes["level"] = atlas.graph.nodes[id_]["level"]
        attributes["roots"] = _joined(graph.roots_in(graph.reaching_roots[id_]))
    for map_id in atlas.maps:
        dermatome = atlas.dataset.dermatomes.get((id_, map_id))
        if dermatome is not None and dermatome.standing == "drawn":
            attributes[f"roots by {map_id}"] = _joined(dermatome.roots)
    if identifiers:
        attributes["identifiers"] = _joined(identifiers)
    return attributes | {"confidence": row.confidence, "checked": row.checked, "cites": _keys(row.cites)}


def _fibre_edges(atlas: Atlas) -> Iterator[tuple[str, str, dict[str, str]]]:
    """The edges of `Atlas.graph`, with their sets of roots as text: `roots by` each map that is not empty.

    `roots` of an innervation are those to which its row limits it.
    """
    order: list[Any] = list(atlas.nerve_graph.bits)
    for above, below, edge in atlas.graph.edges(data=True):
        attributes = {name: edge[name] for name in ("kind", "role", "confidence")} | {"cites": _keys(edge["cites"])}
        if edge["kind"] == "innervates":
            field = atlas.dataset.fields.get((below, above))
            row = field or atlas.dataset.innervation[below, above]
            attributes |= {"roots": _joined(row.roots)} | ({"share": field.share} if field else {})
        for map_id in atlas.maps:
            if edge["roots"][map_id]:
                attributes[f"roots by {map_id}"] = _joined(sorted(edge["roots"][map_id], key=order.index))
        yield above, below, attributes


def _related(atlas: Atlas) -> Iterator[tuple[str, str, dict[str, str]]]:
    dataset = atlas.dataset
    relations = (
        ("segment of", ((row.id, (row.nerve,)) for row in dataset.segments.values() if row.id != row.nerve)),
        ("part of", ((row.id, (row.part_of,)) for row in dataset.nerves.values() if row.part_of)),
        ("contracts", ((row.id, row.muscles) for row in dataset.reflexes.values())),
        ("located on", ((row.id, row.on) for row in dataset.sites.values())),
        ("occurs at", ((row.id, row.sites) for row in dataset.conditions.values())),
    )
    for kind, pairs in relations:
        for id_, others in pairs:
            for other in others:
                yield id_, other, {"kind": kind}


def whole_graph(atlas: Atlas) -> nx.DiGraph:
    """Everything that can be selected and its relations; the `kind` of an edge is one of KINDS."""
    graph: nx.DiGraph = nx.DiGraph(name=atlas.edition.get("title", ""), version=atlas.edition.get("version", ""))
    identifiers = _identifiers(atlas)
    for id_, node in atlas.nodes.items():
        graph.add_node(id_, **_node_attributes(atlas, node, identifiers.get(id_, ())))
    graph.add_edges_from(_fibre_edges(atlas))
    graph.add_edges_from(_related(atlas))
    return graph


def graph_file(atlas: Atlas) -> bytes:
    """The graph as GraphML. Lists are joined by `;`; skin and edges have their roots by each dermatome map."""
    written = io.BytesIO()
    nx.write_graphml_xml(whole_graph(atlas), written)
    return written.getvalue()
