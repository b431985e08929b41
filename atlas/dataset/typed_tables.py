"""The tables of a data set with the type of their rows, for code that is checked by mypy."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, cast

from atlas.dataset.loader import Dataset
from atlas.dataset.tables.clinical import (
    Clue,
    Condition,
    Discriminator,
    Examination,
    Occurrence,
    Site,
    Wording,
)
from atlas.dataset.tables.dermatomes import Dermatome, DermatomeMap
from atlas.dataset.tables.latin import Latin
from atlas.dataset.tables.myotomes import MuscleGroup, RootMeasure, RootSeries
from atlas.dataset.tables.nerves import Nerve, Root, Segment
from atlas.dataset.tables.plain_text import Term
from atlas.dataset.tables.search_terms import Everyday
from atlas.dataset.tables.targets import Innervation, Muscle, Reflex, RivalRoots, Territory
from atlas.dataset.tables.tours import Tour, TourStep


@dataclass(frozen=True)
class TypedTables:
    """Each table as a dict from key to row, in the order of the file. `latin_names` is the table "latin"."""

    roots: dict[str, Root]
    nerves: dict[str, Nerve]
    segments: dict[str, Segment]
    muscles: dict[str, Muscle]
    reflexes: dict[str, Reflex]
    territories: dict[str, Territory]
    innervation: dict[tuple[str, str], Innervation]
    dermatome_maps: dict[str, DermatomeMap]
    dermatomes: dict[tuple[str, str], Dermatome]
    muscle_groups: dict[str, MuscleGroup]
    root_series: dict[str, RootSeries]
    root_measures: dict[tuple[str, ...], RootMeasure]
    rival_roots: dict[tuple[str, str], RivalRoots]
    sites: dict[str, Site]
    conditions: dict[str, Condition]
    clues: dict[str, Clue]
    examinations: dict[str, Examination]
    occurrences: dict[str, Occurrence]
    discriminators: dict[tuple[str, str, str], Discriminator]
    wordings: dict[str, Wording]
    everyday: dict[str, Everyday]
    glossary: dict[str, Term]
    tours: dict[str, Tour]
    tour_steps: dict[tuple[str, str], TourStep]
    latin_names: dict[str, Latin]


def typed_tables(dataset: Dataset) -> TypedTables:
    """The tables of a data set. The schema guarantees the type of each row."""
    tables = {field.name: dataset[field.name.removesuffix("_names")] for field in fields(TypedTables)}
    return TypedTables(**cast("dict[str, Any]", tables))
