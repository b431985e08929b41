"""The tiny limb with a hostile text in every cell that accepts free text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import count, repeat
from pathlib import Path

from atlas.dataset.folders import table_file
from tests.fuzz.hostile import HOSTILE
from tests.support.limbs import TINY, copy_of

FILLED_WHEN_EMPTY = ("note", "detail", "caption", "synonyms", "course", "vulnerable")
"""Columns that are often empty in the tiny limb; these are filled in too."""
FREE_TEXT: dict[str, tuple[str, ...]] = {
    "article": ("heading", "title", "text", "plain", "corner", "first", "second", "note"),
    "views": ("name", "group", "describe"),
    "condition_groups": ("name",),
    "conditions": (
        "name",
        "synonyms",
        "sensory",
        "motor",
        "reflex",
        "aggravating",
        "easing",
        "discriminators",
        "red_flags",
        "tests",
        "treatment",
        "note",
    ),
    "contributions": ("note",),
    "dermatome_maps": ("name", "year", "method", "note"),
    "dermatomes": ("detail", "note"),
    "discriminators": ("a_shows", "b_shows", "note"),
    "emergency": ("name", "note"),
    "levels": ("name",),
    "muscle_groups": ("name",),
    "muscles": ("name", "synonyms", "action", "test", "weakness", "note"),
    "nerves": ("name", "synonyms", "course", "vulnerable", "note"),
    "plain_text": ("text",),
    "emergency_rules": ("note",),
    "emergency_signs": ("name",),
    "red_flags": ("name", "synonyms", "text", "plain", "note"),
    "reflexes": ("name", "synonyms", "meaning", "note"),
    "root_measures": ("note",),
    "root_series": ("name", "people", "method", "note"),
    "roots": ("name", "exit", "plain", "note"),
    "article_claims": ("claim", "here", "why", "note"),
    "segments": ("name", "note"),
    "side_by_side": ("sign", "first", "second", "note"),
    "sites": ("name", "where", "site_key", "synonyms", "note"),
    "sources": ("authors", "title", "year", "note"),
    "innervation": ("note",),
    "territories": ("name", "synonyms", "plain", "note"),
    "stories": ("title", "first", "second", "third", "note"),
    "tour_choices": ("text",),
    "tour_steps": ("title", "text", "plain", "ask", "notes", "note"),
    "tours": ("name", "describe"),
}
"""Table → its columns of free text. Only the rules for plain words can refuse these texts."""


def _filled(folder: Path, table: str, columns: tuple[str, ...], texts: Iterator[str]) -> None:
    path = folder / table_file(table)
    header, *rows = csv.reader(path.open(encoding="utf-8", newline=""))
    for row in rows:
        for at, (name, cell) in enumerate(zip(header, row, strict=True)):
            if name in columns and (cell or name in FILLED_WHEN_EMPTY):
                row[at] = f"{cell} {next(texts)}"
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    path.write_text(out.getvalue(), "utf-8")


def _texts(first: int | None) -> Iterator[str]:
    return repeat(" ".join(HOSTILE)) if first is None else (HOSTILE[at % len(HOSTILE)] for at in count(first))


def hostile_limb(to: Path, first: int | None = 0) -> Path:
    """A copy of the tiny limb in which each of these cells ends with a hostile text.

    `first`: the index of the first text to use. None puts all texts into each cell, which the rules for plain words
    refuse.
    """
    folder, texts = copy_of(TINY, to), _texts(first)
    for table, columns in FREE_TEXT.items():
        _filled(folder, table, columns, texts)
    return folder
