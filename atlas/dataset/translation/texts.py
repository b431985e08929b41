"""Which columns hold text for people, and each such text with its place: what there is to translate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from atlas.dataset.loader import Dataset, Key
from atlas.dataset.rows import Claim
from atlas.dataset.tables import TABLES
from atlas.dataset.tables.courses import Course, SitePlace, Waypoint

_UNTOLD = (Course, SitePlace, Waypoint)
STRINGS = "strings"
"""The place of the catalogue of text for people, beside the names of tables."""
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "article": ("heading", "title", "plain", "caption", "corner", "first", "second"),
    "views": ("name", "describe"),
    "bones": ("name", "plain"),
    "clues": ("name", "red_flag"),
    "condition_groups": ("name",),
    "conditions": ("name",),
    "dermatome_maps": ("name", "method"),
    "emergency": ("name",),
    "glossary": ("term", "forms", "meaning"),
    "levels": ("name",),
    "map_reasons": ("plain",),
    "muscle_groups": ("name",),
    "muscles": ("name",),
    "nerves": ("name",),
    "plain_text": ("text",),
    "plates": ("name", "describe"),
    "red_flags": ("text", "plain"),
    "reflexes": ("name",),
    "roots": ("name", "plain"),
    "segments": ("name",),
    "side_by_side": ("sign", "first", "second"),
    "sites": ("name",),
    "teaching_cases": ("title",),
    "territories": ("name", "plain"),
    "tour_steps": ("title", "plain", "ask"),
    "tours": ("name", "describe"),
}
"""Table → columns without which a language is not complete: names, the plain voice, what figures show in words."""
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
    "everyday": ("said",),
    "map_reasons": ("text",),
    "muscles": ("synonyms", "action", "test", "weakness"),
    "nerves": ("synonyms", "course", "vulnerable"),
    "reflexes": ("synonyms", "meaning"),
    "root_series": ("measure", "people", "method"),
    "roots": ("exit",),
    "article_claims": ("claim", "here", "why"),
    "sites": ("synonyms", "where"),
    "sources": ("note",),
    "tables": ("name", "meaning", "says"),
    "teaching_cases": ("story", "stated", "teaches"),
    "territories": ("synonyms",),
    "tour_steps": ("text", "notes"),
    "weights": ("says",),
    "wordings": ("said",),
}
"""Table → columns that a language may leave in English: the clinical voice, and what else people say for things."""
NOTED = tuple(name for name, kind in TABLES.items() if issubclass(kind, Claim) and not issubclass(kind, _UNTOLD))
"""Tables whose notes are shown; those of lines and points that only figures are drawn from are not."""
ENTRIES = {("edition", "title"): "value"}
"""Single rows, and the column of each that is required."""


@dataclass(frozen=True)
class Text:
    """One text: where it stands, as `table:key:column` or `strings:key`, and how it reads in English."""

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
    """What a cell says; a list with `;` between its items."""
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _cells(dataset: Dataset) -> Iterator[tuple[str, Key, str, bool]]:
    for columns, required in ((REQUIRED, True), (OPTIONAL, False), (dict.fromkeys(NOTED, ("note",)), False)):
        for table, own in columns.items():
            for key in dataset[table]:
                for column in own:
                    yield table, key, column, required
    for (table, key), column in ENTRIES.items():
        if key in dataset[table]:
            yield table, key, column, True


def cells(dataset: Dataset) -> Iterator[tuple[str, Key, str, Text]]:
    """Table, key and column of every cell that holds text for people, with the text; empty ones are left out."""
    for table, key, column, required in _cells(dataset):
        english = as_text(getattr(dataset[table][key], column))
        if english:
            yield table, key, column, Text(place_of(table, key, column), english, required)


def texts(dataset: Dataset) -> dict[str, Text]:
    """Every text of a data folder by its place, in the order of the places."""
    found = [Text(f"{STRINGS}:{key}", english, True) for key, english in dataset.strings.items() if english]
    found += [text for _, _, _, text in cells(dataset)]
    return {text.place: text for text in sorted(found, key=lambda text: text.place)}
