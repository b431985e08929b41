"""`data/sources/uberon.sssom.tsv`: which things of the atlas are which entries of UBERON (SSSOM)."""

from __future__ import annotations

import csv
import io
import json

from atlas.api import Atlas
from atlas.export.json_ld import OBO, OWN
from tools.metadata.project import Project

ONTOLOGY = "UBERON"
PREDICATES = {"same": "skos:exactMatch", "near": "skos:closeMatch"}
"""How a row of `identifiers` matches → the relation that says so."""
JUSTIFICATION = "semapv:ManualMappingCuration"
"""The rows were written by people who read the entry."""
COLUMNS = (
    *("subject_id", "subject_label", "predicate_id", "object_id", "object_label"),
    *("mapping_justification", "comment"),
)
PREFIXES = {
    "atlas": OWN,
    "obo": OBO,
    "UBERON": f"{OBO}UBERON_",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "semapv": "https://w3id.org/semapv/vocab/",
}


def _head(project: Project) -> list[str]:
    """The description of the set: YAML in the comment lines that the format asks for."""
    entries = {
        "mapping_set_id": f"{OWN}{ONTOLOGY.lower()}",
        "mapping_set_title": f"{project.data_title}: entries of {ONTOLOGY}",
        "mapping_set_version": project.data_version,
        "mapping_date": project.data_released,
        "license": project.data_licence_url,
        "subject_source": "atlas:data",
        "object_source": f"obo:{ONTOLOGY.lower()}.owl",
    }
    lines = ["#curie_map:", *(f"#  {prefix}: {json.dumps(iri)}" for prefix, iri in PREFIXES.items())]
    return lines + [f"#{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in entries.items()]


def uberon_mapping(atlas: Atlas, project: Project) -> str:
    """The mapping as text: YAML head, then tab-separated rows in the order of `identifiers`."""
    out = io.StringIO()
    rows = csv.DictWriter(out, COLUMNS, dialect="excel-tab", lineterminator="\n")
    rows.writeheader()
    for row in atlas.dataset.identifiers.values():
        if row.ontology == ONTOLOGY:
            named = (f"atlas:{row.id}", atlas.node(row.id).name, PREDICATES[row.match])
            entry = (f"{ONTOLOGY}:{row.identifier}", row.name, JUSTIFICATION, row.note)
            rows.writerow(dict(zip(COLUMNS, (*named, *entry), strict=True)))
    return "\n".join(_head(project)) + "\n" + out.getvalue()
