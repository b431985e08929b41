"""Causes in the limb that are not, or not only, a nerve: their pages, how search finds them, and localisation."""

from html import unescape

import pytest

from atlas import Atlas
from atlas.web.bundles.conditions import grouped
from atlas.web.layout.answers import answer
from atlas.web.layout.html_renderer import to_html
from tests.cases import CASES_FOLDER, read_cases, run_cases, success_rate

GROUP = "not_nerve"
EMERGENCY_WORDS = ("at once", "same day")
"""What the plain words of a page say of its emergency."""
SAID = {
    "arterial_claudication": ("PAD", "intermittent claudication", "peripheral arterial disease"),
    "acute_limb_ischaemia": ("blocked artery in the leg", "acute limb ischemia"),
    "deep_vein_thrombosis": ("DVT", "blood clot in the leg", "blood clot in my leg"),
    "acute_compartment_syndrome": ("compartment syndrome", "acute compartment syndrome"),
    "plantar_fasciitis": ("plantar fasciitis", "heel spur", "plantar heel pain"),
    "achilles_tendon": ("Achilles tendon rupture", "Achilles tendonitis", "torn Achilles tendon"),
    "stress_fracture": ("stress fracture", "march fracture"),
    "gout": ("gout", "podagra"),
    "hip_osteoarthritis": ("hip osteoarthritis", "hip arthritis", "worn hip"),
    "sacroiliac_joint_pain": ("sacroiliac joint pain", "SI joint pain"),
    "trochanteric_pain": ("trochanteric bursitis", "hip bursitis", "greater trochanteric pain syndrome"),
}
"""Condition → what people type to find it."""


@pytest.mark.parametrize("id_", SAID)
def test_each_has_a_page_that_says_what_is_an_emergency(atlas: Atlas, id_: str) -> None:
    row, plain = atlas.dataset["conditions"][id_], atlas.dataset["plain_text"]
    (group,) = [name for name, ids in grouped(atlas) if id_ in ids]
    assert group == atlas.dataset["condition_groups"][GROUP].name
    assert row.red_flags and row.red_flags in unescape(to_html(answer(atlas, id_)))
    assert row.discriminators.startswith("From ") and row.unplaced and row.treatment
    assert any(words in plain[id_, "flags"].text for words in EMERGENCY_WORDS)
    assert all((id_, part) in plain for part in ("is", "where", "does", "worse", "better", "apart", "tests", "care"))


@pytest.mark.parametrize(("id_", "said"), [(id_, said) for id_, all_said in SAID.items() for said in all_said])
def test_search_finds_it_first(atlas: Atlas, id_: str, said: str) -> None:
    assert atlas.search(said)[0].id == id_


@pytest.mark.parametrize("id_", SAID)
def test_its_site_is_off_the_nerves_and_localisation_can_name_it(atlas: Atlas, id_: str) -> None:
    site, *_ = atlas.dataset["conditions"][id_].sites
    assert atlas.dataset["sites"][site].standing == "off-graph"
    answer = atlas.localise(clue=[atlas.dataset["conditions"][id_].name.partition("(")[0]])
    assert site in [candidate["site_key"] for candidate in answer.candidates[:3]]


def test_published_cases_are_among_the_first_three(atlas: Atlas) -> None:
    """On the first run, before any word was changed for them, it was the first in 22 of 29 and in the first three in 25.

    One of the two that fail now tells no more than a fall and pain in the back.
    """
    cases = read_cases(CASES_FOLDER / "mimics_limb.json")
    results = run_cases(atlas, cases)
    assert {case["expected_site_key"] for case in cases} == {atlas.dataset["conditions"][id_].sites[0] for id_ in SAID}
    assert success_rate(results, 1) >= 0.8
    assert success_rate(results, 3) >= 0.9


def test_an_urgent_case_raises_a_red_flag(atlas: Atlas) -> None:
    results = run_cases(atlas, read_cases(CASES_FOLDER / "mimics_limb.json"))
    assert [result.id for result in results if result.misses_red_flag] == []


def test_pain_elsewhere_is_not_explained_by_a_cause_that_hurts_in_one_place(atlas: Atlas) -> None:
    near = atlas.localise(pain=["heel_plantar"], clue=["first steps in the morning hurt"])
    far = atlas.localise(pain=["groin"], clue=["first steps in the morning hurt"])
    assert near.candidates[0]["site_key"] == "mimic_plantar_fasciitis"
    assert "heel_plantar" in near.candidates[0]["explained"]
    found = next(c for c in far.candidates if c["site_key"] == "mimic_plantar_fasciitis")
    assert found["unexplained"] == ["groin"]


@pytest.mark.parametrize(
    ("clues", "site"),
    [
        (["sudden pain", "cold pale leg", "no pulse"], "mimic_acute_limb_ischaemia"),
        (["calf swollen, warm and red", "pitting oedema of one leg"], "mimic_deep_vein_thrombosis"),
        (["pain out of proportion", "tight cast"], "mimic_compartment_syndrome"),
        (["cannot rise on tiptoe", "felt a snap behind the ankle"], "mimic_achilles_tendon"),
        (["calf cramp after walking the same distance", "weak foot pulses"], "mimic_arterial_claudication"),
        (["big toe red and swollen overnight"], "mimic_gout"),
        (["groin pain on rotating the hip"], "mimic_hip_joint"),
        (["lying on the side hurts", "tender trochanter"], "mimic_trochanteric_pain"),
    ],
)
def test_typical_signs_name_the_special_cause_before_the_general_one(atlas: Atlas, clues, site) -> None:
    places = [candidate["site_key"] for candidate in atlas.localise(clue=clues).candidates]
    assert places[0] == site, places[:3]
