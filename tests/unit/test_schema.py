"""Typed access to tables agrees with the schema."""

from typing import get_args

import pytest

from atlas.dataset.tables import TABLES, Schema, Table

ATTRIBUTES = {name: table for name, table in vars(Schema).items() if isinstance(table, Table)}


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_the_declared_types_are_those_of_the_rows(attribute: str, tiny) -> None:
    table = ATTRIBUTES[attribute]
    key_type, row_type = get_args(table.__orig_class__)
    assert row_type is table.row is TABLES[table.name]
    assert len(get_args(key_type)) in ((0,) if len(row_type.KEY) == 1 else (len(row_type.KEY),))
    assert getattr(tiny.dataset, attribute) is tiny.dataset[table.name]


def test_only_names_that_are_taken_differ_from_their_table() -> None:
    renamed = {table.name for attribute, table in ATTRIBUTES.items() if attribute != table.name}
    assert renamed == {"latin", "tables", "columns"}


def test_a_data_set_is_a_mapping_from_table_to_rows(tiny) -> None:
    dataset = tiny.dataset
    assert list(dataset) == list(TABLES) and len(dataset) == len(TABLES)
    assert dataset["roots"]["K1"] is dataset.roots["K1"]
    with pytest.raises(KeyError):
        dataset["nonsense"]
