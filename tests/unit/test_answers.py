"""What a panel answers first, about everything that can be selected: a title, a sentence, facts, actions."""

import re

import pytest

from atlas import Atlas
from atlas.web.layout.answer_actions import pair_of
from atlas.web.layout.answer_facts import BY_MAP, MOST_FACTS, facts
from atlas.web.layout.answers import answer
from atlas.web.layout.cards import card, head
from atlas.web.layout.evidence import dot, public_note
from atlas.web.layout.html_renderer import to_html
from atlas.web.layout.leads import lead, sentence
from atlas.web.layout.list_items import item

INTERNAL = re.compile(r"\bread: |not checked: |this detail is from memory|follows from this atlas")


def nodes_of(html: str) -> list[str]:
    return re.findall(r'data-node="([^"]+)"', html)


def test_everything_begins_with_its_title(limb: Atlas) -> None:
    for id_, node in limb.nodes.items():
        first = head(limb, id_).children[0]
        assert (type(first).__name__, first.children) == ("H2", node.name), id_


def test_everything_is_answered_in_one_sentence_with_a_full_stop(limb: Atlas) -> None:
    for id_ in limb.nodes:
        said = lead(limb, id_)
        assert re.fullmatch(r"[^\s.].*[^\s.;,]\.", said), (id_, said)
        assert not re.search(r"[.!?]\s", said), (id_, said)
        assert said[0] == said[0].upper() and "  " not in said and "{" not in said, (id_, said)
        assert type(answer(limb, id_).children[0]).__name__ == "P", id_


def test_everything_has_at_most_four_facts_with_one_mark_each(limb: Atlas) -> None:
    for id_ in limb.nodes:
        rows = facts(limb, id_).children
        assert len(rows) <= MOST_FACTS == 4, id_
        for row in rows:
            html = to_html(row)
            assert html.count('class="cites"') == 1, (id_, html)
            assert BY_MAP in html or len(re.sub(r"<[^>]+>", "", html)) > len(row.children[0].children), (id_, html)
            assert set(nodes_of(html)) <= set(limb.nodes), id_


def test_entries_have_one_mark_each(limb: Atlas) -> None:
    assert {to_html(item(limb, id_)).count('class="cites"') for id_ in limb.nodes} == {1}


def test_no_note_for_editors_is_shown(atlas: Atlas) -> None:
    for id_ in atlas.nodes:
        assert not INTERNAL.search(to_html([answer(atlas, id_), card(atlas, id_)])), id_


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("", ""),
        ("read: the nerve only", ""),
        ("read: the course; what lies ahead follows from this atlas", ""),
        ("the sources were read for at least one side; the other may follow from the anatomy; 7/11 S1", "7/11 S1"),
        ("best single muscle; 8/11 in L5", "best single muscle; 8/11 in L5"),
        ("missing in some (mowlavi2002), not_a_source", "missing in some (Mowlavi 2002), not_a_source"),
    ],
)
def test_a_note_is_shown_without_what_is_for_editors(atlas: Atlas, note: str, shown: str) -> None:
    assert public_note(atlas, note) == shown


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("flexes the hip", "Flexes the hip."),
        ("Is it weak? Yes.", "Is it weak?"),
        ("Skin; more of it.", "Skin."),
        ("About 1.5 m long. More.", "About 1.5 m long."),
    ],
)
def test_a_sentence_is_the_first_one(text: str, one: str) -> None:
    assert sentence(text) == one


# What textbooks say of each, in the words of the data.
SAID = {
    "L5": ("big toe", "top of the foot"),
    "S1": ("plantar-flexes", "heel"),
    "L3": ("straightens the knee", "knee"),
    "femoral": ("straightens the knee", "thigh"),
    "superior_gluteal": ("abducts the hip",),
    "tibialis_anterior": ("dorsiflexes",),
    "achilles": ("S1",),
    "first_web_dorsal": ("one nerve",),
    "nerve_superior_gluteal": ("3 muscles",),
}


@pytest.mark.parametrize("id_", SAID)
def test_the_sentence_says_what_matters(atlas: Atlas, id_: str) -> None:
    said = lead(atlas, id_).lower()
    assert all(part.lower() in said for part in SAID[id_]), said


def test_the_facts_of_l5_are_its_key_point_its_muscles_and_its_discs(atlas: Atlas) -> None:
    shown = nodes_of(to_html(facts(atlas, "L5")))
    root = atlas.dataset.roots["L5"]
    assert {root.key_point, *root.key_muscles, "tibialis_anterior"} <= set(shown)
    assert {"disc_L4_5_paracentral", "disc_L5_S1_far_lateral"} <= set(shown)


def test_a_root_counts_the_muscles_of_which_it_is_a_main_root_and_names_these_first(limb: Atlas) -> None:
    for root in limb.dataset.roots:
        of_root = [row for row in limb.dataset.muscles.values() if root in row.roots]
        mainly = [row for row in of_root if root in (row.main_roots or row.roots)]
        html = to_html(answer(limb, root))
        said = f"main root of {len(mainly)} of {len(of_root)}" if mainly else f"minor root of {len(of_root)}"
        assert (f'data-count-muscles="{said}"' in html) == (len(mainly) < len(of_root)), root
        for row in facts(limb, root).children:
            if row.className == "moves":
                shown = to_html(row)
                more = re.search(r"and (\d+) more", shown)
                assert len(nodes_of(shown)) + int(more[1] if more else 0) == len(mainly), root


def test_a_muscle_names_its_nerve_its_roots_and_its_test(atlas: Atlas) -> None:
    row, html = atlas.dataset.muscles["tibialis_anterior"], to_html(facts(atlas, "tibialis_anterior"))
    assert nodes_of(html) == ["deep_fibular", *row.roots]
    assert row.test in html and row.weakness in html


def test_a_mark_is_open_where_the_column_was_not_checked(atlas: Atlas) -> None:
    row = atlas.dataset.muscles["tibialis_anterior"]
    assert row.confidence == "variable" and "test" in row.unchecked and "action" not in row.unchecked
    assert "variable" in to_html(dot(atlas, row, "action"))
    unchecked = to_html(dot(atlas, row, "action", "test"))
    assert 'class="mark memory"' in unchecked and 'data-column="test"' in unchecked


def test_only_what_can_be_done_is_offered(atlas: Atlas) -> None:
    for id_, node in atlas.nodes.items():
        html = to_html(answer(atlas, id_))
        sites = [atlas.dataset.sites[site] for site in getattr(node.row, "sites", ())]
        placed = (
            node.kind in ("root", "nerve", "segment")
            or bool(getattr(node.row, "on", ()))
            or any(site.on for site in sites)
        )
        assert ("data-lesion" in html) == placed, id_
        pair = pair_of(atlas, node)
        assert ("data-pair" in html) == (pair is not None) and (pair is None or pair in atlas.pairs), id_
        if "data-play" in html:
            assert atlas.pathway(id_).edges and node.kind != "condition", id_


def test_a_root_is_compared_as_its_place(atlas: Atlas) -> None:
    pair = pair_of(atlas, atlas.node("L5"))
    assert pair is not None and "root_L5" in pair
    pair = pair_of(atlas, atlas.node("common_fibular"))
    assert pair is not None and {"common_fibular_neuropathy", "nerve_common_fibular_neck"} & {*pair}
