"""Signs of emergencies have phrases and name findings, and rules need signs that do not exclude each other."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.validation import rule

TABLE_OF_SIGN = {"weak": "muscles", "numb": "territories", "pain": "territories", "reduced_reflex": "reflexes"}
"""The sign of a finding → the table of its targets."""
ANY = "*"


@rule
def signs_of_emergencies_have_phrases_and_name_findings(dataset: Dataset) -> Iterator[Problem]:
    for row in dataset.emergency_signs.values():
        record = dataset.records["emergency_signs"][row.id]
        if not row.phrases:
            yield record.problem("phrases", "there is no phrase", "write at least one, in plain words")
        for found in row.found_in:
            sign, _, target = found.partition(":")
            table = TABLE_OF_SIGN.get(sign)
            if table is None or (target != ANY and target not in dataset[table]):
                right = f"it should be {', '.join(TABLE_OF_SIGN)}, a colon, and one of its targets or {ANY}"
                yield record.problem("found_in", f"'{found}' is not a finding", right)


@rule
def rules_of_emergencies_can_be_met(dataset: Dataset) -> Iterator[Problem]:
    for key, row in dataset.emergency_rules.items():
        record = dataset.records["emergency_rules"][key]
        if not row.needs:
            yield record.problem("needs", "there is no sign", "name at least one sign")
        for sign in sorted({*row.needs} & {*row.unless}):
            yield record.problem("unless", f"'{sign}' is also needed", "remove it from one of the two columns")
