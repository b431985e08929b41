"""The course of nerves: named points inside the limb, lines through these points, and the point of each site."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import StringConstraints

from atlas.dataset.cells import Id, Text, TextList
from atlas.dataset.rows import Claim

_NUMBER = r"-?\d+(\.\d+)?"


class Waypoint(Claim):
    """A point that nerves pass, or at which a reflex is tested. Only the figure build reads its position.

    `frame` is an axis of the limb or a named point of a bone. An axis goes with `along`, `round` (degrees) and
    `depth` (millimetres under the skin, or as `40%` a share of the distance from axis to skin); a point of a bone
    goes with `off` (millimetres to the left, up and forwards).
    """

    id: Id
    name: Text
    frame: Id
    along: Annotated[str, StringConstraints(pattern=rf"^({_NUMBER})?$")] = ""
    round: Annotated[str, StringConstraints(pattern=rf"^({_NUMBER})?$")] = ""
    depth: Annotated[str, StringConstraints(pattern=r"^(\d+(\.\d+)?%?)?$")] = ""
    off: Annotated[str, StringConstraints(pattern=rf"^({_NUMBER} {_NUMBER} {_NUMBER})?$")] = ""


class Course(Claim):
    """A line of a root or segment through waypoints, from proximal to distal. A fork or a plexus has several."""

    KEY: ClassVar[tuple[str, ...]] = ("of", "strand")
    REFERS = {"of": ("segments", "roots"), "through": ("waypoints",)}
    of: Id
    strand: Annotated[str, StringConstraints(pattern=r"^\d+$")]
    through: TextList


class ReflexPlace(Claim):
    """The waypoint at which figures mark where a reflex is tested."""

    KEY = ("reflex",)
    REFERS = {"reflex": ("reflexes",), "at": ("waypoints",)}
    reflex: Id
    at: Id


class SitePlace(Claim):
    """The waypoint at which a site is marked in figures."""

    KEY = ("site",)
    REFERS = {"site": ("sites",), "at": ("waypoints",)}
    site: Id
    at: Id
