"""Targets (muscles, reflexes and patches of skin), the branches that supply them, and their roots."""

from __future__ import annotations

from typing import ClassVar, Literal

from atlas.dataset.cells import Id, NonNegative, Text, TextList
from atlas.dataset.rows import Claim, WideClaim


class Muscle(WideClaim):
    """A muscle. `action`, `test` and `weakness` say what it does, how to test it and what weakness shows.

    `sides`: "both" if it is one muscle of both sides, which the nerves of either side alone can keep at work.
    """

    REFERS = {"roots": ("roots",), "main_roots": ("roots",)}
    id: Id
    name: Text
    group: Text
    roots: TextList
    main_roots: TextList = ()
    synonyms: TextList = ()
    sides: Literal["both", ""] = ""
    action: str = ""
    test: str = ""
    weakness: str = ""


class Reflex(WideClaim):
    """A reflex and the muscles that respond. `sides`: "both" if nerves of either side alone can keep it."""

    REFERS = {"roots": ("roots",), "main_roots": ("roots",), "muscles": ("muscles",)}
    id: Id
    name: Text
    roots: TextList
    main_roots: TextList = ()
    synonyms: TextList = ()
    muscles: TextList = ()
    sides: Literal["both", ""] = ""
    meaning: Text


class Territory(Claim):
    """A patch of skin that the figures show as one shape."""

    id: Id
    name: Text
    synonyms: TextList = ()
    plain: Text


class Innervation(Claim):
    """The last segment that supplies a muscle or reflex. `roots`: the roots that arrive by it; empty means all."""

    KEY: ClassVar[tuple[str, ...]] = ("target", "branch")
    REFERS = {"target": ("muscles", "reflexes"), "branch": ("segments",), "roots": ("roots",)}
    target: Id
    branch: Id
    role: Literal["main", "overlap"]
    roots: TextList = ()


class Field(Claim):
    """A part of a nerve's cutaneous field: how much of a patch of skin a last segment supplies, in words.

    `share`: "all", "most" or "part" of the patch in the usual person, or "sometimes": only in some people.
    `roots`: the roots that arrive by the segment; empty means all roots of its nerve.
    """

    KEY: ClassVar[tuple[str, ...]] = ("territory", "segment")
    REFERS = {"territory": ("territories",), "segment": ("segments",), "roots": ("roots",)}
    territory: Id
    segment: Id
    share: Literal["all", "most", "part", "sometimes"]
    roots: TextList = ()


class Weight(Claim):
    """The number that stands for a word in a calculation, and the range that sources leave open."""

    id: Literal[
        "main_root",
        "other_root",
        "most_of_field",
        "part_of_field",
        "sometimes_in_field",
        "partial_lesion",
        "intermittent_lesion",
        "one_side",
    ]
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
