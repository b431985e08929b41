"""Every joint has nerves and names of its own, and a rate is a share of its count."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import table_file
from atlas.dataset.problems import Problem
from atlas.dataset.validation import rule

ROUNDED = 0.5
"""By how many per cent a rate may differ from the exact share: sources print whole numbers."""


@rule
def every_joint_has_nerves(dataset: Dataset) -> Iterator[Problem]:
    used = {row.joint for row in dataset.joint_supply.values()}
    for id_ in dataset.supplied_joints:
        if id_ not in used:
            wrong = f"no row of {table_file('joint_supply')} names '{id_}'"
            right = "add its nerves, or remove the row"
            yield dataset.records["supplied_joints"][id_].problem("id", wrong, right)


@rule
def a_joint_has_names_of_its_own(dataset: Dataset) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for id_, row in dataset.supplied_joints.items():
        for column, names in (("name", (row.name,)), ("synonyms", row.synonyms)):
            for name in names:
                if (other := taken.setdefault(name.casefold(), id_)) != id_:
                    wrong = f"'{name}' is a name of '{other}' already"
                    right = "a name leads to one joint; leave it to one of them"
                    yield dataset.records["supplied_joints"][id_].problem(column, wrong, right)


@rule
def a_branch_to_a_joint_is_listed_once_per_source(dataset: Dataset) -> Iterator[Problem]:
    first: dict[tuple[str, ...], str] = {}
    for id_, row in dataset.joint_supply.items():
        of = (row.joint, row.part, row.nerve, row.through, *(cite.key for cite in row.cites))
        if (other := first.setdefault(of, id_)) != id_:
            wrong = f"'{other}' says the same of this joint, part, nerve and branch, with the same sources"
            right = "merge the two, or say in 'part' or 'through' how they differ"
            yield dataset.records["joint_supply"][id_].problem("id", wrong, right)


@rule
def a_rate_of_a_joint_is_a_share_of_its_count(dataset: Dataset) -> Iterator[Problem]:
    for id_, row in dataset.joint_supply.items():
        if row.rate is None or row.n is None:
            continue
        had = round(row.rate * row.n / 100)
        if abs(100 * had / row.n - row.rate) > ROUNDED:
            wrong = f"no whole number of {row.n} is {row.rate:g} %; {had} of {row.n} is {100 * had / row.n:.1f} %"
            yield dataset.records["joint_supply"][id_].problem("rate", wrong, "correct the rate or the count")
