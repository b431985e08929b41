"""What follows from rows and tables that could not be read: how many rows of other tables point to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import table_file
from atlas.dataset.problems import Problem
from atlas.dataset.rows import Claim, Key, Row

_Place = tuple[str, Key]
"""A row: its table and its key."""


def _named(row: Row) -> Iterator[tuple[tuple[str, ...], Iterable[str]]]:
    """The tables to which a cell of a row may point, and the keys that it names."""
    for column, tables in row.REFERS.items():
        value: str | tuple[str, ...] = getattr(row, column)
        yield tables, [value] if isinstance(value, str) else value
    if isinstance(row, Claim):
        yield ("sources",), [cite.key for cite in row.cites]


def _pointing(dataset: Dataset) -> tuple[dict[str, set[_Place]], dict[tuple[str, str], set[_Place]]]:
    """The rows that point to a table that was not read, by table; and to a refused row, by table and key."""
    to_table, to_row = defaultdict[str, set[_Place]](set), defaultdict[tuple[str, str], set[_Place]](set)
    for table, rows in dataset.tables.items():
        for key, row in rows.items():
            for tables, names in _named(row):
                for name in names:
                    if not name or any(name in dataset[one] for one in tables):
                        continue
                    for one in tables:
                        if one in dataset.unread and one != table:
                            to_table[one].add((table, key))
                        if name in dataset.refused.get(one, {}):
                            to_row[one, name].add((table, key))
    return to_table, to_row


def with_consequences(dataset: Dataset, problems: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
    """The problems of tables that were not read, and the others; each sorted by place.

    The first problem of such a table, and of a row that was refused, counts the rows of other tables that point to it.
    """
    found = sorted(set(problems))
    if dataset.unread or dataset.refused:
        to_table, to_row = _pointing(dataset)
        counts: dict[tuple[str, int], int] = {
            (table_file(table), dataset.refused[table][key]): len(rows) for (table, key), rows in to_row.items()
        }
        for table, rows in to_table.items():
            file = table_file(table)
            counts[file, next(problem.line for problem in found if problem.file == file)] = len(rows)
        found = [replace(problem, follows=counts.pop((problem.file, problem.line), 0)) for problem in found]
    unread = {table_file(table) for table in dataset.unread}
    return [one for one in found if one.file in unread], [one for one in found if one.file not in unread]
