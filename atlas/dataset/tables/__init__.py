"""The tables of a data folder and the type of row that each holds."""

from __future__ import annotations

from atlas.dataset.rows import Row
from atlas.dataset.tables.article import Passage, SeedClaim, SideBySide
from atlas.dataset.tables.bones import Bone
from atlas.dataset.tables.clinical import (
    Clue,
    Condition,
    ConditionGroup,
    Discriminator,
    Examination,
    Occurrence,
    Site,
    Wording,
)
from atlas.dataset.tables.courses import Course, SitePlace, Waypoint
from atlas.dataset.tables.data_dictionary import ColumnMeaning, TableMeaning
from atlas.dataset.tables.dermatomes import Dermatome, DermatomeMap, MapReason
from atlas.dataset.tables.edition import EditionEntry, Identifier
from atlas.dataset.tables.latin import Latin
from atlas.dataset.tables.myotomes import MuscleGroup, RootMeasure, RootSeries
from atlas.dataset.tables.nerves import Contribution, Nerve, Root, Segment
from atlas.dataset.tables.plain_text import Banned, Emergency, KnownWord, Plain, RedFlag, Term
from atlas.dataset.tables.search_terms import Everyday
from atlas.dataset.tables.sources import Level, Plate, Source, View
from atlas.dataset.tables.targets import Autonomous, Innervation, Muscle, Reflex, RivalRoots, Territory, Weight
from atlas.dataset.tables.teaching_cases import TeachingCase
from atlas.dataset.tables.themes import Tone
from atlas.dataset.tables.tours import Tour, TourStep

TABLES: dict[str, type[Row]] = {
    "sources": Source,
    "levels": Level,
    "roots": Root,
    "nerves": Nerve,
    "segments": Segment,
    "muscles": Muscle,
    "reflexes": Reflex,
    "territories": Territory,
    "innervation": Innervation,
    "contributions": Contribution,
    "dermatome_maps": DermatomeMap,
    "dermatomes": Dermatome,
    "map_reasons": MapReason,
    "muscle_groups": MuscleGroup,
    "root_series": RootSeries,
    "root_measures": RootMeasure,
    "sites": Site,
    "condition_groups": ConditionGroup,
    "conditions": Condition,
    "views": View,
    "plates": Plate,
    "weights": Weight,
    "rival_roots": RivalRoots,
    "clues": Clue,
    "examinations": Examination,
    "discriminators": Discriminator,
    "teaching_cases": TeachingCase,
    "occurrences": Occurrence,
    "wordings": Wording,
    "everyday": Everyday,
    "bones": Bone,
    "waypoints": Waypoint,
    "courses": Course,
    "site_places": SitePlace,
    "themes": Tone,
    "autonomous": Autonomous,
    "article_claims": SeedClaim,
    "article": Passage,
    "side_by_side": SideBySide,
    "tours": Tour,
    "tour_steps": TourStep,
    "plain_text": Plain,
    "glossary": Term,
    "known_words": KnownWord,
    "red_flags": RedFlag,
    "emergency": Emergency,
    "banned": Banned,
    "identifiers": Identifier,
    "edition": EditionEntry,
    "latin": Latin,
    "tables": TableMeaning,
    "columns": ColumnMeaning,
}
"""Table name → row type; the file is `<name>.csv`."""
OPTIONAL = {
    *("plates", "weights", "rival_roots", "clues", "examinations", "discriminators", "condition_groups"),
    *("teaching_cases", "occurrences", "wordings", "bones", "autonomous"),
    *("waypoints", "courses", "site_places", "muscle_groups", "root_series", "everyday", "map_reasons"),
    *("article_claims", "article", "side_by_side", "tours", "tour_steps"),
    *("latin", "identifiers", "edition", "plain_text", "known_words", "red_flags", "emergency"),
}
"""Tables a region can do without: its views then make one plate, its roots weigh the same, and signs say nothing."""
BORROWED = {"themes", "tables", "columns", "glossary", "banned"}
"""Tables of the page rather than of a region: one that has none takes those of the package."""
TARGETS = ("muscles", "territories", "reflexes")
"""The tables of what nerves end in."""
