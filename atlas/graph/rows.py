"""Typed access to the tables that the graph reads."""

from __future__ import annotations

from typing import TypeVar, cast

from atlas.dataset.loader import Dataset
from atlas.dataset.rows import Row
from atlas.dataset.tables import TABLES

R = TypeVar("R", bound=Row)
_TABLE_OF = {row_type: table for table, row_type in TABLES.items()}


def rows(dataset: Dataset, row_type: type[R]) -> dict[str, R]:
    """The rows of the table that holds this type of row, by id, in the order of the file."""
    return cast("dict[str, R]", dataset[_TABLE_OF[row_type]])


def rows_by_pair(dataset: Dataset, row_type: type[R]) -> dict[tuple[str, str], R]:
    """The rows of a table whose key has two columns, by that pair of ids."""
    return cast("dict[tuple[str, str], R]", dataset[_TABLE_OF[row_type]])
