"""Readers that others wrote accept the files about the atlas. `make metadata-readers` installs and runs them."""

import csv
import json
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"


def rows_of(path: str) -> int:
    with (DATA / path).open(encoding="utf-8", newline="") as file:
        return len(list(csv.DictReader(file)))


def test_frictionless_accepts_every_table() -> None:
    frictionless = pytest.importorskip("frictionless", reason="make metadata-readers")
    report = frictionless.Package(str(DATA / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:5]
    assert len(report.tasks) == len(list(DATA.glob("*/*.csv")))


def test_mlcroissant_reads_a_table() -> None:
    mlcroissant = pytest.importorskip("mlcroissant", reason="make metadata-readers")
    dataset = mlcroissant.Dataset(DATA / "croissant.json")
    assert not dataset.metadata.ctx.issues.errors
    assert sum(1 for _ in dataset.records("roots")) == rows_of("anatomy/roots.csv")


def test_ro_crate_finds_every_file() -> None:
    reader = pytest.importorskip("rocrate.rocrate", reason="make metadata-readers")
    crate = reader.ROCrate(DATA)
    listed = {
        part["@id"] for part in json.loads((DATA / "ro-crate-metadata.json").read_text("utf-8"))["@graph"][1]["hasPart"]
    }
    assert {entity.id for entity in crate.data_entities} == listed
    assert all((DATA / path).is_file() for path in listed)


def test_sssom_accepts_the_mapping() -> None:
    parsers = pytest.importorskip("sssom.parsers", reason="make metadata-readers")
    from sssom.constants import DEFAULT_VALIDATION_TYPES
    from sssom.validators import validate

    mapping = parsers.parse_sssom_table(str(DATA / "sources/uberon.sssom.tsv"))
    validate(mapping, DEFAULT_VALIDATION_TYPES, fail_on_error=True)
    assert set(mapping.df["predicate_id"]) == {"skos:exactMatch", "skos:closeMatch"}
