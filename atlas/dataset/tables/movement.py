"""Movements of the body in three dimensions: poses, the angles of the joints in them, and the strain of nerves."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator

from atlas.dataset.cells import Id, Order, Text, TextList
from atlas.dataset.rows import Claim

Number = Annotated[float | None, BeforeValidator(lambda cell: None if cell == "" else cell)]
"""A number, or None for an empty cell."""


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
    eye: Text


class PoseFrame(Claim):
    """One moment of a pose, with the leg in colour healthy (`usual`) or `weak`.

    `angles`: what differs from standing, each a name and degrees; sources/columns.csv says which names there are.
    """

    KEY = ("pose", "state", "frame")
    REFERS = {"pose": ("poses",)}
    pose: Id
    state: Literal["usual", "weak"]
    frame: Order
    says: Text
    angles: TextList = ()

    @property
    def degrees(self) -> dict[str, float]:
        """Name → degrees. Raises ValueError if an angle is not a name and a number."""
        return {name: float(value) for name, value in (angle.split() for angle in self.angles)}


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
