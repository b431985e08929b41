"""Localisation by kind of case: each kind that once failed, on cases made up for these tests."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from atlas import Atlas
from atlas.cli import main
from atlas.dataset.folders import table_file
from atlas.dataset.validation.reasoning import SIGNS as SIGNS_OF_COMBINATIONS
from atlas.reasoning.localisation.combinations import combinations_in
from atlas.reasoning.localisation.findings import SIGNS
from atlas.reasoning.localisation.scoring import DEFAULT_PARAMETERS, finding_cost
from tests.support.limbs import TINY, copy_of

LEG_MUSCLES = ("quadriceps", "gluteus_medius", "biceps_femoris_long", "gastrocnemius", "tibialis_posterior")
FOOT_SKIN = ("dorsum_medial", "dorsum_central", "first_web_dorsal", "lateral_border", "sole_medial", "sole_lateral")
CENTRAL, NEURONS = "out_of_graph_central", "out_of_graph_motor_neuron"
MANY, NOT_NERVE = "out_of_graph_polyneuropathy", "out_of_graph_not_nerve"


def keys(atlas: Atlas, **signs) -> list[str]:
    return [candidate["site_key"] for candidate in atlas.localise(**signs).candidates]


FIRST = {
    "central: sudden": (
        {
            "weak": ["tibialis_anterior:2", "extensor_hallucis_longus"],
            "normal": LEG_MUSCLES,
            "intact": FOOT_SKIN,
            "clue": ["suddenly at work"],
        },
        CENTRAL,
    ),
    "central: no sign of it, Babinski negative": (
        {
            "weak": ["tibialis_anterior", "extensor_digitorum_longus"],
            "normal": LEG_MUSCLES,
            "intact": FOOT_SKIN,
            "clue": ["on waking", "Babinski negative"],
        },
        CENTRAL,
    ),
    "cauda equina: legs normal": (
        {"numb": ["saddle"], "normal": [*LEG_MUSCLES, "tibialis_anterior"], "clue": ["cannot pass urine"]},
        "cauda_equina",
    ),
    "cauda equina: with a disc": (
        {
            "numb": ["saddle", "lateral_border"],
            "weak": ["gastrocnemius:4"],
            "reduced_reflex": ["achilles"],
            "clue": ["disc L5-S1", "urinary retention"],
        },
        "cauda_equina",
    ),
    "a disc without the saddle stays a root": (
        {"numb": ["lateral_border"], "weak": ["gastrocnemius:4"], "clue": ["disc L5-S1"]},
        "root_S1",
    ),
    "normal response: sural": ({"numb": ["lateral_border"], "clue": ["sural response normal"]}, "root_S1"),
    "normal response: general": (
        {"numb": ["dorsum_central"], "weak": ["extensor_hallucis_longus"], "clue": ["SNAPs preserved"]},
        "root_L5",
    ),
    "normal response elsewhere leaves the tarsal tunnel": (
        {"numb": ["sole_medial", "heel_plantar"], "clue": ["sural response normal", "Tinel behind medial malleolus"]},
        "nerve_tibial_tarsal_tunnel",
    ),
    "absent response is no denial": (
        {"weak": ["tibialis_anterior"], "numb": ["dorsum_central"], "clue": ["superficial peroneal sensory absent"]},
        "nerve_common_fibular_neck",
    ),
    "mass beside the spine takes the trunk's share": (
        {
            "weak": ["iliopsoas:3", "quadriceps:3", "adductor_longus:3", "tibialis_anterior:4"],
            "numb": ["anterior_thigh_lower", "medial_leg"],
            "clue": ["psoas abscess"],
        },
        "plexus_lumbar",
    ),
    "heel and sole": (
        {"numb": ["heel_plantar", "sole_medial", "sole_lateral"], "clue": ["tapping behind the inner ankle tingles"]},
        "nerve_tibial_tarsal_tunnel",
    ),
    "many nerves: stocking": (
        {"numb": FOOT_SKIN, "reduced_reflex": ["achilles"], "clue": ["both feet alike", "diabetes"]},
        MANY,
    ),
    "many nerves: ascending": (
        {
            "weak": ["tibialis_anterior", "gastrocnemius", "quadriceps"],
            "reduced_reflex": ["patellar", "achilles"],
            "clue": ["both legs", "ascending weakness"],
        },
        MANY,
    ),
    "motor neurones": (
        {"weak": ["tibialis_anterior", "quadriceps"], "clue": ["fasciculations", "brisk reflexes", "no numbness"]},
        NEURONS,
    ),
    "a tendon": ({"weak": ["tibialis_anterior"], "clue": ["felt a pop", "palpable gap in the tendon"]}, NOT_NERVE),
    "a joint": ({"pain": ["medial_knee"], "clue": ["knee locks"]}, NOT_NERVE),
    "circumstance: injection": ({"clue": ["injection into the buttock"]}, "nerve_sciatic_hip"),
    "circumstance: dislocation": ({"clue": ["posterior dislocation of the hip"]}, "nerve_sciatic_hip"),
    "circumstance: fracture": ({"clue": ["fracture of the hip", "hip fracture"]}, "nerve_sciatic_hip"),
    "circumstance: forceps": ({"clue": ["forceps delivery"]}, "plexus_lumbosacral_trunk"),
    "circumstance: sacral ala": ({"clue": ["a screw in the sacral ala"]}, "plexus_lumbosacral_trunk"),
}


@pytest.mark.parametrize("kind", FIRST)
def test_the_site_of_each_kind_comes_first(atlas: Atlas, kind: str) -> None:
    signs, site = FIRST[kind]
    assert keys(atlas, **signs)[0] == site


SEVERAL = {
    "Tinel sign behind the knee": {"nerve_tibial_popliteal", "nerve_common_fibular_popliteal"},
    "popliteal aneurysm": {"nerve_tibial_popliteal", "nerve_common_fibular_popliteal"},
    "inguinal hernia repair": {"nerve_lateral_femoral_cutaneous", "nerve_femoral_inguinal"},
    "McRoberts position": {"nerve_lateral_femoral_cutaneous", "nerve_femoral_inguinal"},
    "a blow from behind, below the knee": {"nerve_tibial_popliteal", "nerve_common_fibular_neck"},
}


@pytest.mark.parametrize("clue", SEVERAL)
def test_a_clue_that_fits_several_places_points_to_all_of_them(atlas: Atlas, clue: str) -> None:
    assert SEVERAL[clue] <= {*keys(atlas, clue=[clue])}


def test_the_brain_is_not_suggested_where_the_skin_of_the_nerve_is_numb(atlas: Atlas) -> None:
    weak = ["tibialis_anterior", "extensor_hallucis_longus"]
    assert CENTRAL in keys(atlas, weak=weak, intact=["first_web_dorsal", "dorsum_central"])
    assert CENTRAL not in keys(atlas, weak=weak, numb=["first_web_dorsal"], intact=["lateral_border"])


def test_normal_feeling_counts_most_in_skin_of_one_nerve_alone() -> None:
    alone, shared = (finding_cost("intact", 1.0, 0.4, DEFAULT_PARAMETERS, alone) for alone in (True, False))
    assert alone > shared
    weak = [finding_cost("weak", 0.5, 0.4, DEFAULT_PARAMETERS, alone) for alone in (True, False)]
    assert weak[0] == weak[1]


def test_skin_of_one_nerve_alone_comes_from_the_data(atlas: Atlas) -> None:
    alone = atlas.localiser.expected.autonomous
    assert {row.territory for row in atlas.dataset["autonomous"].values()} <= alone
    assert {row.territory for row in atlas.dataset["fields"].values() if row.share == "all"} <= alone
    assert len(alone) < len(atlas.dataset["territories"])


def test_a_site_is_held_to_less_the_less_its_usual_lesion_takes(atlas: Atlas) -> None:
    costs = atlas.localiser.ranking.scorer.costs
    for site in atlas.dataset["sites"].values():
        if site.on and site.severity in ("partial", "intermittent"):
            assert costs.expected_factor[site.id] < 1 and costs.deficit_cost[site.id] > 0
        elif site.standing == "focal":
            assert costs.expected_factor[site.id] == 1 and costs.deficit_cost[site.id] == 0


def test_what_a_cause_only_sometimes_takes_explains_but_is_not_expected(atlas: Atlas) -> None:
    expected = atlas.localiser.expected
    for site, further in expected.further.items():
        assert further
        for target, share in further.items():
            assert 0 < share + expected.of(site).get(target, 0.0) <= 1
    signs = {"weak": ["quadriceps", "iliopsoas", "adductor_longus"], "clue": ["psoas abscess"]}
    weak = {**signs, "weak": [*signs["weak"], "tibialis_anterior:4"]}
    [with_weak] = [c for c in atlas.localise(**weak).candidates if c["site_key"] == "plexus_lumbar"]
    assert "tibialis_anterior" in with_weak["explained"]
    [with_normal] = [
        c for c in atlas.localise(**signs, normal=["tibialis_anterior"]).candidates if c["site_key"] == "plexus_lumbar"
    ]
    assert with_normal["contradicted"] == []


def test_a_cause_off_the_nerves_does_not_explain_what_it_spares(atlas: Atlas) -> None:
    """Numb skin speaks against the motor neurones, and not against many nerves at once."""
    scorer, parse = atlas.localiser.ranking.scorer, atlas.findings_parser.parse_signs
    evidence = scorer.evidence(parse({"numb": ["sole_medial"]}), [])
    spared, taken = (scorer.score((site,), {}, evidence) for site in (NEURONS, MANY))
    assert spared.evidence_cost > taken.evidence_cost
    assert (spared.explained, spared.unexplained) == ((), ("sole_medial",))
    assert (taken.explained, taken.unexplained) == (("sole_medial",), ())


def test_a_loss_is_not_a_denial(atlas: Atlas) -> None:
    for words in ("bladder and bowel do not work", "heel pain that did not settle", "no sensation around the anus"):
        matches, _ = atlas.localiser._recognise([words])
        assert matches and not any(match.denied for match in matches), words
    [denied] = atlas.localiser._recognise(["bladder not affected"])[0]
    assert denied.denied


def test_every_candidate_explains_something(atlas: Atlas) -> None:
    for signs in (
        {"clue": ["injection into the buttock"]},
        {"weak": ["gluteus_medius"]},
        {"numb": ["lateral_thigh"], "normal": ["quadriceps"]},
    ):
        assert all(candidate["explained"] for candidate in atlas.localise(**signs).candidates)


def test_normal_findings_alone_have_no_candidate_and_nothing_fits(atlas: Atlas) -> None:
    found = atlas.localise(normal=LEG_MUSCLES, intact=FOOT_SKIN)
    assert (found.candidates, found.fits, found.next_examination) == ((), False, None)


# Weakness, numbness and normal findings scattered over the limb, which no place and no pair of places removes together.
SCATTERED = {
    "weak": ["iliopsoas", "soleus", "extensor_digitorum_brevis"],
    "numb": ["lateral_thigh", "medial_leg", "heel_lateral"],
    "normal": ["quadriceps", "gastrocnemius", "tibialis_anterior", "adductor_longus", "gluteus_maximus"],
    "intact": ["anterior_thigh_lower", "sole_lateral", "medial_malleolus", "lateral_border"],
}


def test_scattered_findings_fit_nothing_and_the_nearest_places_are_few(atlas: Atlas) -> None:
    found = atlas.localise(**SCATTERED)
    assert not found.fits and found.as_dict()["fits"] is False
    assert 0 < len(found.candidates) <= 3


def test_the_command_says_that_nothing_fits() -> None:
    words = [word for sign, names in SCATTERED.items() for name in names for word in (f"--{sign}", name)]
    assert "nothing here fits" in CliRunner().invoke(main, ["localise", *words]).stdout
    assert "point to no place" in CliRunner().invoke(main, ["localise", "--normal", "quadriceps"]).stdout
    assert "nothing here fits" not in CliRunner().invoke(main, ["localise", "--weak", "quadriceps"]).stdout


def test_the_losses_of_every_place_fit(atlas: Atlas) -> None:
    """What a place takes completely is explained by it, so something fits."""
    abnormal = {"muscles": "weak", "territories": "numb", "reflexes": "reduced_reflex"}
    for site, shares in atlas.localiser.expected.by_site.items():
        lost = {
            sign: [target for target, share in shares.items() if share > 0.8 and target in atlas.dataset[table]]
            for table, sign in abnormal.items()
        }
        assert atlas.localise(**lost).fits or not any(lost.values()), site


def test_a_clue_that_one_text_denies_and_another_has_is_present(atlas: Atlas) -> None:
    for clues in (["rectal tone normal", "urinary retention"], ["urinary retention", "rectal tone normal"]):
        assert atlas.localise(numb=["saddle"], clue=clues).candidates[0]["site_key"] == "cauda_equina"


def test_the_absence_of_a_decisive_sign_says_less_than_half_of_its_presence(atlas: Atlas) -> None:
    """The brain stays in the answer: a small fresh lesion has no signs of the upper motor neuron yet."""
    signs = {"weak": ["tibialis_anterior"], "intact": FOOT_SKIN, "clue": ["sudden onset"]}
    denied = {**signs, "clue": [*signs["clue"], "no_upper_motor_neuron_signs"]}
    assert CENTRAL in keys(atlas, **signs)[:3] and CENTRAL in keys(atlas, **denied)[:3]


@pytest.mark.parametrize(
    "words",
    ["fasciculations", "no sensory loss", "feeling normal", "sensation intact", "painless", "no trauma", "symmetrical"],
)
def test_common_words_are_recognised(atlas: Atlas, words: str) -> None:
    assert atlas.localise(weak=["tibialis_anterior"], clue=[words]).unrecognised == ()


def test_a_combination_needs_all_its_parts_and_explains_by_its_name(atlas: Atlas) -> None:
    for row in atlas.dataset["combinations"].values():
        clues = [atlas.dataset["clues"][clue].name for clue in row.clues]
        recognised, _ = atlas.localiser._recognise(clues)
        assert {match.row.id for match in recognised} >= {*row.clues}
    found = atlas.localise(weak=["tibialis_anterior"], intact=["first_web_dorsal"])
    [central] = [candidate for candidate in found.candidates if candidate["site_key"] == CENTRAL]
    assert central["explained"] == ["tibialis_anterior", "Weakness, but feeling normal"]


def test_combinations_that_say_the_same_of_the_same_findings_count_once(atlas: Atlas) -> None:
    """Numb feet on both sides are one observation, whichever words say so; a full bladder is another."""
    parse, recognise = atlas.findings_parser.parse_signs, atlas.localiser._recognise
    rows = atlas.localiser.combinations

    def met(numb: str, *clues: str) -> list[str]:
        findings = parse({"numb": [numb]}, clues)
        return [match.row.id for match in combinations_in(rows, findings, recognise(findings.clues)[0])]

    assert met("sole_medial", "stocking loss", "both legs") == ["numb_feet_on_both_sides"]
    assert met("sole_medial", "both legs") == ["feet_numb_and_both_sides"]
    assert met("saddle", "retention") == ["saddle_numb", "saddle_and_sphincter"]


def test_the_check_knows_the_signs_of_localisation() -> None:
    assert {*SIGNS} == SIGNS_OF_COMBINATIONS


CLAIM = "cites,confidence,note", "keeper[plate 1],variable,"
BAD_ROWS = {
    "a sign": (
        "combinations",
        "id,name,clues,signs,targets,without,strength,toward,away",
        "both,Both,,mood,,,weak,ring,",
        "clinical/combinations.csv:2:4: signs: 'mood' is not a sign",
    ),
    "no part": (
        "combinations",
        "id,name,clues,signs,targets,without,strength,toward,away",
        "both,Both,,,,,weak,ring,",
        "clinical/combinations.csv:2:3: clues: there is neither",
    ),
    "spares": (
        "reach",
        "site,may_take,hurts,spares",
        "ring,,,muscle",
        "clinical/reach.csv:2:4: spares: the site is on",
    ),
}


@pytest.mark.parametrize("name", BAD_ROWS)
def test_bad_rows_are_reported(tmp_path, name: str) -> None:
    table, header, row, message = BAD_ROWS[name]
    limb = copy_of(TINY, tmp_path)
    (limb / table_file(table)).write_text(f"{header},{CLAIM[0]}\n{row},{CLAIM[1]}\n", "utf-8")
    run = CliRunner().invoke(main, ["check", str(limb)])
    assert run.exit_code == 1 and message in run.stdout


def test_an_invented_limb_has_combinations_and_further_reach(tmp_path) -> None:
    limb = copy_of(TINY, tmp_path)
    header, claim = CLAIM
    (limb / table_file("reach")).write_text(f"site,may_take,hurts,spares,{header}\nring,outer,,,{claim}\n", "utf-8")
    (limb / table_file("combinations")).write_text(
        "id,name,clues,signs,targets,without,strength,toward,away,"
        + header
        + f"\nweak_alone,Weak alone,,weak,,numb,strong,ring,,{claim}\n",
        "utf-8",
    )
    tiny = Atlas.load(limb)
    assert tiny.localiser.expected.further["ring"]
    site = tiny.lesion_places.site_key("ring")
    muscle = next(iter(tiny.localiser.expected.further["ring"]))
    assert site in keys(tiny, weak=[muscle])
