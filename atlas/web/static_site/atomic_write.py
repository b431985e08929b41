"""Writing a site to a folder: completely or not at all, and only over an earlier export."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from atlas.dataset.checksums import MANIFEST, manifest_text
from atlas.web.static_site.pages import CannotExport

INDEX = "index.html"
GENERATOR = '<meta name="generator" content="Nerve Atlas export">'
"""The tag in `index.html` by which an earlier export is recognised."""


def _exported_files(folder: Path) -> set[str] | None:
    """The files of an earlier export, from its manifest; None when the folder does not hold one."""
    with suppress(OSError, ValueError):
        if GENERATOR in (folder / INDEX).read_text("utf-8"):
            lines = (folder / MANIFEST).read_text("utf-8").splitlines()
            return {MANIFEST, *(line.partition("  ")[2] for line in lines)}
    return None


def writable(target: Path) -> Path:
    """The absolute path of a folder to which a site may be written. Raises CannotExport, which says why not."""
    target = target.resolve()
    if target.exists():
        if not target.is_dir():
            raise CannotExport(f"{target} is a file, not a folder")
        present = {path.relative_to(target).as_posix() for path in target.rglob("*") if not path.is_dir()}
        exported = _exported_files(target)
        if present and exported is None:
            raise CannotExport(f"{target} is not empty and is not an earlier export; choose another folder")
        if exported is not None and (other := sorted(present - exported)):
            raise CannotExport(f"{target} contains {other[0]}, which is not part of an export; move it away first")
        if os.path.ismount(target):
            raise CannotExport(f"{target} is a mount point; choose a folder below it")
    if not target.parent.is_dir():
        raise CannotExport(f"there is no folder {target.parent}")
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise CannotExport(f"{target.parent} is not writable")
    return target


def write(files: Mapping[str, bytes], target: Path) -> int:
    """Write a site next to its folder, add its SHA-256 manifest, then swap it in; returns its size in bytes.

    Raises CannotExport when that is not possible; the folder is then as it was.
    """
    target = writable(target)
    complete = {**files, INDEX: files[INDEX].replace(b"<head>", b"<head>" + GENERATOR.encode(), 1)}
    complete[MANIFEST] = manifest_text(complete).encode()
    try:
        temporary = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise CannotExport(f"cannot write to {target.parent} ({error.strerror or error})") from None
    new, old = temporary / "new", temporary / "old"
    try:
        for path, content in complete.items():
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_bytes(content)
        if target.exists():
            target.rename(old)
        try:
            new.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
    except OSError as error:
        raise CannotExport(f"cannot write {target} ({error.strerror or error}); it is unchanged") from None
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return sum(map(len, complete.values()))
