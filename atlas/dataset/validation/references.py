"""What a cell names must exist, and no two things may go by one id or one official name."""

from __future__ import annotations

from atlas.dataset.suggestions import did_you_mean
from atlas.dataset.tables import TABLES
from atlas.dataset.validation import rule

NAMED = ("roots", "nerves", "segments", "muscles", "reflexes", "territories", "sites", "conditions")
"""The tables whose ids share one namespace."""


@rule
def references_resolve(dataset):
    for table, kind in TABLES.items():
        for column, referred_tables in kind.REFERS.items():
            shown = kind.model_fields[column].alias or column
            known = {name for referred_table in referred_tables for name in dataset[referred_table]}
            for key, row in dataset[table].items():
                value = getattr(row, column)
                for name in (value,) if isinstance(value, str) else value:
                    if name and name not in known:
                        wrong = f"'{name}' is not in {' or '.join(referred_tables)}"
                        right = did_you_mean(name, sorted(known), "name one that exists")
                        yield dataset.records[table][key].problem(shown, wrong, right)


@rule
def one_namespace(dataset):
    seen: dict[str, tuple[str, object]] = {}
    for table in NAMED:
        for id_, row in dataset[table].items():
            other, holder = seen.setdefault(id_, (table, row))
            own_segment = table == "segments" and other == "nerves" and row.nerve == holder.id
            if other != table and not own_segment:
                right = "ids are shared by all tables; give one of the two another id"
                yield dataset.records[table][id_].problem("id", f"'{id_}' is also an id in {other}", right)


@rule
def a_name_belongs_to_one(dataset):
    seen: dict[str, tuple[str, str]] = {}
    for table in NAMED:
        for id_, row in dataset[table].items():
            if table == "segments" and id_ in dataset["nerves"]:
                continue
            holder = seen.setdefault(row.name.casefold(), (table, id_))
            if holder != (table, id_):
                wrong = f"'{row.name}' is also the name of '{holder[1]}' in {holder[0]}"
                yield dataset.records[table][id_].problem("name", wrong, "give each thing a name of its own")


@rule
def chief_roots_are_among_the_roots(dataset):
    for table in ("nerves", "muscles", "reflexes"):
        for id_, row in dataset[table].items():
            for root in set(row.main_roots) - set(row.roots):
                right = "a main root must stand in the column roots too"
                yield dataset.records[table][id_].problem("main_roots", f"'{root}' is not among its roots", right)
