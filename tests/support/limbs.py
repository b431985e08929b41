"""Limbs for tests: the tiny invented one, copies of it to corrupt, and generated ones of any size."""

from __future__ import annotations

import csv
import io
import random
import re
import shutil
from pathlib import Path

from atlas.dataset.folders import table_file
from atlas.dataset.loader import load_dataset
from atlas.dataset.problems import DataProblems

TINY = Path(__file__).parents[1] / "tiny_limb"


def copy_of(folder: Path, to: Path) -> Path:
    """A copy of a data folder that a test may change."""
    return Path(shutil.copytree(folder, to / "limb"))


def set_cell(folder: Path, table: str, key: str, column: str, value: str) -> None:
    """Write one cell. `key` is the first field of the row."""
    path = folder / table_file(table)
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))
    at = rows[0].index(column)
    row = next(row for row in rows[1:] if row[0] == key)
    row[at] = value
    _write(path, rows)


def add_row(folder: Path, table: str, fields: dict[str, str], like: str | None = None) -> None:
    """Add a row, with the other fields of the row `like` (its first field)."""
    path = folder / table_file(table)
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))
    base = next((row for row in rows[1:] if row[0] == like), [""] * len(rows[0]))
    rows.append([fields.get(column, old) for column, old in zip(rows[0], base, strict=True)])
    _write(path, rows)


def drop_row(folder: Path, table: str, key: str) -> None:
    """Remove every row whose first field is `key`."""
    path = folder / table_file(table)
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))
    _write(path, [row for row in rows if row[0] != key])


_PROBLEM = re.compile(r"[\w./-]+:\d+:\d+: \S.*; \S.*")


def problems_of(folder: Path) -> list[str]:
    """Every reason for which a data folder is refused; each is one line with a place and a remedy."""
    try:
        load_dataset(folder)
    except DataProblems as refused:
        lines = [str(problem) for problem in refused.problems]
        assert all(map(_PROBLEM.fullmatch, lines)), lines
        return lines
    raise AssertionError(f"{folder} loads, but should be refused")


def _write(path: Path, rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    path.write_text(text.getvalue(), "utf-8")


TAIL = "cites,confidence,note"
CLAIM = ["keeper", "single-source", ""]
WIDE = ["keeper", "single-source", "", ""]


def generate(folder: Path, nodes: int, seed: int = 1, roots: int = 8) -> Path:
    """Write a limb of about `nodes` nodes: a wandering tree of segments from a plexus, a target on every tip.

    Each target gets one to three of the roots that reach it, so that what one root lights does not cover the limb:
    roots are dealt to whole boughs, eight roots to a plexus, one plexus for every 200 segments.
    """
    rng = random.Random(seed)
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    plexuses = max(1, nodes // 400)
    tables: dict[str, list[list[str]]] = {
        name: [] for name in ("roots", "nerves", "segments", "muscles", "innervation", "fields")
    }
    carried_by: dict[str, set[str]] = {}
    parent_of: dict[str, str] = {}
    tables["territories"], tables["dermatomes"] = [], []
    shapes = []
    for plexus in range(plexuses):
        own = [f"R{plexus}_{at}" for at in range(roots)]
        for at, root in enumerate(own):
            order = str(plexus * roots + at)
            tables["roots"].append([root, f"Root {root}", order, "core", "", "", "", f"root {root}", *WIDE])
        tables["segments"].append(_segment(f"p{plexus}", own))
        tips = [f"p{plexus}"]
        for at in range(max(1, nodes // plexuses // 2)):
            id_ = f"n{plexus}_{at}"
            parent = rng.choice(tips[-12:])
            tips.append(id_)
            tables["segments"].append(_segment(id_, [parent]))
            carried = sorted(rng.sample(own, rng.randint(1, 3)))
            parent_of[id_] = parent
            node: str | None = id_
            while node is not None:
                carried_by.setdefault(node, set()).update(carried)
                node = parent_of.get(node)
            if at % 2:
                tables["muscles"].append(
                    [f"m{plexus}_{at}", f"Muscle {plexus} {at}", "arm", ";".join(carried), *[""] * 5, *WIDE, ""]
                )
                tables["innervation"].append([f"m{plexus}_{at}", id_, "main", "", *CLAIM])
            else:
                skin = f"t{plexus}_{at}"
                tables["territories"].append([skin, f"Skin {plexus} {at}", "", "a patch", *CLAIM])
                tables["dermatomes"].append([skin, "keepers", ";".join(carried), "drawn", "", "", *CLAIM])
                tables["fields"].append([skin, id_, "all", ";".join(carried), *CLAIM])
                shapes.append(f'<path data-node="{skin}" data-at="1 1" d="M0 0h1v1z"/>')
    tables["nerves"] = [_nerve(id_, sorted(roots)) for id_, roots in carried_by.items()]
    for table, rows in tables.items():
        header = (TINY / table_file(table)).read_text("utf-8").splitlines()[0].split(",")
        _write(folder / table_file(table), [header, *rows])
    _without_the_tiny_ones(folder, shapes)
    return folder


def _nerve(id_: str, roots: list[str]) -> list[str]:
    return [id_, f"Nerve {id_}", "nerve", "", "mixed", ";".join(roots), "", "", "", "", *WIDE]


def _segment(id_: str, upstream: list[str]) -> list[str]:
    return [id_, id_, "1", f"Nerve {id_}", ";".join(upstream), "trunk", *CLAIM]


def _without_the_tiny_ones(folder: Path, shapes: list[str]) -> None:
    for table in (
        *("reflexes", "contributions", "root_measures", "sites", "conditions", "discriminators"),
        *("article", "article_claims", "side_by_side", "everyday", "wordings", "plain_text", "red_flags"),
        *("stories", "tours", "tour_steps", "tour_choices"),
        *("emergency_signs", "emergency_rules"),
    ):
        header = (TINY / table_file(table)).read_text("utf-8").splitlines()[0]
        (folder / table_file(table)).write_text(header + "\n", "utf-8")
    drop_row(folder, "sources", "diver")
    drop_row(folder, "dermatome_maps", "divers")
    drop_row(folder, "views", "back")
    body = "\n".join(shapes)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" data-view="front"><g class="skin">{body}</g></svg>'
    )
    (folder / "figures" / "front.svg").write_text(svg, "utf-8")
