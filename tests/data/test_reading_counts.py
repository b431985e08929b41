"""docs/data.md quotes how our rows were read as the command counts them today."""

from pathlib import Path

import pytest

from tools.reading_counts import main as print_counts

DATA_PAGE = Path(__file__).parents[2] / "docs" / "data.md"
QUOTED = {
    "read in a source that was read whole": "whole",
    "read in excerpts only": "excerpt",
    "second-hand": "second-hand",
    "from memory": "memory",
    "all": "rows",
}
"""Row of the table in the page → column of the command."""


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")[1:-1]]


@pytest.fixture(scope="module")
def counted() -> dict[str, dict[str, int]]:
    """Table → column → count."""
    with pytest.MonkeyPatch.context() as patched:
        printed: list[str] = []
        patched.setattr("builtins.print", printed.append)
        print_counts([])
    header, _, *rows = map(cells, printed[0].splitlines())
    return {row[0]: dict(zip(header[1:], map(int, row[1:]), strict=True)) for row in rows}


def test_the_page_quotes_the_counts_of_today(counted: dict[str, dict[str, int]]) -> None:
    every = counted["all"]
    lines = [cells(line) for line in DATA_PAGE.read_text("utf-8").splitlines()]
    quoted = {line[0]: line[3:] for line in lines if len(line) == 5 and line[0] in QUOTED}
    shares = {
        name: [str(every[key]), f"{every[key] / every['rows']:.0%}".replace("%", " %")] for name, key in QUOTED.items()
    }
    assert quoted == shares


def test_the_page_says_how_many_rows_agree_and_were_read(counted: dict[str, dict[str, int]]) -> None:
    every = counted["all"]
    text = " ".join(DATA_PAGE.read_text("utf-8").split())
    counts = (every["consensus"], every["single-source"], every["variable"], every["variable without a note"])
    assert "Now {} rows are `consensus`, {} `single-source` and {} `variable`; {} of the last".format(*counts) in text
    others = [found for name, found in counted.items() if name != "all" and not name.startswith("figure_source/")]
    rows, whole, excerpt = (sum(found[key] for found in others) for key in ("rows", "whole", "excerpt"))
    share = f"{(whole + excerpt) / rows:.0%}".replace("%", " %")
    assert f"{whole + excerpt} of {rows} rows ({share}) were read, {whole} of them in a whole source" in text
