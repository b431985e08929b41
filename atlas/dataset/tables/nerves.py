"""Roots, nerves and the segments that nerves consist of."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from atlas.dataset.cells import Id, Order, Text, TextList
from atlas.dataset.rows import Claim, WideClaim


class Root(WideClaim):
    """A nerve root. `scope`: followed to its targets (core), or shown for context only."""

    REFERS = {"key_point": ("territories",), "key_muscles": ("muscles",)}
    id: Id
    name: Text
    order: Order
    scope: Literal["core", "context"]
    exit: str = ""
    key_point: str = ""
    key_muscles: TextList = ()
    plain: Text


class Nerve(WideClaim):
    """A named plexus, trunk, division, nerve or branch. `vulnerable`: places where it is often injured."""

    REFERS = {"part_of": ("nerves",), "roots": ("roots",), "main_roots": ("roots",)}
    id: Id
    name: Text
    kind: Literal["plexus", "trunk", "division", "nerve", "branch"]
    part_of: str = ""
    modality: Literal["motor", "sensory", "mixed"]
    roots: TextList
    main_roots: TextList = ()
    synonyms: TextList = ()
    course: str = ""
    vulnerable: TextList = ()


class Segment(Claim):
    """A stretch of a nerve between two branching points, and the segments or roots that it continues."""

    REFERS = {"nerve": ("nerves",), "upstream": ("segments", "roots"), "level": ("levels",)}
    id: Id
    nerve: Id
    order: Order
    name: Text
    upstream: TextList = Field(alias="from")
    level: Id


class Contribution(WideClaim):
    """A root that contributes fibres to a nerve."""

    KEY = ("root", "nerve", "division")
    REFERS = {"root": ("roots",), "nerve": ("nerves",)}
    root: Id
    nerve: Id
    division: Literal["anterior", "posterior", "both", "dorsal-ramus", "ventral-ramus"]
    share: Literal["main", "part"]
