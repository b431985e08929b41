"""Where nerves run: named points inside the limb, the lines through them, and the point at which each site lies."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from atlas.dataset.cells import Id, Listed, Words
from atlas.dataset.rows import Claim

_NUMBER = r"-?\d+(\.\d+)?"


class Waypoint(Claim):
    """A point that nerves pass. Its place is read by the figure build.

    `frame` is an axis of the limb, with `along`, `round` and a depth (millimetres under the skin, or a share of the
    way from axis to skin as `40%`), or a named point of a bone with `off` (millimetres to the left, up, forwards).
    """

    id: Id
    name: Words
    frame: Id
    along: Annotated[str, StringConstraints(pattern=rf"^({_NUMBER})?$")] = ""
    round: Annotated[str, StringConstraints(pattern=rf"^({_NUMBER})?$")] = ""
    depth: Annotated[str, StringConstraints(pattern=r"^(\d+(\.\d+)?%?)?$")] = ""
    off: Annotated[str, StringConstraints(pattern=rf"^({_NUMBER} {_NUMBER} {_NUMBER})?$")] = ""


class Course(Claim):
    """One line of a root or segment through waypoints, from proximal to distal; a fork or a network has several."""

    KEY = ("of", "strand")
    REFERS = {"of": ("segments", "roots"), "through": ("waypoints",)}
    of: Id
    strand: Annotated[str, StringConstraints(pattern=r"^\d+$")]
    through: Listed


class SitePlace(Claim):
    """The waypoint at which a site is marked in figures."""

    KEY = ("site",)
    REFERS = {"site": ("sites",), "at": ("waypoints",)}
    site: Id
    at: Id
