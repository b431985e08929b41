"""Laws of reading printed values as shares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.dataset.measurements import read_share


@given(st.integers(1, 500), st.data())
def test_a_counted_share_is_the_positive_part_of_the_tested(tested: int, data: st.DataObject) -> None:
    positive = data.draw(st.integers(0, tested))
    share = read_share(f"{positive}/{tested}")
    assert 0 <= share.share <= 1 and share.tested == tested
    assert round(share.share * tested) == positive
    assert read_share(f"{min(positive + 1, tested)}/{tested}").share >= share.share


@given(st.integers(0, 1000))
def test_a_percentage_is_its_hundredth(tenths: int) -> None:
    assert read_share(f"{tenths / 10}%").share == pytest.approx(tenths / 1000)
