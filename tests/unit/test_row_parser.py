"""A wrong cell gets a message by the limit that it breaks, whatever its value looks like."""

import csv

import pytest

from atlas.dataset.csv_reader import Record
from atlas.dataset.folders import table_file
from atlas.dataset.row_parser import parse_rows
from atlas.resources import resource_dir


def first_record(table: str, **changes: str) -> Record:
    with (resource_dir("data") / table_file(table)).open(encoding="utf-8", newline="") as file:
        return Record(table_file(table), 2, next(csv.DictReader(file)) | changes)


@pytest.mark.parametrize(
    ("table", "column", "cell", "message"),
    [
        ("weights", "value", "-0.5", "'-0.5' is below 0; write a number of at least 0"),
        ("weights", "value", "-1", "'-1' is below 0; write a number of at least 0"),
        ("weights", "value", "three", "'three' is not a number; write a number such as 1.5"),
        ("themes", "ratio", "0.5", "'0.5' is below 1; write a number of at least 1"),
        ("themes", "light", "red", "'red' is not a colour; write '#' and six digits from 0 to f"),
        ("themes", "light", "#12345", "'#12345' is not a colour; write '#' and six digits from 0 to f"),
        ("themes", "token", "#1", "'#1' is not an id; start with a letter"),
        ("levels", "order", "-1", "'-1' is not a whole number from 0; write the position in the order"),
        ("levels", "order", "1.5", "'1.5' is not a whole number from 0; write the position in the order"),
        ("waypoints", "along", "far", "'far' is not a number of the form that this column needs"),
    ],
)
def test_the_message_is_about_the_limit(table: str, column: str, cell: str, message: str) -> None:
    problems = []
    rows, _ = parse_rows(table, [first_record(table, **{column: cell})], problems)
    assert not rows
    assert len(problems) == 1 and f": {column}: {message}" in str(problems[0])
