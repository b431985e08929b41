"""The tables of a data folder and the type of row that each holds."""

from __future__ import annotations

from atlas.facts.rows import Row
from atlas.facts.tables.article import Passage, SeedClaim, SideBySide
from atlas.facts.tables.clinic import (
    Clue,
    Condition,
    ConditionGroup,
    Discriminator,
    Examination,
    Occurrence,
    Site,
    Wording,
)
from atlas.facts.tables.courses import Course, SitePlace, Waypoint
from atlas.facts.tables.dermatomes import Dermatome, DermatomeMap, MapReason
from atlas.facts.tables.dictionary import ColumnMeaning, TableMeaning
from atlas.facts.tables.edition import EditionEntry, Identifier
from atlas.facts.tables.endings import Autonomous, Muscle, Reflex, RivalRoots, Supply, Territory, Weight
from atlas.facts.tables.finding import Everyday
from atlas.facts.tables.latin import Latin
from atlas.facts.tables.measured import MuscleGroup, RootMeasure, RootSeries
from atlas.facts.tables.nerves import Contribution, Nerve, Root, Segment
from atlas.facts.tables.origins import Aspect, Level, Plate, Source
from atlas.facts.tables.skeleton import Bone
from atlas.facts.tables.teaching import TeachingCase
from atlas.facts.tables.themes import Tone
from atlas.facts.tables.tours import Tour, TourStep
from atlas.facts.tables.voices import Banned, Emergency, KnownWord, Plain, RedFlag, Term

TABLES: dict[str, type[Row]] = {
    "sources": Source,
    "levels": Level,
    "roots": Root,
    "nerves": Nerve,
    "segments": Segment,
    "muscles": Muscle,
    "reflexes": Reflex,
    "territories": Territory,
    "supply": Supply,
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
    "aspects": Aspect,
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
    "seed_claims": SeedClaim,
    "article": Passage,
    "side_by_side": SideBySide,
    "tours": Tour,
    "tour_steps": TourStep,
    "plain": Plain,
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
    *("seed_claims", "article", "side_by_side", "tours", "tour_steps"),
    *("latin", "identifiers", "edition", "plain", "known_words", "red_flags", "emergency"),
}
"""Tables a region can do without: its aspects then make one plate, its roots weigh the same, and signs say nothing."""
BORROWED = {"themes", "tables", "columns", "glossary", "banned"}
"""Tables of the page rather than of a region: one that has none takes those of the package."""
ENDINGS = ("muscles", "territories", "reflexes")
"""The tables of what nerves end in."""
