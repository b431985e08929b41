"""Cells that are still to be filled in. `nerve-atlas new` writes them; no data set with one of them is loaded."""

from __future__ import annotations

import re
from collections.abc import Iterable

from atlas.dataset.csv_reader import Record
from atlas.dataset.problems import Problem

MARK = "FILL IN"
"""What a cell that is still to be filled in begins with."""


def placeholder(hint: str) -> str:
    """A cell to fill in. `hint`: what belongs there.

    >>> placeholder("its official name")
    'FILL IN: its official name'
    """
    return f"{MARK}: {hint}"


def is_placeholder(cell: str) -> bool:
    """Whether a cell is still to be filled in."""
    return cell.lstrip().startswith(MARK)


def placeholder_columns(record: Record) -> list[str]:
    """The columns of a record that are still to be filled in."""
    return [column for column, cell in record.fields.items() if is_placeholder(cell)]


def split_unfinished(records: Iterable[Record]) -> tuple[list[Record], list[Record]]:
    """The finished records, and those with a cell to fill in."""
    finished: list[Record] = []
    unfinished: list[Record] = []
    for record in records:
        (unfinished if placeholder_columns(record) else finished).append(record)
    return finished, unfinished


def placeholder_problems(unfinished: Iterable[Record]) -> list[Problem]:
    """One problem for each record with cells to fill in, at the first of them."""
    problems = []
    for record in unfinished:
        columns = placeholder_columns(record)
        wrong = f"{first_known(record) or 'the row'} is still to be filled in: {', '.join(columns)}"
        right = "write what each cell says, or remove the row if it does not apply"
        problems.append(Problem(record.file, record.line, record.column(columns[0]), wrong, right))
    return problems


def first_known(record: Record) -> str:
    """The first cell that is filled in, which is the id of the thing that the row is about; empty if there is none."""
    return next((cell for cell in record.fields.values() if cell and not is_placeholder(cell)), "")


def without_consequences(problems: Iterable[Problem], unfinished: Iterable[Record]) -> list[Problem]:
    """The problems without those that name a thing of which a row is unfinished, or a source that only it cites.

    They may go when the row is filled in.
    """
    names: set[str] = set()
    for record in unfinished:
        names.add(first_known(record))
        names.update(re.split(r"[~\[]", cite)[0].strip() for cite in record.fields.get("cites", "").split(";"))
    quoted = {f"'{name}'" for name in names if name}
    return [problem for problem in problems if not any(name in problem.wrong for name in quoted)]
