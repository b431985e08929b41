"""Wheel and sdist are the same bytes wherever and whenever they are built."""

import io
import os
import sys
import tarfile
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support.wheel_build import run, source_copy
from tools.packaging.build_backend import USUAL, settle_sdist, settle_wheel

FILES = {"a-1/run": 0o755, "a-1/b.txt": 0o644, "a-1/a.txt": 0o644}
WHEEL = {"a-1.dist-info/RECORD": 0o644, "b/run": 0o755, "b/a.txt": 0o644}


def sdist(path: Path, *, turned: bool, masked: int, date: int, owner: str) -> Path:
    with tarfile.open(path, "w:gz") as packed:
        folder = tarfile.TarInfo("a-1")
        folder.type, folder.mode, folder.mtime = tarfile.DIRTYPE, 0o755 & ~masked, date
        packed.addfile(folder)
        for name, mode in sorted(FILES.items(), reverse=turned):
            one = tarfile.TarInfo(name)
            one.mode, one.mtime, one.uname, one.uid, one.size = mode & ~masked, date + 0.5, owner, len(owner), len(name)
            packed.addfile(one, io.BytesIO(name.encode()))
    return path


def wheel(path: Path, *, turned: bool, masked: int, year: int, method: int) -> Path:
    with zipfile.ZipFile(path, "w", method) as packed:
        for name, mode in sorted(WHEEL.items(), reverse=turned):
            one = zipfile.ZipInfo(name, (year, 1, 2, 3, 4, 6))
            one.external_attr = (0o100000 | mode & ~masked) << 16
            packed.writestr(one, name, method)
    return path


def test_sdists_that_differ_in_order_time_owner_and_mode_become_one(tmp_path: Path) -> None:
    one = sdist(tmp_path / "1.tar.gz", turned=False, masked=0o022, date=1_700_000_000, owner="me")
    two = sdist(tmp_path / "2.tar.gz", turned=True, masked=0o077, date=1_000_000_000, owner="another")
    assert one.read_bytes() != two.read_bytes()
    for path in (one, two):
        settle_sdist(path)
    assert one.read_bytes() == two.read_bytes()
    with tarfile.open(one) as settled:
        assert {part.name: part.mode for part in settled if part.isfile()} == FILES
        assert settled.getmember("a-1").isdir()
        assert settled.extractfile("a-1/b.txt").read() == b"a-1/b.txt"
        assert {(part.uid, part.uname) for part in settled} == {(0, "")}


def test_wheels_that_differ_in_order_time_and_mode_become_one(tmp_path: Path) -> None:
    one = wheel(tmp_path / "1.whl", turned=False, masked=0o022, year=2020, method=zipfile.ZIP_DEFLATED)
    two = wheel(tmp_path / "2.whl", turned=True, masked=0o077, year=2001, method=zipfile.ZIP_STORED)
    assert one.read_bytes() != two.read_bytes()
    for path in (one, two):
        settle_wheel(path)
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as settled:
        assert settled.namelist() == ["b/a.txt", "b/run", "a-1.dist-info/RECORD"], "the metadata last"
        assert {part.filename: part.external_attr >> 16 & 0o777 for part in settled.infolist()} == WHEEL
        assert settled.read("b/run") == b"b/run"


def test_other_content_stays_another(tmp_path: Path, monkeypatch) -> None:
    one = sdist(tmp_path / "1.tar.gz", turned=False, masked=0, date=1, owner="me")
    monkeypatch.setitem(FILES, "a-1/c.txt", 0o644)
    two = sdist(tmp_path / "2.tar.gz", turned=False, masked=0, date=1, owner="me")
    for path in (one, two):
        settle_sdist(path)
    assert one.read_bytes() != two.read_bytes()


@pytest.mark.parametrize(("told", "year"), [("1600000000", 2020), ("1000000000", 2001), ("0", 1980), (None, 2020)])
def test_the_date_is_the_one_that_is_told(told: str | None, year: int, tmp_path: Path, monkeypatch) -> None:
    """A zip knows nothing before 1980."""
    if told:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", told)
    else:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    source = sdist(tmp_path / "1.tar.gz", turned=False, masked=0, date=5, owner="me")
    settle_sdist(source)
    with tarfile.open(source) as settled:
        assert {part.mtime for part in settled} == {int(told or USUAL)}
    packed = wheel(tmp_path / "1.whl", turned=False, masked=0, year=2010, method=zipfile.ZIP_STORED)
    settle_wheel(packed)
    with zipfile.ZipFile(packed) as settled:
        assert {part.date_time[0] for part in settled.infolist()} == {year}


@pytest.mark.slow
def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    one = source_copy(tmp_path / "here" / "nerve-atlas")
    two = source_copy(tmp_path / "a longer way off" / "another name")
    for path in two.rglob("*"):
        os.utime(path, (981173106, 981173106))
        path.chmod(0o700 if path.is_dir() else 0o600)
    # what earlier builds leave behind
    for left in ("build/lib/atlas/gone.py", "nerve_atlas.egg-info/SOURCES.txt"):
        (two / left).parent.mkdir(parents=True)
        (two / left).write_text("gone.py\n", "utf-8")
    (two / "gone.py").write_text("", "utf-8")
    built = [
        hashes(one, (), umask=0o022, TZ="UTC", PYTHONHASHSEED="1"),
        hashes(two, ("--sdist", "--wheel"), umask=0o077, TZ="Asia/Tokyo", PYTHONHASHSEED="2", LC_ALL="C"),
    ]
    assert len(built[0]) == 2
    assert built[0] == built[1]


def hashes(source: Path, asked: tuple[str, ...], umask: int, **environment: str) -> dict[str, str]:
    """What a build makes, each file with its hash. Unless the wheel is asked for, it is built from the sdist."""
    out = source.parent / "dist"
    command = (sys.executable, "-m", "build", "--no-isolation", *asked, "--outdir", str(out), str(source))
    run(*command, cwd=source.parent, umask=umask, **environment)
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in out.iterdir()}
