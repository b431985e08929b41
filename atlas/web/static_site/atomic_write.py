"""Writing a site to a folder: all of it or nothing, and never over what is not an earlier site."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from atlas.web.static_site.pages import CannotExport

LIST = "files.json"
"""Lists all files of a site with their SHA-256; by it an earlier site is known."""


def _listed(folder: Path) -> set[str] | None:
    """The files of an earlier site; None when the folder holds none."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        return {LIST, *json.loads((folder / LIST).read_text("utf-8"))["nerve-atlas"]}
    return None


def writable(target: Path) -> Path:
    """The folder in full, if a site may be written there. Raises CannotExport with the reason why not."""
    target = target.resolve()
    if target.exists():
        if not target.is_dir():
            raise CannotExport(f"{target} is a file, not a folder")
        there = {path.relative_to(target).as_posix() for path in target.rglob("*") if not path.is_dir()}
        known = _listed(target)
        if there and known is None:
            raise CannotExport(f"{target} is not empty and no earlier export; nothing there was touched")
        if known is not None and (other := sorted(there - known)):
            raise CannotExport(f"{target} holds {other[0]}, which no export wrote; move it away first")
        if os.path.ismount(target):
            raise CannotExport(f"{target} is the top of a disk; name a folder on it")
    if not target.parent.is_dir():
        raise CannotExport(f"there is no folder {target.parent}")
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise CannotExport(f"{target.parent} cannot be written to")
    return target


def write(files: Mapping[str, bytes], target: Path) -> int:
    """Write a site beside its folder, then put it in the folder's place; returns its size in bytes.

    Raises CannotExport when that is not possible; then the folder is as it was.
    """
    target = writable(target)
    digests = {path: sha256(content).hexdigest() for path, content in sorted(files.items())}
    whole = {**files, LIST: (json.dumps({"nerve-atlas": digests}, indent=1) + "\n").encode()}
    try:
        beside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise CannotExport(f"{target.parent} cannot be written to ({error.strerror or error})") from None
    try:
        new, old = beside / "new", beside / "old"
        for path, content in whole.items():
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
        raise CannotExport(f"{target} cannot be written ({error.strerror or error}); it is as it was") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return sum(map(len, whole.values()))
