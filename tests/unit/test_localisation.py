"""Reasoning back: teaching cases with a stated lesion, laws, what is said first and what is never said."""

import dataclasses
import json

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas import Atlas
from atlas.cli import main
from atlas.dataset.folders import table_file
from atlas.reasoning.localisation.findings import Findings
from atlas.reasoning.localisation.localiser import Localiser
from atlas.reasoning.localisation.scoring import PREDICTS, USUAL
from tests.cases import FOLDER, outcomes, read_cases, share
from tests.support.limbs import TINY, copy_of, set_cell

FILES = ("published", "composed", "heldout", "heldout_later")
PUBLISHED, COMPOSED, HELD_OUT, LATER = (FOLDER / f"{name}.json" for name in FILES)


def first(found):
    return found.candidates[0]["site_key"]


def test_published_cases_are_named(atlas):
    found = outcomes(atlas, read_cases(PUBLISHED))
    assert share(found, 1) >= 0.9
    assert [one.id for one in found if not one.among(3)] == []
    assert [one.id for one in found if one.out_of_graph and not one.flagged] == []


def test_composed_cases_of_every_kind_of_site_are_named(atlas):
    found = outcomes(atlas, read_cases(COMPOSED))
    assert share(found, 1) >= 0.9
    assert share(found, 3) >= 0.98
    assert [one.id for one in found if one.out_of_graph and not one.flagged] == []


def test_cases_that_no_rule_was_made_for_are_named(atlas):
    """On their first runs the stated lesion came first in 39 of 42 and 10 of 14, among three in 41 and 11."""
    found = outcomes(atlas, [*read_cases(HELD_OUT), *read_cases(LATER)])
    assert share(found, 1) >= 0.86
    assert share(found, 3) >= 0.96
    assert [one.id for one in found if one.out_of_graph and not one.flagged] == []


def _nudged():
    for name in ("need_ungraded", "fuller", "beyond", "place", "pair", "patchy", "denied", "softened", "slight"):
        for factor in (0.75, 1.33):
            yield pytest.param({name: min(1.0, getattr(USUAL, name) * factor)}, id=f"{name} x {factor}")
    for name in ("stray", "clue", "often"):
        for factor in (0.75, 1.33):
            yield pytest.param(
                {name: {k: v * factor for k, v in getattr(USUAL, name).items()}}, id=f"{name} x {factor}"
            )
    yield pytest.param({"telling": {k: v * 0.9 for k, v in USUAL.telling.items()}}, id="telling x 0.9")


@pytest.mark.parametrize("change", list(_nudged()))
def test_no_answer_hangs_on_one_parameter(atlas, change):
    usual = atlas.localiser
    nudged = Localiser(atlas.nerve_graph, usual.places, usual.expected, dataclasses.replace(USUAL, **change))
    cases = [*read_cases(PUBLISHED), *read_cases(COMPOSED), *read_cases(HELD_OUT), *read_cases(LATER)]
    right = 0
    for case in cases:
        keys = [one["site_key"] for one in nudged.of(atlas.findings_parser.case(case)).candidates]
        right += keys[0] in {case["expected_site_key"], *case["acceptable_site_keys"]}
    assert right / len(cases) >= 0.88


def test_a_complete_high_sciatic_lesion_is_sciatic(atlas):
    hip = atlas.lesion("sciatic nerve at the hip")
    muscles, skin = atlas.dataset["muscles"], atlas.dataset["territories"]
    found = atlas.localise(
        weak=[e for e in hip.lost if e in muscles],
        numb=[e for e in hip.lost if e in skin],
        reduced_reflex=hip.reflexes_lost,
        normal=["gluteus medius", "gluteus maximus", "quadriceps"],
        intact=["medial_leg"],
    )
    assert first(found) == "nerve_sciatic_hip"


def test_knee_flexion_with_fibular_loss_and_tibial_numbness_is_sciatic(atlas):
    found = atlas.localise(
        weak=["semitendinosus", "biceps femoris", "tibialis anterior", "extensor hallucis longus", "fibularis longus"],
        numb=["sole_medial", "sole_lateral", "dorsum_central"],
    )
    assert first(found) in {"nerve_sciatic_hip", "nerve_sciatic_thigh"}
    both = {one["site_key"] for one in found.candidates[:2]}
    assert both == {"nerve_sciatic_hip", "nerve_sciatic_thigh"}


def _told(atlas, lesion, reduced, spared):
    muscles, skin = atlas.dataset["muscles"], atlas.dataset["territories"]
    signs = dict.fromkeys(muscles, ("weak", "normal")) | dict.fromkeys(skin, ("numb", "intact"))
    found = Findings()
    wrong = [*lesion.lost, *lesion.reflexes_lost]
    wrong += [*lesion.reduced, *lesion.reflexes_reduced] if reduced else []
    for target in wrong:
        found.add(signs.get(target, ("reduced_reflex",))[0], target)
    for target in lesion.spared if spared else ():
        found.add(signs.get(target, ("", "normal_reflex"))[1], target)
    return found


@pytest.mark.parametrize("reduced", [True, False])
def test_a_lesion_leads_back_to_itself_or_to_its_like(atlas, reduced):
    """For every site: all that is lost and all that is spared brings the site first, or one not told from it.

    Where what is only reduced is told as lost, a larger lesion that takes all of it may come before the site.
    """
    for site in atlas.dataset["sites"].values():
        findings = _told(atlas, atlas.lesion(site.id), reduced, spared=True) if site.on else Findings()
        if any(sign in ("weak", "numb", "reduced_reflex") for sign, _ in findings.signs):
            best, second = atlas.localise(findings).candidates[:2]
            larger = reduced and not best["unexplained"]
            expected = {best["site_key"], *best["alike"], *([second["site_key"], *second["alike"]] if larger else [])}
            assert site.site_key in expected, site.id


def _lost(atlas, targets):
    """Findings of these targets as wrong, and not one that is well."""
    kind_of_sign = {"muscle": "weak", "territory": "numb", "reflex": "reduced_reflex"}
    found = Findings()
    for target in targets:
        found.add(kind_of_sign[atlas.nerve_graph.kinds[target]], target)
    return found


def _likely(atlas):
    """Each site → the targets that it would be expected to take."""
    taken = atlas.localiser.expected.taken
    likely = {site: [target for target, share in shares.items() if share >= PREDICTS] for site, shares in taken.items()}
    return {site: targets for site, targets in likely.items() if targets}


def test_all_that_is_likely_leads_back_with_nothing_examined_against(atlas):
    """A root must not lose to its plexus merely because nobody looked for what the plexus would also take."""
    for site, targets in _likely(atlas).items():
        best = atlas.localise(_lost(atlas, targets)).candidates[0]
        assert atlas.lesion_places.site_key(site) in (best["site_key"], *best["alike"]), site


@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_a_few_of_the_likely_losses_keep_the_site_in_view(atlas, data):
    """Of any few a smaller site may make more, with one stray sign; but the site explains them all and is shown."""
    likely = _likely(atlas)
    focal = [site for site in likely if atlas.dataset["sites"][site].standing == "focal"]
    site = data.draw(st.sampled_from(focal))
    targets = data.draw(st.lists(st.sampled_from(likely[site]), min_size=1, max_size=6, unique=True))
    shown = {one["site_key"]: one for one in atlas.localise(_lost(atlas, targets)).candidates}
    key, best = atlas.lesion_places.site_key(site), next(iter(shown.values()))
    assert key in shown or key in best["alike"]
    assert key not in shown or shown[key]["unexplained"] == []


def test_the_tiny_limb_leads_back_too():
    tiny = Atlas.load(TINY)
    for site in tiny.dataset["sites"].values():
        best = tiny.localise(_told(tiny, tiny.lesion(site.id), True, True)).candidates[0]
        assert site.site_key in (best["site_key"], *best["alike"])


def test_two_lesions_are_a_pair_only_where_no_single_site_will_do(atlas):
    found = atlas.localise(
        numb=["lateral_thigh", "lateral_knee", "sole_medial", "sole_lateral"],
        weak=["abductor_hallucis", "dorsal_interossei"],
        normal=["gastrocnemius", "quadriceps", "tibialis_anterior", "gluteus_maximus", "flexor_hallucis_longus"],
    )
    assert first(found) == "nerve_tibial_tarsal_tunnel + nerve_lateral_femoral_cutaneous"
    single = atlas.localise(numb=["lateral_thigh"])
    assert not any("+" in one["site_key"] for one in single.candidates)


def test_variation_in_the_literature_softens(atlas):
    """Eversion can be S1, dorsiflexion L4 or L5, hip flexion L4: none alone throws a root out."""
    evert = atlas.localise(
        weak=["gastrocnemius", "fibularis longus:4", "gluteus maximus"],
        reduced_reflex=["ankle jerk"],
        normal=["tibialis posterior"],
        clue=["back_pain"],
    )
    assert first(evert) == "root_S1" and "fibularis_longus" in evert.candidates[0]["explained"]
    bend = atlas.localise(
        weak=["quadriceps", "iliopsoas", "tibialis anterior"], reduced_reflex=["knee jerk"], clue=["back_pain"]
    )
    assert first(bend) == "root_L4" and bend.candidates[0]["unexplained"] == []
    lift = atlas.localise(weak=["tibialis anterior"], clue=["back_pain"])
    assert {"root_L4", "root_L5"} <= {one["site_key"] for one in lift.candidates[:3]}


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
def test_red_flags_are_said_first(atlas, signs, raised):
    found = atlas.localise(weak=["tibialis anterior"], **signs)
    assert bool(found.red_flags) == raised
    assert next(iter(found.as_dict())) == "red_flags"


def test_upper_motor_neuron_signs_leave_the_map(atlas):
    found = atlas.localise(weak=["tibialis anterior"], clue=["upper_motor_neuron_signs"])
    assert first(found) == "out_of_graph_central"
    assert "out_of_graph_central" not in str(atlas.localise(weak=["tibialis anterior"]).candidates)


def test_the_next_examination_separates_the_leading_ones(atlas):
    found = atlas.localise(weak=["tibialis anterior", "fibularis longus"], normal=["gastrocnemius"])
    asked = found.next_examination
    assert asked["id"] not in {"tibialis_anterior", "fibularis_longus", "gastrocnemius"}
    assert max(asked["expected"].values()) - min(asked["expected"].values()) >= 0.4


def test_what_is_not_known_is_listed_and_never_an_error(atlas):
    case = {"weak": ["gastrocnemius", "moon muscle"], "clues": ["moon_phase"], "pain_where": ["moon"], "id": "x"}
    found = atlas.localise(case)
    assert {"moon muscle", "moon_phase", "pain moon"} == set(found.unrecognised)
    assert found.candidates
    assert atlas.localise({}).candidates == ()


def test_names_are_understood_within_their_kind(atlas):
    found = atlas.findings_parser.signs({"weak": ["tibialis_posterior:4"], "reduced_reflex": ["tibialis_posterior"]})
    assert found.signs == [("weak", "tibialis_posterior"), ("reduced_reflex", "tibialis_posterior_reflex")]
    assert found.grades == {"tibialis_posterior": 4.0}
    assert atlas.findings_parser.signs({"weak": ["soleus:5"]}).signs == [("normal", "soleus")]


def test_every_site_of_the_cases_has_its_key(atlas):
    keys = {row.site_key for row in atlas.dataset["sites"].values()}
    assert len(keys) == len(atlas.dataset["sites"])
    assert {"spinal_stenosis", "conus_medullaris", "nerve_tibial_tarsal_tunnel", "out_of_graph_vascular"} <= keys


targets = st.lists(st.integers(0, 10_000), max_size=6)


@settings(deadline=None, max_examples=40)
@given(weak=targets, normal=targets, numb=targets)
def test_any_findings_get_an_orderly_answer(atlas, weak, normal, numb):
    muscles, skin = list(atlas.dataset["muscles"]), list(atlas.dataset["territories"])
    signs = {
        "weak": [muscles[n % len(muscles)] for n in weak],
        "normal": [muscles[n % len(muscles)] for n in normal],
        "numb": [skin[n % len(skin)] for n in numb],
    }
    found = atlas.localise(**signs)
    again = atlas.localise(**{sign: list(reversed(names)) for sign, names in signs.items()})
    wrong = {*signs["weak"], *signs["numb"]}
    for one in found.candidates:
        assert set(one["explained"]) | set(one["unexplained"]) == wrong
        assert set(one["contradicted"]) <= set(signs["normal"])
    assert [one["site_key"] for one in again.candidates] == [one["site_key"] for one in found.candidates]
    assert "probab" not in json.dumps(found.as_dict()).lower()


def test_the_command(tmp_path):
    path = tmp_path / "case.json"
    path.write_text(json.dumps(read_cases(PUBLISHED)[0]), "utf-8")
    run = CliRunner().invoke(main, ["localise", "--case", str(path), "--json"])
    answer = json.loads(run.stdout)
    assert set(answer) == {"red_flags", "unrecognised", "candidates", "next_examination"}
    wanted = {"site", "site_key", "explained", "unexplained", "contradicted", "would_also_predict"}
    assert wanted <= set(answer["candidates"][0])
    told = CliRunner().invoke(main, ["localise", "--weak", "tibialis anterior:2", "--clue", "no_such_thing"])
    assert (
        told.exit_code == 0 and "It does not diagnose" in told.stdout and "not recognised: no_such_thing" in told.stdout
    )


@pytest.mark.parametrize(
    "words", [["localise"], ["localise", "--weak", "moon"], ["localise", "--case", "nowhere.json"]]
)
def test_wrong_use_exits_2(words):
    run = CliRunner().invoke(main, words)
    assert run.exit_code == 2 and "Traceback" not in run.output


def test_a_broken_case_is_refused_in_words(tmp_path):
    for text in ("{", "[]"):
        path = tmp_path / "case.json"
        path.write_text(text, "utf-8")
        run = CliRunner().invoke(main, ["localise", "--case", str(path)])
        assert run.exit_code == 2 and "case.json" in run.stderr


CLAIM = "keeper[plate 1],variable,read,"
SPOILT = {
    "site_key": (lambda limb: set_cell(limb, "sites", "ring", "site_key", "whole"), "also the key of"),
    "on": (lambda limb: set_cell(limb, "sites", "ring", "standing", "off-graph"), "off-graph, but nodes stand here"),
    "weights": (
        lambda limb: _write(limb, "weights", "id,value,low,high,says", "main_root,9,1,3,More"),
        "myotomes/weights.csv:2:2: value: 9 is not from 1 to 3",
    ),
    "rivals": (
        lambda limb: _write(limb, "rival_roots", "target,roots,main_roots", "curler,K1;K9,K2"),
        "main_roots: 'K2' is not among its roots",
    ),
    "clues": (
        lambda limb: _write(
            limb,
            "clues",
            "id,name,phrases,strength,toward,away,seen_in,softens,red_flag",
            "tap,Tap,,weak,nowhere,,,mood,",
        ),
        "softens: 'mood' is no kind of finding",
    ),
}


def _write(limb, table, header, row):
    text = f"{header},cites,confidence,checked,note\n{row},{CLAIM}\n"
    (limb / table_file(table)).write_text(text, "utf-8")


@pytest.mark.parametrize("name", SPOILT)
def test_what_reasoning_rests_on_is_checked(tmp_path, name):
    limb = copy_of(TINY, tmp_path)
    spoil, said = SPOILT[name]
    spoil(limb)
    run = CliRunner().invoke(main, ["check", str(limb)])
    assert run.exit_code == 1 and said in run.stdout


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("plantar flexion", {"gastrocnemius", "soleus"}),
        ("hamstrings:4+/5", {"semitendinosus", "semimembranosus", "biceps_femoris_long"}),
        ("tibialis anterior", {"tibialis_anterior"}),
    ],
)
def test_a_word_may_mean_several_muscles(atlas, said, meant):
    found = atlas.findings_parser.signs({"weak": [said]})
    assert {target for _, target in found.signs} == meant
    assert set(found.grades.values()) == ({4.0} if ":" in said else set())


def test_a_case_may_be_written_carelessly(atlas):
    """Words instead of lists, grades as people write them, nothing at all: read as far as it can be, and never an error."""
    case = {
        "weak": "tibialis anterior, soleus; moon",
        "weak_strength": {"tibialis_anterior": "4-/5", "soleus": "poor"},
        "numb": None,
        "clues": "back_pain",
        "normal_muscles": [None, "", "quadriceps"],
        "reduced_reflexes": 7,
    }
    found = atlas.findings_parser.case(case)
    assert [target for sign, target in found.signs if sign == "weak"] == ["tibialis_anterior", "soleus"]
    assert (found.grades, found.clues, found.unrecognised) == ({"tibialis_anterior": 4.0}, ["back_pain"], ["moon", "7"])
    atlas.localise({"weak_strength": [], "clues": {"slr": True}})


def test_the_commoner_site_leads_where_findings_cannot_tell(atlas):
    """All that L5 and the trunk below it take alike: the trunk is rarely ill, and both are said to be alike."""
    found = atlas.localise(weak=["tibialis anterior", "fibularis longus", "tibialis posterior"])
    assert first(found) == "root_L5" and "plexus_lumbosacral_trunk" in found.candidates[0]["alike"]


def test_a_wording_of_two_kinds_is_refused(tmp_path):
    limb = copy_of(TINY, tmp_path)
    (limb / "ui/wordings.csv").write_text("said,means\ngrip,curler;tip_skin\n", "utf-8")
    run = CliRunner().invoke(main, ["check", str(limb)])
    assert "ui/wordings.csv:2:2: means: these stand in muscles and territories; name muscles only" in run.stdout
