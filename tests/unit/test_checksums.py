"""The SHA-256 manifest of installed and exported files."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas.cli import main
from atlas.dataset.checksums import INSTALLED, MANIFEST, changed_files, manifest_text

FILES = {"index.html": b"<p>page</p>", "data/a.csv": b"id\n1\n", "web/static/é.js": b""}


@pytest.fixture
def site(tmp_path) -> Path:
    """A folder with files and their manifest."""
    folder = tmp_path / "site"
    for path, content in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (folder / MANIFEST).write_text(manifest_text(FILES), "utf-8")
    return folder


def check(*words: object):
    return CliRunner().invoke(main, ["check", *map(str, words)])


def test_the_manifest_has_the_digest_of_each_file_sorted_by_path() -> None:
    expected = [f"{hashlib.sha256(FILES[path]).hexdigest()}  {path}" for path in sorted(FILES)]
    assert manifest_text(FILES).splitlines() == expected


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs sha256sum")
def test_sha256sum_accepts_the_manifest(site) -> None:
    assert subprocess.run(["sha256sum", "--check", "--strict", MANIFEST], cwd=site, capture_output=True).returncode == 0


def test_unchanged_files_have_no_problems(site) -> None:
    assert changed_files(site, "remedy") == []
    result = check("--installed", site)
    assert result.exit_code == 0 and MANIFEST in result.stdout


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (
            lambda site: (site / "data/a.csv").write_bytes(b"id\n2\n"),
            "data/a.csv:1:1: the file differs from the manifest",
        ),
        (lambda site: (site / "index.html").unlink(), "index.html:1:1: the file is missing"),
        (lambda site: (site / "new.js").write_bytes(b"x"), "new.js:1:1: the file is not in the manifest"),
        (lambda site: (site / MANIFEST).write_bytes(b"\xff\n"), f"{MANIFEST}:1:1: this is not a SHA-256"),
    ],
)
def test_a_changed_file_is_reported(site, change, line) -> None:
    change(site)
    result = check("--installed", site)
    assert result.exit_code == 1
    assert any(
        found.startswith(line) and found.endswith("; export the site again") for found in result.stdout.splitlines()
    )


def test_only_data_and_built_files_of_an_installed_package_are_compared(site) -> None:
    (site / "api.py").write_bytes(b"pass")
    (site / "index.html").unlink()
    assert changed_files(site, "remedy", INSTALLED) == []
    (site / "web/static/é.js").write_bytes(b"alert(1)")
    assert [problem.file for problem in changed_files(site, "remedy", INSTALLED)] == ["web/static/é.js"]


def test_compiled_files_of_python_are_ignored(site) -> None:
    (site / "data/__pycache__").mkdir()
    (site / "data/__pycache__/x.pyc").write_bytes(b"x")
    assert changed_files(site, "remedy") == []


@pytest.mark.parametrize("words", [["--installed"], ["--installed", "FOLDER"], ["--installed", "--json"]])
def test_without_a_manifest_it_says_so_in_one_line(tmp_path, monkeypatch, words) -> None:
    monkeypatch.setattr("atlas.cli.check.resource_dir", lambda name: tmp_path / name)
    result = check(*[tmp_path if word == "FOLDER" else word for word in words])
    assert result.exit_code == 2 and result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert f"there is no manifest {MANIFEST}" in line
