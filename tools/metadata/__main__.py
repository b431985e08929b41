"""`python -m tools.metadata`: write every file about the atlas that machines read, or compare with `--check`."""

from __future__ import annotations

import sys
from pathlib import Path

from atlas.api import Atlas
from tools.metadata.citing import citation_cff, zenodo_json
from tools.metadata.crate import ro_crate
from tools.metadata.croissant import croissant
from tools.metadata.data_package import described
from tools.metadata.mapping import uberon_mapping
from tools.metadata.project import ROOT, read_project
from tools.metadata.tables import described_tables

MAPPING, PACKAGE, CROISSANT = "sources/uberon.sssom.tsv", "datapackage.json", "croissant.json"
IN_CRATE = {
    PACKAGE: ("application/json", "The tables and their columns as a Frictionless data package."),
    CROISSANT: ("application/ld+json", "The tables and their columns in the Croissant format."),
    MAPPING: ("text/tab-separated-values", "Which things of the atlas are which entries of UBERON (SSSOM)."),
}
"""Files of the data folder besides its tables: media type, and what each is."""


def metadata_files() -> dict[str, str]:
    """Path from the project's folder → what the file should say now."""
    atlas = Atlas.load()
    project, tables = read_project(atlas), described_tables()
    return {
        "CITATION.cff": citation_cff(project),
        ".zenodo.json": zenodo_json(project),
        f"data/{PACKAGE}": described(),
        f"data/{CROISSANT}": croissant(project, tables),
        "data/ro-crate-metadata.json": ro_crate(project, tables, IN_CRATE),
        f"data/{MAPPING}": uberon_mapping(atlas, project),
    }


def outdated(root: Path = ROOT) -> list[str]:
    """The paths of files that are missing or say something else."""
    found = metadata_files().items()
    return [path for path, text in found if not (root / path).exists() or (root / path).read_text("utf-8") != text]


def main(arguments: list[str]) -> int:
    """Write the files, or compare them. Returns the exit code."""
    if "--check" not in arguments:
        for path, text in metadata_files().items():
            (ROOT / path).write_text(text, "utf-8", newline="\n")
        return 0
    for path in (late := outdated()):
        print(f"{path} is out of date; run `make metadata`", file=sys.stderr)
    return int(bool(late))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
