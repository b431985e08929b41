"""A data set with Latin names in place of English ones."""

from __future__ import annotations

from dataclasses import replace

from atlas.dataset.dataset import Dataset


def in_latin(dataset: Dataset) -> Dataset:
    """The data set in which every thing with a Latin name has that name. Its former name becomes a synonym."""
    tables, called = dict(dataset.tables), dict(dataset.called)
    for table, rows in dataset.tables.items():
        named = (
            {} if table == "latin" else {id_: name.latin for id_, name in dataset.latin_names.items() if id_ in rows}
        )
        if not named or "name" not in type(next(iter(rows.values()))).model_fields:
            continue
        tables[table] = dict(rows)
        for id_, latin in named.items():
            row = rows[id_]
            former: str = getattr(row, "name")  # noqa: B009 - only some types of rows have a name
            synonyms = {"synonyms": (former, *getattr(row, "synonyms", ()))} if hasattr(row, "synonyms") else {}
            tables[table][id_] = row.model_copy(update={"name": latin, **synonyms})
            called[id_] = (*called.get(id_, ()), former)
    return replace(dataset, tables=tables, called=called, latin=True)
