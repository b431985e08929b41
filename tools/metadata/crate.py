"""`data/ro-crate-metadata.json`: the data folder as a research object (RO-Crate 1.1)."""

from __future__ import annotations

import json
from typing import Any

from tools.metadata.project import Project
from tools.metadata.tables import Table

PROFILE = "https://w3id.org/ro/crate/1.1"
CONTEXT = f"{PROFILE}/context"
DESCRIPTION = "ro-crate-metadata.json"
_AUTHORS, _PROGRAM = "#authors", "#program"


def _file(path: str, media_type: str, description: str) -> dict[str, Any]:
    return {"@id": path, "@type": "File", "name": path, "encodingFormat": media_type, "description": description}


def ro_crate(project: Project, tables: list[Table], others: dict[str, tuple[str, str]]) -> str:
    """The crate as JSON. `others`: path of a further file of the data folder → its media type and what it is."""
    files = [_file(table.path, "text/csv", table.meaning) for table in tables]
    files += [_file(path, media_type, meaning) for path, (media_type, meaning) in others.items()]
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": project.data_title,
        "description": f"{project.description}.",
        "version": project.data_version,
        "datePublished": project.data_released,
        "license": {"@id": project.data_licence_url},
        "author": {"@id": _AUTHORS},
        "keywords": list(project.keywords),
        "hasPart": [{"@id": file["@id"]} for file in files],
        "mentions": {"@id": _PROGRAM},
    }
    graph = [
        {"@id": DESCRIPTION, "@type": "CreativeWork", "conformsTo": {"@id": PROFILE}, "about": {"@id": "./"}},
        root,
        {"@id": _AUTHORS, "@type": "Organization", "name": project.data_authors},
        {
            "@id": project.data_licence_url,
            "@type": "CreativeWork",
            "name": project.data_licence,
            "description": f"SPDX: {project.data_licence}",
        },
        {
            "@id": _PROGRAM,
            "@type": "SoftwareApplication",
            "name": project.title,
            "version": project.version,
            "description": f"{project.description}.",
        },
        *files,
    ]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"
