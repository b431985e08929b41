"""What nerves end in, what supplies it, and how its roots share it."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Id, Listed, Measure, Words
from atlas.dataset.rows import Claim, WideClaim


class Muscle(WideClaim):
    REFERS = {"roots": ("roots",), "main_roots": ("roots",)}
    id: Id
    name: Words
    group: Words
    roots: Listed
    main_roots: Listed = ()
    synonyms: Listed = ()
    action: str = ""
    test: str = ""
    weakness: str = ""


class Reflex(WideClaim):
    REFERS = {"roots": ("roots",), "main_roots": ("roots",), "muscles": ("muscles",)}
    id: Id
    name: Words
    roots: Listed
    main_roots: Listed = ()
    synonyms: Listed = ()
    muscles: Listed = ()
    meaning: Words


class Territory(Claim):
    id: Id
    name: Words
    synonyms: Listed = ()
    plain: Words


class Innervation(Claim):
    KEY = ("target", "branch")
    REFERS = {"target": ("muscles", "reflexes", "territories"), "branch": ("segments",), "roots": ("roots",)}
    target: Id
    branch: Id
    role: Literal["main", "overlap"]
    roots: Listed = ()


class Weight(Claim):
    """How much one kind of way weighs beside another, and how far sources let that be doubted."""

    id: Literal["main_root", "other_root", "main_branch", "overlap_branch"]
    value: Measure
    low: Measure
    high: Measure
    says: Words


class RivalRoots(Claim):
    """Roots that some source gives a target where the target's own row gives others."""

    KEY = ("target", "main_roots")
    REFERS = {"target": ("muscles", "reflexes"), "roots": ("roots",), "main_roots": ("roots",)}
    target: Id
    roots: Listed
    main_roots: Listed


class Autonomous(Claim):
    """Skin, or a part of a patch of it, that one nerve serves alone, without overlap by its neighbours."""

    KEY = ("territory", "nerve")
    REFERS = {"territory": ("territories",), "nerve": ("nerves",)}
    territory: Id
    nerve: Id
