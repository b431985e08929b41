"""`make oracle`: compare the graph with other references and write data/DISAGREEMENTS.md; `--check` only compares."""

from __future__ import annotations

import csv
import io
import sys

from atlas import Atlas
from tests.oracle import FOLDER, references, rows
from tests.oracle.comparison import DIFFER, SAME, compare
from tests.oracle.report import told, wanting
from tests.oracle.uberon import from_package

PAGE = FOLDER.parents[1] / "data" / "DISAGREEMENTS.md"


def _extract(check: bool) -> list[str]:
    """Take the UBERON extract anew where its package is installed; what is wrong with the one that stands here."""
    taken = from_package()
    if taken is None:
        print("the package that carries UBERON is not installed: the extract in tests/oracle is used")
        return []
    if taken == rows("uberon"):
        return []
    if check:
        return ["uberon.csv: differs from what the package carries"]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(taken[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(taken)
    (FOLDER / "uberon.csv").write_text(text.getvalue(), "utf-8")
    return []


def main(check: bool) -> int:
    """Compare; 1 when something is wanting, or when `check` finds the page stale."""
    wrong = _extract(check)
    atlas = Atlas.load()
    compared = [compare(atlas, reference) for reference in references()]
    for one in compared:
        print(
            f"{one.reference.name}: {one.verdicts[SAME]} of our edges agree, {one.verdicts[DIFFER]} differ; "
            f"{one.theirs[SAME]} of theirs agree, {one.theirs[DIFFER]} differ; {len(one.differences)} differences"
        )
    wrong += wanting(atlas, compared)
    page = told(atlas, compared)
    if not check:
        PAGE.write_text(page, "utf-8")
    elif not PAGE.exists() or PAGE.read_text("utf-8") != page:
        wrong.append("data/DISAGREEMENTS.md is stale: run make oracle")
    for line in wrong:
        print(line, file=sys.stderr)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
