"""The data set of a person who differs from the usual one: the same tables, with the rows of the variants."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import cast

from atlas.dataset.dataset import Dataset
from atlas.dataset.rows import Key, Row
from atlas.dataset.suggestions import did_you_mean
from atlas.dataset.tables import TABLES
from atlas.dataset.tables.variants import Difference, VariantInnervation

OVERLAYS: Mapping[str, str] = {
    "variant_nerves": "nerves",
    "variant_segments": "segments",
    "variant_innervation": "innervation",
    "variant_fields": "fields",
    "variant_courses": "courses",
}
"""Table of rows that differ in variants → the table whose rows they add, remove or replace."""


def check_variants(dataset: Dataset, ids: Collection[str]) -> None:
    """Raise ValueError for an unknown variant, and for two variants of which a person has only one."""
    taken: dict[str, str] = {}
    for id_ in ids:
        if id_ not in dataset.variants:
            known = ", ".join(dataset.variants) or "none"
            right = did_you_mean(id_, dataset.variants, f"the variants are {known}")
            raise ValueError(f"there is no variant '{id_}'; {right}")
        pattern = dataset.variants[id_].pattern
        if (other := taken.setdefault(pattern, id_)) != id_:
            raise ValueError(f"a person has only one of '{other}' and '{id_}'; choose one")


def with_variants(dataset: Dataset, ids: Collection[str]) -> Dataset:
    """The data set of a person with these variants; the usual person without any.

    Raises ValueError for an unknown variant, and for two of which a person has only one.
    """
    check_variants(dataset, ids)
    tables, records = dict(dataset.tables), dict(dataset.records)
    for overlay, table in OVERLAYS.items():
        rows, of_rows = dict(tables[table]), dict(records[table])
        for key, row in differences(dataset, overlay):
            if row.variant in ids:
                usual = _usual_row(row, table)
                rows.pop(usual.key, None)
                of_rows.pop(usual.key, None)
                if row.action != "remove":
                    rows[usual.key], of_rows[usual.key] = usual, dataset.records[overlay][key]
        tables[table], records[table] = rows, of_rows
    return replace(dataset, tables=tables, records=records)


def with_added_alone(dataset: Dataset, variant: str) -> Dataset | None:
    """The person in whom an added branch supplies its muscle or reflex alone; None if no branch ever does."""
    added = [
        row
        for _, row in differences(dataset, "variant_innervation")
        if isinstance(row, VariantInnervation) and row.variant == variant and row.alone
    ]
    if not added:
        return None
    varied, alone = with_variants(dataset, (variant,)), {row.target: row.branch for row in added}
    innervation: dict[Key, Row] = {
        key: row
        for key, row in varied.innervation.items()
        if row.target not in alone or row.branch == alone[row.target]
    }
    return replace(varied, tables={**varied.tables, "innervation": innervation})


def rows_of_variant(dataset: Dataset, variant: str) -> list[Difference]:
    """All rows that differ in a variant, of every table."""
    return [row for overlay in OVERLAYS for _, row in differences(dataset, overlay) if row.variant == variant]


def changes(dataset: Dataset, variant: str) -> list[dict[str, str]]:
    """What a variant changes: `table`, `action` and `row`, the key of the row. Empty if no change was read."""
    return [
        {"table": table, "action": row.action, "row": " + ".join(key[1:])}
        for overlay, table in OVERLAYS.items()
        for key, row in differences(dataset, overlay)
        if row.variant == variant
    ]


def differences(dataset: Dataset, overlay: str) -> Iterable[tuple[tuple[str, ...], Difference]]:
    """The rows of a table of OVERLAYS with their keys, of which the first part is the variant."""
    return cast("Mapping[tuple[str, ...], Difference]", dataset[overlay]).items()


def _usual_row(row: Difference, table: str) -> Row:
    """The row of `table` that a row of a variant adds, replaces or removes."""
    kind = TABLES[table]
    return kind.model_construct(**{name: getattr(row, name) for name in kind.model_fields})
