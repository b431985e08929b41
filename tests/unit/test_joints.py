"""The nerves of joints: in Python, on the command line, on the page of a nerve, in search, and what `check` refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas import Atlas
from atlas.cli import main
from atlas.web.bundles.plain_text import build_plain_text
from atlas.web.layout.cards import card
from atlas.web.layout.html_renderer import to_html
from atlas.web.layout.joints import joint_sentence
from tests.support.limbs import TINY, copy_of, problems_of

JOINTS = "id,name,synonyms,said,pain_felt,plain,cites,confidence,note"
SUPPLY = "id,joint,part,nerve,through,variant,rate,n,cites,confidence,note"
END = "keeper,single-source,"
HINGE = f"hinge,Hinge,door joint,the hinge,in the hand,It moves.,{END}"
SOUND = f"hinge.1,hinge,front,long,a twig,,80,10,{END}"
LATCH, OF_LATCH = HINGE.replace("hinge,Hinge,door joint", "latch,Latch,"), SOUND.replace("hinge", "latch")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.mark.parametrize(
    ("joint", "nerve", "part", "rate", "n"),
    [
        # as the abstracts print them
        ("hip", "nerve_to_quadratus_femoris", "back of the capsule", 83, 18),  # Nagpal 2021: 15 of 18
        ("hip", "superior_gluteal", "back of the capsule", 33, 18),  # 6 of 18
        ("hip", "sciatic", "back of the capsule", 6, 16),  # 1 of 16
        ("knee", "tibial", "back", 100, 15),  # Tran 2019
        ("knee", "common_fibular", "back", 53, 15),  # 8 of 15
        ("ankle", "saphenous", "inner side", 100, 103),  # Eglitis 2016
        ("sacroiliac", "dorsal_rami", "back of the joint", 88, 25),  # Roberts 2014: S3
        ("midfoot", "deep_fibular", "top of the naviculocuneiform joint", 82, 11),  # Shi 2019: 9 of 11
    ],
)
def test_the_rates_are_those_of_the_studies(atlas: Atlas, joint, nerve, part, rate, n) -> None:
    assert (nerve, part, rate, n) in {(row.nerve, row.part, row.rate, row.n) for row in atlas.joints(joint)[joint]}


def test_a_rate_is_the_share_that_its_note_counts(atlas: Atlas) -> None:
    counted = 0
    for row in atlas.dataset.joint_supply.values():
        if row.rate is not None and (told := re.search(r"(?:^|; |in )(\d+) of (\d+)\b", row.note)):
            had, of = map(int, told.groups())
            if of == row.n:
                assert abs(100 * had / of - row.rate) <= 0.5 or row.rate == 100, row.id
                counted += 1
    assert counted >= 15


@pytest.mark.parametrize("name", ["knee", "Knee joint", "KNEE-JOINT"])
def test_a_joint_is_found_by_any_of_its_names(atlas: Atlas, name) -> None:
    assert [*atlas.joints(name)] == ["knee"]


def test_all_joints_come_in_order_and_every_name_leads_to_its_joint(atlas: Atlas) -> None:
    found = atlas.joints()
    assert [*found] == [*atlas.dataset.supplied_joints] and len(found) == 9
    assert sum(map(len, found.values())) == len(atlas.dataset.joint_supply)
    for id_, row in atlas.dataset.supplied_joints.items():
        for name in (id_, row.name, *row.synonyms):
            assert atlas.joints(name) == {id_: found[id_]}


@pytest.mark.parametrize(("name", "told"), [("elbow", "the joints are facet_lumbar"), ("kne joint", "'knee joint'?")])
def test_an_unknown_joint_is_refused_with_what_is_near(atlas: Atlas, name, told) -> None:
    with pytest.raises(ValueError, match=f"no joint '{name}'.*{re.escape(told)}"):
        atlas.joints(name)
    result = run("joints", name)
    assert result.exit_code == 2 and told in result.output


@pytest.mark.parametrize("name", ["", "  ", "💥", "x" * 5000, "--", "hip\0joint"])
def test_odd_names_are_refused_without_a_traceback(name) -> None:
    result = run("joints", "--", name)
    assert result.exit_code == 2 and isinstance(result.exception, SystemExit)
    assert "there is no joint" in result.output


def test_the_command_prints_parts_branches_and_rates() -> None:
    told = run("joints", "hip joint").output.splitlines()
    assert told[0] == "hip: Hip joint" and told[1].startswith("  pain is felt: groin")
    at = told.index("  back of the capsule")
    assert told[at + 1] == "    Nerve to quadratus femoris (articular branch): 83 % of 18"
    assert any(line.endswith("[variable, second-hand]") for line in told)
    assert "[variable, only some people]" in run("joints", "hip joint").output


def test_the_command_gives_json_and_other_languages() -> None:
    (joint,) = json.loads(run("joints", "ankle", "--json").output)
    assert {"tibial", "sural", "deep_fibular", "saphenous"} <= {row["nerve"] for row in joint["nerves"]}
    assert all(row["cites"] and row["checked"] == "read" for row in joint["nerves"] if row["nerve"] == "sural")
    assert len(json.loads(run("joints", "--json").output)) == 9
    assert run("joints", "ankle", "--lang", "de").exit_code == 0


def test_the_card_of_a_nerve_lists_its_joints(atlas: Atlas) -> None:
    shown = to_html(card(atlas, "femoral"))
    assert "<summary>Joints it supplies: Hip joint, Knee joint</summary>" in shown
    assert "found in 100 % of 13" in shown
    for row in atlas.dataset.joint_supply.values():
        assert (f'data-claim="joint_supply:{row.id}"' in shown) == (row.nerve == "femoral")
    assert "in some people" in to_html(card(atlas, "superficial_fibular"))
    assert "Joints it supplies" not in to_html(card(atlas, "lateral_femoral_cutaneous"))


@pytest.mark.parametrize(
    ("nerve", "said"),
    [
        ("femoral", "Its fine branches also feel the hip joint and the knee joint."),
        ("inferior_gluteal", "Its fine branches may also feel the hip joint, but sources or people differ."),
        ("lateral_femoral_cutaneous", ""),
    ],
)
def test_plain_words_say_which_joints_a_nerve_feels(atlas: Atlas, nerve, said) -> None:
    assert joint_sentence(atlas, nerve) == said
    assert build_plain_text(atlas)["cards"][nerve].get("joints", "") == said


def test_search_offers_the_nerves_of_a_joint(atlas: Atlas) -> None:
    for id_, row in atlas.dataset.supplied_joints.items():
        found = {match.id for match in atlas.find(row.name, 12)}
        assert {supply.nerve for supply in atlas.joints(id_)[id_]} <= found, row.name
    for said in (
        "SI joint",
        "upper ankle joint",
        "talocalcaneal joint",
        "facet joints",
        "big toe joint",
        "Lisfranc joints",
    ):
        assert any(match.kind == "nerve" for match in atlas.find(said)), said
    assert atlas.find("sacroiliac joint")[0].kind == "condition"


def _limb(tmp_path, joints: list[str], supply: list[str]) -> Path:
    limb = copy_of(TINY, tmp_path)
    (limb / "anatomy/supplied_joints.csv").write_text("\n".join([JOINTS, *joints]) + "\n", "utf-8")
    (limb / "anatomy/joint_supply.csv").write_text("\n".join([SUPPLY, *supply]) + "\n", "utf-8")
    return limb


def test_a_sound_joint_is_accepted(tmp_path) -> None:
    limb = Atlas.load(_limb(tmp_path, [HINGE], [SOUND]))
    assert limb.joints("Door joint")["hinge"][0].rate == 80


def test_a_limb_without_joints_is_sound(tmp_path) -> None:
    limb = Atlas.load(copy_of(TINY, tmp_path))
    assert limb.joints() == {}
    with pytest.raises(ValueError, match="no joint 'hinge'"):
        limb.joints("hinge")


@pytest.mark.parametrize(
    ("joints", "supply", "told"),
    [
        ([HINGE, LATCH], [SOUND], "no row of anatomy/joint_supply.csv names 'latch'"),
        ([HINGE, LATCH.replace("Latch,", "Latch,Hinge")], [SOUND, OF_LATCH], "'Hinge' is a name of 'hinge' already"),
        ([HINGE], [SOUND, SOUND.replace("hinge.1", "hinge.2")], "'hinge.1' says the same of this joint"),
        ([HINGE], [SOUND.replace(",80,10", ",83,10")], "no whole number of 10 is 83 %; 8 of 10 is 80.0 %"),
        ([HINGE], [SOUND.replace(",80,10", ",180,10")], "rate"),
        ([HINGE], [SOUND.replace(",80,10", ",80,none")], "n: "),
        ([HINGE], [SOUND.replace(",long,", ",lang,")], "'lang' is not in nerves"),
        ([HINGE], [SOUND.replace("hinge.1,hinge", "hinge.1,hing")], "'hing' is not in supplied_joints"),
        ([HINGE], [SOUND.replace("a twig", "")], "through"),
    ],
)
def test_check_refuses(tmp_path, joints, supply, told) -> None:
    assert any(told in problem for problem in problems_of(_limb(tmp_path, joints, supply)))


def test_a_rate_without_a_count_is_accepted(tmp_path) -> None:
    limb = Atlas.load(_limb(tmp_path, [HINGE], [SOUND.replace(",80,10", ",83,")]))
    assert [(row.rate, row.n) for row in limb.joints("hinge")["hinge"]] == [(83, None)]


def test_a_table_with_a_wrong_column_is_refused_with_its_place(tmp_path) -> None:
    limb = _limb(tmp_path, [HINGE], [SOUND])
    path = limb / "anatomy/joint_supply.csv"
    path.write_text(path.read_text("utf-8").replace("through", "thru"), "utf-8")
    assert any(problem.startswith("anatomy/joint_supply.csv:1:") and "thru" in problem for problem in problems_of(limb))
