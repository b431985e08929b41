"""Facts with Latin names in place of those of today."""

from __future__ import annotations

from dataclasses import replace

from atlas.dataset.loader import Dataset


def in_latin(dataset: Dataset) -> Dataset:
    """Facts in which whatever has a Latin name goes by it; the name of today stands among its synonyms."""
    tables, called = dict(dataset.tables), dict(dataset.called)
    for table, rows in dataset.tables.items():
        named = (
            {key: dataset["latin"][key].latin for key in rows if key in dataset["latin"]} if table != "latin" else {}
        )
        if not named or "name" not in type(next(iter(rows.values()))).model_fields:
            continue
        tables[table] = dict(rows)
        for key, latin in named.items():
            row = rows[key]
            synonyms = {"synonyms": (row.name, *row.synonyms)} if hasattr(row, "synonyms") else {}
            tables[table][key] = row.model_copy(update={"name": latin, **synonyms})
            called[key] = (*called.get(key, ()), row.name)
    return replace(dataset, tables=tables, called=called, latin=True)
