"""CSV text → records that know their line and columns. Problems with the text itself are reported here."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from atlas.dataset.problems import Problem

_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_SEPARATORS = {";": "';'", "\t": "tabs"}
"""What spreadsheets write instead of commas, and how a message calls it."""
_LINE_END, _TEXT_LINE_END = re.compile(rb"\r\n|\r|\n"), re.compile(r"\r\n|\r|\n")


class Record(NamedTuple):
    """One record of a CSV file: its fields by column name and the line it starts on."""

    file: str
    line: int
    fields: dict[str, str]

    def column(self, name: str) -> int:
        """The number of a column in the record, from 1; also 1 for a column that does not exist."""
        return list(self.fields).index(name) + 1 if name in self.fields else 1

    def problem(self, column: str, wrong: str, right: str) -> Problem:
        """A problem with one field of this record."""
        return Problem(self.file, self.line, self.column(column), f"{column}: {wrong}" if column else wrong, right)


def read_text(path: Path, problems: list[Problem], name: str = "") -> str | None:
    """The text of a file, or None and a new problem if the file is missing, empty or not UTF-8.

    `name`: the name of the file in problems; by default its own.
    """
    name = name or path.name
    try:
        raw = path.read_bytes()
    except OSError:
        problems.append(Problem(name, 1, 1, "the file is missing or cannot be read", "add it to the data folder"))
        return None
    if not raw.strip():
        problems.append(Problem(name, 1, 1, "the file is empty", "its first line should name the columns"))
        return None
    try:
        return raw.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        *before, start = _LINE_END.split(raw[: error.start])
        wrong = f"the byte 0x{raw[error.start]:02x} is not UTF-8"
        right = "save the file with the encoding UTF-8"
        problems.append(Problem(name, len(before) + 1, start.count(b",") + 1, wrong, right))
        _find_separator(name, raw[: error.start].decode("utf-8"), problems)
        return None


def _find_separator(name: str, text: str, problems: list[Problem]) -> bool:
    """Whether the header shows that something else than a comma separates the fields, which becomes a problem."""
    header = text.removeprefix(_BYTE_ORDER_MARK).partition("\n")[0].partition("\r")[0]
    found = next((one for one in _SEPARATORS if header.count(one) > header.count(",")), None)
    if found:
        wrong = f"the fields are separated by {_SEPARATORS[found]}"
        problems.append(Problem(name, 1, 1, wrong, "save the file with commas (CSV, UTF-8)"))
    return found is not None


def _without_empty_end(fields: list[str], least: int) -> list[str]:
    """The fields without the empty ones that spreadsheets add to the end of rows; at least so many are left."""
    end = len(fields)
    while end > least and not fields[end - 1].strip():
        end -= 1
    return fields[:end]


def _raw_records(name: str, text: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for fields in reader:
            if any(map(str.strip, fields)):  # spreadsheets add empty rows
                yield line, fields
            line = reader.line_num + 1
    except csv.Error as error:
        right = 'close every quote, and double a quote inside a quoted field ("")'
        problems.append(Problem(name, line, 1, f"the CSV is broken ({error})", right))


def read_records(path: Path, problems: list[Problem], name: str = "") -> list[Record] | None:
    """All records of a file in order, or None if it has no usable header.

    `name`: the name of the file in problems and records, such as `anatomy/muscles.csv`; by default its own.
    """
    name = name or path.name
    text = read_text(path, problems, name)
    if text is None:
        return None
    if _find_separator(name, text, problems):
        return None
    if "\0" in text:
        line = len(_TEXT_LINE_END.split(text[: text.index("\0")]))
        problems.append(Problem(name, line, 1, "the text contains a NUL character", "remove it"))
        return None
    rows = _raw_records(name, text, problems)
    _, header = next(rows, (1, []))
    header = _without_empty_end([column.strip() for column in header], 0)
    if not header:
        problems.append(Problem(name, 1, 1, "the first line names no column", "its first line should name the columns"))
        return None
    for number, column in enumerate(header, 1):
        if header.index(column) != number - 1:
            problems.append(Problem(name, 1, number, f"the column '{column}' appears twice", "name each column once"))
            return None
    records = []
    for line, cells in rows:
        fields = _without_empty_end(cells, len(header))
        if len(fields) == len(header):
            records.append(Record(name, line, dict(zip(header, fields, strict=True))))
            continue
        wrong = f"the row has {len(fields)} fields, but the header has {len(header)}"
        right = "give each column one field; quote a field that contains a comma"
        problems.append(Problem(name, line, min(len(fields), len(header)), wrong, right))
    return records
