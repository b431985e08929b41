"""SHA-256 manifest of a set of files, in the format of `sha256sum --check`.

The manifest is made where the files leave the repository: when a wheel is built and when a site is exported.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path

from atlas.dataset.problems import Problem

MANIFEST = "MANIFEST.sha256"
"""The name of the manifest, at the top of the folder whose files it lists."""
INSTALLED = ("data", "web/static", "components/static")
"""The folders of an installed package that its manifest covers."""
_LINE = re.compile(r"([0-9a-f]{64})  ([^\r\n]+)")


def manifest_text(files: Mapping[str, bytes]) -> str:
    """The manifest of files, given as path → content: one line each with digest, two spaces and path.

    >>> manifest_text({"empty.txt": b""})
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty.txt\\n'
    """
    return "".join(f"{sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files) if path != MANIFEST)


def _is_listed(path: Path, folders: Collection[str]) -> bool:
    if path.as_posix() == MANIFEST or "__pycache__" in path.parts:
        return False
    return not folders or any(path.is_relative_to(folder) for folder in folders)


def _digests(folder: Path, folders: Collection[str]) -> dict[str, str]:
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {p.as_posix(): sha256((folder / p).read_bytes()).hexdigest() for p in files if _is_listed(p, folders)}


def changed_files(folder: Path, remedy: str, folders: Collection[str] = ()) -> list[Problem]:
    """Every file that is changed, missing or not listed, compared with the manifest of a folder.

    `folders`: the only folders to compare; by default everything. `remedy`: what the user can do about it.
    Raises FileNotFoundError if there is no manifest.
    """
    listed, problems = dict[str, str](), list[Problem]()
    for number, line in enumerate((folder / MANIFEST).read_text("utf-8", errors="replace").splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            problems.append(Problem(MANIFEST, number, 1, "this is not a SHA-256, two spaces and a path", remedy))
        elif _is_listed(Path(match[2]), folders):
            listed[match[2]] = match[1]
    found = _digests(folder, folders)
    for path in sorted({*found, *listed}):
        if path not in found:
            problems.append(Problem(path, 1, 1, "the file is missing", remedy))
        elif path not in listed:
            problems.append(Problem(path, 1, 1, "the file is not in the manifest", remedy))
        elif found[path] != listed[path]:
            problems.append(Problem(path, 1, 1, "the file differs from the manifest", remedy))
    return problems
