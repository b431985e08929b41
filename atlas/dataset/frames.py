"""A table of facts as a data frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from atlas.dataset.rows import Claim, Row
from atlas.dataset.tables import TABLES

if TYPE_CHECKING:
    import pandas


def frame_of(table: str, rows: Iterable[Row]) -> pandas.DataFrame:
    """The rows of a table, one line each, with the columns named as in the file; lists are joined by `;`."""
    import pandas  # slow to import, and only tables need it

    return pandas.DataFrame([row.model_dump(by_alias=True) | _joined(row) for row in rows], columns=_columns(table))


def _joined(row: Row) -> dict[str, str]:
    lists = {}
    for column, field in type(row).model_fields.items():
        value = getattr(row, column)
        if isinstance(value, tuple):
            lists[field.alias or column] = ";".join(map(str, value))
    return lists


def _columns(table: str) -> list[str]:
    fields = TABLES[table].model_fields
    own = [column for column in fields if column not in Claim.model_fields]
    tail = [column for column in Claim.model_fields if column in fields]
    return [fields[column].alias or column for column in (*own, *tail)]
