"""A pattern has one usual form at most, rates are in order, and what a variant changes exists in the usual person."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.suggestions import did_you_mean
from atlas.dataset.validation import rule
from atlas.dataset.variants import OVERLAYS, differences


@rule
def a_pattern_has_one_usual_form(dataset: Dataset) -> Iterator[Problem]:
    usual: dict[str, str] = {}
    for id_, row in dataset.variants.items():
        if row.usual and (other := usual.setdefault(row.pattern, id_)) != id_:
            wrong = f"'{other}' is already the usual form of '{row.pattern}'"
            yield dataset.records["variants"][id_].problem("usual", wrong, "leave this column empty for all but one")


@rule
def a_rate_lies_in_its_range(dataset: Dataset) -> Iterator[Problem]:
    for key, row in dataset.variant_rates.items():
        record = dataset.records["variant_rates"][key]
        if (row.low is None) != (row.high is None):
            yield record.problem("low", "a range has two ends", "fill in both 'low' and 'high', or neither")
        elif row.low is not None and row.rate is None:
            yield record.problem("rate", "there is a range without a rate", "give the rate, or leave the range out")
        elif row.low is not None and row.rate is not None and not row.low <= row.rate <= (row.high or 0):
            wrong = f"{row.rate:g} is not between {row.low:g} and {row.high:g}"
            yield record.problem("rate", wrong, "correct the rate or its range")


@rule
def a_variant_changes_what_exists(dataset: Dataset) -> Iterator[Problem]:
    for overlay, table in OVERLAYS.items():
        for key, row in differences(dataset, overlay):
            usual = key[1] if len(key) == 2 else key[1:]
            if (row.action == "add") != (usual in dataset[table]):
                continue
            name = " + ".join(key[1:])
            if row.action == "add":
                wrong, right = f"the usual person has '{name}' already", "write replace, or name another"
            else:
                known = ["".join(one) if isinstance(one, str) else " + ".join(one) for one in dataset[table]]
                wrong = f"the usual person has no '{name}' in the table {table}"
                right = did_you_mean(name, known, f"name a row of {table}")
            yield dataset.records[overlay][key].problem("action", wrong, right)
