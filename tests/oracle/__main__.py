"""`make oracle`: compare the graph with other references and write docs/disagreements.md; `--check` writes nothing."""

from __future__ import annotations

import csv
import io
import sys

from atlas import Atlas
from tests.oracle import FOLDER, references, rows
from tests.oracle.comparison import AGREES, DIFFERS, compare
from tests.oracle.report import page, problems
from tests.oracle.uberon import from_package

PAGE = FOLDER.parents[1] / "docs" / "disagreements.md"


def _extract(check: bool) -> list[str]:
    """Update the UBERON extract if its package is installed; with `check`, return the problem with it instead."""
    taken = from_package()
    if taken is None:
        print("cellxgene-ontology-guide is not installed; using the extract tests/oracle/uberon.csv")
        return []
    if taken == rows("uberon"):
        return []
    if check:
        return ["uberon.csv differs from the package; run make oracle"]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(taken[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(taken)
    (FOLDER / "uberon.csv").write_text(text.getvalue(), "utf-8")
    return []


def main(check: bool) -> int:
    """Compare. Returns 1 if there is a problem, or if `check` finds the page outdated."""
    found = _extract(check)
    atlas = Atlas.load()
    compared = [compare(atlas, reference) for reference in references()]
    for one in compared:
        print(
            f"{one.reference.name}: {one.our_edges[AGREES]} of our edges agree, {one.our_edges[DIFFERS]} differ; "
            f"{one.their_edges[AGREES]} of its edges agree, {one.their_edges[DIFFERS]} differ; "
            f"{len(one.differences)} differences"
        )
    found += problems(atlas, compared)
    text = page(atlas, compared)
    if not check:
        PAGE.write_text(text, "utf-8")
    elif not PAGE.exists() or PAGE.read_text("utf-8") != text:
        found.append("docs/disagreements.md is outdated; run make oracle")
    for line in found:
        print(line, file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
