"""Pictures and meshes, which the figure build writes beside the SVG figures, and which of them are not whole."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path

from atlas.dataset.problems import Problem

FOLDER = "figures"
REMEDY = "take it from the release again, or run `make figures`"
MESHES = {
    "solid": ("unit", "views", "colours", "layers", "courses", "course_points", "sites", "joints"),
    "solid_muscles": ("unit", "layers"),
}
"""Name of a mesh file → what it holds, as `tools.solid.build` writes it."""
_BOX = struct.Struct(">I4s")
"""The head of a box of an AVIF file: its size in bytes with this head, and its kind."""
_KIND = b"ftypavif"


def _wrong_with_picture(path: Path) -> str:
    """What is wrong with an AVIF file: its boxes, of which the first says what it is, must fill it exactly."""
    size, at = path.stat().st_size, 0
    if not size:
        return "the file is empty"
    with path.open("rb") as file:
        if file.read(12)[4:] != _KIND:
            return "this is not an AVIF picture"
        while at < size:
            file.seek(at)
            head = file.read(_BOX.size)
            length = _BOX.unpack(head)[0] if len(head) == _BOX.size else 0
            if length < _BOX.size or at + length > size:
                return "the picture is cut off"
            at += length
    return ""


def _wrong_with_mesh(path: Path) -> str:
    if not path.stat().st_size:
        return "the file is empty"
    try:
        found = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError) as error:
        return f"the JSON is broken ({error})"
    if not isinstance(found, dict):
        return "this is not one JSON object"
    missing = [key for key in MESHES.get(path.stem, ()) if not found.get(key)]
    return f"the JSON lacks '{missing[0]}'" if missing else ""


def broken_generated_files(folder: Path) -> Iterator[Problem]:
    """A problem for each picture and mesh of a data folder that is empty, cut off or something else."""
    for pattern, wrong_with in (("*.json", _wrong_with_mesh), ("*.avif", _wrong_with_picture)):
        for path in sorted((folder / FOLDER).glob(pattern)):
            try:
                wrong = wrong_with(path)
            except OSError as error:
                wrong = f"the file cannot be read ({error.strerror or error})"
            if wrong:
                yield Problem(f"{FOLDER}/{path.name}", 1, 1, wrong, REMEDY)
