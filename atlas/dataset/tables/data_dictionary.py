"""What each table of a data folder states, and what each of its columns means."""

from __future__ import annotations

from atlas.dataset.cells import Id, Words
from atlas.dataset.rows import Row

EVERYWHERE = "*"
"""Stands for all tables that have the column and say nothing else of it."""


class TableMeaning(Row):
    """A table. `name` is what one of its rows is called; `says` puts a row in words.

    `{column}` stands for what the column holds; `[…]` is left out where a column named in it is empty.
    """

    id: Id
    name: Words
    meaning: Words
    says: str = ""


class ColumnMeaning(Row):
    """A column of a table, or of all tables that have it."""

    KEY = ("table", "column")
    table: Words
    column: Id
    meaning: Words
