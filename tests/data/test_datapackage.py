"""`data/datapackage.json` describes the tables as they are: its files, columns, types and references exist."""

import csv
import json

import pytest

from atlas.dataset.tables import TABLES
from atlas.resources import resource_dir

PATH = resource_dir("data") / "datapackage.json"
PACKAGE = json.loads(PATH.read_text("utf-8"))
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}
NUMBERS = {"integer": int, "number": float}


def rows_of(resource: dict) -> list[dict[str, str]]:
    with (PATH.parent / resource["path"]).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_it_describes_every_csv_file() -> None:
    files = {path.relative_to(PATH.parent).as_posix() for path in PATH.parent.glob("*/*.csv")}
    assert {resource["path"] for resource in RESOURCES.values()} == files
    assert set(TABLES) <= set(RESOURCES)


@pytest.mark.parametrize("name", RESOURCES)
def test_its_fields_are_the_header_and_have_a_meaning(name: str) -> None:
    resource = RESOURCES[name]
    fields = resource["schema"]["fields"]
    with (PATH.parent / resource["path"]).open(encoding="utf-8", newline="") as file:
        assert [field["name"] for field in fields] == next(csv.reader(file))
    assert resource["description"] and all(field["description"] for field in fields)


@pytest.mark.parametrize("name", RESOURCES)
def test_every_row_fits_its_schema(name: str) -> None:
    schema, rows = RESOURCES[name]["schema"], rows_of(RESOURCES[name])
    for field in schema["fields"]:
        values = [row[field["name"]] for row in rows]
        limits = field.get("constraints", {})
        if limits.get("required"):
            assert all(values), field["name"]
        if "enum" in limits:
            assert set(values) - {""} <= set(limits["enum"]), field["name"]
        if field["type"] in NUMBERS:
            assert all(NUMBERS[field["type"]](value) >= 0 for value in values if value), field["name"]


@pytest.mark.parametrize("name", RESOURCES)
def test_keys_are_unique_and_references_resolve(name: str) -> None:
    schema, rows = RESOURCES[name]["schema"], rows_of(RESOURCES[name])
    if "primaryKey" in schema:
        keys = [tuple(row[column] for column in schema["primaryKey"]) for row in rows]
        assert len(keys) == len(set(keys))
    for foreign in schema.get("foreignKeys", []):
        column, other = foreign["fields"][0], foreign["reference"]
        known = {row[other["fields"][0]] for row in rows_of(RESOURCES[other["resource"]])}
        assert {row[column] for row in rows} - {""} <= known, column
