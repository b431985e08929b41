"""Every reference resolves, and no two things share an id or an official name."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.suggestions import did_you_mean
from atlas.dataset.tables import TABLES
from atlas.dataset.tables.nerves import Nerve
from atlas.dataset.tables.targets import Muscle, Reflex
from atlas.dataset.validation import rule

NAMED = ("roots", "nerves", "segments", "muscles", "reflexes", "territories", "sites", "conditions")
"""The tables that share one namespace of ids."""


@rule
def references_resolve(dataset: Dataset) -> Iterator[Problem]:
    for table, row_type in TABLES.items():
        for column, referred_tables in row_type.REFERS.items():
            shown = row_type.model_fields[column].alias or column
            known = {str(id_) for referred_table in referred_tables for id_ in dataset[referred_table]}
            refused = {id_ for referred_table in referred_tables for id_ in dataset.refused.get(referred_table, {})}
            for key, row in dataset[table].items():
                value: str | tuple[str, ...] = getattr(row, column)
                for name in (value,) if isinstance(value, str) else value:
                    if name and name not in known and name not in refused:
                        wrong = f"'{name}' is not in {' or '.join(referred_tables)}"
                        right = did_you_mean(name, sorted(known), "name one that exists")
                        yield dataset.records[table][key].problem(shown, wrong, right)


@rule
def ids_are_unique(dataset: Dataset) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for table in NAMED:
        for id_, record in dataset.records[table].items():
            first = seen.setdefault(str(id_), table)
            # a nerve of one segment shares its id with that segment
            is_own_segment = table == "segments" and first == "nerves" and record.fields["nerve"] == id_
            if first != table and not is_own_segment:
                wrong, right = f"'{id_}' is also an id in {first}", "tables share their ids; choose another id"
                yield record.problem("id", wrong, right)


@rule
def names_are_unique(dataset: Dataset) -> Iterator[Problem]:
    seen: dict[str, tuple[str, str]] = {}
    for table in NAMED:
        for id_, record in dataset.records[table].items():
            if table == "segments" and id_ in dataset.nerves:
                continue
            name = record.fields["name"].strip()
            holder = seen.setdefault(name.casefold(), (table, str(id_)))
            if holder != (table, id_):
                wrong = f"'{name}' is also the name of '{holder[1]}' in {holder[0]}"
                yield record.problem("name", wrong, "give each thing its own name")


@rule
def main_roots_are_roots(dataset: Dataset) -> Iterator[Problem]:
    for table in ("nerves", "muscles", "reflexes"):
        for id_, row in dataset[table].items():
            if not isinstance(row, Nerve | Muscle | Reflex):
                continue
            for root in set(row.main_roots) - set(row.roots):
                right = "a main root must also be in the column roots"
                yield dataset.records[table][id_].problem("main_roots", f"'{root}' is not among its roots", right)
