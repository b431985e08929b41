"""What cannot be written leaves the good file that stood there, and one clear line."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from atlas import replace_file
from atlas.api import Atlas
from atlas.cli import main
from atlas.web.app import create_app
from atlas.web.static_site.pages import Client
from tests.support.limbs import TINY, copy_of

resource = pytest.importorskip("resource", reason="limits of a process are those of Unix")

WRITERS = {
    "csv": ["data", "--format", "csv"],
    "graphml": ["data", "--format", "graphml"],
    "jsonld": ["data", "--format", "jsonld"],
    "bibtex": ["data", "--format", "bibtex"],
    "deck": ["deck"],
    "figure": ["figure", "front"],
    "handout": ["handout", "curler"],
    "lesion": ["handout", "ring", "--lesion"],
    "moodle": ["questions", "--format", "moodle"],
    "qti": ["questions", "--format", "qti"],
    "gift": ["questions", "--format", "gift"],
    "slides": ["slides", "arm"],
    "sheet": ["questions", "--format", "pdf"],
}
"""Every command that writes a file, by what it writes."""
writers = pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS)


@contextmanager
def full_disk(room: int = 300) -> Iterator[None]:
    """Let the system refuse to write beyond the first bytes of any file, as on a disk that fills up."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def assert_one_line(result: Result, *parts: str) -> None:
    """The command failed and said why in one line; other exceptions than its exit would be a traceback."""
    assert result.exit_code == 2 and isinstance(result.exception, SystemExit), result.exception
    assert result.stdout == "" and result.stderr.count("\n") == 1
    assert result.stderr.startswith("nerve-atlas: ")
    for part in parts:
        assert part in result.stderr


@writers
def test_a_full_disk_leaves_the_good_file(tmp_path: Path, words: list[str]) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"good")
    with full_disk():
        result = run(*words, "-o", path, "--data", TINY)
    assert_one_line(result, os.strerror(errno.EFBIG))
    assert path.read_bytes() == b"good" and list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_good_export(tmp_path: Path, monkeypatch) -> None:
    page = b"<html><head></head>" + b"x" * 1000
    monkeypatch.setattr("atlas.web.static_site.build.build", lambda *_: {"index.html": page, "data/table.csv": page})
    site = tmp_path / "site"
    assert run("export", site).exit_code == 0
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    with full_disk():
        result = run("export", site)
    assert_one_line(result, f"cannot write {site} ({os.strerror(errno.EFBIG)}); it is unchanged")
    assert len(before) == 3 and list(tmp_path.iterdir()) == [site]
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_a_full_disk_for_temporary_files_ends_an_export(tmp_path: Path) -> None:
    client = Client(create_app(TINY))
    with full_disk(), pytest.raises(OSError) as refused:  # not the page of an error
        client.content("/data/nerve-atlas-en.apkg")
    assert refused.value.errno == errno.EFBIG


def test_a_full_disk_leaves_the_good_catalogue(tmp_path: Path) -> None:
    folder = copy_of(TINY, tmp_path)
    assert run("locales", "--update", "de", "--data", folder).exit_code == 0
    path = folder / "locales" / "de.po"
    path.write_bytes(path.read_bytes().replace(b"Curler", b"Kurler"))
    before = path.read_bytes()
    with full_disk():
        result = run("locales", "--update", "de", "--data", folder)
    assert result.exit_code != 0 and result.stderr.count("\n") == 1
    assert path.read_bytes() == before and list(path.parent.iterdir()) == [path]


@writers
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_device_that_is_full(words: list[str]) -> None:
    assert_one_line(run(*words, "-o", "/dev/full", "--data", TINY), "cannot write /dev/full", os.strerror(errno.ENOSPC))
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode), "the device was not replaced by a file"


@writers
def test_a_place_for_no_file_is_refused_before_the_work(tmp_path: Path, words: list[str], monkeypatch) -> None:
    monkeypatch.setattr(Atlas, "load", lambda *_: pytest.fail("the work was begun"))
    assert_one_line(run(*words, "-o", tmp_path, "--data", TINY), f"{tmp_path} is a folder; name a file in it")
    missing = tmp_path / "none"
    assert_one_line(run(*words, "-o", missing / "x", "--data", TINY), f"there is no folder {missing}; make it first")


@writers
def test_a_folder_without_permission(tmp_path: Path, words: list[str], monkeypatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(replace_file, "tempfile", SimpleNamespace(mkstemp=refuse))  # root may write everywhere
    path = tmp_path / "x"
    assert_one_line(run(*words, "-o", path, "--data", TINY), f"cannot write {path} ({os.strerror(errno.EACCES)})")


def test_the_file_behind_a_link_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path, link = tmp_path / "file", tmp_path / "link"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    replace_file.replace_file(link, b"new")
    assert link.is_symlink() and path.read_bytes() == b"new" and stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_pipe_is_written_to() -> None:
    code = (
        "from pathlib import Path; from atlas.replace_file import replace_file; replace_file(Path('/dev/stdout'), b'x')"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"x"
