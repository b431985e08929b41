"""Every file has a licence, and the package declares all licences of what it carries."""

import json
import re
import sys
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.support.wheel_build import ROOT, run, source_copy


def test_built_front_end_carries_the_licences_of_its_packages() -> None:
    folder = ROOT / "atlas/web/static"
    if not folder.is_dir():
        pytest.skip("the front end is not built: run make build")
    dependencies = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    text = (folder / "third-party-licences.txt").read_text("utf-8")
    for name in dependencies:
        _, found, licence = text.partition(f"{name}\n")
        assert found and "Copyright" in licence, name


def licences(expression: str) -> set[str]:
    return set(re.split(r" (?:AND|OR) ", expression))


def test_every_file_has_its_licence(tmp_path: Path) -> None:
    source = source_copy(tmp_path / "nerve-atlas")
    run(str(Path(sys.executable).with_name("reuse")), "--root", str(source), "lint", cwd=tmp_path)


def test_package_declares_the_licences_of_what_it_carries() -> None:
    annotations = tomllib.loads((ROOT / "REUSE.toml").read_text("utf-8"))["annotations"]
    shipped = [one for one in annotations if not str(one["path"]).startswith("tests/")]
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    declared = licences(config["metadata"]["license_expression"])
    assert declared == {name for one in shipped for name in licences(one["SPDX-License-Identifier"])}
