"""Targets (muscles, reflexes and patches of skin), the branches that supply them, and their roots."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Id, NonNegative, Text, TextList
from atlas.dataset.rows import Claim, WideClaim


class Muscle(WideClaim):
    """A muscle. `action`, `test` and `weakness` say what it does, how to test it and what weakness shows."""

    REFERS = {"roots": ("roots",), "main_roots": ("roots",)}
    id: Id
    name: Text
    group: Text
    roots: TextList
    main_roots: TextList = ()
    synonyms: TextList = ()
    action: str = ""
    test: str = ""
    weakness: str = ""


class Reflex(WideClaim):
    """A reflex and the muscles that respond."""

    REFERS = {"roots": ("roots",), "main_roots": ("roots",), "muscles": ("muscles",)}
    id: Id
    name: Text
    roots: TextList
    main_roots: TextList = ()
    synonyms: TextList = ()
    muscles: TextList = ()
    meaning: Text


class Territory(Claim):
    """A patch of skin that the figures show as one shape."""

    id: Id
    name: Text
    synonyms: TextList = ()
    plain: Text


class Innervation(Claim):
    """The last segment that supplies a target. `roots`: the roots that arrive by it; empty means all."""

    KEY = ("target", "branch")
    REFERS = {"target": ("muscles", "reflexes", "territories"), "branch": ("segments",), "roots": ("roots",)}
    target: Id
    branch: Id
    role: Literal["main", "overlap"]
    roots: TextList = ()


class Weight(Claim):
    """The relative weight of one kind of route, and the range that sources leave open."""

    id: Literal["main_root", "other_root", "main_branch", "overlap_branch"]
    value: NonNegative
    low: NonNegative
    high: NonNegative
    says: Text


class RivalRoots(Claim):
    """Roots that another source gives for a target, in contrast to those in the target's own row."""

    KEY = ("target", "main_roots")
    REFERS = {"target": ("muscles", "reflexes"), "roots": ("roots",), "main_roots": ("roots",)}
    target: Id
    roots: TextList
    main_roots: TextList


class Autonomous(Claim):
    """Skin, or part of a patch, that one nerve supplies alone, without overlap by its neighbours."""

    KEY = ("territory", "nerve")
    REFERS = {"territory": ("territories",), "nerve": ("nerves",)}
    territory: Id
    nerve: Id
