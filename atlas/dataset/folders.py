"""Which folder of a data folder holds which table, and the refusal of the old flat layout."""

from __future__ import annotations

from pathlib import Path

from atlas.dataset.problems import Problem

FOLDERS: dict[str, tuple[str, ...]] = {
    "anatomy": ("levels", "roots", "nerves", "segments", "muscles", "reflexes", "innervation", "contributions"),
    "dermatomes": ("territories", "dermatome_maps", "dermatomes", "autonomous", "map_reasons"),
    "myotomes": ("muscle_groups", "root_series", "root_measures", "rival_roots", "weights"),
    "clinical": (
        *("sites", "conditions", "condition_groups", "discriminators", "clues"),
        *("examinations", "red_flags", "occurrences", "emergency"),
    ),
    "teaching": (
        *("tours", "tour_steps", "teaching_cases", "article", "article_claims", "side_by_side"),
        *("plain_text", "glossary", "known_words", "banned"),
    ),
    "sources": ("sources", "identifiers", "latin", "edition", "tables", "columns"),
    "ui": ("themes", "views", "plates", "everyday", "wordings"),
    "figure_source": (
        *("bones", "bone_bars", "bone_places", "bone_points", "courses", "waypoints", "site_places"),
        *("landmarks", "borders", "axes", "poses", "relief", "extents", "skeleton", "skin", "cameras"),
    ),
}
"""Folder → its tables. A table's file is `<folder>/<table>.csv`."""

STRINGS_FILE = "ui/strings.json"
LOCALES_FOLDER = "locales"

RENAMED = {
    "supply": "innervation",
    "aspects": "views",
    "views": "cameras",
    "seed_claims": "article_claims",
    "plain": "plain_text",
}
"""Table name in the old flat layout → its name now, where the two differ."""

_FOLDER_OF = {table: folder for folder, tables in FOLDERS.items() for table in tables}


def table_file(table: str) -> str:
    """The path of a table's file, relative to the data folder.

    >>> table_file("muscles")
    'anatomy/muscles.csv'
    """
    return f"{_FOLDER_OF[table]}/{table}.csv"


def _new_home(old: Path) -> str | None:
    if old.name == "strings.json":
        return STRINGS_FILE
    table = RENAMED.get(old.stem, old.stem)
    return table_file(table) if old.suffix == ".csv" and table in _FOLDER_OF else None


def flat_layout_problem(folder: Path) -> Problem | None:
    """One problem that says where each file goes now, when a folder has the old flat layout; else None."""
    found = {path.name: _new_home(path) for path in sorted(folder.iterdir()) if path.is_file()}
    moves = [f"{name} → {home}" for name, home in found.items() if home]
    if not moves:
        return None
    return Problem(
        moves[0].partition(" ")[0], 1, 1, "this data folder has the old flat layout", f"move {', '.join(moves)}"
    )
