"""Everything shipped has its licence, and the list of parts names all of it."""

import json
import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tests.support.wheel_build import run, source_copy
from tools.packaging import bill as listing
from tools.packaging import parts
from tools.packaging.install import is_locked
from tools.packaging.lock_file import Pin, pins
from tools.packaging.update_locks import ROOT, settings

as_locked = pytest.mark.skipif(not is_locked(sys.version_info[:2]), reason="there is no lock for this Python")
REUSE = tomllib.loads((ROOT / "REUSE.toml").read_text("utf-8"))["annotations"]
GOLD = {"name": "gold", "version": "1", "type": "data", "author": "A", "note": "", "purl": "", "home": ""}


@pytest.fixture(scope="module")
def bill() -> dict:
    return listing.bill()


def licences(expression: str) -> set[str]:
    return set(re.split(r" (?:AND|OR) ", expression))


@as_locked
def test_the_list_is_valid_and_a_broken_one_is_not(bill: dict) -> None:
    assert not listing.problem(json.dumps(bill))
    assert "licences" in listing.problem(
        json.dumps({**bill, "components": [{**bill["components"][0], "licences": []}]})
    )


@as_locked
def test_the_list_names_every_locked_package_and_every_part(bill: dict) -> None:
    named = {(canonicalize_name(one["name"]), one["version"]) for one in bill["components"]}
    assert {(pin.name, pin.version) for pin in pins("host")} <= named
    assert {(canonicalize_name(row["name"]), row["version"]) for row in parts.rows()} <= named
    assert "pytest" not in {name for name, _ in named}


@as_locked
def test_every_part_has_a_licence_and_hangs_on_something(bill: dict) -> None:
    elsewhere = {one["bom-ref"] for one in bill["components"] if one.get("scope") == "optional"}
    assert not [
        one["name"] for one in bill["components"] if not one.get("licenses") and one["bom-ref"] not in elsewhere
    ]
    asked = {ref for edge in bill["dependencies"] for ref in edge["dependsOn"]}
    assert not {one["bom-ref"] for one in bill["components"]} - asked - elsewhere


@as_locked
def test_the_list_tells_nothing_of_the_machine(bill: dict) -> None:
    told = json.dumps(bill)
    assert not [word for word in ("file:", str(ROOT), str(Path.home()), "timestamp") if word in told]


def test_what_is_installed_must_be_what_is_locked() -> None:
    pin = Pin("click", "8.1.0", "", ("sha256:0",))
    assert listing.locked(pin, {"version": "8.1.0"}) == {"version": "8.1.0"}
    for package, told in (({"version": "8.0.0"}, "8.0.0"), (None, "no release")):
        with pytest.raises(ValueError, match=f"8.1.0 is locked, and {told} is installed"):
            listing.locked(pin, package)
    other = listing.locked(pin._replace(marker="sys_platform == 'none'"), None)
    assert {"name": listing.WHERE, "value": "sys_platform == 'none'"} in other["properties"]


def test_every_script_by_others_and_every_mesh_is_a_part() -> None:
    places = {place for row in parts.rows() for place in row["place"].split(";")}
    vendored = {path for path in (ROOT / "assets/vendor").rglob("*") if path.is_file() and path.name != "LICENSE"}
    assert {str(path.relative_to(ROOT)) for path in vendored} <= places
    purls = {f"{row['purl']}@{row['version']}" for row in parts.rows()}
    for table in ("skin", "skeleton"):
        lines = dict(line.split(",")[:2] for line in (ROOT / f"data/{table}.csv").read_text("utf-8").splitlines())
        assert f"pkg:pypi/{lines['package']}@{lines['version']}" in purls


@pytest.mark.parametrize("row", parts.rows(), ids=lambda row: row["name"])
def test_every_part_stands_where_it_is_said_to(row: dict[str, str]) -> None:
    assert parts.content(row)
    if row["place"].startswith(("assets/", "data/")):
        assert licences(row["licence"]) <= licences(settings()["metadata"]["license_expression"])


@pytest.mark.parametrize("place", ["assets/vendor/gold.mjs", "dash:deps/gold.js", "plotly:package_data/plotly.min.js"])
def test_a_part_that_is_gone_or_another_version_is_refused(place: str) -> None:
    with pytest.raises(ValueError, match=re.escape(place)):
        parts.content({**GOLD, "place": place, "version": "0.0.0"})


def test_every_file_has_its_licence(tmp_path: Path) -> None:
    reuse = str(Path(sys.executable).with_name("reuse"))
    source = source_copy(tmp_path / "nerve-atlas")
    run(reuse, "--root", str(source), "lint", cwd=tmp_path)
    (source / "LICENSES/CC0-1.0.txt").unlink()
    with pytest.raises(AssertionError, match=r"Missing licenses: CC0-1\.0"):
        run(reuse, "--root", str(source), "lint", cwd=tmp_path)


def test_nothing_by_others_passes_for_ours() -> None:
    """One line of REUSE.toml holds for every file that no other names: a new script by others would be taken for ours."""
    named = [re.split(r"/\*", path)[0] for one in REUSE for path in _paths(one)]
    for folder in (ROOT / "assets/vendor").iterdir():
        assert str(folder.relative_to(ROOT)) in named
        assert (folder / "LICENSE").is_file()


def test_the_package_tells_the_licences_of_what_it_carries() -> None:
    told = licences(settings()["metadata"]["license_expression"])
    carried = [one for one in REUSE if not all(path.startswith("tests/") for path in _paths(one))]
    assert told == {name for one in carried for name in licences(one["SPDX-License-Identifier"])}
    files = {path.name.removesuffix(".txt") for path in (ROOT / "LICENSES").iterdir()}
    assert told <= files
    listed = settings()["metadata"]["license_files"].split()
    assert {"LICENSES/*.txt", "assets/vendor/*/LICENSE"} <= set(listed), "their texts travel in the wheel"
    assert all(list(ROOT.glob(pattern)) for pattern in listed)


def _paths(one: dict) -> list[str]:
    return [one["path"]] if isinstance(one["path"], str) else one["path"]
