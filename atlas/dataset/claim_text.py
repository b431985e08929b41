"""A row of any table as a sentence, and the key under which pages and exports refer to it."""

from __future__ import annotations

import re

from atlas.dataset.dataset import Dataset
from atlas.dataset.rows import Row
from atlas.dataset.tables import TABLES
from atlas.dataset.tables.data_dictionary import EVERYWHERE

TABLE_OF: dict[type[Row], str] = {kind: table for table, kind in TABLES.items()}
"""Row type → the table it belongs to."""
_COLUMN = re.compile(r"\{(\w+)\}")
_OPTIONAL = re.compile(r"\[([^\]]*)\]")


def claim_key(row: Row) -> str:
    """The key of a row: `table:key`, with the parts of a compound key joined by `|`.

    >>> from atlas import Atlas
    >>> claim_key(next(iter(Atlas.load().dataset.dermatomes.values()))).startswith("dermatomes:")
    True
    """
    key = row.key
    return f"{TABLE_OF[type(row)]}:{key if isinstance(key, str) else '|'.join(key)}"


def cell_values(value: object) -> tuple[str, ...]:
    """The values of a cell as text: those of a list, or the single one; none for an empty cell.

    >>> cell_values(("L4", "L5")), cell_values(3), cell_values("")
    (('L4', 'L5'), ('3',), ())
    """
    if isinstance(value, tuple):
        return value
    return () if value in ("", None) else (str(value),)


def name_of(dataset: Dataset, id_: str, tables: tuple[str, ...]) -> str:
    """The name of the row with this id in one of the tables; roots keep their id, which is their usual name."""
    for table in tables:
        if id_ in dataset[table] and table != "roots":
            row = dataset[table][id_]
            return getattr(row, "name", "") or getattr(row, "title", "") or id_
    return id_


def _column_text(dataset: Dataset, row: Row, column: str) -> str:
    tables = type(row).REFERS.get(column, ())
    return ", ".join(name_of(dataset, value, tables) for value in cell_values(getattr(row, column)))


def claim_text(dataset: Dataset, row: Row) -> str:
    """A row as a sentence, by the template in the table `tables`.

    `{column}` is replaced by the value of the column; a part in `[…]` is dropped when a column in it is empty.

    >>> from atlas import Atlas
    >>> dataset = Atlas.load().dataset
    >>> claim_text(dataset, dataset.fields["first_web_dorsal", "deep_fibular_medial_terminal"])
    'First web space, top is supplied by Medial terminal branch of the deep fibular nerve (all)'
    """
    kind = type(row)
    described = dataset.table_meanings.get(TABLE_OF[kind])
    attributes = {field.alias: name for name, field in kind.model_fields.items() if field.alias}
    default = "{name}" if "name" in kind.model_fields else "{id}"
    template = described.says if described and described.says else default
    values = {name: _column_text(dataset, row, attributes.get(name, name)) for name in _COLUMN.findall(template)}

    def kept(part: re.Match[str]) -> str:
        return part[1] if all(values[name] for name in _COLUMN.findall(part[1])) else ""

    return _COLUMN.sub(lambda column: values[column[1]], _OPTIONAL.sub(kept, template))


def column_meaning(dataset: Dataset, table: str, column: str) -> str:
    """What a column means, from the table `columns`; empty when it has no row there."""
    rows = dataset.column_meanings
    row = rows.get((table, column)) or rows.get((EVERYWHERE, column))
    return row.meaning if row else ""
