"""The structures as linked data, in words that other vocabularies share."""

from __future__ import annotations

import json
from collections import defaultdict

from atlas.api import Atlas, Node
from atlas.dataset.source_names import source_url
from atlas.dataset.tables.sources import Source
from atlas.export.bibtex import authors_of

OWN, OBO = "urn:nerve-atlas:", "http://purl.obolibrary.org/obo/"


def _names_of_things(name: str) -> dict[str, str]:
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
    "sameAs": _names_of_things("schema:sameAs"),
    "near": _names_of_things("skos:closeMatch"),
    "partOf": _names_of_things("obo:BFO_0000050"),
    "branchOf": _names_of_things("obo:RO_0002380"),
    "supplies": _names_of_things("obo:RO_0002134"),
    "cites": _names_of_things("schema:citation"),
    **{
        name: _names_of_things(f"atlas:{name}")
        for name in ("comesFrom", "carriesRoot", "mainRoot", "answeredBy", "standsOn", "sitsAt")
    },
    **{name: f"atlas:{name}" for name in ("confidence", "checked", "access")},
}
"""What the words of the file mean; `obo` relations are those of the Relation Ontology."""
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


def _thing(id_: str) -> str:
    return f"atlas:{id_}"


def _origin(key: str) -> str:
    return f"atlas:source/{key}"


def _source(source: Source) -> dict:
    people, _ = authors_of(source)
    return {
        "id": _origin(source.id),
        "type": ["schema:CreativeWork"],
        "title": source.title,
        "authors": [" ".join(part for part in one if part) for one in people],
        "year": source.year,
        "identifier": source.identifier,
        "address": source_url(source.identifier),
        "access": source.access,
        "description": source.note,
    }


def _course(atlas: Atlas, id_: str) -> dict:
    """Of a stretch of nerve: where it comes from, off which nerve it branches, which roots it carries."""
    segment, dataset, nerve_graph = atlas.dataset["segments"].get(id_), atlas.dataset, atlas.nerve_graph
    if segment is None:
        return {}
    off = {dataset["segments"][up].nerve for up in segment.upstream if up in dataset["segments"]} - {segment.nerve}
    return {
        "comesFrom": [_thing(up) for up in segment.upstream],
        "branchOf": [_thing(nerve) for nerve in dataset["nerves"] if nerve in off],
        "partOf": [_thing(segment.nerve)] if segment.nerve != id_ else [],
        "carriesRoot": [_thing(root) for root in nerve_graph.roots_in(nerve_graph.reaching_roots[id_])],
    }


def _structure(atlas: Atlas, node: Node, known: dict[str, list]) -> dict:
    row, id_ = node.row, node.id
    named = {"synonyms": list(getattr(row, "synonyms", ())), "description": getattr(row, "plain", "")}
    own = {"id": _thing(id_), "type": _TYPES[node.kind], "name": node.name, **named, **_course(atlas, id_)}
    for match, word in (("same", "sameAs"), ("near", "near")):
        own[word] = [f"{OBO}{one.ontology}_{one.identifier}" for one in known[id_] if one.match == match]
    if getattr(row, "part_of", ""):
        own["partOf"] = [_thing(row.part_of)]
    for word, column in _RELATED.items():
        own[word] = [_thing(one) for one in getattr(row, column, ())]
    if getattr(row, "roots", ()):
        own["carriesRoot"] = [_thing(root) for root in row.roots]
    own["supplies"] = [_thing(one.target) for one in atlas.nerve_graph.innervation_by_branch.get(id_, ())]
    standing = {"confidence": row.confidence, "checked": row.checked}
    return own | standing | {"cites": [_origin(key) for key in dict.fromkeys(cited.key for cited in row.cites)]}


def _filled(node: dict) -> dict:
    return {key: value for key, value in node.items() if value not in ("", [], None)}


def linked_data(atlas: Atlas) -> bytes:
    """JSON-LD: the data set, everything that can be selected with its relations, and the sources; UTF-8."""
    known = defaultdict(list)
    for one in atlas.dataset["identifiers"].values():
        known[one.id].append(one)
    edition = atlas.edition
    whole = {"id": "atlas:data", "type": ["schema:Dataset"], "name": edition.get("title", "")}
    whole |= {"version": edition.get("version", ""), "licence": edition.get("licence_url", "")}
    graph = [
        whole,
        *(_structure(atlas, node, known) for node in atlas.nodes.values()),
        *(_source(source) for source in atlas.dataset["sources"].values()),
    ]
    content = {"@context": CONTEXT, "@graph": [_filled(node) for node in graph]}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
