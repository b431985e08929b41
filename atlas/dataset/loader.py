"""Reads a data folder: typed rows, drawn shapes and strings, or every problem that stands in the way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from atlas.dataset.csv_reader import Record, read_records
from atlas.dataset.figure_files import FigureFile, read_figure_file
from atlas.dataset.folders import FOLDERS, STRINGS_FILE, flat_layout_problem, table_file
from atlas.dataset.problems import DataProblems, Problem
from atlas.dataset.rows import Row
from atlas.dataset.tables import BORROWED, OPTIONAL, TABLES
from atlas.resources import resource_dir

Key = str | tuple[str, ...]
_FIGURE_TABLES = tuple(name for name in FOLDERS["figure_source"] if name not in TABLES)
"""Tables that only the figure build reads; they are kept as plain records."""


@dataclass
class Dataset(Mapping[str, dict[Key, Row]]):
    """A data folder as read: `facts["muscles"]` is a dict from key to row, in the file's order.

    `records` tells where each row stands; `other` holds the records of tables that only the figure build reads;
    `figures` holds the shapes of each view; `strings` is the catalogue of text for people. `language`: of the texts;
    `reviewed`: whether a clinician has looked at them; `latin`: whether names are Latin where there is such a name;
    `called`: key → names by which a thing is found besides its own.
    """

    folder: Path
    tables: dict[str, dict[Key, Row]] = field(default_factory=dict)
    records: dict[str, dict[Key, Record]] = field(default_factory=dict)
    other: dict[str, list[Record]] = field(default_factory=dict)
    figures: dict[str, FigureFile] = field(default_factory=dict)
    strings: dict[str, str] = field(default_factory=dict)
    language: str = "en"
    reviewed: bool = True
    latin: bool = False
    called: dict[Key, tuple[str, ...]] = field(default_factory=dict)

    def __getitem__(self, table: str) -> dict[Key, Row]:
        return self.tables[table]

    def __iter__(self):
        return iter(self.tables)

    def __len__(self) -> int:
        return len(self.tables)

    def counts(self) -> dict[str, int]:
        """Rows per table, in the order of the schema."""
        return {name: len(rows) for name, rows in self.tables.items()}


def _explain(error: dict) -> tuple[str, str]:
    given = error.get("input")
    if error["type"] == "literal_error":
        return f"'{given}' is not allowed", f"it should be {error['ctx']['expected']}"
    if error["type"] == "missing":
        return "the column is missing", "add it to the header and fill it in"
    if error["type"] == "extra_forbidden":
        return "no such column in this table", "remove it or correct its name"
    if error["type"] == "string_pattern_mismatch" and str(given).startswith("#"):
        return f"'{given}' is not a colour", "write '#' and six digits from 0 to f"
    if error["type"] == "string_pattern_mismatch":
        return f"'{given}' is not an id", "start with a letter; then letters, digits, '_', '-' and '.'"
    if error["type"] == "string_too_short":
        return "nothing stands here", "this column must be filled in"
    if error["type"].startswith("float_"):
        return f"'{given}' is not a number", "give a number from 0"
    if error["type"].startswith(("int_", "greater_than")):
        return f"'{given}' is not a whole number from 0", "give the place in the order as 1, 2, 3 …"
    return str(error.get("ctx", {}).get("error", error["msg"])), "write key or key[where], separated by ';'"


def _typed(name: str, records: list[Record], dataset: Dataset, problems: list[Problem]) -> None:
    kind, rows, places = TABLES[name], {}, {}
    for record in records:
        try:
            row = kind.model_validate(record.fields)
        except ValidationError as failure:
            for error in failure.errors():
                column = str(error["loc"][0])
                problems.append(record.problem(column, *_explain(error)))
            continue
        if row.key in rows:
            first = places[row.key].line
            shown = row.key if isinstance(row.key, str) else " + ".join(row.key)
            problems.append(
                record.problem(
                    kind.KEY[0], f"'{shown}' stands already on line {first}", "give each row a key of its own"
                )
            )
            continue
        rows[row.key], places[row.key] = row, record
    dataset.tables[name], dataset.records[name] = rows, places


def _header_problems(name: str, records: list[Record], problems: list[Problem]) -> bool:
    file = table_file(name)
    wanted = {f.alias or column for column, f in TABLES[name].model_fields.items()}
    have = set(records[0].fields)
    for column in sorted(wanted - have):
        problems.append(Problem(file, 1, 1, f"the column '{column}' is missing", "add it to the header"))
    for column in sorted(have - wanted):
        at = records[0].column(column)
        right = f"the columns are {', '.join(sorted(wanted))}"
        problems.append(Problem(file, 1, at, f"there is no column '{column}' in this table", right))
    return have != wanted


def _read_strings(folder: Path, problems: list[Problem]) -> dict[str, str]:
    path = folder / STRINGS_FILE
    if not path.exists():  # another region can use the interface texts of the package
        path = resource_dir("data") / STRINGS_FILE
    try:
        strings = json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as error:
        problems.append(
            Problem(STRINGS_FILE, error.lineno, error.colno, f"the JSON is broken ({error.msg})", "mend it")
        )
        return {}
    except (OSError, UnicodeDecodeError) as error:
        problems.append(
            Problem(STRINGS_FILE, 1, 1, f"cannot be read ({type(error).__name__})", "it should be UTF-8 JSON")
        )
        return {}
    if not isinstance(strings, dict) or not all(isinstance(text, str) for text in strings.values()):
        problems.append(Problem(STRINGS_FILE, 1, 1, "it is not one object of texts", 'write {"key": "text", …}'))
        return {}
    return strings


def read_folder(folder: Path) -> tuple[Dataset, list[Problem]]:
    """Read everything in a data folder and list what is wrong with single files. Rules across tables come later."""
    if old_layout := flat_layout_problem(folder):
        raise DataProblems([old_layout])
    dataset, problems = Dataset(folder), []
    for name in TABLES:
        path = folder / table_file(name)
        if name in BORROWED and not path.exists():
            path = resource_dir("data") / table_file(name)
        missing = name in OPTIONAL and not path.exists()
        records = None if missing else read_records(path, problems, table_file(name))
        if records and not _header_problems(name, records, problems):
            _typed(name, records, dataset, problems)
        else:
            dataset.tables[name], dataset.records[name] = {}, {}
    for name in _FIGURE_TABLES:
        if (folder / table_file(name)).exists():
            dataset.other[name] = read_records(folder / table_file(name), problems, table_file(name)) or []
    for view in dataset["views"].values():
        dataset.figures[view.id] = read_figure_file(folder, view, dataset.records["views"][view.id], problems)
    dataset.strings = _read_strings(folder, problems)
    return dataset, problems


def load_dataset(folder: Path) -> Dataset:
    """Read and check a data folder. Raises DataProblems with every problem when there is one."""
    from atlas.dataset.validation import broken_rules

    dataset, problems = read_folder(Path(folder))
    problems += broken_rules(dataset)
    if problems:
        raise DataProblems(problems)
    return dataset
