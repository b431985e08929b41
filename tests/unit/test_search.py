"""Finding things by what people call them."""

import pytest

from atlas import Atlas, UnknownName
from atlas.search.similarity import normalise
from tests.support.limbs import TINY


@pytest.fixture(scope="module")
def tiny():
    return Atlas.load(TINY)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("  Big-Toe ", "big toe"), ("Näme, (old)", "name old"), ("L5/S1", "l5 s1"), ("", ""), ("—", "")],
)
def test_folding(text, folded):
    assert normalise(text) == folded


@pytest.mark.parametrize(
    ("name", "id_"),
    [("K1", "K1"), ("k1", "K1"), ("Long nerve", "long"), ("GREAT ARM NERVE", "long"), ("bender", "curler"),
     ("upper-skin", "upper_skin"), ("inner.tip", "inner.tip"), ("the underside of the arm", "lower_skin")],
)  # fmt: skip
def test_resolves(tiny, name, id_):
    assert tiny.resolve(name) == id_


@pytest.mark.parametrize("name", ["", " ", "xyzzy", "⠀", "K1;K2", "../../etc/passwd", "a" * 5000])
def test_unknown_names_offer_the_nearest(tiny, name):
    with pytest.raises(UnknownName) as unknown:
        tiny.resolve(name)
    assert len(unknown.value.nearest) <= 3
    if normalise(name):
        assert len(unknown.value.nearest) == 3
        assert all(nearest in str(unknown.value) for nearest in unknown.value.nearest)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("curlr", "curler"),
        ("sukcer", "sucker"),
        ("great arm", "long"),
        ("arm nerve great", "long"),
        ("tip skn", "tip_skin"),
    ],
)
def test_search_forgives(tiny, text, first):
    assert tiny.search(text)[0].id == first


def test_search_finds_nothing_in_noise(tiny):
    assert tiny.search("qqqqzzzz") == []
    assert tiny.search("") == []


def test_an_id_that_is_not_there(tiny):
    with pytest.raises(UnknownName, match="called 'curl'; the nearest names are Curler"):
        tiny.node("curl")
