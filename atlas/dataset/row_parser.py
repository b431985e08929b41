"""Records → typed rows, and a plain message for each cell that a row's type rejects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import ValidationError

from atlas.dataset.cells import COLOUR_PATTERN, ID_PATTERN
from atlas.dataset.csv_reader import Record
from atlas.dataset.folders import table_file
from atlas.dataset.problems import Problem
from atlas.dataset.rows import Key, Row
from atlas.dataset.tables import TABLES

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


_PATTERNS = {
    ID_PATTERN: ("is not an id", "start with a letter; then letters, digits, '_', '-' and '.'"),
    COLOUR_PATTERN: ("is not a colour", "write '#' and six digits from 0 to f"),
}
_NUMBERS = ("is not a number of the form that this column needs", "see its meaning in sources/columns.csv")


def _explain(error: ErrorDetails) -> tuple[str, str]:
    kind, given, limits = error["type"], error.get("input"), error.get("ctx", {})
    if kind == "literal_error":
        return f"'{given}' is not allowed", f"it should be {error['ctx']['expected']}"
    if kind == "string_pattern_mismatch":
        wrong, right = _PATTERNS.get(limits["pattern"], _NUMBERS)
        return f"'{given}' {wrong}", right
    if kind == "too_long":
        return f"the cell has {limits['actual_length']} items", f"write at most {limits['max_length']}"
    if kind in ("string_too_short", "too_short"):
        return "the cell is empty", "this column must be filled in"
    if kind.startswith("float_"):
        return f"'{given}' is not a number", "write a number such as 1.5"
    if kind == "greater_than_equal" and isinstance(limits["ge"], float):
        return f"'{given}' is below {limits['ge']:g}", f"write a number of at least {limits['ge']:g}"
    if kind == "less_than_equal":
        return f"'{given}' is above {limits['le']:g}", f"write a number of at most {limits['le']:g}"
    if kind == "finite_number":
        return f"'{given}' is not a finite number", "write a number such as 1.5"
    if kind.startswith("int_") or kind == "greater_than_equal":
        least, is_order = limits.get("ge", 0), error["loc"][-1] == "order"
        right = "write the position in the order as 1, 2, 3 …" if is_order else f"write a number such as {least + 1}"
        return f"'{given}' is not a whole number from {least}", right
    refused = limits.get("error")
    if isinstance(refused, ValueError) and len(refused.args) == 2:  # what is wrong, and what would be right
        return refused.args
    return str(refused or error["msg"]), "write key or key[where], separated by ';'; a reading follows as in key~memory"


def header_problems(name: str, record: Record) -> list[Problem]:
    """What is wrong with the columns of a table, as one of its records shows them."""
    file = table_file(name)
    wanted = {field.alias or column for column, field in TABLES[name].model_fields.items()}
    have = set(record.fields)
    if have == wanted:
        return []
    missing = [
        Problem(file, 1, 1, f"the column '{column}' is missing", "add it to the header")
        for column in sorted(wanted - have)
    ]
    right = f"the columns are {', '.join(sorted(wanted))}"
    return missing + [
        Problem(file, 1, record.column(column), f"this table has no column '{column}'", right)
        for column in sorted(have - wanted)
    ]


def parse_rows(
    name: str, records: list[Record], problems: list[Problem], access: Mapping[str, str] | None = None
) -> tuple[dict[Key, Row], dict[Key, Record]]:
    """The rows of a table and their records, both by key, in the order of the file.

    `access`: key of a source → how it was read, which is how its citations were read unless they say otherwise.
    A refused cell and a repeated key each become a problem, and their rows are left out.
    """
    row_type, rows, sources = TABLES[name], dict[Key, Row](), dict[Key, Record]()
    validate = row_type.__pydantic_validator__.validate_python
    for record in records:
        try:
            row: Row = validate(record.fields, context=access)
        except ValidationError as failure:
            for error in failure.errors():
                column = str(error["loc"][0])
                problems.append(record.problem(column, *_explain(error)))
            continue
        key = row.key
        if key in rows:
            shown = key if isinstance(key, str) else " + ".join(key)
            wrong_key = f"'{shown}' is already the key of line {sources[key].line}"
            problems.append(record.problem(row_type.KEY[0], wrong_key, "give each row its own key"))
            continue
        rows[key], sources[key] = row, record
    return rows, sources
