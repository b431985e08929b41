"""Extracts the terms of the table of names from UBERON, as packaged in cellxgene-ontology-guide."""

from __future__ import annotations

from tests.oracle import rows

RELEASE = "v2026-04-01"


def from_package() -> list[dict[str, str]] | None:
    """The extract: id, name, and ancestors among the listed terms. None if the package is not installed.

    Raises RuntimeError if the package has another release of UBERON.
    """
    try:
        import zstandard
        from cellxgene_ontology_guide._constants import DATA_ROOT
    except ImportError:
        return None
    import json
    from pathlib import Path

    path = Path(DATA_ROOT) / f"UBERON-ontology-{RELEASE}.json.zst"
    if not path.exists():
        raise RuntimeError(
            f"cellxgene-ontology-guide has no UBERON {RELEASE}; install the version that setup.cfg asks for"
        )
    with path.open("rb") as file:
        terms = json.loads(zstandard.ZstdDecompressor().stream_reader(file).read())
    wanted = [row["their_id"] for row in rows("names") if row["source"] == "uberon"]
    return [
        {
            "id": id_,
            "name": terms[id_]["label"],
            "ancestors": ";".join(sorted(set(terms[id_]["ancestors"]) & set(wanted))),
        }
        for id_ in wanted
    ]
