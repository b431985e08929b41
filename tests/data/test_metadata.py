"""What machines read about the atlas is up to date, says the same everywhere, and names only what exists."""

from __future__ import annotations

import csv
import json
import re
from configparser import ConfigParser
from pathlib import Path

import pytest
import yaml

from atlas.resources import resource_dir
from tools.metadata.__main__ import metadata_files, outdated
from tools.metadata.project import releases

DATA = resource_dir("data")
ROOT = DATA.parent
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
ZENODO = json.loads((ROOT / ".zenodo.json").read_text("utf-8"))
PACKAGE = json.loads((DATA / "datapackage.json").read_text("utf-8"))
CROISSANT = json.loads((DATA / "croissant.json").read_text("utf-8"))
CRATE = {part["@id"]: part for part in json.loads((DATA / "ro-crate-metadata.json").read_text("utf-8"))["@graph"]}
MAPPING = (DATA / "sources/uberon.sssom.tsv").read_text("utf-8").splitlines()
MAPPED = list(csv.DictReader([line for line in MAPPING if not line.startswith("#")], dialect="excel-tab"))
HEAD = yaml.safe_load("\n".join(line[1:] for line in MAPPING if line.startswith("#")))
TABLES = {path.relative_to(DATA).as_posix() for path in DATA.glob("*/*.csv")}


def test_all_files_are_up_to_date() -> None:
    assert outdated() == [], "run `make metadata`"


def test_a_file_that_differs_or_is_missing_is_named(tmp_path: Path) -> None:
    for path, text in metadata_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8", newline="\n")
    assert outdated(tmp_path) == []
    (tmp_path / ".zenodo.json").unlink()
    (tmp_path / "CITATION.cff").write_text("title: other", "utf-8")
    assert outdated(tmp_path) == ["CITATION.cff", ".zenodo.json"]


def test_they_agree_with_the_package_and_the_edition() -> None:
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    version, keywords = config["metadata"]["version"], config["metadata"]["keywords"].split(", ")
    assert version == CITATION["version"] == ZENODO["version"] == CRATE["#program"]["version"]
    assert keywords == CITATION["keywords"] == ZENODO["keywords"] == CRATE["./"]["keywords"]
    with (DATA / "sources/edition.csv").open(encoding="utf-8", newline="") as file:
        edition = {row["entry"]: row["value"] for row in csv.DictReader(file)}
    (data,) = CITATION["references"]
    versions = [data["version"], CROISSANT["version"], CRATE["./"]["version"], HEAD["mapping_set_version"]]
    assert versions == [edition["version"]] * 4
    assert [data["title"], CROISSANT["alternateName"], CRATE["./"]["name"]] == [edition["title"]] * 3
    assert [CROISSANT["license"], CRATE["./"]["license"]["@id"], HEAD["license"]] == [edition["licence_url"]] * 3


def test_each_lists_every_table() -> None:
    assert {resource["path"] for resource in PACKAGE["resources"]} == TABLES
    assert {part["@id"] for part in CRATE["./"]["hasPart"]} >= TABLES
    assert {file["contentUrl"] for file in CROISSANT["distribution"]} >= TABLES


def test_the_crate_names_only_files_that_exist() -> None:
    for part in CRATE["./"]["hasPart"]:
        assert (DATA / part["@id"]).is_file(), part
        assert CRATE[part["@id"]]["@type"] == "File"


@pytest.mark.parametrize("row", MAPPED, ids=lambda row: f"{row['subject_id']} {row['object_id']}")
def test_a_mapping_is_that_of_the_ontology(row: dict[str, str], atlas) -> None:
    """The names are those that a copy of UBERON gives."""
    with (ROOT / "tests/oracle/uberon.csv").open(encoding="utf-8", newline="") as file:
        known = {entry["id"]: entry["name"] for entry in csv.DictReader(file)}
    assert known.get(row["object_id"], row["object_label"]) == row["object_label"]
    prefix, _, id_ = row["subject_id"].partition(":")
    assert prefix in HEAD["curie_map"] and atlas.node(id_).name == row["subject_label"]


def test_nobody_and_nothing_has_an_invented_number() -> None:
    tables = ("data/datapackage.json", "data/croissant.json")
    described = "".join(text for path, text in metadata_files().items() if path not in tables)
    assert not re.search(r"(?i)orcid|\bdoi\b|10\.\d{4,}/", described)


def test_a_release_is_dated_by_the_changelog() -> None:
    text = "## [Unreleased]\n\n## [1.1.0] - 2027-05-06\n\n- x\n\n## [1.0.0] - 2027-01-02\n"
    assert releases(text) == {"Unreleased": "", "1.1.0": "2027-05-06", "1.0.0": "2027-01-02"}
