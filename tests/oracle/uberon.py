"""Takes from UBERON, as one package carries it, the terms that the table of names lists."""

from __future__ import annotations

from tests.oracle import rows

RELEASE = "v2026-04-01"


def from_package() -> list[dict[str, str]] | None:
    """The extract: id, name, ancestors among the terms listed. None when the package is not installed.

    Raises RuntimeError when the package carries another release only.
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
        raise RuntimeError(f"the installed package does not carry UBERON {RELEASE}")
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
