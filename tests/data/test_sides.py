"""The texts about the figures follow the side of the body that the reader chooses."""

import re

import pytest

from atlas import Atlas
from atlas.dataset.sides import SIDES, on_side

ONE_SIDE = re.compile(rf"\b({'|'.join(SIDES)})\b", re.IGNORECASE)


@pytest.mark.parametrize("table", ["views", "plates"])
def test_no_text_about_a_figure_names_one_side_only(atlas: Atlas, table: str) -> None:
    for id_, row in atlas.dataset[table].items():
        for text in (row.name, row.describe):
            on_each = [ONE_SIDE.findall(on_side(text, side)) for side in SIDES]
            assert [set(map(str.lower, found)) for found in on_each] in ([set(), set()], [{"right"}, {"left"}]), id_
