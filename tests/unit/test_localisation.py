"""Localisation: cases with a stated lesion, red flags, the next examination, and how findings are read."""

import dataclasses
import json

import pytest
from click.testing import CliRunner

from atlas.cli import main
from atlas.dataset.folders import table_file
from atlas.reasoning.localisation.findings import Findings
from atlas.reasoning.localisation.localiser import Localiser
from atlas.reasoning.localisation.scoring import DEFAULT_PARAMETERS, PREDICTED_SHARE
from tests.cases import CASES_FOLDER, read_cases, run_cases, success_rate
from tests.fixtures.localisation_cases import FIXTURE, as_json, golden_cases
from tests.fixtures.reasoning_contract import contract
from tests.support.limbs import TINY, copy_of, set_cell

PUBLISHED, COMPOSED, HELD_OUT, HELD_OUT_LATER = (
    CASES_FOLDER / f"{name}.json" for name in ("published", "composed", "heldout", "heldout_later")
)
ABNORMAL_SIGN = {"muscle": "weak", "territory": "numb", "reflex": "reduced_reflex"}
NORMAL_SIGN = {"muscle": "normal", "territory": "intact", "reflex": "normal_reflex"}


def best_key(answer):
    return answer.candidates[0]["site_key"]


def missed_red_flags(results):
    return [result.id for result in results if result.misses_red_flag]


def test_the_site_of_every_golden_case_is_named(atlas):
    """The same file is the contract of the JavaScript twin (tests/js)."""
    misses = []
    for case in json.loads(FIXTURE.read_text("utf-8")):
        findings = Findings(**{**case["findings"], "signs": [tuple(sign) for sign in case["findings"]["signs"]]})
        answer = atlas.localise(findings)
        if best_key(answer) not in case["expected_site_keys"] or (case["red_flag"] and not answer.red_flags):
            misses.append(case["id"])
    assert misses == []


def test_the_golden_cases_are_those_of_their_authors(atlas):
    assert FIXTURE.read_text("utf-8") == as_json(golden_cases(atlas)), (
        "the cases or their names changed; run python -m tests.fixtures.localisation_cases"
    )


def test_the_contract_with_the_javascript_twin_covers_all_parts_of_an_answer(atlas):
    answers = [case["answer"] for case in contract(atlas, count=200)["cases"]]
    keys = [candidate["site_key"] for answer in answers for candidate in answer["candidates"]]
    assert any(" + " in key for key in keys)
    assert any(candidate["alike"] for answer in answers for candidate in answer["candidates"])
    assert {bool(answer[part]) for answer in answers for part in ("red_flags", "next_examination")} == {True, False}
    assert contract(atlas, count=3, seed=7) == contract(atlas, count=3, seed=7)


def test_held_out_cases_are_named(atlas):
    """On the first run the stated site was first in 39 of 42 and 10 of 14 cases, and in the first three in 41 and 11."""
    results = run_cases(atlas, [*read_cases(HELD_OUT), *read_cases(HELD_OUT_LATER)])
    assert success_rate(results, 1) >= 0.9
    assert success_rate(results, 3) >= 0.96
    assert missed_red_flags(results) == []


def test_the_second_set_of_cases_is_named(atlas):
    """The rules were made with these files. Before that, the stated site was first in 15 of 39, 9 of 39 and 8 of 24."""
    for name, first, first_three in (("dev_2", 0.87, 0.97), ("heldout_2", 0.74, 0.84), ("composed_2", 0.95, 0.97)):
        results = run_cases(atlas, read_cases(CASES_FOLDER / f"{name}.json"))
        assert success_rate(results, 1) >= first, name
        assert success_rate(results, 3) >= first_three, name


def test_the_third_set_of_cases_is_named(atlas):
    """Half improved the rules. On the first run the site was first in 41 of 76, and in the first three in 54."""
    results = run_cases(atlas, read_cases(CASES_FOLDER / "heldout_3.json"))
    assert success_rate(results, 1) >= 0.68
    assert success_rate(results, 3) >= 0.8


def test_a_stated_lesion_is_never_called_a_misfit(atlas):
    cases = [case for path in (PUBLISHED, COMPOSED, HELD_OUT, HELD_OUT_LATER) for case in read_cases(path)]
    assert [case["id"] for case in cases if not atlas.localise(case).fits] == []


def _changed_parameters():
    defaults = dataclasses.asdict(DEFAULT_PARAMETERS)
    for name, value in defaults.items():
        for factor in (0.75, 1.33):
            if name == "sensitivity":
                changed = {key: min(0.98, number * factor) for key, number in value.items()}
            elif isinstance(value, dict):
                changed = {key: number * factor for key, number in value.items()}
            elif isinstance(value, tuple):
                changed = tuple(min(1.0, number * factor) for number in value)
            else:
                changed = value * factor if value > 1 else min(1.0, value * factor)
            yield pytest.param({name: changed}, id=f"{name} x {factor}")


@pytest.mark.slow
@pytest.mark.parametrize("change", list(_changed_parameters()))
def test_no_single_parameter_decides_the_answers(atlas, change):
    parameters = dataclasses.replace(DEFAULT_PARAMETERS, **change)
    default = atlas.localiser
    localiser = Localiser(atlas.nerve_graph, default.places, default.expected, parameters)
    cases = [case for path in (PUBLISHED, COMPOSED, HELD_OUT, HELD_OUT_LATER) for case in read_cases(path)]
    right = 0
    for case in cases:
        answer = localiser.localise(atlas.findings_parser.parse_case(case))
        right += best_key(answer) in {case["expected_site_key"], *case["acceptable_site_keys"]}
    assert right / len(cases) >= 0.88


def test_a_complete_high_sciatic_lesion_is_sciatic(atlas):
    lesion = atlas.lesion("sciatic nerve at the hip")
    muscles, skin = atlas.dataset["muscles"], atlas.dataset["territories"]
    answer = atlas.localise(
        weak=[target for target in lesion.lost if target in muscles],
        numb=[target for target in lesion.lost if target in skin],
        reduced_reflex=lesion.reflexes_lost,
        normal=["gluteus medius", "gluteus maximus", "quadriceps"],
        intact=["medial_leg"],
    )
    assert best_key(answer) == "nerve_sciatic_hip"


def test_weak_knee_flexion_with_fibular_weakness_and_a_numb_sole_is_sciatic(atlas):
    answer = atlas.localise(
        weak=["semitendinosus", "biceps femoris", "tibialis anterior", "extensor hallucis longus", "fibularis longus"],
        numb=["sole_medial", "sole_lateral", "dorsum_central"],
    )
    assert {candidate["site_key"] for candidate in answer.candidates[:2]} == {
        "nerve_sciatic_hip",
        "nerve_sciatic_thigh",
    }


def _findings_of(atlas, lesion, with_reduced):
    """Everything that a lesion spares as normal, and everything that it removes (or also reduces) as abnormal.

    Skin that only some people lose is left out.
    """
    abnormal = [*lesion.lost, *lesion.reflexes_lost]
    reduced = [target for target in (*lesion.reduced, *lesion.reflexes_reduced) if lesion.words[target] != "sometimes"]
    abnormal += reduced if with_reduced else []
    findings, kinds = _deficits(atlas, abnormal), atlas.nerve_graph.kinds
    for target in lesion.spared:
        findings.add(NORMAL_SIGN[kinds[target]], target)
    return findings


def _deficits(atlas, targets):
    return Findings(signs=[(ABNORMAL_SIGN[atlas.nerve_graph.kinds[target]], target) for target in targets])


@pytest.mark.parametrize("with_reduced", [True, False])
def test_the_complete_findings_of_a_lesion_lead_back_to_its_site(atlas, with_reduced):
    """The site, or one that the findings do not separate from it, is the best candidate.

    Where reduced targets count as lost, the findings say more than the lesion takes, so a larger one can be first and
    the site second.
    """
    for site in atlas.dataset["sites"].values():
        findings = _findings_of(atlas, atlas.lesion(site.id), with_reduced) if site.on else Findings()
        if findings.deficits():
            best, second = atlas.localise(findings).candidates[:2]
            accepted = {best["site_key"], *best["alike"]}
            if with_reduced:
                accepted |= {second["site_key"], *second["alike"]}
            assert site.site_key in accepted, site.id


def test_all_likely_deficits_lead_back_to_the_site_when_nothing_else_was_examined(atlas):
    """A root must not lose to its plexus just because nobody examined what the plexus would also remove."""
    expected = atlas.localiser.expected
    for site, shares in expected.by_site.items():
        likely = [target for target, share in shares.items() if share >= PREDICTED_SHARE]
        if likely:
            best = atlas.localise(_deficits(atlas, likely)).candidates[0]
            assert atlas.lesion_places.site_key(site) in (best["site_key"], *best["alike"]), site


def test_the_tiny_limb_is_localised_too(tiny):
    for site in tiny.dataset["sites"].values():
        best = tiny.localise(_findings_of(tiny, tiny.lesion(site.id), with_reduced=True)).candidates[0]
        assert site.site_key in (best["site_key"], *best["alike"])


def test_a_pair_is_suggested_only_where_no_single_site_explains_the_findings(atlas):
    answer = atlas.localise(
        numb=["lateral_thigh", "lateral_knee", "sole_medial", "sole_lateral"],
        weak=["abductor_hallucis", "dorsal_interossei"],
        normal=["gastrocnemius", "quadriceps", "tibialis_anterior", "gluteus_maximus", "flexor_hallucis_longus"],
    )
    assert best_key(answer) == "nerve_tibial_tarsal_tunnel + nerve_lateral_femoral_cutaneous"
    single = atlas.localise(numb=["lateral_thigh"])
    assert not any("+" in candidate["site_key"] for candidate in single.candidates)


def test_where_sources_disagree_no_root_is_excluded(atlas):
    """Some sources give eversion to S1, dorsiflexion to L4 or L5, and hip flexion to L4."""
    eversion = atlas.localise(
        weak=["gastrocnemius", "fibularis longus:4", "gluteus maximus"],
        reduced_reflex=["ankle jerk"],
        normal=["tibialis posterior"],
        clue=["back_pain"],
    )
    assert best_key(eversion) == "root_S1" and "fibularis_longus" in eversion.candidates[0]["explained"]
    hip_flexion = atlas.localise(
        weak=["quadriceps", "iliopsoas", "tibialis anterior"], reduced_reflex=["knee jerk"], clue=["back_pain"]
    )
    assert best_key(hip_flexion) == "root_L4" and hip_flexion.candidates[0]["unexplained"] == []
    dorsiflexion = atlas.localise(weak=["tibialis anterior"], clue=["back_pain"])
    assert {"root_L4", "root_L5"} <= {candidate["site_key"] for candidate in dorsiflexion.candidates[:3]}


RED_FLAGS = [
    ({"clue": ["babinski_positive"]}, True),
    ({"clue": ["ankle clonus"]}, True),
    ({"clue": ["absent_pulses"]}, True),
    ({"clue": ["pulses_not_palpable"]}, True),
    ({"clue": ["bilateral_weakness"]}, True),
    ({"clue": ["urinary_retention"]}, True),
    ({"clue": ["anal_tone_absent"]}, True),
    ({"clue": ["saddle_numbness"]}, True),
    ({"numb": ["saddle"]}, True),
    ({"reduced_reflex": ["anal wink"]}, True),
    ({"clue": ["no_sphincter_disturbance"]}, False),
    ({"clue": ["rectal_tone_normal"]}, False),
    ({"clue": ["babinski_negative", "no_clonus", "slr_positive", "pulses_present"]}, False),
]


@pytest.mark.parametrize(("signs", "raised"), RED_FLAGS, ids=lambda value: str(value))
def test_red_flags_come_first(atlas, signs, raised):
    found = atlas.localise(weak=["tibialis anterior"], **signs)
    assert bool(found.red_flags) == raised
    assert next(iter(found.as_dict())) == "red_flags"


def test_upper_motor_neuron_signs_point_off_the_nerves(atlas):
    found = atlas.localise(weak=["tibialis anterior"], clue=["upper_motor_neuron_signs"])
    assert best_key(found) == "out_of_graph_central"
    assert "out_of_graph_central" not in str(atlas.localise(weak=["tibialis anterior"]).candidates)


def test_the_next_examination_separates_the_leading_candidates(atlas):
    found = atlas.localise(weak=["tibialis anterior", "fibularis longus"], normal=["gastrocnemius"])
    suggested = found.next_examination
    assert suggested["id"] not in {"tibialis_anterior", "fibularis_longus", "gastrocnemius"}
    assert max(suggested["expected"].values()) - min(suggested["expected"].values()) >= 0.4


def test_unknown_names_are_listed_and_are_no_error(atlas):
    case = {"weak": ["gastrocnemius", "moon muscle"], "clues": ["moon_phase"], "pain_where": ["moon"], "id": "x"}
    found = atlas.localise(case)
    assert {"moon muscle", "moon_phase", "pain moon"} == set(found.unrecognised)
    assert found.candidates
    assert atlas.localise({}).candidates == ()


def test_names_are_resolved_within_their_kind(atlas):
    found = atlas.findings_parser.parse_signs(
        {"weak": ["tibialis_posterior:4"], "reduced_reflex": ["tibialis_posterior"]}
    )
    assert found.signs == [("weak", "tibialis_posterior"), ("reduced_reflex", "tibialis_posterior_reflex")]
    assert found.grades == {"tibialis_posterior": 4.0}
    assert atlas.findings_parser.parse_signs({"weak": ["soleus:5"]}).signs == [("normal", "soleus")]


def test_every_site_has_a_key_of_its_own(atlas):
    keys = {row.site_key for row in atlas.dataset["sites"].values()}
    assert len(keys) == len(atlas.dataset["sites"])
    assert {"spinal_stenosis", "conus_medullaris", "nerve_tibial_tarsal_tunnel", "out_of_graph_vascular"} <= keys


def test_the_command(tmp_path):
    path = tmp_path / "case.json"
    path.write_text(json.dumps(read_cases(PUBLISHED)[0]), "utf-8")
    run = CliRunner().invoke(main, ["localise", "--case", str(path), "--json"])
    answer = json.loads(run.stdout)
    assert set(answer) == {"red_flags", "unrecognised", "candidates", "next_examination", "next_study", "fits"}
    fields = {"site", "site_key", "explained", "unexplained", "contradicted", "would_also_predict"}
    assert fields <= set(answer["candidates"][0])
    run = CliRunner().invoke(main, ["localise", "--weak", "tibialis anterior:2", "--clue", "no_such_thing"])
    assert run.exit_code == 0
    assert "diagnos" in run.stdout and "not recognised: no_such_thing" in run.stdout


def test_the_command_takes_pain_as_skin_or_as_a_clue(atlas):
    run = CliRunner().invoke(main, ["localise", "--pain", "sole_medial", "--pain", "left ear", "--json"])
    answer = json.loads(run.stdout)
    assert answer == json.loads(json.dumps(atlas.localise(pain=["sole_medial", "left ear"]).as_dict()))
    assert answer["candidates"] and answer["unrecognised"] == ["pain left ear"]


@pytest.mark.parametrize(
    "words", [["localise"], ["localise", "--weak", "moon"], ["localise", "--case", "nowhere.json"]]
)
def test_wrong_use_exits_2(words):
    run = CliRunner().invoke(main, words)
    assert run.exit_code == 2 and "Traceback" not in run.output


def test_a_broken_case_is_refused_with_its_file_name(tmp_path):
    for text in ("{", "[]"):
        path = tmp_path / "case.json"
        path.write_text(text, "utf-8")
        run = CliRunner().invoke(main, ["localise", "--case", str(path)])
        assert run.exit_code == 2 and "case.json" in run.stderr


CLAIM = "keeper[plate 1],variable,"
BAD_ROWS = {
    "site_key": (
        lambda limb: set_cell(limb, "sites", "ring", "site_key", "whole"),
        "clinical/sites.csv:4:6: site_key: 'whole' is also the key of 'ring'",
    ),
    "on": (
        lambda limb: set_cell(limb, "sites", "ring", "standing", "off-graph"),
        "clinical/sites.csv:3:3: on: the site is off-graph, but names segments or roots",
    ),
    "weights": (
        lambda limb: _write(limb, "weights", "id,value,low,high,says", "main_root,9,1,3,More"),
        "myotomes/weights.csv:2:2: value: 9 is not between 1 and 3",
    ),
    "rivals": (
        lambda limb: _write(limb, "rival_roots", "target,roots,main_roots", "curler,K1;K9,K2"),
        "myotomes/rival_roots.csv:2:3: main_roots: 'K2' is not among its roots",
    ),
    "clues": (
        lambda limb: _write(
            limb,
            "clues",
            "id,name,phrases,strength,toward,away,softens",
            "tap,Tap,,weak,nowhere,,mood",
        ),
        "clinical/clues.csv:2:7: softens: 'mood' is not a kind of finding",
    ),
}


def _write(limb, table, header, row):
    text = f"{header},cites,confidence,note\n{row},{CLAIM}\n"
    (limb / table_file(table)).write_text(text, "utf-8")


@pytest.mark.parametrize("name", BAD_ROWS)
def test_bad_rows_of_reasoning_tables_are_reported(tmp_path, name):
    limb = copy_of(TINY, tmp_path)
    break_row, message = BAD_ROWS[name]
    break_row(limb)
    run = CliRunner().invoke(main, ["check", str(limb)])
    assert run.exit_code == 1 and message in run.stdout


@pytest.mark.parametrize(
    ("name", "targets"),
    [
        ("plantar flexion", {"gastrocnemius", "soleus"}),
        ("hamstrings:4+/5", {"semitendinosus", "semimembranosus", "biceps_femoris_long"}),
        ("tibialis anterior", {"tibialis_anterior"}),
    ],
)
def test_a_name_can_mean_several_muscles(atlas, name, targets):
    found = atlas.findings_parser.parse_signs({"weak": [name]})
    assert {target for _, target in found.signs} == targets
    assert set(found.grades.values()) == ({4.0} if ":" in name else set())


def test_a_case_can_be_written_carelessly(atlas):
    """Text instead of lists, grades as people write them, empty fields: all are read as far as possible."""
    case = {
        "weak": "tibialis anterior, soleus; moon",
        "weak_strength": {"tibialis_anterior": "4-/5", "soleus": "poor"},
        "numb": None,
        "clues": "back_pain",
        "normal_muscles": [None, "", "quadriceps"],
        "reduced_reflexes": 7,
    }
    found = atlas.findings_parser.parse_case(case)
    assert [target for sign, target in found.signs if sign == "weak"] == ["tibialis_anterior", "soleus"]
    assert (found.grades, found.clues, found.unrecognised) == ({"tibialis_anterior": 4.0}, ["back_pain"], ["moon", "7"])
    atlas.localise({"weak_strength": [], "clues": {"slr": True}})


def test_the_commoner_site_comes_first_where_findings_do_not_separate_them(atlas):
    """L5 and the trunk distal to it remove the same targets; lesions of the trunk are rare."""
    found = atlas.localise(weak=["tibialis anterior", "fibularis longus", "tibialis posterior"])
    assert best_key(found) == "root_L5" and "plexus_lumbosacral_trunk" in found.candidates[0]["alike"]


def test_a_wording_of_two_kinds_is_refused(tmp_path):
    limb = copy_of(TINY, tmp_path)
    (limb / "ui/wordings.csv").write_text("said,means\ngrip,curler;tip_skin\n", "utf-8")
    run = CliRunner().invoke(main, ["check", str(limb)])
    assert "ui/wordings.csv:2:2: means: " in run.stdout and "muscles and territories" in run.stdout


@pytest.mark.parametrize("grade", ["9", "x", "-1", ""])
def test_a_grade_out_of_range_is_refused(grade: str) -> None:
    done = CliRunner().invoke(main, ["localise", "--data", str(TINY), "--weak", f"curler:{grade}"])
    assert done.exit_code == 2 and f"'{grade}' is not a grade of muscle power" in done.output
