"""The rows that a new nerve, muscle, condition, site, tour or case needs, with placeholders where to fill in."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from atlas.dataset.cells import ID_PATTERN
from atlas.dataset.column_hints import ColumnHints
from atlas.dataset.csv_reader import Record, read_records
from atlas.dataset.folders import table_file
from atlas.dataset.placeholders import placeholder
from atlas.dataset.problems import DataProblems, Problem
from atlas.dataset.validation.references import NAMED

NEXT = "the next"
"""In a template: one more than the highest number in the column."""


class Template(NamedTuple):
    """A row of a table: the cells that are known, where `{id}` is the new id, and optional columns worth filling in."""

    table: str
    known: dict[str, str]
    wanted: tuple[str, ...] = ()


def _step(number: int) -> Template:
    return Template("tour_steps", {"tour": "{id}", "step": str(number)}, ("ask", "select"))


TEMPLATES: dict[str, tuple[Template, ...]] = {
    "nerve": (
        Template("nerves", {"id": "{id}"}, ("main_roots", "course")),
        Template("segments", {"id": "{id}", "nerve": "{id}", "order": "1"}),
        Template("innervation", {"branch": "{id}"}),
        Template("fields", {"segment": "{id}"}),
        Template("courses", {"of": "{id}", "strand": "1"}),
        Template("nerve_calibres", {"of": "{id}"}),
        Template("nerve_lengths", {"of": "{id}"}),
        Template("plain_text", {"of": "{id}", "part": "is"}),
        Template("latin", {"id": "{id}"}),
    ),
    "muscle": (
        Template("muscles", {"id": "{id}"}, ("main_roots", "action", "test", "weakness")),
        Template("innervation", {"target": "{id}", "role": "main"}),
        Template("plain_text", {"of": "{id}", "part": "is"}),
        Template("latin", {"id": "{id}"}),
    ),
    "condition": (
        Template(
            "conditions", {"id": "{id}", "in_article": "no"}, ("sites", "sensory", "motor", "reflex", "tests", "plain")
        ),
        Template("plain_text", {"of": "{id}", "part": "is"}),
        Template("plain_text", {"of": "{id}", "part": "where"}),
        Template("plain_text", {"of": "{id}", "part": "does"}),
    ),
    "site": (
        Template("sites", {"id": "{id}"}, ("on",)),
        Template("site_places", {"site": "{id}"}),
        Template("plain_text", {"of": "{id}", "part": "is"}),
    ),
    "tour": (Template("tours", {"id": "{id}", "order": NEXT}), _step(1), _step(2), _step(3)),
    "case": (Template("teaching_cases", {"id": "{id}"}, ("weak", "numb")),),
}
"""Kind of thing → its rows, that of the thing itself first."""


class NewRow(NamedTuple):
    """A row to append to the file of a table. `cells` follow the columns of the file."""

    table: str
    cells: tuple[str, ...]

    def text(self) -> str:
        """The row as a line of CSV, without the end of the line."""
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow(self.cells)
        return line.getvalue()


class DataTables:
    """The tables of a data folder as they are in its files, valid or not. Each is read when it is first needed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._records: dict[str, list[Record] | None] = {}

    def has(self, table: str) -> bool:
        """Whether the folder has the file of a table."""
        return (self.folder / table_file(table)).exists()

    def records(self, table: str) -> list[Record]:
        """The records of a table; none if the folder has no such file. Raises DataProblems if it cannot be read."""
        if table not in self._records:
            problems: list[Problem] = []
            path = self.folder / table_file(table)
            self._records[table] = read_records(path, problems, table_file(table)) if path.exists() else []
            if problems:
                raise DataProblems(problems)
        return self._records[table] or []

    def columns(self, table: str) -> list[str]:
        """The columns of a table, in the order of its file. Raises DataProblems for a table without a row."""
        records = self.records(table)
        if not records:
            right = "write at least one row by hand, so that its columns are known"
            raise DataProblems([Problem(table_file(table), 1, 1, "the table has no row", right)])
        return list(records[0].fields)


def refuse_id(tables: DataTables, kind: str, id_: str) -> None:
    """Raise ValueError, which says why, if a new thing cannot have this id."""
    if not re.fullmatch(ID_PATTERN, id_):
        raise ValueError(f"'{id_}' is not an id; start with a letter; then letters, digits, '_', '-' and '.'")
    own = TEMPLATES[kind][0].table
    for table in dict.fromkeys((own, *(NAMED if own in NAMED else ()))):
        for record in tables.records(table):
            if record.fields.get("id") == id_:
                where = f"{record.file}:{record.line}"
                raise ValueError(f"'{id_}' exists already ({where}); choose another id, or edit that row")
    for template in TEMPLATES[kind][1:]:
        column = next((name for name, cell in template.known.items() if cell == "{id}"), "")
        for record in tables.records(template.table):
            if record.fields.get(column) == id_:
                where = f"{record.file}:{record.line}"
                raise ValueError(f"a row for '{id_}' exists already ({where}); remove it, or choose another id")


def _cells(tables: DataTables, template: Template, id_: str, hints: ColumnHints) -> Iterator[str]:
    for column in tables.columns(template.table):
        known = template.known.get(column)
        if known == NEXT:
            numbers = [
                int(cell) for record in tables.records(template.table) if (cell := record.fields[column]).isdecimal()
            ]
            yield str(max(numbers, default=0) + 1)
        elif known is not None:
            yield known.replace("{id}", id_)
        elif column in template.wanted or hints.is_required(template.table, column):
            yield placeholder(hints.hint(template.table, column))
        else:
            yield ""


def new_rows(folder: Path, kind: str, id_: str) -> list[NewRow]:
    """The rows to append to a data folder for a new thing; none for tables that the folder does not have.

    kind: a key of `TEMPLATES`. Raises ValueError for an id that exists or is no id, DataProblems for a table that
    cannot be read.
    """
    tables, hints = DataTables(folder), ColumnHints()
    refuse_id(tables, kind, id_)
    return [
        NewRow(template.table, tuple(_cells(tables, template, id_, hints)))
        for number, template in enumerate(TEMPLATES[kind])
        if number == 0 or tables.has(template.table)
    ]


def with_rows(text: str, rows: list[NewRow]) -> str:
    """The text of a file with rows at its end, which end as the lines of the file do."""
    end = "\r\n" if "\r\n" in text else "\n"
    whole = text if text.endswith(("\n", "\r")) or not text else text + end
    return whole + "".join(row.text() + end for row in rows)
