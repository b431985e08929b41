"""Where a sealed file was changed: short digests of its lines, kept beside the seal and sealed themselves.

The seal tells that a file is not what it was; this tells from which line on. In long files a digest stands for some
lines in a row, and a very long line has one for each of its parts.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

NAME = "LINES.txt"
_MOST = 1024
"""Digests of one file: with more, those of the catalogues would outweigh the tables."""
_PART = 4096
"""Bytes of a line that one digest stands for."""
_SHORT = 3
"""Bytes of a digest: which line it is needs no more, that something changed is the seal's to tell."""
_ROW = re.compile(r"([0-9]+) ((?:[0-9A-Za-z+/]{4})+)  ([^\r\n]+)")


class Place(NamedTuple):
    """Where a file begins to differ: in the lines from `first` to `last`, counted from 1, from byte `column` on."""

    first: int
    column: int
    last: int


def _parts(content: bytes) -> list[tuple[int, int, bytes]]:
    lines = enumerate(content.split(b"\n"), 1)
    return [(n, at + 1, line[at : at + _PART]) for n, line in lines for at in range(0, len(line) or 1, _PART)]


def _digests(content: bytes, step: int) -> Iterator[tuple[Place, str]]:
    parts = _parts(content)
    for at in range(0, len(parts), step):
        some = parts[at : at + step]
        digest = sha256(b"\n".join(part for _, _, part in some)).digest()[:_SHORT]
        yield Place(some[0][0], some[0][1], some[-1][0]), b64encode(digest).decode()


def _row(folder: Path, name: str) -> str:
    content = (folder / name).read_bytes()
    step = -(-len(_parts(content)) // _MOST)
    return f"{step} {''.join(digest for _, digest in _digests(content, step))}  {name}"


def _kept(folder: Path) -> dict[str, re.Match[str]]:
    """Path → its row, of those that can be read: parts that a digest stands for, digests, path."""
    try:
        rows = (folder / NAME).read_bytes().decode("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return {}
    return {row[3]: row for row in map(_ROW.fullmatch, rows) if row and int(row[1])}


def _right(folder: Path, names: Iterable[str], rows: dict[str, str]) -> str:
    rows |= {name: _row(folder, name) for name in names if name != NAME}
    return "".join(f"{rows[name]}\n" for name in sorted(rows))


def write_lines(folder: Path, names: Iterable[str], besides: bool = False) -> None:
    """Write the digests of these files; `besides`: and leave those of others as they are."""
    rows = {name: row[0] for name, row in _kept(folder).items()} if besides else {}
    (folder / NAME).write_text(_right(folder, names, rows), "utf-8", newline="\n")


def first_change(folder: Path, name: str, sealed: Collection[str]) -> Place | None:
    """Where a file begins to differ from what was sealed. None if nothing tells. `sealed`: the files of the folder."""
    if name == NAME:
        return _first_row(folder, sealed)
    row = _kept(folder).get(name)
    if row is None:
        return None
    place, digests = None, [row[2][at : at + 4] for at in range(0, len(row[2]), 4)]
    for found, digest in zip_longest(_digests((folder / name).read_bytes(), int(row[1])), digests):
        place = found[0] if found else place  # what was cut off at the end is missing after the last line
        if not found or found[1] != digest:
            return place
    return None


def _first_row(folder: Path, sealed: Collection[str]) -> Place | None:
    """Where the digests themselves are not what the files say."""
    is_ = (folder / NAME).read_bytes().split(b"\n")
    right = _right(folder, [name for name in sealed if (folder / name).is_file()], {}).encode().split(b"\n")
    number = next((n for n, (one, other) in enumerate(zip_longest(is_, right), 1) if one != other), None)
    return Place(min(number, len(is_)), 1, min(number, len(is_))) if number else None
