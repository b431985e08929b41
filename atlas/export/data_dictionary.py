"""What each table and column means: as a Frictionless data package for programs, as Markdown for people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

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
    """One column. `choices`: the only values allowed, if limited; `refers`: the tables whose ids it holds."""

    name: str
    type: str
    meaning: str
    required: bool = False
    choices: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()


def _type(annotation: object) -> str:
    """The type of a column, from the annotation of its attribute.

    >>> _type(int), _type(tuple[str, ...]), _type(float | None), _type(str)
    ('integer', 'list', 'number', 'string')
    """
    if get_origin(annotation) in (Union, UnionType):
        annotation = get_args(annotation)[0]
    annotation = get_origin(annotation) if get_origin(annotation) in (tuple,) else annotation
    found = next((arg for arg in (annotation, *get_args(annotation)) if isinstance(arg, type)), str)
    return _TYPES.get(found, "string")


def _model_columns(atlas: Atlas, table: str, kind: type[Row]) -> Iterator[Column]:
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
    """The columns of a table in the order of its file. Tables that only the figure build reads have text columns."""
    if table in TABLES:
        by_name = {column.name: column for column in _model_columns(atlas, table, TABLES[table])}
        record = next(iter(atlas.dataset.records[table].values()), None)
        return [by_name[name] for name in (record.fields if record else by_name)]
    records = atlas.dataset.other.get(table, [])
    names = list(records[0].fields) if records else []
    return [Column(name, "string", column_meaning(atlas.dataset, table, name)) for name in names]


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.meaning}
    if column.type == "list":
        field["delimiter"] = ";"
    # a required list may still be empty
    constraints: dict[str, Any] = {"required": True} if column.required and column.type != "list" else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    if constraints:
        field["constraints"] = constraints
    if column.refers:
        field["refersTo"] = list(column.refers)
    return field


def _keys(table: str, listed: list[Column], tables: list[str]) -> dict[str, Any]:
    if table not in TABLES:
        return {}
    kind = TABLES[table]
    primary = [kind.model_fields[name].alias or name for name in kind.KEY]
    lists = {column.name for column in listed if column.type == "list"}
    foreign = [
        {"fields": [column.name], "reference": {"resource": target, "fields": [TABLES[target].KEY[0]]}}
        for column in listed
        for target in column.refers
        if len(column.refers) == 1 and column.type == "string" and target in tables
    ]
    # readers of data packages cannot compare lists, so a key with one is left out
    keyed: dict[str, Any] = {} if lists.intersection(primary) else {"primaryKey": primary}
    return keyed | ({"foreignKeys": foreign} if foreign else {})


def _resource(atlas: Atlas, table: str, tables: list[str]) -> dict[str, Any]:
    listed, row = columns(atlas, table), atlas.dataset.table_meanings.get(table)
    return {
        "name": table,
        "type": "table",
        "path": table_file(table),
        "format": "csv",
        "encoding": "utf-8",
        "description": row.meaning if row else "",
        "schema": {"fields": [_field(column) for column in listed], **_keys(table, listed, tables)},
    }


def data_package(atlas: Atlas, tables: list[str]) -> str:
    """A Frictionless data package (version 2) of these tables, as JSON. Paths are relative to the data folder."""
    edition = atlas.edition
    package: dict[str, Any] = {"$schema": _PROFILE, "name": "nerve-atlas-data", "title": edition.get("title", TITLE)}
    if edition.get("version"):
        package["version"] = edition["version"]
    if edition.get("licence"):
        package["licenses"] = [{"name": edition["licence"], "path": edition.get("licence_url", "")}]
    package["contributors"] = [{"title": edition.get("authors", AUTHORS)}]
    package["resources"] = [_resource(atlas, table, tables) for table in tables]
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _line(column: Column) -> str:
    kind = " or ".join(column.choices) or column.type
    return f"| {column.name} | {column.meaning} | {kind} | {', '.join(column.refers)} |"


def dictionary_markdown(atlas: Atlas, tables: list[str]) -> str:
    """The same for people, in Markdown."""
    parts = [f"# {atlas.edition.get('title', TITLE)}: the tables\n\nLists in a cell are separated by `;`. UTF-8."]
    for table in tables:
        row, listed = atlas.dataset.table_meanings.get(table), columns(atlas, table)
        count = len(atlas.dataset[table] if table in TABLES else atlas.dataset.other[table])
        head = f"## {table}\n\n{row.meaning if row else ''} {count} rows.\n"
        parts.append("\n".join([head, *_HEADINGS, *map(_line, listed)]))
    return "\n\n".join(parts) + "\n"
