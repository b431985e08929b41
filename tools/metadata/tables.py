"""The tables as the data package describes them: the one description from which the others are made."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from tools.metadata.data_package import described


class Field(NamedTuple):
    """One column. `type`: string, integer, number or list."""

    name: str
    type: str
    meaning: str


class Table(NamedTuple):
    """One table. `path`: of its file, relative to the data folder. `key`: the columns that identify a row."""

    name: str
    path: str
    meaning: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]


def _table(resource: dict[str, Any]) -> Table:
    schema = resource["schema"]
    fields = tuple(Field(field["name"], field["type"], field["description"]) for field in schema["fields"])
    return Table(
        resource["name"], resource["path"], resource["description"], fields, tuple(schema.get("primaryKey", ()))
    )


def described_tables() -> list[Table]:
    """Every table, in the order of the data package."""
    return [_table(resource) for resource in json.loads(described())["resources"]]
