"""Where things stand on a slide, in points: 16:9, the text on the left, the pictures on the right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from math import log
from typing import NamedTuple

from atlas.export.slides.pictures import SlidePicture


class Box(NamedTuple):
    """A place on a slide, in points."""

    x: float
    y: float
    width: float
    height: float


SLIDE = Box(0, 0, 960, 540)
TITLE = Box(36, 16, 888, 58)
RULE = Box(36, 77, 888, 5)
TEXT = Box(36, 96, 390, 336)
CODE = Box(36, 442, 82, 82)
FOOT = Box(126, 440, 300, 88)
PICTURES = Box(444, 92, 480, 436)
TITLE_SIZES, TEXT_SIZES = (36.0, 32.0, 28.0, 24.0), (30.0, 28.0, 26.0, 24.0)
CAPTION_SIZE, LINK_SIZE, FOOT_SIZE = 14.0, 14.0, 9.0
_CAPTION, _GAP = 38.0, 10.0
"""The height of a caption of two lines, and the space between pictures."""


class Placed(NamedTuple):
    """Where the pictures stand, in their order, and the captions."""

    pictures: list[Box]
    captions: list[tuple[str, Box]]


def _row_height(shapes: Sequence[float], width: float, height: float) -> float:
    return min(height, (width - _GAP * (len(shapes) - 1)) / sum(shapes)) if shapes else 0.0


def _column(shapes: Sequence[float], width: float, height: float) -> list[tuple[float, float]]:
    """The sizes of pictures below each other, each with a caption."""
    if not shapes:
        return []
    room = (height - len(shapes) * _CAPTION - _GAP * (len(shapes) - 1)) / len(shapes)
    return [(min(width, room * shape), min(width, room * shape) / shape) for shape in shapes]


def _width_of_row(row: Sequence[float], column: Sequence[float], room: Box) -> float:
    """The width of the pictures in a row that makes all pictures largest, with the others in a column beside them."""
    if not row or not column:
        return room.width if row else 0.0
    widths = [room.width * share / 100 for share in range(15, 86)]
    return max(widths, key=lambda width: _size(row, column, room, width))


def _size(row: Sequence[float], column: Sequence[float], room: Box, width: float) -> float:
    """How large all pictures are, as the sum of the logarithms of their areas."""
    tall = _row_height(row, width, room.height - _CAPTION)
    sizes = [(tall * shape, tall) for shape in row]
    if column:
        sizes += _column(column, room.width - width - (2 * _GAP if row else 0), room.height)
    return sum(log(max(w * h, 1e-9)) for w, h in sizes)


def _in_row(pictures: Sequence[SlidePicture], room: Box) -> list[int]:
    """The pictures that stand next to each other so that all are largest: the narrowest ones."""
    shapes = [one.shape for one in pictures]
    order = sorted(range(len(pictures)), key=lambda n: shapes[n])
    if len({one.caption for one in pictures}) < len(pictures):  # what is compared stands in one row
        return list(range(len(pictures)))

    def size(count: int) -> float:
        row, column = [shapes[n] for n in order[:count]], [shapes[n] for n in order[count:]]
        return _size(row, column, room, _width_of_row(row, column, room))

    return sorted(order[: max(range(len(pictures) + 1), key=size)])


def place_pictures(pictures: Sequence[SlidePicture], room: Box = PICTURES) -> Placed:
    """Narrow pictures next to each other at one height, then the others below each other.

    Neighbours with the same caption share one.
    """
    in_row = _in_row(pictures, room)
    in_column = [n for n in range(len(pictures)) if n not in in_row]
    row, column = [pictures[n].shape for n in in_row], [pictures[n].shape for n in in_column]
    width = _width_of_row(row, column, room)
    height = _row_height(row, width, room.height - _CAPTION)
    used = sum(row) * height + _GAP * max(0, len(row) - 1)
    boxes: dict[int, Box] = {}
    captions: list[tuple[str, Box]] = []
    x = room.x + (width - used) / 2
    for caption, group in groupby(in_row, key=lambda n: pictures[n].caption):
        start = x
        for n in group:
            boxes[n] = Box(x, room.y, pictures[n].shape * height, height)
            x += boxes[n].width + _GAP
        captions.append((caption, Box(start - _GAP / 2, room.y + height + 2, x - start, _CAPTION - 2)))
    left = room.x + width + (2 * _GAP if row else 0)
    across, y = room.x + room.width - left, room.y
    for n, (wide, tall) in zip(in_column, _column(column, across, room.height), strict=True):
        boxes[n] = Box(left + (across - wide) / 2, y, wide, tall)
        captions.append((pictures[n].caption, Box(left, y + tall + 2, across, _CAPTION - 2)))
        y += tall + _CAPTION + _GAP
    return Placed([boxes[n] for n in range(len(pictures))], captions)
