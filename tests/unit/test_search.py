"""Search by names, synonyms and misspellings, and where lesions can be placed."""

import subprocess
import sys

import pytest

from atlas import AmbiguousName, UnknownName
from atlas.search.similarity import normalise


@pytest.mark.parametrize(
    ("text", "normalised"),
    [("  Big-Toe ", "big toe"), ("Näme, (old)", "name old"), ("L5/S1", "l5 s1"), ("", ""), ("—", "")],
)
def test_text_is_normalised(text, normalised):
    assert normalise(text) == normalised


@pytest.mark.parametrize(
    ("name", "id_"),
    [("K1", "K1"), ("k1", "K1"), ("Long nerve", "long"), ("GREAT ARM NERVE", "long"), ("bender", "curler"),
     ("upper-skin", "upper_skin"), ("inner.tip", "inner.tip"), ("the underside of the arm", "lower_skin")],
)  # fmt: skip
def test_a_name_resolves_to_its_id(tiny, name, id_):
    assert tiny.resolve(name) == id_


@pytest.mark.parametrize("name", ["", " ", "xyzzy", "⠀", "../../etc/passwd", "a" * 5000])
def test_a_name_that_is_near_nothing_comes_without_suggestions(tiny, name):
    with pytest.raises(UnknownName) as unknown:
        tiny.resolve(name)
    assert unknown.value.nearest == ()
    assert "nearest" not in str(unknown.value)


def test_an_unknown_name_comes_with_what_is_near(tiny):
    with pytest.raises(UnknownName) as unknown:
        tiny.resolve("K1;K2")
    assert unknown.value.nearest == ("K1 root",)
    assert str(unknown.value).endswith("; the nearest names are K1 root")


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
def test_search_accepts_misspellings_and_parts_of_names(tiny, text, first):
    assert tiny.search(text)[0].id == first


@pytest.mark.parametrize("text", ["far skin", "the far end skin", "skin at the END"])
def test_equivalent_words_mean_the_same(tiny, text):
    assert tiny.resolve(text) == tiny.find(text)[0].id == "tip_skin"


def test_an_expression_for_several_things_names_them(tiny):
    with pytest.raises(AmbiguousName) as refused:
        tiny.resolve("the whole skin")
    assert refused.value.ids == ("upper_skin", "lower_skin", "tip_skin")
    assert all(id_ in str(refused.value) for id_ in refused.value.ids)
    assert tiny.findings_parser.targets("territory", "whole skin") == refused.value.ids


@pytest.mark.parametrize("text", ["curler " * 50, "k" * 10_000, "curler" + " area" * 2000])
def test_a_text_that_is_far_too_long_finds_nothing(tiny, text):
    assert (tiny.find(text), tiny.near(text)) == ([], [])


def test_search_finds_what_a_muscle_does(tiny):
    assert [(match.id, match.matched) for match in tiny.find("curls tip")] == [("curler", "curls the tip")]
    assert tiny.search("curls tip") == []


def test_search_finds_nothing_in_noise(tiny):
    assert tiny.search("qqqqzzzz") == []
    assert tiny.search("") == []


def test_an_unknown_id_comes_with_the_nearest_names(tiny):
    with pytest.raises(UnknownName, match="called 'curl'; the nearest names are Curler"):
        tiny.node("curl")


@pytest.mark.parametrize("name", ["ring", "Narrow ring", "ring, narrow", "the finger ring"])
def test_a_site_is_found_by_its_words_in_any_order(tiny, name):
    site, nodes = tiny.lesion_places.find(name)
    assert (site, nodes) == ("ring", tiny.dataset["sites"]["ring"].on)


@pytest.mark.parametrize("name", ["curler", "tip skin"])
def test_a_muscle_or_skin_is_not_a_place_of_a_lesion(tiny, name):
    with pytest.raises(ValueError, match="not a place on a nerve"):
        tiny.lesion_places.find(name)


def test_a_condition_with_several_sites_names_them(atlas):
    condition = next(row for row in atlas.dataset["conditions"].values() if len(row.sites) > 1)
    with pytest.raises(ValueError, match="more than one place") as refused:
        atlas.lesion_places.find(condition.id)
    assert all(site in str(refused.value) for site in condition.sites)


def test_an_exact_name_does_not_import_the_fuzzy_matching_library():
    script = (
        "import sys; from atlas import Atlas; from tests.support.limbs import TINY; "
        "Atlas.load(TINY).pathway('K1'); sys.exit('rapidfuzz' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
