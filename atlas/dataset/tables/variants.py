"""Variants of the anatomy: what differs from the usual person, how often, and the rows that change with it."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Count, Id, Percent, Text, TextList
from atlas.dataset.rows import Claim, Row
from atlas.dataset.tables.courses import Course
from atlas.dataset.tables.nerves import Nerve, Segment
from atlas.dataset.tables.targets import Field as SkinField
from atlas.dataset.tables.targets import Innervation

Action = Literal["add", "remove", "replace"]


class Variant(Claim):
    """One form of the anatomy. Of the variants with the same `pattern` a person has exactly one.

    `usual`: "yes" for the form that the tables describe. `about`: the things whose pages name it. `plain` says what it
    is in everyday words.
    """

    REFERS = {"about": ("roots", "nerves", "muscles", "territories")}
    id: Id
    name: Text
    pattern: Id
    usual: Literal["yes", ""] = ""
    about: TextList
    place: Text
    plain: Text


class VariantRate(Claim):
    """How often a study found a variant, in per cent of what it `counted`. `low` and `high` are the range it gives."""

    KEY = ("variant", "study")
    REFERS = {"variant": ("variants",)}
    variant: Id
    study: Text
    rate: Percent
    low: Percent = None
    high: Percent = None
    n: Count = None
    counted: Literal["persons", "legs", "limbs", "plexuses"]
    people: Text


class Difference(Row):
    """What a variant does to a row of another table: it adds, removes or replaces it."""

    variant: Id
    action: Action


class VariantNerve(Nerve, Difference):
    """A nerve that only a variant has."""

    KEY = ("variant", "id")
    REFERS = {**Nerve.REFERS, "variant": ("variants",)}


class VariantSegment(Segment, Difference):
    """A segment that differs in a variant."""

    KEY = ("variant", "id")
    REFERS = {"variant": ("variants",), "level": ("levels",)}


class VariantInnervation(Innervation, Difference):
    """The innervation of a muscle or reflex that differs in a variant.

    `alone`: "sometimes" if an added branch supplies the target without any other in some people.
    """

    KEY = ("variant", "target", "branch")
    REFERS = {"variant": ("variants",), "target": ("muscles", "reflexes")}
    alone: Literal["sometimes", ""] = ""


class VariantField(SkinField, Difference):
    """A part of a nerve's field of skin that differs in a variant."""

    KEY = ("variant", "territory", "segment")
    REFERS = {"variant": ("variants",), "territory": ("territories",)}


class VariantCourse(Course, Difference):
    """The course of a segment that differs in a variant."""

    KEY = ("variant", "of", "strand")
    REFERS = {"variant": ("variants",), "through": ("waypoints",)}
