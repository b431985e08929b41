"""Who has reviewed which row, and when."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from atlas.dataset.cells import Id, Text
from atlas.dataset.rows import Row


class Review(Row):
    """A review of one row by one person. `language`: that of the translation which was reviewed; empty means English.

    `row`: the key of the row, its parts joined by `|`. `role`: the profession of the reviewer. `date`: YYYY-MM-DD.
    """

    KEY = ("table", "row", "language", "reviewer")
    table: Id
    row: Text
    language: str = ""
    reviewer: Text
    role: Text
    date: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    note: str = ""
