"""`CITATION.cff`, how to cite the atlas, and `.zenodo.json`, what an archive shows of a release."""

from __future__ import annotations

import json

from tools.metadata.project import Project


def _text(value: str) -> str:
    """A text quoted as in JSON, which is valid YAML."""
    return json.dumps(value, ensure_ascii=False)


def _dated(key: str, date: str, indent: str = "") -> list[str]:
    return [f"{indent}{key}: {_text(date)}"] if date else []


def citation_cff(project: Project) -> str:
    """A citation file (CFF 1.2.0) for the program, with its data set as a reference."""
    lines = [
        "cff-version: 1.2.0",
        'message: "If you use the atlas or its data, please cite them as below."',
        f"title: {_text(project.title)}",
        f"abstract: {_text(project.description + '.')}",
        "type: software",
        "authors:",
        f"  - name: {_text(project.authors)}",
        f"version: {_text(project.version)}",
        *_dated("date-released", project.released),
        f"license: {project.licence}",
        "keywords:",
        *(f"  - {_text(word)}" for word in project.keywords),
        "references:",
        "  - type: data",
        f"    title: {_text(project.data_title)}",
        "    authors:",
        f"      - name: {_text(project.data_authors)}",
        f"    version: {_text(project.data_version)}",
        *_dated("date-released", project.data_released, "    "),
        f"    license: {project.data_licence}",
    ]
    return "\n".join(lines) + "\n"


def zenodo_json(project: Project) -> str:
    """The description of a release for Zenodo. The archive itself gives the DOI and the date."""
    described = {
        "upload_type": "software",
        "title": project.title,
        "description": f"<p>{project.description}.</p>",
        "creators": [{"name": project.authors}],
        "version": project.version,
        "license": project.licence,
        "keywords": list(project.keywords),
        "language": "eng",
        "notes": f"Data: {project.data_title}, version {project.data_version}, {project.data_licence}. "
        f"Licences of everything in the package: {', '.join(project.licences)}.",
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"
