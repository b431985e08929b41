"""Typed access to tables agrees with the schema."""

from typing import get_args

import pytest

from atlas.dataset.loader import load_dataset
from atlas.dataset.tables import TABLES, Schema, Table
from tests.support.limbs import TINY

ATTRIBUTES = {name: table for name, table in vars(Schema).items() if isinstance(table, Table)}


@pytest.fixture(scope="module")
def tiny():
    return load_dataset(TINY)


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_the_declared_types_are_those_of_the_rows(attribute: str, tiny) -> None:
    table = ATTRIBUTES[attribute]
    key_type, row_type = get_args(table.__orig_class__)
    assert row_type is table.row is TABLES[table.name]
    assert len(get_args(key_type)) in ((0,) if len(row_type.KEY) == 1 else (len(row_type.KEY),))
    assert getattr(tiny, attribute) is tiny[table.name]


def test_only_names_that_are_taken_differ_from_their_table() -> None:
    renamed = {table.name for attribute, table in ATTRIBUTES.items() if attribute != table.name}
    assert renamed == {"latin", "tables", "columns"}


def test_a_data_set_is_a_mapping_from_table_to_rows(tiny) -> None:
    assert list(tiny) == list(TABLES) and len(tiny) == len(TABLES)
    assert tiny["roots"]["K1"] is tiny.roots["K1"]
    with pytest.raises(KeyError):
        tiny["nonsense"]
