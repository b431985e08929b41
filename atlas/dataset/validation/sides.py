"""A text that depends on the chosen side has one form for each side."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.csv_reader import Record
from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.sides import is_well_formed
from atlas.dataset.validation import rule

_TEXTS = {"views": ("name", "describe"), "plates": ("name", "describe")}
"""Table → columns whose texts follow the side."""


def _texts(dataset: Dataset) -> Iterator[tuple[Record, str, str]]:
    for table, columns in _TEXTS.items():
        for key, row in dataset[table].items():
            for column in columns:
                yield dataset.records[table][key], column, getattr(row, column)


@rule
def a_side_has_two_forms(dataset: Dataset) -> Iterator[Problem]:
    for record, column, text in _texts(dataset):
        if not is_well_formed(text):
            yield record.problem(column, "'|' must separate two forms in braces", "write {right|left}")
