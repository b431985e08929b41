"""Lesions: tables worked out by hand, and settled anatomy on the real data. Laws are in `tests/property`."""

import json
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from atlas import Atlas
from atlas.cli import main
from atlas.graph.fibres import root_parts
from atlas.search.names import UnknownName
from tests.support.limbs import TINY, copy_of, set_cell

TINY_CASES = [
    # place, lost, reduced, reflexes lost, reflexes reduced
    ("knot", "curler sucker lower_skin tip_skin", {}, "snap", {}),
    ("loop", "upper_skin", {}, "", {}),
    ("narrow ring", "tip_skin", {}, "", {}),
    ("whole", "curler sucker lower_skin tip_skin", {}, "snap", {}),
    ("first gate", "upper_skin", {"curler": 0.5}, "", {}),
    ("K2", "tip_skin", {"curler": 0.5, "sucker": 0.5, "lower_skin": 0.5}, "snap", {}),
    ("K3", "", {"sucker": 0.5, "lower_skin": 0.5}, "", {}),
]


@pytest.mark.parametrize("case", TINY_CASES, ids=lambda case: case[0])
def test_lesions_of_the_tiny_limb(tiny, case):
    """This limb has no weights, so its roots weigh the same."""
    place, lost, reduced, reflexes_lost, reflexes_reduced = case
    found = tiny.lesion(place)
    assert set(found.lost) == set(lost.split())
    assert found.reduced == reduced
    assert set(found.reflexes_lost) == set(reflexes_lost.split())
    assert found.reflexes_reduced == reflexes_reduced


def test_silent_skin_depends_on_its_nerve_but_on_no_root(tiny):
    assert "lower_skin" in tiny.lesion("outer", "divers").lost
    assert "lower_skin" in tiny.lesion("K2", "divers").spared


def test_main_roots_weigh_what_the_rows_say(tmp_path):
    limb = copy_of(TINY, tmp_path)
    tail = "keeper[plate 1],variable,"
    (limb / "myotomes/weights.csv").write_text(
        "id,value,low,high,says,cites,confidence,note\n"
        f"main_root,3,1,9,Main roots bring more,{tail}\nother_root,1,1,1,The measure,{tail}\n",
        "utf-8",
    )
    found = Atlas.load(limb).lesion("K1")
    assert (found.reduced["curler"], found.between["curler"]) == (0.75, (0.5, 0.9))
    set_cell(limb, "weights", "main_root", "value", "much")
    result = CliRunner().invoke(main, ["check", str(limb)])
    assert "myotomes/weights.csv:2:2: value: 'much' is not a number" in result.stdout


def test_one_side_only_reduces_a_reflex_that_both_sides_serve(tmp_path):
    limb = copy_of(TINY, tmp_path)
    set_cell(limb, "reflexes", "snap", "sides", "both")
    tail = "keeper[plate 1],variable,"
    (limb / "myotomes/weights.csv").write_text(
        f"id,value,low,high,says,cites,confidence,note\none_side,0.25,0.125,0.5,One of two sides,{tail}\n", "utf-8"
    )
    one_side = Atlas.load(limb).lesion("whole")
    assert one_side.reflexes_lost == ()
    assert (one_side.reflexes_reduced, one_side.between["snap"]) == ({"snap": 0.25}, (0.125, 0.5))
    assert "sucker" in one_side.lost
    set_cell(limb, "sites", "whole", "sides", "both")
    assert Atlas.load(limb).lesion("whole").reflexes_lost == ("snap",)


def test_one_pudendal_nerve_keeps_the_anal_reflex_and_the_conus_does_not(atlas):
    assert "anal_bulbocavernosus" in atlas.lesion("pudendal nerve at the ischial spine").reflexes_reduced
    assert "anal_bulbocavernosus" in atlas.lesion("conus medullaris").reflexes_lost


def test_sites_agree_with_settled_anatomy(atlas):
    tunnel = atlas.lesion("tarsal tunnel")
    assert {"achilles", "gastrocnemius", "tibialis_posterior"} <= set(tunnel.spared)
    neck = atlas.lesion("common fibular nerve at the fibular neck")
    assert {"tibialis_posterior", "gluteus_medius", "biceps_femoris_short", "lateral_leg_upper"} <= set(neck.spared)
    assert {"tibialis_anterior", "fibularis_longus", "first_web_dorsal"} <= set(neck.lost)
    hip = atlas.lesion("sciatic nerve at the hip")
    below_knee = {m.id for m in atlas.dataset["muscles"].values() if m.group.startswith(("leg", "foot"))}
    assert {"biceps_femoris_short", "semitendinosus", *below_knee} <= set(hip.lost)
    assert {"medial_leg", "medial_malleolus", "gluteus_medius", "patellar"} <= set(hip.spared)
    assert "achilles" in hip.reflexes_lost


def test_a_root_takes_shares_within_their_uncertainty(atlas):
    found = atlas.lesion("L5")
    assert not set(found.lost) & set(atlas.dataset["muscles"])
    least, most = found.between["tibialis_anterior"]
    assert least < found.reduced["tibialis_anterior"] < most
    assert found.reduced["extensor_hallucis_longus"] > found.reduced["gluteus_maximus"]


@pytest.mark.parametrize(
    ("name", "site"),
    [
        ("spinal_stenosis", "spinal_stenosis_site"),
        ("conus_medullaris", "conus_medullaris_site"),
        ("disc L4/5 paracentral", "root_L5"),
        ("L5/S1 foramen", "root_L5"),
        ("L4/5 disc paracentral", "root_L5"),
        ("L4-L5 disc", "root_L5"),
        ("L5/S1 disc far lateral", "root_L5"),
        ("far-lateral disc at L5/S1", "root_L5"),
        ("L5/S1 disc", "root_S1"),
        ("L3/4 disc far lateral", "root_L3"),
        ("common peroneal nerve at the fibular head", "nerve_common_fibular_neck"),
        ("piriformis", "nerve_sciatic_hip"),
        ("sciatic", "sciatic"),
        ("tibial.calf", "tibial.calf"),
    ],
)
def test_places_have_many_names(atlas, name, site):
    assert atlas.lesion(name).site == site


def test_a_name_that_is_no_place_is_refused(atlas):
    with pytest.raises(UnknownName):
        atlas.lesion("nowhere at all")
    for name in ("gastrocnemius", "sciatica", "out_of_graph_central"):
        with pytest.raises(ValueError, match=r"place|is not on a nerve"):
            atlas.lesion(name)


def test_the_command_prints_words_or_json():
    result = CliRunner().invoke(main, ["lesion", "tarsal tunnel", "--json"])
    found = json.loads(result.stdout)
    assert {"site", "lost", "reduced", "spared", "reflexes_lost", "reflexes_reduced"} <= set(found)
    assert "achilles" in found["spared"]
    text = CliRunner().invoke(main, ["lesion", "L5"]).stdout
    assert "Tibialis anterior (partly)" in text and "For teaching" in text and "%" not in text
    wrong = CliRunner().invoke(main, ["lesion", "gastrocnemius"])
    assert wrong.exit_code == 2 and "not a place on a nerve" in wrong.stderr


def test_main_and_other_roots_share_a_target_by_their_weights() -> None:
    weights = {"main_root": SimpleNamespace(value=3.0), "other_root": SimpleNamespace(value=2.0)}
    graph = SimpleNamespace(dataset=SimpleNamespace(weights=weights), bits={"K1": 1, "K2": 2, "K3": 4})
    # 3 + 2 = 5 parts; without main roots all bring the same
    assert root_parts(graph, ["K1", "K2"], ["K1"], "value") == pytest.approx({1: 0.6, 2: 0.4})
    assert root_parts(graph, ["K1", "K2", "K3"], [], "value") == pytest.approx({1: 1 / 3, 2: 1 / 3, 4: 1 / 3})
    assert root_parts(graph, [], ["K1"], "value") == {}
