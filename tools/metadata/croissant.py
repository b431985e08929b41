"""`data/croissant.json`: the tables for programs that load data sets (Croissant 1.0)."""

from __future__ import annotations

import json
from typing import Any

from atlas.export.citation import sentence
from tools.metadata.project import Project
from tools.metadata.tables import Field, Table

PROFILE = "http://mlcommons.org/croissant/1.0"
TYPES = {"string": "sc:Text", "list": "sc:Text", "integer": "sc:Integer", "number": "sc:Float"}
"""Type of a column → its Croissant type; a list is a text whose items `;` separates."""
_TYPED = {"@type": "@id"}
_DATA = {"@id": "cr:data", "@type": "@json"}
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "data": _DATA,
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    **{
        name: f"cr:{name}"
        for name in (
            *("extract", "field", "fileProperty", "fileObject", "fileSet", "format", "includes", "isLiveDataset"),
            *("jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex", "repeated"),
            *("replace", "separator", "source", "subField", "transform"),
        )
    },
}
"""The context that the specification asks for."""


def _field(table: Table, field: Field) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{field.name}",
        "name": field.name,
        "description": field.meaning,
        "dataType": TYPES[field.type],
        "source": {"fileObject": {"@id": table.path}, "extract": {"column": field.name}},
    }


def _record_set(table: Table) -> dict[str, Any]:
    key = [{"@id": f"{table.name}/{column}"} for column in table.key]
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.meaning,
        **({"key": key} if key else {}),
        "field": [_field(table, field) for field in table.fields],
    }


def croissant(project: Project, tables: list[Table]) -> str:
    """The description as JSON. Files lie in the data folder, so their addresses are relative to it."""
    files = [
        {
            "@type": "cr:FileObject",
            "@id": table.path,
            "name": table.path,
            "contentUrl": table.path,
            "encodingFormat": "text/csv",
        }
        for table in tables
    ]
    edition = {
        "title": project.data_title,
        "authors": project.data_authors,
        "version": project.data_version,
        "released": project.data_released,
    }
    described = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "name": f"{project.name}-data",
        "alternateName": project.data_title,
        "description": f"{project.description}.",
        "conformsTo": PROFILE,
        "version": project.data_version,
        "datePublished": project.data_released,
        "license": project.data_licence_url,
        "creator": {"@type": "sc:Organization", "name": project.data_authors},
        "keywords": list(project.keywords),
        "citeAs": sentence(edition),
        "isLiveDataset": True,
        "distribution": files,
        "recordSet": [_record_set(table) for table in tables],
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"
