"""The columns that contain text for people, and every such text with its place: what there is to translate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from atlas.dataset.dataset import Dataset
from atlas.dataset.rows import Claim, Key
from atlas.dataset.tables import TABLES
from atlas.dataset.tables.courses import Course, ReflexPlace, SitePlace, Waypoint
from atlas.dataset.tables.movement import Joint

_WITHOUT_NOTES = (Course, Joint, ReflexPlace, SitePlace, Waypoint)
STRINGS = "strings"
"""The first part of the place of an interface text, where other places have the name of a table."""
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "body_charts": ("name",),
    "article": ("heading", "title", "plain", "caption", "corner", "first", "second"),
    "views": ("name", "describe"),
    "bones": ("name", "plain"),
    "clues": ("name",),
    "combinations": ("name",),
    "condition_groups": ("name",),
    "conditions": ("name", "plain"),
    "dermatome_maps": ("name", "method"),
    "emergency": ("name",),
    "emergency_signs": ("name", "phrases"),
    "glossary": ("term", "forms", "meaning"),
    "joint_supply": ("part", "through"),
    "levels": ("name", "band"),
    "map_reasons": ("plain",),
    "muscle_groups": ("name",),
    "muscles": ("name", "action"),
    "nerves": ("name",),
    "pain_findings": ("plain",),
    "pain_origins": ("name", "plain"),
    "plain_text": ("text",),
    "plates": ("name", "describe"),
    "red_flags": ("name", "text", "plain"),
    "nerve_strain": ("place", "movement", "people"),
    "pose_frames": ("says",),
    "poses": ("name", "shows", "weak"),
    "referred_pain": ("place", "people"),
    "reflexes": ("name",),
    "regions": ("name",),
    "roots": ("name", "plain"),
    "segments": ("name",),
    "side_by_side": ("sign", "first", "second"),
    "sites": ("name",),
    "exam_tests": ("name", "synonyms", "how", "positive", "means", "plain"),
    "exam_accuracy": ("finds", "criterion", "reference", "people"),
    "ganglion_exceptions": ("people", "measured"),
    "needle_muscles": ("name", "insertion"),
    "needle_regions": ("name",),
    "studies": ("name", "record", "stimulate", "shows", "plain"),
    "study_limits": ("age", "population"),
    "study_pitfalls": ("name", "text", "plain"),
    "study_points": ("name",),
    "speech_words": ("words",),
    "supplied_joints": ("name", "said", "pain_felt", "plain"),
    "teaching_cases": ("title",),
    "territories": ("name", "plain"),
    "stories": ("title", "first", "second", "third"),
    "tour_choices": ("text",),
    "tour_steps": ("title", "plain", "ask"),
    "tours": ("name", "describe"),
    "variants": ("name", "place", "plain"),
    "variant_nerves": ("name",),
    "variant_rates": ("people",),
    "variant_segments": ("name",),
}
"""Table → columns that a complete language translates: names, plain texts and descriptions of figures."""
OPTIONAL: Mapping[str, tuple[str, ...]] = {
    "article": ("text",),
    "columns": ("meaning",),
    "conditions": (
        *("synonyms", "sensory", "motor", "reflex", "aggravating", "easing", "discriminators", "red_flags", "tests"),
        *("imaging", "electrodiagnosis", "treatment", "unplaced"),
    ),
    "dermatome_maps": ("basis",),
    "dermatomes": ("detail",),
    "discriminators": ("finding", "a_shows", "b_shows"),
    "equivalents": ("same",),
    "everyday": ("said",),
    "map_reasons": ("text",),
    "pain_findings": ("text",),
    "muscles": ("synonyms", "test", "weakness"),
    "nerves": ("synonyms", "course", "vulnerable"),
    "red_flags": ("synonyms",),
    "reflexes": ("synonyms", "meaning"),
    "root_series": ("measure", "people", "method"),
    "roots": ("exit",),
    "article_claims": ("claim", "here", "why"),
    "sites": ("synonyms", "where"),
    "sources": ("note",),
    "supplied_joints": ("synonyms",),
    "injury_times": ("name",),
    "study_points": ("place",),
    "tables": ("name", "meaning", "says"),
    "teaching_cases": ("story", "stated", "teaches"),
    "territories": ("synonyms",),
    "tour_steps": ("text", "notes"),
    "weights": ("says",),
    "wordings": ("said",),
}
"""Table → columns that a language may leave in English: clinical texts and other names of things."""
NOTED = tuple(name for name, kind in TABLES.items() if issubclass(kind, Claim) and not issubclass(kind, _WITHOUT_NOTES))
"""Tables whose notes are shown. Those of lines and points, which only the figures use, are not."""
ENTRIES = {("edition", "title"): "value"}
"""Table and key of single rows → the column that is required."""


@dataclass(frozen=True)
class Text:
    """One English text and its place, `table:key:column` or `strings:key`."""

    place: str
    english: str
    required: bool


def place_of(table: str, key: Key, column: str) -> str:
    """The place of a text; the parts of a key are joined by `+`.

    >>> place_of("plain_text", ("sciatica", "is"), "text")
    'plain_text:sciatica+is:text'
    """
    return f"{table}:{key if isinstance(key, str) else '+'.join(key)}:{column}"


def as_text(value: object) -> str:
    """The text of a cell; the items of a list are joined by `;`."""
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _cells(dataset: Dataset) -> Iterator[tuple[str, Key, str, bool]]:
    for columns_of, required in ((REQUIRED, True), (OPTIONAL, False), (dict.fromkeys(NOTED, ("note",)), False)):
        for table, columns in columns_of.items():
            for key in dataset[table]:
                for column in columns:
                    yield table, key, column, required
    for (table, key), column in ENTRIES.items():
        if key in dataset[table]:
            yield table, key, column, True


def cells(dataset: Dataset) -> Iterator[tuple[str, Key, str, Text]]:
    """Table, key and column of every cell with text for people, with the text. Empty cells are left out."""
    for table, key, column, required in _cells(dataset):
        english = as_text(getattr(dataset[table][key], column))
        if english:
            yield table, key, column, Text(place_of(table, key, column), english, required)


def texts(dataset: Dataset) -> dict[str, Text]:
    """Every text of a data set by its place, sorted by place."""
    found = [Text(f"{STRINGS}:{key}", english, True) for key, english in dataset.strings.items() if english]
    found += [text for _, _, _, text in cells(dataset)]
    return {text.place: text for text in sorted(found, key=lambda text: text.place)}
