"""Emergencies in words and findings: clauses and denials, signs, rules, search, and the same in other languages."""

import json

import pytest
from click.testing import CliRunner

from atlas import Atlas
from atlas.cli import main
from atlas.dataset.translation.locales import Translation, translated
from atlas.dataset.translation.texts import texts
from atlas.emergencies.recogniser import EmergencyRecogniser
from atlas.reasoning.localisation.findings import SIGNS
from tests.fixtures.emergency_wordings import (
    HARMLESS,
    HARMLESS_GERMAN,
    HARMLESS_NOTES,
    HARMLESS_SPANISH,
    NOTES,
    TOKENS,
    URGENT,
    URGENT_GERMAN,
    URGENT_SPANISH,
    VIGNETTES,
)
from tests.support.limbs import TINY, copy_of, set_cell

URGENT_PAIRS = [(emergency, said) for emergency, wordings in URGENT.items() for said in wordings]


@pytest.fixture(scope="module")
def recogniser(atlas: Atlas) -> EmergencyRecogniser:
    return atlas.localiser.emergencies


@pytest.fixture(scope="module")
def tiny() -> EmergencyRecogniser:
    return Atlas.load(TINY).localiser.emergencies


def raised(recogniser: EmergencyRecogniser, *said: str, findings=()) -> list[str]:
    return [emergency.row.id for emergency in recogniser.recognise(said, findings)]


def test_every_emergency_has_rules_and_six_wordings(atlas: Atlas) -> None:
    assert {row.emergency for row in atlas.dataset.emergency_rules.values()} == set(atlas.dataset.red_flags)
    assert set(URGENT) == set(atlas.dataset.red_flags)
    assert {emergency: len(said) for emergency, said in URGENT.items() if len(said) < 6} == {}


@pytest.mark.parametrize(("emergency", "said"), URGENT_PAIRS)
def test_an_emergency_is_recognised_in_everyday_words(recogniser, emergency, said) -> None:
    """In one sentence, and as separate words of a case."""
    assert emergency in raised(recogniser, said)
    assert emergency in raised(recogniser, *said.split(", "))


@pytest.mark.parametrize("said", HARMLESS)
def test_harmless_words_raise_nothing(recogniser, said) -> None:
    assert raised(recogniser, said) == []


@pytest.mark.parametrize(("emergency", "notes"), NOTES.items(), ids=NOTES)
def test_an_emergency_is_recognised_in_notes_referrals_and_patients_words(recogniser, emergency, notes) -> None:
    assert [note for note in notes if emergency not in raised(recogniser, *note.split(" | "))] == []


def test_denied_past_and_ordinary_things_in_notes_raise_nothing(recogniser) -> None:
    assert [(note, found) for note in HARMLESS_NOTES if (found := raised(recogniser, note))] == []


@pytest.mark.parametrize(("emergency", "cases"), TOKENS.items(), ids=TOKENS)
def test_an_emergency_is_recognised_in_short_names_of_several_items(recogniser, emergency, cases) -> None:
    assert [items for items in cases if emergency not in raised(recogniser, *items)] == []


@pytest.mark.parametrize(
    ("said", "signs"),
    [
        ("arm swells years ago", set()),
        ("arm swells, healed", set()),
        ("arm swells in 2010", set()),
        ("arm swells since 2010", {"arm_swells"}),
        ("arm swells in 2010, arm swells again", {"arm_swells"}),
        ("arm swells again, years ago", {"arm_swells"}),
        ("arm swells again years ago", {"arm_swells"}),
        ("arm swells in former months", set()),
        ("arm swells in former months, again", set()),
        ("arm swells again in former months", {"arm_swells"}),
        ("arm swells in 2999", {"arm_swells"}),
        ("cold tip years ago", {"tip_cold"}),
        ("freezing tip", {"tip_cold"}),
        ("swollen arm with cold tip absent", {"arm_swells"}),
        ("tip soft, no icy skin", set()),
        ("no tip, no cold", set()),
    ],
)
def test_what_is_long_past_does_not_count_unless_it_goes_on(tiny, said, signs) -> None:
    """Only a sign that can be over; a year after "since" tells when it began."""
    assert set(tiny.matcher.in_text(said)) == signs


def test_a_relative_s_disease_is_denied_and_a_hash_is_a_fracture(recogniser) -> None:
    assert "cancer" not in recogniser.matcher.in_text("mother had breast cancer")
    assert "cancer" in recogniser.matcher.in_text("mother had flu, I have breast cancer")
    assert "hip_broken" in recogniser.matcher.in_text("#NOF")
    assert "hip_broken" not in recogniser.matcher.in_text("hip pain, toe #3")


@pytest.mark.parametrize(("expected", "case"), VIGNETTES, ids=lambda value: str(value)[:40])
def test_short_cases_raise_their_emergency_or_none(atlas: Atlas, expected, case) -> None:
    flags = [flag["id"] for flag in atlas.localise(case).red_flags]
    assert expected in flags if expected else flags == []


@pytest.mark.parametrize(("emergency", "said"), URGENT_PAIRS)
def test_a_search_brings_the_emergency_first_with_its_text(atlas: Atlas, emergency, said) -> None:
    first = [match for match in atlas.find(said)[:3] if match.kind == "emergency"]
    assert f"emergency:{emergency}" in {match.id for match in first}
    assert all(match.text == atlas.dataset.red_flags[match.id.partition(":")[2]].text for match in first)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        *[("warfarin", "deep_bleeding"), ("fainted", "aortic_aneurysm"), ("heroin", "spinal_infection")],
        *[
            ("short of breath", "clot_in_lung"),
            ("osteoporosis", "weak_bones"),
            ("lost weight without trying", "unwell"),
        ],
        *[("prostate cancer", "cord_compression"), ("trouble swallowing", "ascending_weakness")],
        *[("deep vein trombosis", "hot_calf"), ("septic arthritis", "septic_joint"), ("charcot foot", "diabetic_foot")],
    ],
)
def test_a_search_for_one_sign_or_the_name_brings_the_emergency(atlas: Atlas, said, first) -> None:
    assert atlas.find(said)[0].id == f"emergency:{first}"


@pytest.mark.parametrize("said", ["tibial nerve", "L5", "foot drop", "cauda equina", "saddle", "sciatica", "weak knee"])
def test_a_search_for_a_thing_brings_the_thing_first(atlas: Atlas, said) -> None:
    assert atlas.find(said)[0].kind != "emergency"


@pytest.mark.parametrize(
    ("said", "signs"),
    [
        ("cold tip", {"tip_cold"}),
        ("tip cold", {"tip_cold"}),
        ("the tip is icy", {"tip_cold"}),
        ("tip_cold", {"tip_cold"}),
        ("Cold tip!", {"tip_cold"}),
        ("tips icy", {"tip_cold"}),
        ("tipsy and cold", set()),
        ("cold as it was on the day before we all went to see the tip", set()),
        ("no cold tip", set()),
        ("tip not cold", set()),
        ("cold tip absent", set()),
        ("no swollen arm but cold tip", {"tip_cold"}),
        ("no swollen arm, cold tip", {"tip_cold"}),
        ("no swollen arm, cold tip or numb tip", set()),
        ("swollen arm and cold tip absent", set()),
        ("swollen arm, tip normal", {"arm_swells"}),
        ("cannot bend the arm", {"arm_swells"}),
        ("no loss, he cannot bend the arm", {"arm_swells"}),
        ("arm swells. No cold tip. Tip numb", {"arm_swells", "tip_numb"}),
        ("no swollen arm since the cold tip", {"tip_cold"}),
        ("cold back of the tip", {"tip_cold"}),
        ("", set()),
        ("漢", set()),
    ],
)
def test_signs_are_found_and_denials_stay_in_their_clause(tiny, said, signs) -> None:
    assert set(tiny.matcher.in_text(said)) == signs


def test_a_slash_separates_alternatives_and_a_hyphen_words(tiny) -> None:
    """ "icy" stands for all words of its meaning."""
    assert tiny.speech.stems("cold/icy tip-toe or arm_end") == [
        ("cold", "icy", "freezing"),
        *[("tip",), ("toe",), ("arm",), ("end",)],
    ]


def test_a_rule_needs_all_its_signs_and_none_that_explains_them(tiny) -> None:
    assert raised(tiny, "cold tip") == []
    assert raised(tiny, "cold tip", findings=[("numb", "tip_skin")]) == ["cold_tip"]
    assert raised(tiny, "cold tip", findings=[("intact", "tip_skin")]) == []
    assert raised(tiny, "arm swells") == ["swollen_arm"]
    assert raised(tiny, "arm swells", "for years") == []
    assert raised(tiny, "arm swells", "cold tip, numb tip") == ["cold_tip", "swollen_arm"]


def test_every_sign_is_recognised_by_its_id_and_its_name_and_denied_by_no(recogniser) -> None:
    for row in recogniser.matcher.rows:
        assert row.id in recogniser.matcher.in_text(row.id), row.id
        assert row.id in recogniser.matcher.in_text(row.name), row.name
        assert row.id not in recogniser.matcher.in_text(f"no_{row.id}"), row.id


def test_findings_raise_emergencies_by_themselves(atlas: Atlas) -> None:
    def flags(**findings) -> list[str]:
        return [flag["id"] for flag in atlas.localise(**findings).red_flags]

    assert flags(numb=["saddle"], weak=["soleus"]) == ["cauda_equina_signs"]
    assert flags(reduced_reflex=["anal wink"]) == ["cauda_equina_signs"]
    assert flags(weak=["soleus"], clue=["both sides"]) == ["cauda_equina_signs"]
    assert flags(pain=["calf"], clue=["short of breath"]) == ["clot_in_lung"]
    assert flags(weak=["quadriceps"], clue=["on warfarin"]) == ["deep_bleeding"]
    assert flags(weak=["tibialis anterior"], numb=["first web"]) == []


def test_words_of_a_case_that_name_no_skin_may_still_tell_of_an_emergency(atlas: Atlas) -> None:
    found = atlas.localise({"numb": ["between the legs"], "weak": ["gastrocnemius"]})
    assert found.unrecognised == ("between the legs",)
    assert [flag["id"] for flag in found.red_flags] == ["cauda_equina_signs"]


def test_a_flag_says_what_it_is_how_soon_and_why(atlas: Atlas) -> None:
    (flag,) = atlas.localise(weak=["soleus"], clue=["cannot pass urine"]).red_flags
    row = atlas.dataset.red_flags["cauda_equina_signs"]
    assert flag == {
        "id": row.id,
        "urgency": "now",
        "name": row.name,
        "text": row.text,
        "says": row.text,
        "clue": "cannot pass urine",
    }


def test_the_most_urgent_comes_first_and_now_before_soon(atlas: Atlas) -> None:
    urgencies = [row.urgency for row in sorted(atlas.dataset.red_flags.values(), key=lambda row: row.order)]
    assert urgencies == sorted(urgencies)
    flags = atlas.localise(clue=["infected wound", "slurred speech"]).red_flags
    assert [flag["urgency"] for flag in flags] == ["now", "soon"]


def test_emergency_words_count_as_recognised(atlas: Atlas) -> None:
    found = atlas.localise(weak=["quadriceps"], clue=["takes rivaroxaban", "not vomiting", "moonlight"])
    assert found.unrecognised == ("not vomiting", "moonlight")


def test_the_command_prints_the_urgency_and_the_search_its_text() -> None:
    run = CliRunner().invoke(main, ["localise", "--weak", "soleus", "--clue", "cannot pass urine"])
    assert "RED FLAG (help at once): " in run.stdout
    run = CliRunner().invoke(main, ["search", "cannot pass urine"])
    lines = run.stdout.splitlines()
    assert lines[0].startswith("emergency:cauda_equina_signs") and "cauda equina" in lines[1]
    found = json.loads(CliRunner().invoke(main, ["search", "cannot pass urine", "--json"]).stdout)
    assert found[0]["kind"] == "emergency" and found[0]["text"]


GERMAN = {
    "Cold tip": "Kalte Spitze",
    "cold/icy tip; tip like ice": "kalte/eisig spitze",
    "Cold tip emergency": "Notfall Spitze",
    "no; without": "kein; keine; ohne",
    "but": "aber",
}


def test_translated_phrases_and_denials_are_understood_beside_the_english_ones() -> None:
    dataset = Atlas.load(TINY).dataset
    entries = {place: GERMAN[text.english] for place, text in texts(dataset).items() if text.english in GERMAN}
    german = EmergencyRecogniser(translated(dataset, Translation("de", entries)))
    said = ["kalte Spitze", "eisige Spitze", "icy tip", "keine Schwellung, aber kalte Spitze"]
    assert all("tip_cold" in german.matcher.in_text(one) for one in said)
    denied = ["keine kalte Spitze", "ohne kalte Spitze", "no icy tip"]
    assert not any(german.matcher.in_text(one) for one in denied)
    assert [row.name for row in german.named_in("eisige Spitze")] == ["Notfall Spitze"]


LANGUAGES = [("de", URGENT_GERMAN, HARMLESS_GERMAN), ("es", URGENT_SPANISH, HARMLESS_SPANISH)]


@pytest.mark.parametrize(("language", "urgent", "harmless"), LANGUAGES, ids=["de", "es"])
def test_emergencies_are_recognised_in_other_languages(atlas: Atlas, language, urgent, harmless) -> None:
    """The cases of tests are English, so English words are understood in every language too."""
    translation = Atlas.load(None, language)
    if translation.dataset.emergency_signs == atlas.dataset.emergency_signs:
        pytest.skip("the catalogue has no phrases of emergencies yet")
    recogniser = translation.localiser.emergencies
    pairs = [
        (emergency, said) for table in (urgent, URGENT) for emergency, wordings in table.items() for said in wordings
    ]
    assert [(emergency, said) for emergency, said in pairs if emergency not in raised(recogniser, said)] == []
    assert [said for said in (*harmless, *HARMLESS) if raised(recogniser, said)] == []


@pytest.mark.parametrize(
    ("table", "key", "column", "value", "message"),
    [
        ("emergency_signs", "tip_numb", "found_in", "numb:nowhere", "found_in: 'numb:nowhere' is not a finding"),
        ("emergency_signs", "tip_numb", "found_in", "cold:tip_skin", "found_in: 'cold:tip_skin' is not a finding"),
        ("emergency_signs", "tip_numb", "found_in", "weak:tip_skin", "found_in: 'weak:tip_skin' is not a finding"),
        ("emergency_signs", "tip_cold", "phrases", "", "phrases: there is no phrase"),
        ("emergency_rules", "cold_tip", "needs", "", "needs: there is no sign"),
        ("emergency_rules", "cold_tip", "needs", "tip_hot", "needs: 'tip_hot' is not in emergency_signs"),
        ("emergency_rules", "cold_tip", "unless", "tip_cold", "unless: 'tip_cold' is also needed"),
    ],
)
def test_bad_rows_are_reported(tmp_path, table, key, column, value, message) -> None:
    limb = copy_of(TINY, tmp_path)
    set_cell(limb, table, key, column, value)
    run = CliRunner().invoke(main, ["check", str(limb)])
    assert run.exit_code == 1 and message in run.stdout


def test_signs_in_findings_are_those_of_the_examination(atlas: Atlas) -> None:
    signs = {found.partition(":")[0] for row in atlas.dataset.emergency_signs.values() for found in row.found_in}
    assert signs and signs <= set(SIGNS)
