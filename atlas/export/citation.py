"""How to cite the data set: as a sentence, and as a citation file."""

from __future__ import annotations

import json
from collections.abc import Mapping

TITLE, AUTHORS = "Nerve Atlas data", "Nerve Atlas contributors"
"""Title and authors of a data set that does not name its own."""


def sentence(edition: Mapping[str, str]) -> str:
    """How to cite the data set in a text.

    >>> sentence({"title": "Nerves", "authors": "A B", "version": "2026.11", "released": "2026-11-23"})
    'A B (2026). Nerves. Data version 2026.11.'
    """
    year = edition.get("released", "")[:4]
    authors = edition.get("authors", AUTHORS) + (f" ({year})" if year else "")
    parts = [authors, edition.get("title", TITLE)]
    if edition.get("version"):
        parts.append(f"Data version {edition['version']}")
    return ". ".join(parts) + "."


def citation_file(edition: Mapping[str, str]) -> str:
    """A citation file (CFF 1.2.0) for the data set. Every text is quoted as in JSON, which is valid YAML.

    >>> print(citation_file({"version": "2026.11"}).splitlines()[-1])
    version: "2026.11"
    """
    lines = [
        "cff-version: 1.2.0",
        'message: "If you use these data, please cite them as below."',
        f"title: {json.dumps(edition.get('title', TITLE), ensure_ascii=False)}",
        "authors:\n  - name: " + json.dumps(edition.get("authors", AUTHORS), ensure_ascii=False),
        "type: dataset",
    ]
    for key, column in (("version", "version"), ("date-released", "released"), ("license", "licence")):
        if edition.get(column):
            lines.append(f"{key}: {json.dumps(edition[column])}")
    return "\n".join(lines) + "\n"
