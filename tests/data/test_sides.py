"""The texts about the figures follow the side of the body that the reader chooses."""

import re

import pytest

from atlas import Atlas
from atlas.dataset.sides import SIDES, on_side

# Both forms of a word, such as {right|left}.
FORMS = re.compile(r"\{[^{}|]+\|[^{}|]+\}")
ONE_SIDE = re.compile(rf"\b({'|'.join(SIDES)})\b", re.IGNORECASE)


@pytest.mark.parametrize("table", ["views", "plates"])
def test_no_text_about_a_figure_names_one_side_only(atlas: Atlas, table: str) -> None:
    for id_, row in atlas.dataset[table].items():
        for text in (row.name, row.describe):
            without_forms = FORMS.sub("", text)
            assert not ONE_SIDE.search(without_forms), id_
            assert on_side(text, SIDES[0]) != on_side(text, SIDES[1]) or without_forms == text, id_
