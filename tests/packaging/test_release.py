"""`make release` refuses what does not agree, and tries the wheel as its users will have it."""

import hashlib
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.release.__main__ import missing_parts, write_manifest
from tools.release.agreement import disagreements, section, uncommitted

ROOT = Path(__file__).resolve().parents[2]
READY = """# Changelog

## [Unreleased]

## [1.2.0] - 2027-03-04

Data version 2027.02.

- New.

## [1.1.0] - 2027-01-01

- Old.
"""
EDITION = "entry,value\nversion,2027.02\nreleased,2027-02-20\n"
Tree = Callable[..., Path]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A tree that is ready for 1.2.0, but for the given files."""

    def made(**changed: str) -> Path:
        files = {
            "setup.cfg": "[metadata]\nversion = 1.2.0\n",
            "CHANGELOG.md": READY,
            "package.json": '{"version": "1.2.0"}',
            "data/sources/edition.csv": EDITION,
        }
        names = {
            "setup": "setup.cfg",
            "log": "CHANGELOG.md",
            "front": "package.json",
            "edition": "data/sources/edition.csv",
        }
        for path, text in (files | {names[name]: text for name, text in changed.items()}).items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        return tmp_path

    return made


def test_a_tree_that_agrees_is_ready(tree: Tree) -> None:
    assert disagreements(tree()) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"log": READY.replace("## [Unreleased]\n", "## [Unreleased]\n\n### Added\n\n- One.\n- Two.\n")},
            "CHANGELOG.md: 2 entries are under Unreleased; put them under ## [1.2.0] - YYYY-MM-DD",
        ),
        (
            {"log": READY.replace("[1.2.0]", "[1.3.0]")},
            "CHANGELOG.md: the newest version is '1.3.0', that of setup.cfg is '1.2.0'; make them equal",
        ),
        (
            {"log": READY.replace("[1.2.0] - 2027-03-04", "[1.2.0]")},
            "CHANGELOG.md: version 1.2.0 has no date; write ## [1.2.0] - YYYY-MM-DD",
        ),
        (
            {"log": READY.replace("2027-03-04", "2027-02-01")},
            "data/sources/edition.csv: the data are of 2027-02-20, after 1.2.0; correct one date",
        ),
        (
            {"log": READY.replace("2027.02", "2026.11")},
            "CHANGELOG.md: 1.2.0 does not name its data; add the words 'Data version 2027.02'",
        ),
        (
            {"edition": EDITION.replace("2027-02-20", "2027-01-20")},
            "data/sources/edition.csv: version 2027.02 is not the month of 2027-01-20",
        ),
        (
            {"front": '{"version": "1.1.0"}'},
            "package.json: the version is '1.1.0', that of setup.cfg is '1.2.0'; make them equal",
        ),
    ],
)
def test_what_does_not_agree_is_one_line(tree: Tree, changed: dict[str, str], said: str) -> None:
    assert disagreements(tree(**changed)) == [said]


def test_this_tree_is_refused_as_long_as_entries_wait() -> None:
    """Until somebody gives the entries under Unreleased a version."""
    waiting = "- " in section((ROOT / "CHANGELOG.md").read_text("utf-8"), "Unreleased")
    assert any("under Unreleased" in line for line in disagreements(ROOT)) == waiting


def test_a_changed_file_is_named(tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("there is no git")
    for command in (["init", "--quiet"], ["config", "user.name", "x"], ["config", "user.email", "x@example.org"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    (tmp_path / "new.txt").write_text("x", "utf-8")
    assert uncommitted(tmp_path) == ["new.txt"]


def test_the_manifest_lists_every_file_with_its_hash(tmp_path: Path) -> None:
    for name in ("a.whl", "a.tar.gz", "python.cdx.json", "NOTES.md"):
        (tmp_path / name).write_text(name, "utf-8")
    assert missing_parts(tmp_path) == []
    write_manifest(tmp_path)
    write_manifest(tmp_path)
    lines = (tmp_path / "MANIFEST.sha256").read_text("utf-8").splitlines()
    assert lines[0] == f"{hashlib.sha256(b'NOTES.md').hexdigest()}  NOTES.md" and len(lines) == 4
    (tmp_path / "a.whl").unlink()
    assert missing_parts(tmp_path) == ["dist/*.whl: there is none; run `make dist sbom`"]
