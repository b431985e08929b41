"""Movements of the body in three dimensions: poses, the angles of the joints in them, and the strain of nerves."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator

from atlas.dataset.cells import Id, Order, Text, TextList
from atlas.dataset.rows import Claim

ANGLES = (
    *("hip", "knee", "ankle", "toes", "abduction", "inversion"),
    *("other_hip", "other_knee", "other_ankle", "other_toes", "other_abduction"),
    *("trunk", "trunk_side", "lean", "tilt"),
)
"""The columns of angles, in degrees."""
Number = Annotated[float | None, BeforeValidator(lambda cell: None if cell == "" else cell)]
"""A number, or None for an empty cell."""


class Pose(Claim):
    """A movement that an examiner asks for. `eye`: from where it is seen, as degrees round the body and upwards.

    `muscles` are those whose weakness shows in it; `weak` says what is then seen.
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

    Angles are in degrees from standing: bending (`hip`, `knee`), pulling the foot or the toes up (`ankle`, `toes`),
    away from the middle (`abduction`), sole inwards (`inversion`); the trunk forward (`trunk`) or over the leg in
    colour (`trunk_side`); the whole body backwards when negative (`lean`), or down on the other side (`tilt`).
    """

    KEY = ("pose", "state", "frame")
    REFERS = {"pose": ("poses",)}
    pose: Id
    state: Literal["usual", "weak"]
    frame: Order
    says: Text
    hip: float
    knee: float
    ankle: float
    toes: float
    abduction: float
    inversion: float
    other_hip: float
    other_knee: float
    other_ankle: float
    other_toes: float
    other_abduction: float
    trunk: float
    trunk_side: float
    lean: float
    tilt: float

    @property
    def angles(self) -> dict[str, float]:
        """Column → degrees."""
        return {column: getattr(self, column) for column in ANGLES}


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
