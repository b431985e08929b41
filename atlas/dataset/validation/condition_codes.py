"""Codes of conditions have the form of their classification, and none is said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.validation import rule

FORMS = {
    "ICD-10": (re.compile(r"[A-Z]\d\d(\.\d)?"), "a letter, two digits and at most one more after a point, as in G57.1"),
    "ICD-10-CM": (
        re.compile(r"[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?"),
        "a letter, two characters and at most four more after a point, as in G95.81",
    ),
}
"""System → the form of its codes, and that form in words."""


@rule
def codes_are_well_formed(dataset: Dataset) -> Iterator[Problem]:
    for key, row in dataset.condition_codes.items():
        form, words = FORMS[row.system]
        if not form.fullmatch(row.code):
            record = dataset.records["condition_codes"][key]
            yield record.problem("code", f"'{row.code}' is not a code of {row.system}", f"write {words}")


@rule
def a_shared_code_is_given_once(dataset: Dataset) -> Iterator[Problem]:
    for key, row in dataset.condition_codes.items():
        if row.system != "ICD-10" and (row.condition, "ICD-10", row.code) in dataset.condition_codes:
            record = dataset.records["condition_codes"][key]
            wrong = f"'{row.code}' is given for ICD-10 already, which {row.system} shares"
            yield record.problem("code", wrong, "remove one of the two rows")
