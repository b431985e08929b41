"""Reads a data folder: typed rows, figures and interface texts, or every problem that was found."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from atlas.dataset.consequences import with_consequences
from atlas.dataset.csv_reader import Record, read_records
from atlas.dataset.dataset import Dataset
from atlas.dataset.figure_files import read_figure_file
from atlas.dataset.folders import FOLDERS, STRINGS_FILE, layout_problems, table_file
from atlas.dataset.generated_files import broken_generated_files
from atlas.dataset.placeholders import placeholder_problems, split_unfinished, without_consequences
from atlas.dataset.problems import DataProblems, Problem
from atlas.dataset.row_parser import header_problems, parse_rows
from atlas.dataset.rows import Key
from atlas.dataset.tables import BORROWED, OPTIONAL, TABLES
from atlas.resources import resource_dir

__all__ = ["Dataset", "Key", "load_dataset", "read_folder"]

_FIGURE_TABLES = tuple(name for name in FOLDERS["figure_source"] if name not in TABLES)
"""Tables that only the figure build reads; they are kept as plain records."""


def _read_strings(folder: Path, problems: list[Problem]) -> dict[str, str]:
    path = folder / STRINGS_FILE
    if not path.exists():  # another region can use the interface texts of the package
        path = resource_dir("data") / STRINGS_FILE
    try:
        strings = json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as error:
        wrong = f"the JSON is broken ({error.msg})"
        problems.append(Problem(STRINGS_FILE, error.lineno, error.colno, wrong, "correct the JSON"))
        return {}
    except (OSError, UnicodeDecodeError) as error:
        wrong = f"the file cannot be read ({type(error).__name__})"
        problems.append(Problem(STRINGS_FILE, 1, 1, wrong, "it should be JSON in UTF-8"))
        return {}
    if not isinstance(strings, dict) or not all(isinstance(text, str) for text in strings.values()):
        problems.append(Problem(STRINGS_FILE, 1, 1, "this is not an object of texts", 'write {"key": "text", …}'))
        return {}
    return strings


def _read_table(name: str, dataset: Dataset, problems: list[Problem]) -> None:
    file = table_file(name)
    path = dataset.folder / file
    if name in BORROWED and not path.exists():
        path = resource_dir("data") / file
    missing = name in OPTIONAL and not path.exists()
    before = len(problems)
    records = [] if missing else read_records(path, problems, file) or []
    if not missing and records:
        problems += header_problems(name, records[0])
    if len(problems) > before:
        dataset.unread.add(name)
    finished = _finished(name, dataset, records)
    access = {} if name == "sources" else {key: row.access for key, row in dataset.sources.items()}
    rows, sources = parse_rows(name, finished, problems, access)
    dataset.tables[name], dataset.records[name] = rows, sources
    read, key = {record.line for record in sources.values()}, TABLES[name].KEY[0]
    refused = {record.fields.get(key, ""): record.line for record in finished if record.line not in read}
    if new := {id_: line for id_, line in refused.items() if id_ not in rows}:
        dataset.refused[name] = new


def _finished(name: str, dataset: Dataset, records: list[Record]) -> list[Record]:
    """The records of a table without those that have a cell to fill in, which the data set keeps apart."""
    finished, unfinished = split_unfinished(records)
    if unfinished:
        dataset.unfinished[name] = unfinished
    return finished


@contextmanager
def _without_gc() -> Iterator[None]:
    """Pause cyclic garbage collection: tens of thousands of new objects, none of them garbage, trigger it often."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def read_folder(folder: Path) -> tuple[Dataset, list[Problem]]:
    """Read a data folder, and list what is wrong with single files. Rules across tables are checked separately.

    Raises DataProblems when the folder does not have the layout of a data folder.
    """
    if wrong_layout := layout_problems(folder, TABLES.keys() - OPTIONAL - BORROWED):
        raise DataProblems(wrong_layout)
    dataset, problems = Dataset(folder), list[Problem]()
    for name in TABLES:
        _read_table(name, dataset, problems)
    for name in _FIGURE_TABLES:
        if (folder / table_file(name)).exists():
            before = len(problems)
            records = read_records(folder / table_file(name), problems, table_file(name)) or []
            dataset.other[name] = _finished(name, dataset, records)
            if len(problems) > before:
                dataset.unread.add(name)
    for view in dataset.views.values():
        dataset.figures[view.id] = read_figure_file(folder, view, dataset.records["views"][view.id], problems)
    problems += broken_generated_files(folder)
    dataset.strings = _read_strings(folder, problems)
    return dataset, problems


def load_dataset(folder: Path) -> Dataset:
    """Read and check a data folder. Raises DataProblems, which lists every problem, if there is any.

    Where a table could not be read, the rules across tables are checked only once it can.
    """
    from atlas.dataset.validation import broken_rules

    with _without_gc():
        dataset, problems = read_folder(Path(folder))
        # rows that could not be read would break rules that the folder keeps
        broken = [] if dataset.unread else broken_rules(dataset)
        if dataset.unfinished:
            unfinished = [record for records in dataset.unfinished.values() for record in records]
            problems = [*placeholder_problems(unfinished), *without_consequences(problems, unfinished)]
            broken = without_consequences(broken, unfinished)
    if problems or broken:
        raise DataProblems(*with_consequences(dataset, problems), broken)
    return dataset
