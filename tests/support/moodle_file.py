"""A file of questions as Moodle's own importer reads it, for want of a reader of `ddmarker` that is not Moodle itself.

What Moodle asks of a polygon is in question/type/ddmarker/shapes.php: whole numbers that are not negative, at least
three points, no point twice in a row, and a point is inside when the line winds round it.
"""

from __future__ import annotations

import re
import struct
from base64 import b64decode
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree

Point = tuple[int, int]


@dataclass(frozen=True)
class Dragged:
    """A `ddmarker` question. zones: label of the marker that belongs there → polygon."""

    id: str
    view: str
    text: str
    feedback: str
    labels: list[str]
    zones: dict[str, list[Point]]
    size: tuple[int, int]


def _polygon(coords: str) -> list[Point]:
    points = [tuple(pair.split(",")) for pair in coords.split(";")]
    assert len(points) >= 3
    assert all(len(pair) == 2 and all(re.fullmatch("[0-9]+", part) for part in pair) for pair in points), coords
    whole = [(int(x), int(y)) for x, y in points]
    assert all(a != b for a, b in pairwise(whole)), "a point twice in a row"
    return whole


def _dragged(question: ElementTree.Element) -> Dragged:
    drags = {drag.findtext("no"): drag.findtext("text") for drag in question.findall("drag")}
    assert list(drags) == [str(number) for number in range(1, len(drags) + 1)]
    zones = {}
    for drop in question.findall("drop"):
        assert drop.findtext("shape") == "polygon"
        zones[drags[drop.findtext("choice")]] = _polygon(drop.findtext("coords"))
    file = question.find("file")
    assert file.get("encoding") == "base64" and file.get("name").endswith(".png")
    picture = b64decode(file.text, validate=True)
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    size = struct.unpack(">II", picture[16:24])
    assert all(0 <= x <= size[0] and 0 <= y <= size[1] for zone in zones.values() for x, y in zone)
    return Dragged(
        question.findtext("idnumber"),
        re.sub(r"_(right|left)\.png$", "", file.get("name")),
        question.findtext("questiontext/text"),
        question.findtext("generalfeedback/text"),
        list(drags.values()),
        zones,
        size,
    )


def read(content: bytes) -> tuple[list[Dragged], list[ElementTree.Element]]:
    """The questions with markers, and the elements of those with choices."""
    root = ElementTree.fromstring(content)
    assert root.tag == "quiz" and root[0].get("type") == "category"
    kinds = {kind: [one for one in root if one.get("type") == kind] for kind in ("ddmarker", "multichoice")}
    assert 1 + sum(map(len, kinds.values())) == len(root)
    return [_dragged(one) for one in kinds["ddmarker"]], kinds["multichoice"]


def winds_round(polygon: list[Point], point: tuple[float, float]) -> bool:
    """Whether a polygon winds round a point."""
    x, y = point
    turns = 0
    for (ax, ay), (bx, by) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        left = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
        if ay <= y < by and left > 0:
            turns += 1
        elif by <= y < ay and left < 0:
            turns -= 1
    return turns != 0
