"""The small limb with a hostile text in every cell that takes free text: all that the checker lets through."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import count, repeat
from pathlib import Path

from atlas.dataset.folders import table_file
from atlas.dataset.loader import load_dataset
from atlas.dataset.problems import DataProblems
from atlas.dataset.tables import TABLES
from tests.fuzz.hostile import HOSTILE
from tests.support.limbs import TINY, copy_of

OFTEN_EMPTY = ("note", "detail", "caption", "synonyms", "course", "vulnerable")
"""Where the small limb says little: these are filled in too."""
TAKING: dict[str, tuple[str, ...]] = {
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
    "emergency": ("name", "number", "note"),
    "levels": ("name",),
    "muscle_groups": ("name",),
    "muscles": ("name", "synonyms", "action", "test", "weakness", "note"),
    "nerves": ("name", "synonyms", "course", "vulnerable", "note"),
    "plain_text": ("text",),
    "red_flags": ("text", "plain", "note"),
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
    "tour_steps": ("title", "text", "plain", "ask", "notes", "note"),
    "tours": ("name", "describe"),
}
"""Columns of the small limb that take any text, by table; `taking` finds them, and `make fuzz` looks whether all are here."""


def _filled(folder: Path, table: str, columns: tuple[str, ...], texts: Iterator[str]) -> None:
    path = folder / table_file(table)
    header, *rows = csv.reader(path.open(encoding="utf-8", newline=""))
    for row in rows:
        for at, (name, cell) in enumerate(zip(header, row, strict=True)):
            if name in columns and (cell or name in OFTEN_EMPTY):
                row[at] = f"{cell} {next(texts)}"
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    path.write_text(out.getvalue(), "utf-8")


def _texts(first: int | None) -> Iterator[str]:
    return repeat(" ".join(HOSTILE)) if first is None else (HOSTILE[at % len(HOSTILE)] for at in count(first))


def hostile_limb(to: Path, first: int | None = 0) -> Path:
    """The folder, each cell of those columns with a hostile text behind its own. `first`: with which text to begin; None puts all into each cell, which
    the rules of plain words refuse.
    """
    folder, texts = copy_of(TINY, to), _texts(first)
    for table, columns in TAKING.items():
        _filled(folder, table, columns, texts)
    return folder


def taking(to: Path) -> dict[str, tuple[str, ...]]:
    """Each column that takes every hostile text, found by trying; all of them together are sound too."""
    folder, found = copy_of(TINY, to), dict[str, tuple[str, ...]]()
    for path in sorted(folder.rglob("*.csv")):
        header, *rows = csv.reader(path.open(encoding="utf-8", newline=""))
        for at, name in enumerate(header):
            if name in TABLES[path.stem].KEY or not any(row[at] or name in OFTEN_EMPTY for row in rows):
                continue
            before = path.read_bytes()
            _filled(folder, path.stem, (name,), _texts(0))
            try:
                load_dataset(folder)
            except DataProblems:
                path.write_bytes(before)
            else:
                found[path.stem] = (*found.get(path.stem, ()), name)
    return found
