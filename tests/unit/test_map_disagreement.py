"""How far dermatome maps differ: cases worked by hand, laws, and what the page is told."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas import Atlas
from atlas.dataset.readability import grade, longest
from atlas.figures.borders import border_kinds
from atlas.figures.patterns import draw_patterns
from atlas.figures.skin_colours import UNREAD, fill_class, skin_styles
from atlas.reasoning.map_disagreement import (
    STEPS,
    compare,
    degree,
    disagreement,
    disagreements,
    distance,
    reading,
    tally,
)
from atlas.web.bundles.maps import STANDINGS, build_maps
from atlas.web.layout.maps_page import choice_name, maps_words, method_line
from tests.support.limbs import TINY, add_row, copy_of

ROOTS = st.frozensets(st.sampled_from("ABCD"), min_size=1)
MANY = st.lists(ROOTS, min_size=2, max_size=6)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (["A", "A", "A"], 0),
        (["A", "B"], 1),
        (["A", "AB"], 1 / 2),
        (["AB", "BC"], 2 / 3),
        (["A", "A", "B"], 2 / 3),
        (["A", "B", "C"], 1),
        (["A"], None),
        ([], None),
    ],
)
def test_the_degree_of_cases_worked_by_hand(answers, expected) -> None:
    assert degree(answers) == (expected if expected is None else pytest.approx(expected))


@given(ROOTS, ROOTS, ROOTS)
def test_distance_is_one(a, b, c) -> None:
    assert distance(a, b) == distance(b, a) and 0 <= distance(a, b) <= 1
    assert (distance(a, b) == 0) is (a == b) and (distance(a, b) == 1) is (not a & b)
    assert distance(a, c) <= distance(a, b) + distance(b, c) + 1e-9


@given(MANY)
def test_the_degree_is_nothing_just_when_all_agree_and_all_just_when_no_two_share(answers) -> None:
    found = degree(answers)
    assert 0 <= found <= 1
    assert (found == 0) is (len(set(answers)) == 1)
    assert (found == 1) is (not any(one & other for one, other in permutations(answers, 2)))


@given(MANY, st.randoms())
def test_the_order_of_maps_does_not_matter(answers, rng) -> None:
    shuffled = rng.sample(answers, len(answers))
    assert degree(shuffled) == pytest.approx(degree(answers))


@given(st.lists(ROOTS, max_size=6))
def test_a_step_says_what_the_degree_says(answers) -> None:
    found = tally(answers)
    assert (found.step is None) is (found.maps < 2)
    if found.step is not None:
        assert 0 <= found.step <= STEPS and (found.step == 0) is (found.answers == 1)
        assert found.degree <= found.step / STEPS + 1e-6


def _limb(folder):
    """The tiny limb with a third map that was not read, a map of pain, and a single report."""
    tiny = copy_of(TINY, folder)
    for order, (map_id, selectable, shows) in enumerate(
        [("third", "yes", "feeling"), ("aching", "yes", "pain"), ("report", "no", "feeling")], 3
    ):
        own = {
            "id": map_id,
            "name": map_id,
            "year": "",
            "order": str(order),
            "selectable": selectable,
            "shows": shows,
            "method": "m",
        }
        add_row(tiny, "dermatome_maps", own, like="divers")
    base = {"territory": "tip_skin", "standing": "drawn", "cites": "diver", "confidence": "single-source"}
    add_row(tiny, "dermatomes", base | {"map": "third", "roots": "K2;K3", "checked": "memory"})
    add_row(tiny, "dermatomes", base | {"map": "aching", "roots": "K1", "checked": "read"})
    return tiny


def test_our_own_tally_maps_of_pain_and_what_was_not_read_have_their_place(tmp_path) -> None:
    single = Atlas.load(_limb(tmp_path))
    found = disagreement(single.nerve_graph, "tip_skin")
    assert [(answer.roots, answer.maps) for answer in found.answers] == [
        (("K2", "K3"), ("third",)),
        (("K3",), ("divers",)),
    ]
    assert [answer.maps for answer in found.pain] == [("aching",)]
    assert (found.read.maps, found.read.degree) == (1, None)
    assert (found.all.maps, found.all.answers, found.all.degree) == (2, 2, 0.5)
    assert disagreement(single.nerve_graph, "upper_skin").silent == ("third",)
    assert next(iter(disagreements(single.nerve_graph))) == "tip_skin"
    assert reading(single.nerve_graph)["third"] == (0, 1)
    words = single.strings
    assert choice_name(single, "third") == f"third – {words['map.unread.all']}"
    assert method_line(single, "third") == f"m {words['map.read.none'].format(read=0, rows=1)}"
    dress = skin_styles(single)["third"]["tip_skin"]
    assert (dress.read, fill_class(dress.full_fill)[1]) == (False, f"url(#fill-{dress.fill}-{UNREAD})")
    assert draw_patterns([dress.full_fill]).count(f'class="{UNREAD}"') == 1


def test_two_maps_are_compared_patch_by_patch() -> None:
    tiny = Atlas.load(TINY).nerve_graph
    assert compare(tiny, "keepers", "divers") == {"upper_skin": "differ", "lower_skin": "only-a", "tip_skin": "differ"}
    assert compare(tiny, "divers", "keepers")["lower_skin"] == "only-b"
    assert set(compare(tiny, "divers", "divers").values()) == {"same", "neither"}
    with pytest.raises(KeyError):
        compare(tiny, "keepers", "nobody")
    with pytest.raises(KeyError):
        disagreement(tiny, "nowhere")


def test_whether_a_patch_was_checked_makes_no_border(atlas: Atlas) -> None:
    """Lines over a tone say nothing of where innervation changes."""
    for map_id in atlas.maps:
        dressed = skin_styles(atlas)[map_id]
        for (one, other), kind in border_kinds(atlas)[map_id].items():
            if (dressed[one].fill, dressed[one].mark) == (dressed[other].fill, dressed[other].mark):
                assert kind in ("same", "maybe")


def test_every_row_that_was_not_read_is_hatched_and_no_other(atlas: Atlas) -> None:
    layers = skin_styles(atlas)
    for row in atlas.dataset["dermatomes"].values():
        if row.map in atlas.maps:
            assert layers[row.map][row.territory].full_fill.endswith(UNREAD) is (row.checked != "read")


def test_plain_explanations_are_plain(atlas: Atlas) -> None:
    plain = [text for key, text in atlas.strings.items() if key.startswith("maps.") and key.endswith(".plain")]
    assert plain and all(grade(text) <= 6 and longest(text) <= 20 for text in plain)


def test_the_page_is_told_what_the_queries_say(atlas: Atlas) -> None:
    told, found = build_maps(atlas), disagreements(atlas.nerve_graph)
    skin = list(atlas.dataset["territories"])
    assert [skin[at] for at in told["order"]] == list(found) and len(told["told"]) == len(skin)
    assert told["ids"][0] == min(atlas.dataset["dermatome_maps"].values(), key=lambda one: one.order).id
    letters = {letter: how for how, letter in STANDINGS.items()}
    for pair, text in told["pairs"].items():
        assert [letters[letter] for letter in text] == list(compare(atlas.nerve_graph, *pair.split()).values())
    assert len(told["pairs"]) == len(atlas.maps) * (len(atlas.maps) - 1) // 2
    named = {f"{row.map} {row.territory}" for row in atlas.dataset["dermatomes"].values()}
    assert set(maps_words(atlas)["said"]) == named
