"""The build backend: that of setuptools, but wheel and sdist are the same bytes wherever and whenever they are built.

What differs between two builds of the same source are times, owners and modes of files, and leftovers of earlier
builds.
"""

import gzip
import io
import os
import shutil
import tarfile
import zipfile
from pathlib import Path
from time import gmtime

from setuptools import build_meta
from setuptools.build_meta import *  # noqa: F403 - every other hook is setuptools' own

USUAL = 1577836800
"""Seconds since 1970 that files are dated with, unless SOURCE_DATE_EPOCH tells others: the first of January 2020, for
an unpacked sdist knows of no commit."""


def build_sdist(sdist_directory, config_settings=None):
    """Build the sdist, and settle what differs."""
    for stale in Path().glob("*.egg-info/SOURCES.txt"):  # setuptools packs whatever an earlier build listed
        stale.unlink()
    name = build_meta.build_sdist(sdist_directory, config_settings)
    settle_sdist(Path(sdist_directory, name))
    return name


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """Build the wheel, and settle what differs."""
    shutil.rmtree(Path("build", "lib"), ignore_errors=True)  # setuptools packs whatever an earlier build left there
    name = build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)
    settle_wheel(Path(wheel_directory, name))
    return name


def settle_sdist(path: Path) -> None:
    """Write a .tar.gz anew: by name, owned by nobody, dated alike."""
    with tarfile.open(path) as packed:
        held = [(one, packed.extractfile(one).read() if one.isfile() else b"") for one in packed]
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as settled:
        for one, content in sorted(held, key=lambda pair: pair[0].name):
            clean = tarfile.TarInfo(one.name)
            clean.type, clean.linkname = one.type, one.linkname
            clean.size, clean.mtime = len(content), _epoch()
            clean.mode = _mode(one.mode, one.isdir())
            settled.addfile(clean, io.BytesIO(content))
    with path.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=_epoch()) as small:
        small.write(plain.getvalue())


def settle_wheel(path: Path) -> None:
    """Write a wheel anew: by name, the metadata last as wheels have it, dated alike."""
    with zipfile.ZipFile(path) as packed:
        held = [(one, packed.read(one)) for one in packed.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as settled:
        for one, content in sorted(held, key=lambda pair: (".dist-info/" in pair[0].filename, pair[0].filename)):
            clean = zipfile.ZipInfo(one.filename, gmtime(max(_epoch(), _ZIP_BEGINS))[:6])
            clean.compress_type, clean.create_system = zipfile.ZIP_DEFLATED, 3
            clean.external_attr = (0o100000 | _mode(one.external_attr >> 16, False)) << 16
            settled.writestr(clean, content)


_ZIP_BEGINS = 315532800
"""The first second that a zip can tell: that of 1980."""


def _epoch() -> int:
    return int(os.environ.get("SOURCE_DATE_EPOCH", USUAL))


def _mode(mode: int, folder: bool) -> int:
    return 0o755 if folder or mode & 0o100 else 0o644
