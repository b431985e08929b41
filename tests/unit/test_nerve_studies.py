"""Nerve studies after a lesion: rules that hold everywhere, single answers worked out by hand, and bad input."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from atlas.api import Atlas
from atlas.cli import main
from atlas.dataset.tables.nerve_studies import NeedleMuscle, NeedleRegion
from atlas.reasoning.nerve_studies.course import AXON_LOSS, INJURIES, USUAL_DAY, Stage, stage_on
from atlas.reasoning.nerve_studies.motor_course import motor_course
from atlas.reasoning.nerve_studies.needle_course import needle_course
from atlas.reasoning.nerve_studies.sensory_course import sensory_course
from atlas.reasoning.nerve_studies.tested_fibres import TestedFibres
from atlas.reasoning.nerve_studies.times import BLOCK_RECOVERS, FADES, MOTOR, SENSORY, SPEED, SPROUTING, Times
from atlas.resources import resource_dir
from tests.support.limbs import copy_of, problems_of

CLAIM = {"cites": "a", "confidence": "consensus"}


def region(id_: str, order: int, day: int, within: int | None) -> NeedleRegion:
    days = {"first_day": day - 4, "day": day, "last_day": day + 7, "within_mm": within}
    return NeedleRegion.model_validate({"id": id_, "name": id_, "order": order, **days, **CLAIM})


REGIONS = (
    region("back", 1, 10, None),
    region("near", 2, 14, 450),
    region("far", 3, 21, 1000),
    region("end", 4, 28, None),
)
DAYS = {
    **dict(zip(MOTOR, (3, 7), strict=True)),
    **dict(zip(SENSORY, (6, 11), strict=True)),
    **dict(zip(BLOCK_RECOVERS, (42, 90), strict=True)),
    SPROUTING: 42,
    FADES: 150,
}
TIMES = Times(DAYS, 1.0, REGIONS)
NEVER = 10**6
shares = st.sampled_from([0.0, 0.2, 0.5, 0.75, 1.0])
fibres = st.builds(
    TestedFibres,
    share=shares,
    between=st.sampled_from([(False,), (True,), (False, True), (True, True), (False, False)]),
)


def needle(region: str, root: str = "") -> NeedleMuscle:
    row = {"id": "m", "name": "M", "order": 1, "muscle": "m", "region": region, "root": root}
    return NeedleMuscle.model_validate(row | CLAIM)


def days(course: tuple[Stage, ...]) -> list[tuple[int, str]]:
    return [(stage.day, stage.expected) for stage in course]


@given(fibres, st.sampled_from(INJURIES), st.integers(0, 900))
def test_stages_start_on_day_0_and_follow_each_other(tested, injury, regrown) -> None:
    for course in (
        motor_course(tested, injury, TIMES, regrown),
        sensory_course(tested, injury, TIMES, regrown),
        needle_course(needle("far"), tested, injury, TIMES, 500, regrown),
    ):
        on = [stage.day for stage in course]
        assert on[0] == 0
        assert on == sorted(set(on))


@given(st.sampled_from(INJURIES))
def test_a_lesion_outside_the_tested_fibres_changes_nothing(injury) -> None:
    spared = TestedFibres(0.0, between=(False, False))
    assert days(motor_course(spared, injury, TIMES, NEVER)) == [(0, "normal")]
    assert days(sensory_course(spared, injury, TIMES, NEVER)) == [(0, "normal")]
    assert days(needle_course(needle("far"), spared, injury, TIMES, 500, NEVER)) == [(0, "normal")]


def test_below_a_cut_the_motor_response_dies_within_a_week() -> None:
    cut_above = TestedFibres(1.0, between=(False, False))
    assert days(motor_course(cut_above, "axon-loss", TIMES, NEVER)) == [(0, "normal"), (3, "reduced"), (7, "absent")]
    part = TestedFibres(0.75, between=(False, False))
    assert days(motor_course(part, "axon-loss", TIMES, NEVER))[-2:] == [(7, "reduced"), (42, "uncertain")]


def test_a_cut_between_two_stimuli_shows_at_once_and_says_how_many_are_below_it() -> None:
    first, *_ = motor_course(TestedFibres(1.0, between=(False, True)), "axon-loss", TIMES, NEVER)
    assert (first.expected, first.why, first.whole) == ("reduced", "above_nothing", 1)
    first, *_ = motor_course(TestedFibres(1.0, between=(True, True)), "axon-loss", TIMES, NEVER)
    assert (first.expected, first.whole) == ("absent", 0)
    for share, expected, why in ((0.75, "reduced", "above_only"), (0.2, "uncertain", "above_some")):
        first, *_ = motor_course(TestedFibres(share, between=(False, True)), "axon-loss", TIMES, NEVER)
        assert (first.expected, first.why, first.whole) == (expected, why, 1)
    for share, expected, why in ((0.75, "reduced", "part_passes"), (0.2, "uncertain", "few_blocked")):
        first, *_ = motor_course(TestedFibres(share, between=(True, True)), "axon-loss", TIMES, NEVER)
        assert (first.expected, first.why) == (expected, why)


def test_axons_that_have_grown_back_make_the_response_uncertain() -> None:
    for course in (
        motor_course(TestedFibres(1.0, between=(True,)), "axon-loss", TIMES, 300),
        sensory_course(TestedFibres(1.0, between=(True,)), "axon-loss", TIMES, 300),
    ):
        assert stage_on(course, 299).expected == "absent"
        back = stage_on(course, 300)
        assert (back.expected, back.why, back.day) == ("uncertain", "regrown", 300)
        assert back.rests_on == (SPEED, FADES)  # the rows whose sources are cited


def test_nothing_is_reinnervated_before_sources_see_it(atlas) -> None:
    """However near the muscle lies: the fading of fibrillations is seen after months, not weeks."""
    course = motor_course(TestedFibres(1.0, between=(True,)), "axon-loss", TIMES, 20)
    assert stage_on(course, DAYS[FADES] - 1).expected == "absent"
    for site, muscle in (("plexus_lumbar", "iliopsoas"), ("nerve_femoral_inguinal", "quadriceps")):
        found = {one.id: one.expected for one in atlas.studies(site, 40).emg}
        assert found[muscle] == "abnormal"


def test_a_partial_lesion_of_a_main_root_shows_in_the_needle(atlas) -> None:
    found = {one.id: one.expected for one in atlas.studies("root_L5", 25, severity="partial").emg}
    assert {found[muscle] for muscle in ("tibialis_anterior", "fibularis_longus", "tibialis_posterior")} == {"abnormal"}


def test_muscles_of_one_region_fibrillate_on_the_same_day(atlas) -> None:
    found = {one.id: one.expected for one in atlas.studies("nerve_sciatic_hip", 25).emg}
    feet = [row.id for row in atlas.dataset.needle_muscles.values() if row.region == "foot"]
    assert len({found[muscle] for muscle in feet}) == 1


def test_a_block_or_slow_sheaths_show_only_across_their_place() -> None:
    above, across = TestedFibres(1.0, between=(False,)), TestedFibres(1.0, between=(True,))
    for injury, shown in (("conduction-block", "absent"), ("demyelination", "slowed")):
        assert days(motor_course(above, injury, TIMES, NEVER)) == [(0, "normal")]
        assert days(sensory_course(above, injury, TIMES, NEVER)) == [(0, "normal")]
        assert motor_course(across, injury, TIMES, NEVER)[0].expected == shown
        assert sensory_course(across, injury, TIMES, NEVER)[0].expected == shown
    assert days(motor_course(across, "conduction-block", TIMES, NEVER))[1:] == [(42, "uncertain"), (90, "normal")]


def test_fibrillations_come_by_distance() -> None:
    cut = TestedFibres(1.0, between=(True,))
    far = needle_course(needle("far"), cut, "axon-loss", TIMES, 800, NEVER)
    near = needle_course(needle("far"), cut, "axon-loss", TIMES, 100, NEVER)
    back = needle_course(needle("back", "L5"), cut, "axon-loss", TIMES, None, NEVER)
    assert days(far) == [(0, "normal"), (17, "uncertain"), (21, "abnormal")]
    assert days(near) == [(0, "normal"), (10, "uncertain"), (14, "abnormal")]
    assert days(back) == [(0, "normal"), (6, "uncertain"), (10, "abnormal"), (DAYS[FADES], "uncertain")]


def test_the_back_muscles_show_a_root_and_nothing_below_it(atlas) -> None:
    """The back branch leaves before plexus and nerves."""
    roots = set(atlas.nerve_graph.bits)
    for site, row in atlas.dataset.sites.items():
        if not row.on:
            continue
        found = {one.id: one.expected for one in atlas.studies(site, 25, severity="complete").emg}
        for root in ("L1", "L2", "L3", "L4", "L5", "S1"):
            expected = "abnormal" if root in row.on else "normal"
            assert found[f"paraspinal_{root}"] == expected, (site, root)
    assert any(set(row.on) & roots for row in atlas.dataset.sites.values())


def test_the_back_muscles_of_another_root_are_spared_for_their_own_reason(atlas) -> None:
    of_root = {one.id: one.why for one in atlas.studies("root_L5").emg}
    of_nerve = {one.id: one.why for one in atlas.studies("nerve_sciatic_hip").emg}
    assert "L4" in of_root["paraspinal_L4"]
    assert of_root["paraspinal_L4"] != of_nerve["paraspinal_L4"] == of_nerve["paraspinal_L5"]


def test_sensory_responses_stay_in_lesions_of_roots_alone(atlas) -> None:
    sensory = [row.id for row in atlas.dataset.studies.values() if row.segments]
    for site, row in atlas.dataset.sites.items():
        if row.on and all(node in atlas.nerve_graph.bits for node in row.on):
            for injury in INJURIES:
                found = {one.id: one for one in atlas.studies(site, 25, injury, "complete").studies}
                assert {found[study].expected for study in sensory} == {"normal"}, site


def test_a_muscle_without_fibres_answers_no_stimulus_after_three_weeks(atlas) -> None:
    """The lesions are the independent oracle: a muscle that loses all fibres has no response, one that is spared has."""
    motor = [row for row in atlas.dataset.studies.values() if row.kind == "motor"]
    for site, row in atlas.dataset.sites.items():
        if not row.on:
            continue
        lesion = atlas.lesion(site, severity="complete")
        found = {one.id: one.expected for one in atlas.studies(site, 21, severity="complete").studies}
        for study in motor:
            if study.muscle in lesion.lost:
                assert found[study.id] == "absent", (site, study.id)
            elif study.muscle in lesion.spared:
                assert found[study.id] == "normal", (site, study.id)
            else:
                assert found[study.id] in ("reduced", "uncertain"), (site, study.id)


def test_the_exceptions_to_the_ganglion_rule_are_named(atlas) -> None:
    found = {one.id: one for one in atlas.studies("root_L5").studies}["superficial_fibular_sensory"]
    assert found.expected == "normal"
    assert any("21.1 %" in text for text in found.exceptions)
    assert "ho2004_spn" in found.cites
    elsewhere = {one.id: one for one in atlas.studies("root_S1").studies}["superficial_fibular_sensory"]
    assert not any("21.1 %" in text for text in elsewhere.exceptions)


def test_every_variant_gets_predictions(atlas) -> None:
    """Also one with a nerve that the usual person does not have."""
    for variant in atlas.dataset.variants:
        person = atlas.with_variants([variant])
        for place in ("L5", "S1", "common fibular nerve at the fibular neck"):
            assert len(person.studies(place).studies) == len(atlas.dataset.studies)


def test_a_variant_changes_what_is_expected(atlas) -> None:
    """With an accessory deep fibular nerve the outer part of the short extensor is reached behind the ankle."""
    site, study = "nerve_deep_fibular_leg", "fibular_motor_edb"
    varied = atlas.with_variants(["accessory_deep_fibular"])
    assert {one.id: one.expected for one in atlas.studies(site).studies}[study] == "absent"
    assert {one.id: one.expected for one in varied.studies(site).studies}[study] in ("reduced", "uncertain")


def test_the_command_prints_what_the_library_answers(atlas) -> None:
    done = CliRunner().invoke(main, ["studies", "tarsal tunnel", "--injury", "demyelination", "--days", "5", "--json"])
    assert done.exit_code == 0, done.output
    answer = json.loads(done.output)
    assert (answer["site"], answer["days"], answer["injury"]) == ("nerve_tibial_tarsal_tunnel", 5, "demyelination")
    assert answer == atlas.studies("tarsal tunnel", 5, "demyelination").as_dict()
    by_id = {one["id"]: one for one in answer["studies"]}
    assert by_id["tibial_motor_ah"]["expected"] == "slowed"
    assert set(by_id["tibial_motor_ah"]) == {"id", "expected", "why", "cites"}
    assert {"muscle", "expected", "why"} <= set(answer["emg"][0])
    assert set(by_id["tibial_motor_ah"]["cites"]) <= set(atlas.dataset.sources)


def test_the_command_without_json_names_every_study(atlas) -> None:
    done = CliRunner().invoke(main, ["studies", "L5"])
    assert done.exit_code == 0
    for row in atlas.dataset.studies.values():
        assert row.name in done.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["studies", "nowhere at all"], "nowhere at all"),
        (["studies", "L5", "--days", "-1"], "0<=x<=730"),
        (["studies", "L5", "--days", "731"], "0<=x<=730"),
        (["studies", "L5", "--injury", "cold"], "axon-loss"),
        (["studies", "gout"], "not on a nerve"),
    ],
)
def test_bad_words_get_a_message_and_no_traceback(words, said) -> None:
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 2
    assert said.casefold() in done.output.casefold()
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    ("days", "injury", "said"),
    [
        (-1, "axon-loss", "-1"),
        (2.5, "axon-loss", "2.5"),
        (True, "axon-loss", "True"),
        ("21", "axon-loss", "'21'"),
        (21, "cold", "cold"),
    ],
)
def test_the_library_says_what_is_wrong(atlas, days, injury, said) -> None:
    with pytest.raises(ValueError, match=said):
        atlas.studies("L5", days, injury)


def test_a_site_off_the_nerves_is_refused(atlas) -> None:
    with pytest.raises(ValueError, match="not on a nerve"):
        atlas.studies("mimic_gout")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("studies/studies.csv", ",motor,extensor_digitorum_brevis,", ",motor,,", "needs its muscle"),
        ("studies/studies.csv", "sural.ankle;sural.leg", "sural.leg;sural.ankle", "does not come from"),
        ("studies/injury_times.csv", "day,", "mm_per_day,", "write day"),
        ("studies/injury_times.csv", ",7,5,7,day,", ",inf,5,7,day,", "finite"),
        ("studies/injury_times.csv", ",7,5,7,day,", ",4,5,7,day,", "5, 4, 7 are not in ascending order"),
        ("studies/injury_times.csv", ",42,35,60,day,", ",1,1,60,day,", "it comes before 'motor_amplitude_gone'"),
        ("studies/study_points.csv", ",deep_fibular.leg,", ",tibial.calf,", "list the stimuli distal first"),
        ("studies/studies.csv", ",sural.ankle,39,", ",nonsense,39,", "there is no segment 'nonsense'"),
        ("studies/studies.csv", ",sural.ankle,39,", ",sural.ankle,939,", "939 mm lies beyond the end of 'sural.ankle'"),
        ("studies/study_points.csv", ",deep_fibular.leg,10,", ",deep_fibular.leg,910,", "write at most 281"),
        ("studies/electrode_views.csv", "fibular_motor_edb,1,", "fibular_motor_edb,9,", "has no stimulus 9"),
        ("studies/nerve_lengths.csv", "L5,", "L9,", "there is no length of 'L5'"),
        ("studies/injury_times.csv", "sprouting_starts", "sprouting_began", "there is no value of 'sprouting_starts'"),
    ],
)
def test_check_finds_a_table_that_the_predictions_cannot_use(tmp_path, file, old, new, said) -> None:
    folder = copy_of(resource_dir("data"), tmp_path)
    table = folder / file
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert said in str(problems_of(folder))


def test_a_data_set_without_studies_predicts_none(tiny: Atlas) -> None:
    found = tiny.studies("nerve_a") if "nerve_a" in tiny.nodes else tiny.studies(next(iter(tiny.dataset.roots)))
    assert (found.studies, found.emg) == ((), ())


def test_the_usual_day_and_injury_are_the_same_everywhere(atlas) -> None:
    """`Atlas` names them itself, because it imports no reasoning until it is asked."""
    assert atlas.studies("L5") == atlas.studies("L5", USUAL_DAY, AXON_LOSS)


def test_a_place_that_no_study_tests_is_said_to_be_one(atlas) -> None:
    """Also when everything is normal for another reason: a block that has passed was tested."""
    assert not atlas.studies("nerve_genitofemoral").tested
    passed = atlas.studies("nerve_common_fibular_neck", 365, "conduction-block")
    assert {row.expected for row in (*passed.studies, *passed.emg)} == {"normal"}
    assert passed.tested


def test_a_day_is_cited_with_what_it_says(atlas) -> None:
    found = {one.id: one for one in atlas.studies("root_L5", 25).emg}["tibialis_anterior"]
    assert "21" in found.why
    assert {cite.key for cite in atlas.dataset.needle_regions["leg"].cites} <= set(found.cites)


def test_a_result_is_a_value(atlas) -> None:
    found = atlas.studies("L5")
    assert replace(found) == found


def test_two_lesions_stand_side_by_side_on_the_command_line() -> None:
    """By the ganglion rule a root spares the sensory response that a lesion of the nerve below it takes."""
    arguments = ["studies", "root_L5", "--with", "nerve_common_fibular_neck", "--days", "25"]
    lines = CliRunner().invoke(main, arguments).output.splitlines()
    rows = [re.split(r"\s{2,}", line) for line in lines if "Superficial fibular" in line]
    assert [(row[0], row[-2], row[-1]) for row in rows] == [("≠", "normal", "absent")]
    marked = [line.startswith("≠") for line in lines if "motor study" in line or "sensory study" in line]
    assert marked == sorted(marked, reverse=True)
    both = json.loads(CliRunner().invoke(main, [*arguments, "--json"]).output)
    alone = json.loads(CliRunner().invoke(main, ["studies", "root_L5", "--days", "25", "--json"]).output)
    assert both.pop("with")["site"] == "nerve_common_fibular_neck"
    assert both == alone
