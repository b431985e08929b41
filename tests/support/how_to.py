"""Follows a how-to guide: the rows of its blocks go into the tables that it names."""

from __future__ import annotations

import csv
import io
import re
import shlex
from pathlib import Path
from textwrap import dedent

from atlas.dataset.placeholders import MARK

_BLOCK = re.compile(r"^ *`([\w/]+\.csv)`\n\n *```text\n(.*?) *```", re.M | re.S)
_COMMAND = re.compile(r"^nerve-atlas (.*) my-data$", re.M)


def blocks(guide: str) -> list[tuple[str, list[list[str]]]]:
    """Each table that a guide names above a block of rows, with these rows."""
    return [(file, list(csv.reader(io.StringIO(dedent(rows))))) for file, rows in _BLOCK.findall(guide)]


def commands(guide: str, name: str) -> list[list[str]]:
    """The words of each command of this name that a guide runs on the copy, without the folder at the end."""
    return [words for line in _COMMAND.findall(guide) if (words := shlex.split(line))[0] == name]


def _fits(row: list[str], filled: list[str]) -> bool:
    """Whether a row of a guide is this row with its cells filled in."""
    return any(cell.startswith(MARK) for cell in row) and all(
        not old or old.startswith(MARK) or old == new for old, new in zip(row, filled, strict=True)
    )


def fill_in(folder: Path, file: str, filled: list[list[str]]) -> int:
    """Fill in the rows of a table as a guide shows them, or add them at the end. Returns how many were filled in."""
    path, count = folder / file, 0
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))
    for row in filled:
        if "order" in rows[0] and (begun := [old for old in rows if old[0] == row[0]]):
            row[rows[0].index("order")] = begun[0][rows[0].index("order")]  # the guide keeps the number that new wrote
        assert len(row) == len(rows[0]), f"{file}: the guide has {len(row)} cells: {row}"
        at = next((number for number, old in enumerate(rows) if _fits(old, row)), None)
        if at is None:
            rows.append(row)
        else:
            rows[at], count = row, count + 1
    _write(path, rows)
    return count


def remove_unfilled(folder: Path, file: str) -> int:
    """Remove the rows that still have cells to fill in. Returns how many there were."""
    path = folder / file
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))
    kept = [row for row in rows if not any(cell.startswith(MARK) for cell in row)]
    _write(path, kept)
    return len(rows) - len(kept)


def _write(path: Path, rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    path.write_text(text.getvalue(), "utf-8")
