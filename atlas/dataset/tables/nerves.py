"""Roots, nerves and the segments they are made of."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from atlas.dataset.cells import Id, Listed, Place, Words
from atlas.dataset.rows import Claim, WideClaim


class Root(WideClaim):
    REFERS = {"key_point": ("territories",), "key_muscles": ("muscles",)}
    id: Id
    name: Words
    order: Place
    scope: Literal["core", "context"]
    exit: str = ""
    key_point: str = ""
    key_muscles: Listed = ()
    plain: Words


class Nerve(WideClaim):
    REFERS = {"part_of": ("nerves",), "roots": ("roots",), "main_roots": ("roots",)}
    id: Id
    name: Words
    kind: Literal["plexus", "trunk", "division", "nerve", "branch"]
    part_of: str = ""
    modality: Literal["motor", "sensory", "mixed"]
    roots: Listed
    main_roots: Listed = ()
    synonyms: Listed = ()
    course: str = ""
    vulnerable: Listed = ()


class Segment(Claim):
    REFERS = {"nerve": ("nerves",), "upstream": ("segments", "roots"), "level": ("levels",)}
    id: Id
    nerve: Id
    order: Place
    name: Words
    upstream: Listed = Field(alias="from")
    level: Id


class Contribution(WideClaim):
    KEY = ("root", "nerve", "division")
    REFERS = {"root": ("roots",), "nerve": ("nerves",)}
    root: Id
    nerve: Id
    division: Literal["anterior", "posterior", "both", "dorsal-ramus", "ventral-ramus"]
    share: Literal["main", "part"]
