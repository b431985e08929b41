"""SHA-256 manifest of a folder of files, in the form that `sha256sum --check` reads."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from atlas.dataset.problems import Problem

MANIFEST = "MANIFEST.sha256"
_LINE = re.compile(r"([0-9a-f]{64})  ([^\r\n]+)")
_REMEDY = "install the package or export the site again"


def _is_listed(path: Path) -> bool:
    """Whether a file belongs in the manifest: not the manifest itself, and no cache that Python leaves behind."""
    return path.as_posix() != MANIFEST and "__pycache__" not in path.parts


def digests(folder: Path) -> dict[str, str]:
    """Path within the folder → SHA-256 of the file as hexadecimal digits, sorted by path."""
    files = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix(): sha256((folder / path).read_bytes()).hexdigest() for path in files if _is_listed(path)}


def manifest_text(found: dict[str, str]) -> str:
    """The manifest's lines: digest, two spaces, path."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(found.items()))


def write_manifest(folder: Path) -> Path:
    """Write the manifest of a folder as it is now, and return its path."""
    path = folder / MANIFEST
    path.write_text(manifest_text(digests(folder)), "utf-8", newline="\n")
    return path


def changed_files(folder: Path) -> list[Problem]:
    """Every file that differs from the folder's manifest. Raises FileNotFoundError when there is no manifest."""
    listed: dict[str, str] = {}
    problems = []
    for number, line in enumerate((folder / MANIFEST).read_text("utf-8").splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            problems.append(Problem(MANIFEST, number, 1, "this is not a SHA-256, two spaces and a path", _REMEDY))
        else:
            listed[match[2]] = match[1]
    found = digests(folder)
    for name in sorted({*found, *listed}):
        if name not in found:
            problems.append(Problem(name, 1, 1, "the file is missing", _REMEDY))
        elif name not in listed:
            problems.append(Problem(name, 1, 1, "the file is not in the manifest", _REMEDY))
        elif found[name] != listed[name]:
            problems.append(Problem(name, 1, 1, "the file differs from the manifest", _REMEDY))
    return problems
