"""A table of the data set as a data frame with typed columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, get_args

from atlas.dataset.cells import YesNo
from atlas.dataset.loader import Dataset
from atlas.dataset.tables import TABLES

if TYPE_CHECKING:
    import pandas


def frame_of_table(dataset: Dataset, table: str) -> pandas.DataFrame:
    """One line per row, with the columns named and ordered as in the file, but `id` first.

    Lists are tuples, citations tuples of text ("key[where]"), yes/no columns booleans, numbers int or float.
    """
    import pandas  # slow to import, and only tables need it

    fields = TABLES[table].model_fields
    attribute = {field.alias or name: name for name, field in fields.items()}
    booleans = {column for column, name in attribute.items() if get_args(fields[name].annotation) == get_args(YesNo)}
    columns = _columns(dataset, table, attribute)

    def value(column: str, raw: object) -> object:
        if column in booleans:
            return raw == "yes"
        return tuple(map(str, raw)) if column == "cites" and isinstance(raw, tuple) else raw

    return pandas.DataFrame(
        [[value(column, getattr(row, attribute[column])) for column in columns] for row in dataset[table].values()],
        columns=columns,
    )


def _columns(dataset: Dataset, table: str, attribute: Mapping[str, str]) -> list[str]:
    record = next(iter(dataset.records[table].values()), None)
    columns = list(attribute if record is None else record.fields)
    return sorted(columns, key=lambda column: column != "id")
