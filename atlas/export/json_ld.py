"""The data set as JSON-LD: linked data in terms that other vocabularies share."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from atlas.api import Atlas, Node
from atlas.dataset.source_names import source_url
from atlas.dataset.tables.edition import Identifier
from atlas.dataset.tables.sources import Source
from atlas.export.bibtex import authors_of

OWN, OBO = "urn:nerve-atlas:", "http://purl.obolibrary.org/obo/"


def _set_of_ids(name: str) -> dict[str, str]:
    return {"@id": name, "@type": "@id", "@container": "@set"}


CONTEXT = {
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "obo": OBO,
    "atlas": OWN,
    "id": "@id",
    "type": "@type",
    "name": "schema:name",
    "description": "schema:description",
    "version": "schema:version",
    "title": "schema:name",
    "year": "schema:datePublished",
    "authors": "schema:author",
    "identifier": "schema:identifier",
    "licence": {"@id": "schema:license", "@type": "@id"},
    "address": {"@id": "schema:url", "@type": "@id"},
    "synonyms": {"@id": "skos:altLabel", "@container": "@set"},
    "sameAs": _set_of_ids("schema:sameAs"),
    "near": _set_of_ids("skos:closeMatch"),
    "partOf": _set_of_ids("obo:BFO_0000050"),
    "branchOf": _set_of_ids("obo:RO_0002380"),
    "supplies": _set_of_ids("obo:RO_0002134"),
    "cites": _set_of_ids("schema:citation"),
    "code": {"@id": "schema:code", "@container": "@set"},
    "codeValue": "schema:codeValue",
    "codingSystem": "schema:codingSystem",
    **{
        name: _set_of_ids(f"atlas:{name}")
        for name in ("comesFrom", "carriesRoot", "mainRoot", "answeredBy", "standsOn", "sitsAt")
    },
    **{name: f"atlas:{name}" for name in ("confidence", "checked", "access")},
}
"""What the terms of the file mean; `obo` relations are those of the Relation Ontology."""
_RELATED = {"answeredBy": "muscles", "standsOn": "on", "sitsAt": "sites", "mainRoot": "main_roots"}
_TYPES = {
    "root": ["schema:AnatomicalStructure", "atlas:Root"],
    "nerve": ["schema:Nerve"],
    "segment": ["schema:AnatomicalStructure", "atlas:Segment"],
    "muscle": ["schema:Muscle"],
    "reflex": ["atlas:Reflex"],
    "territory": ["schema:SuperficialAnatomy"],
    "site": ["atlas:Site"],
    "condition": ["schema:MedicalCondition"],
}


def _uri(id_: str) -> str:
    return f"atlas:{id_}"


def _source_uri(key: str) -> str:
    return f"atlas:source/{key}"


def _source(source: Source) -> dict:
    people, _ = authors_of(source)
    return {
        "id": _source_uri(source.id),
        "type": ["schema:CreativeWork"],
        "title": source.title,
        "authors": [" ".join(part for part in person if part) for person in people],
        "year": source.year,
        "identifier": source.identifier,
        "address": source_url(source.identifier),
        "access": source.access,
        "description": source.note,
    }


def _segment(atlas: Atlas, id_: str) -> dict:
    """Of a segment: what it arises from, which nerve it branches off, which roots it carries."""
    segment, nodes, nerve_graph = atlas.dataset.segments.get(id_), atlas.graph.nodes, atlas.nerve_graph
    if segment is None:
        return {}
    nerve, upstream = segment.nerve, segment.upstream
    parents = {nodes[above].get("nerve") for above in upstream} - {nerve}
    return {
        "comesFrom": [_uri(above) for above in upstream],
        "branchOf": [_uri(parent) for parent in atlas.dataset.nerves if parent in parents],
        "partOf": [_uri(nerve)] if nerve != id_ else [],
        "carriesRoot": [_uri(root) for root in nerve_graph.roots_in(nerve_graph.reaching_roots[id_])],
    }


def _codes(atlas: Atlas, id_: str) -> list[dict[str, str]]:
    """The codes of a condition that mean the same; wider ones and those of a part are in the tables only."""
    return [
        {"type": "schema:MedicalCode", "codeValue": row.code, "codingSystem": row.system}
        for row in atlas.dataset.condition_codes.values()
        if row.condition == id_ and row.match == "same"
    ]


def _structure(atlas: Atlas, node: Node, identifiers: list[Identifier]) -> dict:
    row: Any = node.row
    id_ = node.id
    texts = {"synonyms": list(getattr(row, "synonyms", ())), "description": getattr(row, "plain", "")}
    entry = {"id": _uri(id_), "type": _TYPES[node.kind], "name": node.name, **texts, **_segment(atlas, id_)}
    for match, term in (("same", "sameAs"), ("near", "near")):
        entry[term] = [f"{OBO}{other.ontology}_{other.identifier}" for other in identifiers if other.match == match]
    if getattr(row, "part_of", ""):
        entry["partOf"] = [_uri(row.part_of)]
    for term, column in _RELATED.items():
        entry[term] = [_uri(other) for other in getattr(row, column, ())]
    if getattr(row, "roots", ()):
        entry["carriesRoot"] = [_uri(root) for root in row.roots]
    if id_ in atlas.graph:
        edges: Any = atlas.graph.edges(id_, data="kind")
        entry["supplies"] = [_uri(target) for _, target, kind in edges if kind == "innervates"]
    entry["code"] = _codes(atlas, id_)
    evidence = {"confidence": row.confidence, "checked": row.checked}
    return entry | evidence | {"cites": [_source_uri(key) for key in dict.fromkeys(c.key for c in row.cites)]}


def _filled(node: dict) -> dict:
    return {key: value for key, value in node.items() if value not in ("", [], None)}


def linked_data(atlas: Atlas) -> bytes:
    """JSON-LD in UTF-8: the data set, everything that can be selected with its relations, and the sources."""
    identifiers: dict[str, list[Identifier]] = defaultdict(list)
    for row in atlas.dataset.identifiers.values():
        identifiers[row.id].append(row)
    edition = atlas.edition
    whole_set = {"id": "atlas:data", "type": ["schema:Dataset"], "name": edition.get("title", "")}
    whole_set |= {"version": edition.get("version", ""), "licence": edition.get("licence_url", "")}
    graph = [
        whole_set,
        *(_structure(atlas, node, identifiers[id_]) for id_, node in atlas.nodes.items()),
        *(_source(source) for source in atlas.dataset.sources.values()),
    ]
    content = {"@context": CONTEXT, "@graph": [_filled(node) for node in graph]}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
