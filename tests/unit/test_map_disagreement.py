"""How far dermatome maps disagree: cases worked by hand, and what the page receives."""

from __future__ import annotations

import pytest

from atlas import Atlas
from atlas.dataset.readability import grade, longest
from atlas.figures.borders import border_kinds
from atlas.figures.patterns import draw_patterns
from atlas.figures.skin_colours import UNREAD, fill_class, skin_styles
from atlas.reasoning.map_disagreement.disagreement import disagreement, disagreements
from atlas.reasoning.map_disagreement.distance import degree
from atlas.reasoning.map_disagreement.map_pairs import compare_maps, rows_read
from atlas.web.bundles.maps import RELATION_LETTERS, build_maps
from atlas.web.layout.maps_page import choice_name, maps_words, method_line
from tests.support.limbs import TINY, add_row, copy_of


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
    add_row(tiny, "dermatomes", base | {"map": "third", "roots": "K2;K3", "cites": "diver~memory"})
    add_row(tiny, "dermatomes", base | {"map": "aching", "roots": "K1"})
    return tiny


def test_the_consensus_map_maps_of_pain_and_unread_rows_do_not_count_in_the_wrong_place(tmp_path) -> None:
    limb = Atlas.load(_limb(tmp_path))
    found = disagreement(limb.nerve_graph, "tip_skin")
    assert [(answer.roots, answer.maps) for answer in found.answers] == [
        (("K2", "K3"), ("third",)),
        (("K3",), ("divers",)),
    ]
    assert [answer.maps for answer in found.pain] == [("aching",)]
    assert (found.in_read_maps.maps, found.in_read_maps.degree) == (1, None)
    assert (found.in_all_maps.maps, found.in_all_maps.answers, found.in_all_maps.degree) == (2, 2, 0.5)
    assert disagreement(limb.nerve_graph, "upper_skin").silent == ("third",)
    assert next(iter(disagreements(limb.nerve_graph))) == "tip_skin"
    assert rows_read(limb.nerve_graph)["third"] == (0, 1)
    words = limb.strings
    assert choice_name(limb, "third") == f"third – {words['map.unread.all']}"
    assert method_line(limb, "third") == f"m {words['map.read.none'].format(read=0, rows=1)}"
    dress = skin_styles(limb)["third"]["tip_skin"]
    assert (dress.read, fill_class(dress.full_fill)[1]) == (False, f"url(#fill-{dress.fill}-{UNREAD})")
    assert draw_patterns([dress.full_fill]).count(f'class="{UNREAD}"') == 1


def test_two_maps_are_compared_patch_by_patch(tiny) -> None:
    graph = tiny.nerve_graph
    assert compare_maps(graph, "keepers", "divers") == {
        "upper_skin": "differ",
        "lower_skin": "only-a",
        "tip_skin": "differ",
    }
    assert compare_maps(graph, "divers", "keepers")["lower_skin"] == "only-b"
    assert set(compare_maps(graph, "divers", "divers").values()) == {"same", "neither"}
    with pytest.raises(KeyError):
        compare_maps(graph, "keepers", "nobody")
    with pytest.raises(KeyError):
        disagreement(graph, "nowhere")


def test_an_unread_row_does_not_change_a_border(atlas: Atlas) -> None:
    """Hatching shows what was read, not where the innervation changes."""
    for map_id in atlas.maps:
        dressed = skin_styles(atlas)[map_id]
        for (one, other), kind in border_kinds(atlas)[map_id].items():
            if (dressed[one].fill, dressed[one].mark) == (dressed[other].fill, dressed[other].mark):
                assert kind in ("same", "maybe")


def test_exactly_the_unread_rows_are_hatched(atlas: Atlas) -> None:
    layers = skin_styles(atlas)
    for row in atlas.dataset["dermatomes"].values():
        if row.map in atlas.maps:
            assert layers[row.map][row.territory].full_fill.endswith(UNREAD) is (row.checked != "read")


def test_plain_explanations_are_easy_to_read(atlas: Atlas) -> None:
    plain = [text for key, text in atlas.strings.items() if key.startswith("maps.") and key.endswith(".plain")]
    assert plain and all(grade(text) <= 6 and longest(text) <= 20 for text in plain)


def test_the_bundle_of_the_page_holds_the_results(atlas: Atlas) -> None:
    bundle, found = build_maps(atlas), disagreements(atlas.nerve_graph)
    skin = list(atlas.dataset["territories"])
    assert [skin[at] for at in bundle["order"]] == list(found) and len(bundle["patches"]) == len(skin)
    assert bundle["ids"][0] == min(atlas.dataset["dermatome_maps"].values(), key=lambda one: one.order).id
    letters = {letter: how for how, letter in RELATION_LETTERS.items()}
    for pair, text in bundle["pairs"].items():
        assert [letters[letter] for letter in text] == list(compare_maps(atlas.nerve_graph, *pair.split()).values())
    assert len(bundle["pairs"]) == len(atlas.maps) * (len(atlas.maps) - 1) // 2
    named = {f"{row.map} {row.territory}" for row in atlas.dataset["dermatomes"].values()}
    assert set(maps_words(atlas)["said"]) == named
