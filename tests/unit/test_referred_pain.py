"""Referred pain: how often it is felt where, in Python, on the command line and on the page, and what `check` refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas import Atlas
from atlas.cli import main
from atlas.dataset.citations import Citation
from atlas.dataset.tables.referred_pain import ReferredPain
from atlas.reasoning.referred_pain import how_often, pain_patches
from atlas.web.bundles.conditions import build_conditions
from atlas.web.layout.condition_page import condition_page
from atlas.web.layout.html_renderer import to_html
from tests.support.limbs import TINY, copy_of, problems_of

CONDITION = "somatic_referred_pain"
ORIGINS = "id,name,order,plain,conditions"
AREAS = "origin,area,study,place,territories,rate,n,often,people,cites,confidence,note"
END = "ten people,keeper,single-source,"
FIST = "fist,Fist,0,the closed hand,"
SOUND = f"fist,palm,One,the palm,tip_skin,50,10,,{END}"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def study(rate: float | None = None, n: int | None = None, often: str = "") -> ReferredPain:
    fields = {"origin": "o", "area": "a", "study": "s", "place": "p", "people": "q", "confidence": "single-source"}
    return ReferredPain(**fields, rate=rate, n=n, often=often, cites=(Citation("k", "", "excerpt"),))


@pytest.mark.parametrize(
    ("studies", "how"),
    [
        ([study(33.3, 15)], "often"),  # 5 of 15: a third
        ([study(32.9, 100)], "sometimes"),
        ([study(0, 51)], ""),
        ([study(0, 51), study(40, 10)], "sometimes"),
        ([study(14, 50), study(44, 50)], "sometimes"),  # 7 and 22 of 100 are 29
        ([study(2, 51), study(72, 60)], "often"),  # 1 and 43 of 111 are two in five
        ([study(90, 10), study(10, 90)], "sometimes"),  # 9 and 9 of 100
        ([study(10), study(90, 90)], "often"),  # one that does not say counts as much as the smallest: 50
        ([study(often="sometimes")], "sometimes"),
        ([study(often="sometimes"), study(often="often")], "often"),
        ([study(20, 10), study(often="often")], "sometimes"),  # a word does not count beside a number
    ],
)
def test_studies_count_by_how_many_people_they_had(studies, how) -> None:
    assert how_often(studies) == how


@pytest.mark.parametrize(
    ("origin", "area", "rates"),
    [
        # as the abstracts print them, with the number of people
        ("sacroiliac_joint", "buttock", {("Slipman 2000", 94, 50)}),
        ("sacroiliac_joint", "low_back", {("Slipman 2000", 72, 50)}),
        ("sacroiliac_joint", "leg", {("Slipman 2000", 50, 50)}),
        ("sacroiliac_joint", "below_knee", {("Slipman 2000", 28, 50)}),
        ("sacroiliac_joint", "groin", {("Slipman 2000", 14, 50), ("Kurosawa 2015", 44, 50)}),
        ("hip_joint", "buttock", {("Lesher 2008", 71, 51), ("Khan 2004", 76, 60)}),
        ("hip_joint", "thigh", {("Lesher 2008", 57, 51)}),
        ("hip_joint", "groin", {("Lesher 2008", 55, 51), ("Khan 2004", 84.3, 60)}),
        ("hip_joint", "below_knee", {("Lesher 2008", 22, 51)}),
        ("hip_joint", "low_back", {("Lesher 2008", 0, 51)}),
    ],
)
def test_the_rates_are_those_of_the_studies(atlas: Atlas, origin, area, rates) -> None:
    found = next(one for one in atlas.referred_pain(origin)[origin] if one.area == area)
    assert {(row.study, row.rate, row.n) for row in found.studies} == rates


def test_a_rate_is_the_share_that_its_note_counts(atlas: Atlas) -> None:
    counted = 0
    for row in atlas.dataset.referred_pain.values():
        if row.rate is not None and (told := re.match(r"(\d+) of (\d+)\b", row.note)):
            felt, of = map(int, told.groups())
            assert of == row.n and round(100 * felt / of, 1) == row.rate, row.key
            counted += 1
    assert counted == 9  # two of the muscle, seven of the sacroiliac joint


def test_the_patches_of_an_origin_follow_its_areas(atlas: Atlas) -> None:
    patches = pain_patches(atlas.referred_pain("Sacroiliac joint")["sacroiliac_joint"])
    assert patches["medial_buttock"] == patches["upper_buttock"] == patches["posterior_thigh"] == "often"
    assert patches["infragluteal"] == "sometimes"  # 10 %
    assert patches["groin"] == patches["anterior_shin"] == patches["heel_plantar"] == "sometimes"
    assert not {"anterior_thigh_upper", "anterior_knee"} & {*patches}  # no study read names them
    hip = pain_patches(atlas.referred_pain("hip_joint")["hip_joint"])
    assert hip["groin"] == hip["upper_buttock"] == hip["anterior_knee"] == "often"
    assert hip["lateral_thigh"] == hip["posterior_leg_upper"] == hip["sole_medial"] == "sometimes"


def test_all_origins_come_in_order_and_an_unknown_one_is_refused(atlas: Atlas) -> None:
    found = atlas.referred_pain()
    assert [*found][:2] == ["facet_joints", "facet_L1_2"] and [*found][-1] == "hip_joint"
    with pytest.raises(ValueError, match=r"no origin of pain 'elbow'.*sacroiliac_joint"):
        atlas.referred_pain("elbow")


def test_the_page_draws_each_origin_and_all_together(atlas: Atlas) -> None:
    drawn = build_conditions(atlas)["referred"]
    linked = {one for row in atlas.dataset.pain_origins.values() for one in row.conditions}
    assert {*drawn} == linked and CONDITION in linked
    page = drawn[CONDITION]
    assert page["multifidus"] == {
        "often": ["posterior_thigh", "anterior_thigh_upper", "anterior_thigh_lower"],
        "sometimes": [],
    }
    assert page["facet_L2_3"] == {"often": [], "sometimes": ["groin"]}
    # the disc reaches this thigh sometimes, the muscle often: two origins are not added up
    assert "anterior_thigh_upper" in page["lumbar_disc"]["sometimes"]
    assert "anterior_thigh_upper" in page[""]["often"]
    assert not {*page[""]["often"]} & {*page[""]["sometimes"]}


def test_the_page_lists_every_area_in_words(atlas: Atlas) -> None:
    page = condition_page(atlas, CONDITION)
    shown = to_html(page["referred"])
    names = dict(page["origins"])
    assert [*names] == [one for one in atlas.referred_pain() if one not in {"sacroiliac_joint", "hip_joint"}]
    for origin, name in names.items():
        assert f"<h4>{name}</h4>" in shown
        for area in atlas.referred_pain(origin)[origin]:
            assert f"<dt>{area.place}</dt>" in shown
    assert "53.3 % of 15 people" in shown and "sometimes" in shown
    assert condition_page(atlas, "tarsal_tunnel")["referred"] is None


def test_the_command_prints_rates_and_words() -> None:
    told = run("referred-pain", "hip joint").output.splitlines()
    assert told[0] == "hip_joint: Hip joint"
    at = told.index("  the foot")
    assert told[at + 1].startswith("    6 % of 51 (Lesher 2008: ")
    assert "    often (Biology Insights" in run("referred", "sacroiliac_joint").output
    assert run("referred-pain", "elbow").exit_code == 2


def test_the_command_gives_json() -> None:
    (origin,) = json.loads(run("referred-pain", "sacroiliac_joint", "--json").output)
    groin = next(area for area in origin["areas"] if area["id"] == "groin")
    assert groin["territories"] == ["groin"] and groin["often"] == "sometimes"
    assert [(one["rate"], one["n"]) for one in groin["studies"]] == [(14, 50), (44, 50)]
    assert all(one["cites"] and one["checked"] == "read" for one in groin["studies"])


def _limb(tmp_path, origins: list[str], areas: list[str]) -> Path:
    limb = copy_of(TINY, tmp_path)
    (limb / "clinical/pain_origins.csv").write_text("\n".join([ORIGINS, *origins]) + "\n", "utf-8")
    (limb / "clinical/referred_pain.csv").write_text("\n".join([AREAS, *areas]) + "\n", "utf-8")
    return limb


def test_a_sound_origin_is_accepted(tmp_path) -> None:
    limb = Atlas.load(_limb(tmp_path, [FIST], [SOUND]))
    assert limb.referred_pain("Fist")["fist"][0].territories == ("tip_skin",)


@pytest.mark.parametrize(
    ("origins", "areas", "told"),
    [
        ([FIST], [SOUND.replace("50,10,,", ",,,")], "nothing says how often"),
        ([FIST], [SOUND.replace("50,10,,", "50,10,often,")], "there is a rate, and also the word 'often'"),
        ([FIST], [SOUND.replace("50,10,,", "0,10,,")], "nobody in 'One' felt pain there"),
        ([FIST], [SOUND, SOUND.replace("One,the palm", "Two,the hand")], "the area 'palm' is called 'the palm' above"),
        ([FIST, "arm,Arm,1,an arm,"], [SOUND], "no row of referred_pain.csv names 'arm'"),
        ([FIST + "gate_press"], [SOUND], "'gate_press' sits on a nerve"),
        ([FIST, FIST.replace("fist", "arm")], [SOUND, SOUND.replace("fist", "arm")], "'fist' has number 0 already"),
    ],
)
def test_check_refuses(tmp_path, origins, areas, told) -> None:
    assert any(told in problem for problem in problems_of(_limb(tmp_path, origins, areas)))
