"""The data dictionary: what each table states and what each column means."""

from __future__ import annotations

from atlas.dataset.cells import Id, Text
from atlas.dataset.rows import Row

EVERYWHERE = "*"
"""In `ColumnMeaning.table`: every table that has the column and no meaning of its own for it."""


class TableMeaning(Row):
    """A table. `name` is what one of its rows is called; `says` is the template of a sentence for a row.

    `{column}` is replaced by the value of the column; `[…]` is omitted if a column named in it is empty.
    """

    id: Id
    name: Text
    meaning: Text
    says: str = ""


class ColumnMeaning(Row):
    """A column of a table, or of all tables that have it."""

    KEY = ("table", "column")
    table: Text
    column: Id
    meaning: Text
