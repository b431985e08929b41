"""Movements of the body in three dimensions: poses, the angles of the joints in them, and the strain of nerves."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints

from atlas.dataset.cells import Id, Number, Order, Text, TextList
from atlas.dataset.rows import Claim

Millimetres = Annotated[str, StringConstraints(pattern=r"^-?\d+(\.\d+)?$")]
"""A number that may be negative, as it is written."""
_ANGLE = re.compile(r"(?P<name>[A-Za-z0-9_.]+) (?P<degrees>-?\d+(\.\d+)?)")
_MOST_DEGREES = 180


def _angles(cell: object) -> object:
    """Name → degrees. Raises ValueError, with what is wrong and what would be right."""
    if not isinstance(cell, str):
        return cell
    found: dict[str, float] = {}
    for angle in filter(None, map(str.strip, cell.split(";"))):
        match = _ANGLE.fullmatch(angle)
        if match is None:
            raise ValueError(f"'{angle}' is not an angle", "write a name and degrees, such as 'middle -12.5'")
        name, degrees = match["name"], float(match["degrees"])
        if name in found:
            raise ValueError(f"the angle '{name}' is given twice", "give it once")
        if abs(degrees) > _MOST_DEGREES:
            raise ValueError(f"'{angle}' is more than a half turn", "write degrees from -180 to 180")
        found[name] = degrees
    return found


Angles = Annotated[dict[str, float], BeforeValidator(_angles)]


class Joint(Claim):
    """A joint by which the body in three dimensions moves. Only the figure build reads its place and its zone.

    sources/columns.csv explains its columns.
    """

    REFERS = {"parent": ("joints",)}
    id: Id
    name: Text
    parent: str = ""
    at: TextList
    axis: TextList = ()
    bends: Literal["1", "-1"]
    towards: Annotated[str, StringConstraints(pattern=r"^-?[\d.]+ -?[\d.]+ -?[\d.]+$")]
    start: Millimetres
    end: Millimetres


class Pose(Claim):
    """A movement that an examiner asks for.

    `eye` is the direction from which it is shown, in degrees around the body and upwards. `muscles` are those whose
    weakness it shows, and `weak` says what is seen then.
    """

    REFERS = {"muscles": ("muscles",)}
    id: Id
    name: Text
    order: Order
    shows: Text
    muscles: TextList = ()
    weak: str = ""
    seat: Literal["yes", ""] = ""
    opens: Literal["usual", "weak"]
    eye: Text


class PoseFrame(Claim):
    """One moment of a pose, with the leg in colour healthy (`usual`) or `weak`.

    `angles`: what differs from standing, as name → degrees; sources/columns.csv says which names there are.
    """

    KEY = ("pose", "state", "frame")
    REFERS = {"pose": ("poses",)}
    pose: Id
    state: Literal["usual", "weak"]
    frame: Order
    says: Text
    angles: Angles = {}


class NerveStrain(Claim):
    """How much longer a nerve was measured to be at a moment of a pose, in per cent.

    `drawn`: the segments or roots that show it. `place`, `movement` and `people` say where, when and on whom it was
    measured.
    """

    KEY = ("pose", "frame", "nerve")
    REFERS = {"pose": ("poses",), "nerve": ("nerves", "roots"), "drawn": ("segments", "nerves", "roots")}
    pose: Id
    frame: Order
    nerve: Id
    drawn: TextList
    place: Text
    mean: Number = None
    low: Number = None
    high: Number = None
    movement: Text
    people: Text
