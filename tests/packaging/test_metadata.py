"""What machines read about the atlas agrees with the one place that states it, and has the fields each format asks for."""

import csv
import json
import re
import tomllib
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools.metadata.__main__ import main, metadata_files
from tools.metadata.project import releases

ROOT = Path(__file__).resolve().parents[2]
MAPPING = ROOT / "data/sources/uberon.sssom.tsv"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return metadata_files()


@pytest.fixture(scope="module")
def package() -> dict[str, str]:
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return dict(config["metadata"])


@pytest.fixture(scope="module")
def edition() -> dict[str, str]:
    with (ROOT / "data/sources/edition.csv").open(encoding="utf-8", newline="") as file:
        return {row["entry"]: row["value"] for row in csv.DictReader(file)}


def mapping_parts(text: str) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """The head of an SSSOM file and its rows."""
    lines = text.splitlines()
    head = "\n".join(line[1:] for line in lines if line.startswith("#"))
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), dialect="excel-tab")
    return yaml.safe_load(head), list(rows)


def crate_entities(text: str) -> dict[str, dict[str, Any]]:
    return {entity["@id"]: entity for entity in json.loads(text)["@graph"]}


def test_the_committed_files_are_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0, capsys.readouterr().err


def test_all_say_the_same_of_the_program(files: dict[str, str], package: dict[str, str]) -> None:
    cff, zenodo = yaml.safe_load(files["CITATION.cff"]), json.loads(files[".zenodo.json"])
    program = crate_entities(files["data/ro-crate-metadata.json"])["#program"]
    assert {cff["title"], zenodo["title"], program["name"]} == {"Nerve Atlas"}
    assert {cff["version"], zenodo["version"], program["version"]} == {package["version"]}
    assert cff["authors"] == zenodo["creators"] == [{"name": package["author"]}]
    assert cff["keywords"] == zenodo["keywords"] == package["keywords"].split(", ")
    assert {cff["license"], zenodo["license"]} == {"MIT"}
    assert package["license_expression"].startswith("MIT AND ")
    assert cff["abstract"] == program["description"] == f"{package['description']}."


def test_all_say_the_same_of_the_data(files: dict[str, str], edition: dict[str, str]) -> None:
    frictionless, croissant = json.loads(files["data/datapackage.json"]), json.loads(files["data/croissant.json"])
    crate = crate_entities(files["data/ro-crate-metadata.json"])
    cited, (mapping, _) = (
        yaml.safe_load(files["CITATION.cff"])["references"][0],
        mapping_parts(files[f"data/{MAPPING.relative_to(ROOT / 'data').as_posix()}"]),
    )
    root = crate["./"]
    assert {frictionless["title"], croissant["alternateName"], root["name"], cited["title"]} == {edition["title"]}
    versions = {frictionless["version"], croissant["version"], root["version"], cited["version"]}
    assert versions | {mapping["mapping_set_version"]} == {edition["version"]}
    dates = {croissant["datePublished"], root["datePublished"], cited["date-released"], mapping["mapping_date"]}
    assert dates == {edition["released"]}
    authors = {frictionless["contributors"][0]["title"], croissant["creator"]["name"], cited["authors"][0]["name"]}
    assert authors | {crate[root["author"]["@id"]]["name"]} == {edition["authors"]}
    licences = {frictionless["licenses"][0]["path"], croissant["license"], root["license"]["@id"], mapping["license"]}
    assert licences == {edition["licence_url"]} and cited["license"] == edition["licence"]


def test_all_list_the_same_tables(files: dict[str, str]) -> None:
    paths = [resource["path"] for resource in json.loads(files["data/datapackage.json"])["resources"]]
    assert [file["contentUrl"] for file in json.loads(files["data/croissant.json"])["distribution"]] == paths
    crate = crate_entities(files["data/ro-crate-metadata.json"])
    parts = [part["@id"] for part in crate["./"]["hasPart"]]
    assert set(paths) < set(parts) < set(crate) and all((ROOT / "data" / path).is_file() for path in parts)


def test_nobody_and_nothing_has_an_invented_number(files: dict[str, str]) -> None:
    described = "".join(
        text for path, text in files.items() if not path.endswith(("datapackage.json", "croissant.json"))
    )
    assert not re.search(r"(?i)orcid|\bdoi\b|10\.\d{4,}/", described)


def test_citation_file_has_what_its_format_asks_for(files: dict[str, str]) -> None:
    """The required keys of CFF 1.2.0, and the types of others."""
    cff = yaml.safe_load(files["CITATION.cff"])
    assert {"authors", "cff-version", "message", "title"} <= set(cff) and cff["cff-version"] == "1.2.0"
    assert cff["type"] in {"software", "dataset"} and all(
        {"authors", "title", "type"} <= set(one) for one in cff["references"]
    )


def test_crate_has_what_its_format_asks_for(files: dict[str, str]) -> None:
    """RO-Crate 1.1: the descriptor, and name, description, date and licence of the root."""
    crate = crate_entities(files["data/ro-crate-metadata.json"])
    descriptor = crate["ro-crate-metadata.json"]
    assert descriptor["about"] == {"@id": "./"} and descriptor["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}
    assert {"name", "description", "datePublished", "license"} <= set(crate["./"])
    assert crate[crate["./"]["license"]["@id"]]["name"]


def test_mapping_names_the_entries_as_uberon_does(files: dict[str, str]) -> None:
    head, rows = mapping_parts(files["data/sources/uberon.sssom.tsv"])
    with (ROOT / "tests/oracle/uberon.csv").open(encoding="utf-8", newline="") as file:
        official = {row["id"]: row["name"] for row in csv.DictReader(file)}
    prefixes = set(head["curie_map"])
    assert len(rows) > 10
    for row in rows:
        assert {row[name].partition(":")[0] for name in ("subject_id", "predicate_id", "object_id")} <= prefixes
        assert row["mapping_justification"] == "semapv:ManualMappingCuration"
        assert row["object_label"] == official.get(row["object_id"], row["object_label"])
    assert {row["object_id"] for row in rows} & set(official)


def test_a_release_is_dated_by_the_changelog() -> None:
    text = "## [Unreleased]\n\n## [1.1.0] - 2027-05-06\n\n- x\n\n## [1.0.0] - 2027-01-02\n"
    assert releases(text) == {"Unreleased": "", "1.1.0": "2027-05-06", "1.0.0": "2027-01-02"}


def test_requirements_of_the_readers_are_declared() -> None:
    """The tests below are skipped where the extra is not installed; `make metadata-readers` installs it."""
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    names = {line.split(">")[0] for line in config["options.extras_require"]["metadata"].split()}
    assert {"frictionless", "mlcroissant", "rocrate", "sssom"} <= names
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
