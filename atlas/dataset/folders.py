"""The layout of a data folder: which folder holds which table, and what is wrong with a different layout."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from atlas.dataset.problems import Problem
from atlas.dataset.suggestions import did_you_mean

FOLDERS: dict[str, tuple[str, ...]] = {
    "anatomy": (
        *("levels", "roots", "nerves", "segments", "muscles", "reflexes"),
        *("innervation", "fields", "contributions", "supplied_joints", "joint_supply"),
    ),
    "dermatomes": ("territories", "dermatome_maps", "dermatomes", "autonomous", "map_reasons"),
    "myotomes": ("muscle_groups", "root_series", "root_measures", "rival_roots", "weights"),
    "clinical": (
        *("sites", "conditions", "condition_groups", "discriminators", "clues", "clue_words"),
        *("combinations", "reach", "examinations", "occurrences", "pain_origins", "referred_pain"),
        *("pain_findings", "condition_codes"),
        *("red_flags", "emergency_signs", "emergency_rules", "speech_words", "emergency"),
    ),
    "variants": (
        *("variants", "variant_rates", "variant_nerves", "variant_segments", "variant_innervation"),
        *("variant_fields", "variant_courses"),
    ),
    "studies": (
        *("studies", "study_points", "study_limits", "study_pitfalls", "injury_times", "ganglion_exceptions"),
        *("needle_regions", "needle_muscles", "nerve_lengths", "electrode_views"),
    ),
    "examination": ("exam_tests", "exam_accuracy"),
    "movement": ("poses", "pose_frames", "nerve_strain"),
    "teaching": (
        *(
            "tours",
            "tour_steps",
            "tour_choices",
            "teaching_cases",
            "article",
            "article_claims",
            "side_by_side",
            "stories",
        ),
        *("plain_text", "glossary", "known_words", "banned"),
    ),
    "sources": ("sources", "identifiers", "latin", "edition", "reviews", "tables", "columns"),
    "ui": ("themes", "views", "plates", "body_charts", "regions", "everyday", "wordings", "equivalents"),
    "figure_source": (
        *("bones", "bone_bars", "bone_places", "bone_points", "courses", "waypoints", "site_places"),
        "reflex_places",
        *("dural_sac", "ganglia", "nerve_calibres", "nerve_landmarks"),
        *("landmarks", "borders", "axes", "relief", "extents", "skeleton", "skin", "cameras", "lights"),
        *("sections", "joints"),
        *("muscle_points", "muscle_strands", "muscle_volumes", "muscle_compartments"),
        "muscle_neighbours",
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
"""Name of a table in the old flat layout → its name now, where the two differ."""

_FOLDER_OF = {table: folder for folder, tables in FOLDERS.items() for table in tables}


def table_file(table: str) -> str:
    """The path of a table's file, relative to the data folder. Raises KeyError if there is no such table.

    >>> table_file("muscles")
    'anatomy/muscles.csv'
    """
    return f"{_FOLDER_OF[table]}/{table}.csv"


def _new_home(old: str) -> str | None:
    """The path that a file of the old flat layout has now; None if it never was a file of a data folder."""
    if old == "strings.json":
        return STRINGS_FILE
    stem, _, suffix = old.rpartition(".")
    table = RENAMED.get(stem, stem)
    return table_file(table) if suffix == "csv" and table in _FOLDER_OF else None


def _flat_layout(folder: Path) -> Problem | None:
    """One problem that says where each file goes, if files of the old flat layout are at the top of the folder."""
    homes = {path.name: _new_home(path.name) for path in sorted(folder.iterdir()) if path.is_file()}
    old = {name: home for name, home in homes.items() if home}
    if not old:
        return None
    moves = [f"{name} → {home}" for name, home in old.items() if not (folder / home).exists()]
    replaced = [f"{name} (now {home})" for name, home in old.items() if (folder / home).exists()]
    remedies = (["move " + ", ".join(moves)] if moves else []) + (["delete " + ", ".join(replaced)] if replaced else [])
    return Problem(next(iter(old)), 1, 1, "tables are no longer at the top of a data folder", " and ".join(remedies))


def _missing_folders(folder: Path, required: Collection[str]) -> list[Problem]:
    missing = []
    for name, tables in FOLDERS.items():
        needed = [f"{table}.csv" for table in tables if table in required]
        if needed and not (folder / name).is_dir():
            missing.append(Problem(f"{name}/", 1, 1, "the folder is missing", f"it should hold {', '.join(needed)}"))
    return missing


def _unknown_tables(folder: Path) -> list[Problem]:
    problems = []
    for name in FOLDERS:
        for path in sorted((folder / name).glob("*.csv")):
            if path.stem in FOLDERS[name]:
                continue
            file = f"{name}/{path.name}"
            if path.stem in _FOLDER_OF:
                right = f"move it to {table_file(path.stem)}"
                problems.append(Problem(file, 1, 1, "this table belongs in another folder", right))
            else:
                right = did_you_mean(path.stem, FOLDERS[name], "remove the file, or correct its name")
                problems.append(Problem(file, 1, 1, f"there is no table '{path.stem}'", right))
    return problems


def layout_problems(folder: Path, required: Collection[str] = ()) -> list[Problem]:
    """What is wrong with the files and folders of a data folder, before any table is read.

    `required`: the tables that every data folder must have. Other files, such as notes at the top, are ignored.
    """
    if flat := _flat_layout(folder):
        return [flat]
    return _missing_folders(folder, required) + _unknown_tables(folder)
