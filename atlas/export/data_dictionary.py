"""What each table and column means: for programs as a Frictionless data package, for people as a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import UnionType
from typing import Literal, NamedTuple, Union, get_args, get_origin

from atlas.api import Atlas
from atlas.dataset.claim_text import column_meaning
from atlas.dataset.folders import table_file
from atlas.dataset.rows import Row
from atlas.dataset.tables import TABLES
from atlas.export.citation import AUTHORS, TITLE

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_HEADINGS = ("| column | meaning | type | refers to |", "|---|---|---|---|")
_TYPES = {int: "integer", float: "number", tuple: "list"}


class Column(NamedTuple):
    """A column as the dictionary tells it. `choices`: the only values it takes; `refers`: tables whose ids it holds."""

    name: str
    type: str
    meaning: str
    required: bool = False
    choices: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()


def _type(annotation: object) -> str:
    """The type of a column by that of its attribute.

    >>> _type(int), _type(tuple[str, ...]), _type(float | None), _type(str)
    ('integer', 'list', 'number', 'string')
    """
    if get_origin(annotation) in (Union, UnionType):
        annotation = get_args(annotation)[0]
    annotation = get_origin(annotation) if get_origin(annotation) in (tuple,) else annotation
    found = next((arg for arg in (annotation, *get_args(annotation)) if isinstance(arg, type)), str)
    return _TYPES.get(found, "string")


def _typed(atlas: Atlas, table: str, kind: type[Row]) -> Iterator[Column]:
    for name, field in kind.model_fields.items():
        choices = get_args(field.annotation) if get_origin(field.annotation) is Literal else ()
        column = field.alias or name
        yield Column(
            column,
            _type(field.annotation),
            column_meaning(atlas.dataset, table, column),
            field.is_required(),
            tuple(choice for choice in choices if choice),
            kind.REFERS.get(name, ()),
        )


def columns(atlas: Atlas, table: str) -> list[Column]:
    """The columns of a table in the order of its file; those that only the figure build reads are all text."""
    if table in TABLES:
        own = {column.name: column for column in _typed(atlas, table, TABLES[table])}
        records = next(iter(atlas.dataset.records[table].values()), None)
        return [own[name] for name in (records.fields if records else own)]
    records = atlas.dataset.other.get(table, [])
    names = records[0].fields if records else ()
    return [Column(name, "string", column_meaning(atlas.dataset, table, name)) for name in names]


def _field(column: Column) -> dict:
    told: dict = {"name": column.name, "type": column.type, "description": column.meaning}
    if column.type == "list":
        told["delimiter"] = ";"
    # a list that must be there may still be empty
    limits = {"required": True} if column.required and column.type != "list" else {}
    if column.choices:
        limits["enum"] = list(column.choices)
    if limits:
        told["constraints"] = limits
    if column.refers:
        told["refersTo"] = list(column.refers)
    return told


def _keys(table: str, listed: list[Column], tables: list[str]) -> dict:
    if table not in TABLES:
        return {}
    kind = TABLES[table]
    names = [kind.model_fields[name].alias or name for name in kind.KEY]
    foreign = [
        {"fields": [one.name], "reference": {"resource": one.refers[0], "fields": [TABLES[one.refers[0]].KEY[0]]}}
        for one in listed
        if len(one.refers) == 1 and one.type == "string" and one.refers[0] in tables
    ]
    return {"primaryKey": names} | ({"foreignKeys": foreign} if foreign else {})


def data_package(atlas: Atlas, tables: list[str]) -> str:
    """A Frictionless data package (version 2) over these tables, as JSON."""
    edition = atlas.edition
    resources = []
    for table in tables:
        listed, row = columns(atlas, table), atlas.dataset["tables"].get(table)
        schema = {"fields": [_field(one) for one in listed], **_keys(table, listed, tables)}
        told = {"name": table, "type": "table", "path": table_file(table), "format": "csv", "encoding": "utf-8"}
        resources.append(told | {"description": row.meaning if row else "", "schema": schema})
    package = {"$schema": _PROFILE, "name": "nerve-atlas-data", "title": edition.get("title", TITLE)}
    if edition.get("version"):
        package["version"] = edition["version"]
    if edition.get("licence"):
        package["licenses"] = [{"name": edition["licence"], "path": edition.get("licence_url", "")}]
    package |= {"contributors": [{"title": edition.get("authors", AUTHORS)}], "resources": resources}
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _line(column: Column) -> str:
    kind = " or ".join(column.choices) or column.type
    return f"| {column.name} | {column.meaning} | {kind} | {', '.join(column.refers)} |"


def readable(atlas: Atlas, tables: list[str]) -> str:
    """The same for people, in Markdown."""
    parts = [f"# {atlas.edition.get('title', TITLE)}: the tables\n\nLists in a cell are separated by `;`. UTF-8."]
    for table in tables:
        row, listed = atlas.dataset["tables"].get(table), columns(atlas, table)
        count = len(atlas.dataset[table] if table in TABLES else atlas.dataset.other[table])
        head = f"## {table}\n\n{row.meaning if row else ''} {count} rows.\n"
        parts.append("\n".join([head, *_HEADINGS, *map(_line, listed)]))
    return "\n\n".join(parts) + "\n"
