"""What belongs into a cell, in a few words: from the type of its column and from the data dictionary."""

from __future__ import annotations

from typing import Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from atlas.dataset.csv_reader import read_records
from atlas.dataset.folders import table_file
from atlas.dataset.rows import Claim
from atlas.dataset.tables import TABLES
from atlas.dataset.tables.data_dictionary import EVERYWHERE
from atlas.resources import resource_dir

CONFIDENCES = get_args(Claim.model_fields["confidence"].annotation)
OPTIONAL_OF_FIGURES = ("note",)
"""Columns that may be empty in a table that only the figure build reads."""


def _field(table: str, column: str) -> tuple[str, FieldInfo] | None:
    """The attribute of a column and its type; None for a table that only the figure build reads."""
    fields = TABLES[table].model_fields if table in TABLES else {}
    return next(((name, field) for name, field in fields.items() if (field.alias or name) == column), None)


class ColumnHints:
    """The hints for the columns of all tables, by the data dictionary of the package."""

    def __init__(self) -> None:
        file = table_file("columns")
        records = read_records(resource_dir("data") / file, [], file) or []
        self._meanings = {(row.fields["table"], row.fields["column"]): row.fields["meaning"] for row in records}

    def is_required(self, table: str, column: str) -> bool:
        """Whether a row cannot be without this cell."""
        if table not in TABLES:
            return column not in OPTIONAL_OF_FIGURES
        found = _field(table, column)
        return found is not None and found[1].is_required()

    def hint(self, table: str, column: str) -> str:
        """What belongs into the cell.

        >>> ColumnHints().hint("segments", "from")
        'The segments or roots that it continues (ids of segments or roots, with ; between them)'
        >>> ColumnHints().hint("innervation", "role")
        'main or overlap'
        """
        if column == "cites":
            return f"keys of {table_file('sources')}, as in key[p. 12], with ; between them"
        if column == "confidence":
            return " or ".join(CONFIDENCES)
        meaning = self._meanings.get((table, column)) or self._meanings.get((EVERYWHERE, column), "")
        short = meaning.partition(". ")[0].partition("; ")[0].rstrip(".")
        found = _field(table, column)
        if found is None:
            return short or "see the data dictionary"
        name, field = found
        if get_origin(field.annotation) is Literal:
            return " or ".join(filter(None, get_args(field.annotation)))
        refers = " or ".join(TABLES[table].REFERS.get(name, ()))
        is_list = get_origin(field.annotation) is tuple
        ids = f"{'ids' if is_list else 'an id'} of {refers}" if refers else ""
        kind = ", ".join(filter(None, (ids, "with ; between them" if is_list else "")))
        return f"{short} ({kind})" if kind else short
