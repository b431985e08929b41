"""Writes `data/datapackage.json`, the description of all tables as a Frictionless data package.

`python -m tools.datapackage` writes it; with `--check` it only compares, and exits 1 if the file is out of date.
"""

from __future__ import annotations

import sys

from atlas import Atlas
from atlas.export.csv_zip import table_files
from atlas.export.data_dictionary import data_package
from atlas.resources import resource_dir

PATH = resource_dir("data") / "datapackage.json"


def described() -> str:
    """The content of the file for the data as they are now."""
    atlas = Atlas.load()
    return data_package(atlas, list(table_files(atlas)))


def main(arguments: list[str]) -> int:
    """Write the file, or compare it. Returns the exit code."""
    text = described()
    if "--check" not in arguments:
        PATH.write_text(text, "utf-8", newline="\n")
        return 0
    if not PATH.exists() or PATH.read_text("utf-8") != text:
        print(f"{PATH.name} is out of date; run `python -m tools.datapackage`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
