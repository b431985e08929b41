"""Lesions: tables worked out by hand, settled anatomy on the real data, and laws that hold for every lesion."""

import json

import networkx as nx
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas import Atlas
from atlas.cli import main
from atlas.search.names import UnknownName
from tests.support.limbs import TINY, copy_of, generate, set_cell

TABLES = ("muscles", "territories", "reflexes")


@pytest.fixture(scope="module")
def tiny():
    return Atlas.load(TINY)


@pytest.fixture(scope="module")
def limbs(atlas, tmp_path_factory):
    """Generated limbs, and the real one."""
    base = tmp_path_factory.mktemp("limbs")
    return [*(Atlas.load(generate(base / str(seed), 60 * seed, seed)) for seed in (1, 2, 7)), atlas]


def _places(atlas):
    return [
        *atlas.dataset["roots"],
        *atlas.dataset["segments"],
        *(s.id for s in atlas.dataset["sites"].values() if s.on),
    ]


def _taken(found):
    """Every target → the share that is gone."""
    whole = dict.fromkeys((*found.lost, *found.reflexes_lost), 1.0)
    return whole | found.reduced | found.reflexes_reduced | dict.fromkeys(found.spared, 0.0)


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
    """That limb has no weights: its roots weigh the same."""
    place, lost, reduced, reflexes_lost, reflexes_reduced = case
    found = tiny.lesion(place)
    assert set(found.lost) == set(lost.split())
    assert found.reduced == reduced
    assert set(found.reflexes_lost) == set(reflexes_lost.split())
    assert found.reflexes_reduced == reflexes_reduced


def test_silent_skin_goes_with_its_nerve_but_with_no_root(tiny):
    assert "lower_skin" in tiny.lesion("outer", "divers").lost
    assert "lower_skin" in tiny.lesion("K2", "divers").spared


def test_main_roots_weigh_more_by_the_rows(tmp_path):
    limb = copy_of(TINY, tmp_path)
    tail = "keeper[plate 1],variable,read,"
    (limb / "myotomes/weights.csv").write_text(
        "id,value,low,high,says,cites,confidence,checked,note\n"
        f"main_root,3,1,9,Main roots bring more,{tail}\nother_root,1,1,1,The measure,{tail}\n",
        "utf-8",
    )
    found = Atlas.load(limb).lesion("K1")
    assert (found.reduced["curler"], found.between["curler"]) == (0.75, (0.5, 0.9))
    set_cell(limb, "weights", "main_root", "value", "much")
    result = CliRunner().invoke(main, ["check", str(limb)])
    assert "myotomes/weights.csv:2:2: value: 'much' is not a number" in result.stdout


def test_what_settled_anatomy_says_of_sites(atlas):
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


def test_roots_take_shares_within_their_uncertainty(atlas):
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
def test_places_go_by_many_names(atlas, name, site):
    assert atlas.lesion(name).site == site


def test_what_is_no_place_is_refused(atlas):
    with pytest.raises(UnknownName):
        atlas.lesion("nowhere at all")
    for name in ("gastrocnemius", "sciatica", "out_of_graph_central"):
        with pytest.raises(ValueError, match=r"place|lies off"):
            atlas.lesion(name)


def test_the_command(atlas):
    result = CliRunner().invoke(main, ["lesion", "tarsal tunnel", "--json"])
    found = json.loads(result.stdout)
    assert {"site", "lost", "reduced", "spared", "reflexes_lost", "reflexes_reduced"} <= set(found)
    assert "achilles" in found["spared"]
    told = CliRunner().invoke(main, ["lesion", "L5"]).stdout
    assert "Tibialis anterior 50% (" in told and "For teaching" in told
    wrong = CliRunner().invoke(main, ["lesion", "gastrocnemius"])
    assert wrong.exit_code == 2 and "not a place on a nerve" in wrong.stderr


laws = settings(deadline=None, max_examples=60)
pick = st.tuples(st.integers(0, 3), st.integers(0, 10_000))


def _chosen(limbs, at):
    atlas = limbs[at[0]]
    places = sorted(atlas.nerve_graph.segment_graph)
    return atlas, places[at[1] % len(places)]


@laws
@given(at=pick)
def test_lost_reduced_and_spared_is_everything_once(limbs, at):
    atlas, place = _chosen(limbs, at)
    found = atlas.lesion(place)
    parts = [found.lost, found.reduced, found.spared, found.reflexes_lost, found.reflexes_reduced]
    everything = [id_ for part in parts for id_ in part]
    assert sorted(everything) == sorted(id_ for table in TABLES for id_ in atlas.dataset[table])
    assert all(0 < share < 1 for share in found.reduced.values())
    assert set(found.between) == {*found.reduced, *found.reflexes_reduced}


@laws
@given(at=pick, other=st.integers(0, 10_000))
def test_a_more_proximal_lesion_never_loses_less(limbs, at, other):
    """Proximal: every way from a root to the distal place leads through it."""
    atlas, distal = _chosen(limbs, at)
    way = atlas.nerve_graph.segment_graph
    above = sorted(nx.ancestors(way, distal)) or [distal]
    proximal = above[other % len(above)]
    without = way.subgraph(set(way) - {proximal})
    if distal in without and set(nx.ancestors(without, distal)) & set(atlas.dataset["roots"]):
        return
    more, less = _taken(atlas.lesion(proximal)), _taken(atlas.lesion(distal))
    assert all(more[e] >= less[e] - 1e-4 for e in less)


@laws
@given(at=pick, more=st.lists(st.integers(0, 10_000), max_size=4))
def test_more_removed_is_never_less_lost(limbs, at, more):
    atlas, place = _chosen(limbs, at)
    places = sorted(atlas.nerve_graph.segment_graph)
    also = {places[n % len(places)] for n in more}
    one = _taken(atlas.lesions.of(place, (place,), atlas.default_map))
    all_ = _taken(atlas.lesions.of(place, (place, *also), atlas.default_map))
    assert all(all_[e] >= one[e] - 1e-4 for e in one)


def test_removing_nothing_loses_nothing_and_every_root_everything(atlas):
    nothing = atlas.lesions.of("nothing", (), atlas.default_map)
    assert not any((nothing.lost, nothing.reduced, nothing.reflexes_lost, nothing.reflexes_reduced))
    everything = atlas.lesions.of("all", tuple(atlas.dataset["roots"]), atlas.default_map)
    assert not any((everything.spared, everything.reduced, everything.reflexes_reduced))


def test_real_lesions_keep_the_laws_on_every_map(atlas):
    for map_id in atlas.maps:
        for place in _places(atlas):
            taken = _taken(atlas.lesion(place, map_id))
            assert len(taken) == sum(len(atlas.dataset[table]) for table in TABLES)


@laws
@given(at=st.integers(0, 10_000), share=st.floats(0, 1))
def test_sliding_a_lesion_down_a_nerve_gives_endings_back(atlas, at, share):
    """What the slider does: each step down a chain of segments spares all that left above, and takes nothing new."""
    nerves = [parts for parts in atlas.nerve_graph.segments_of.values() if len(parts) > 1]
    parts = nerves[at % len(nerves)]
    way = atlas.nerve_graph.segment_graph
    here = parts[min(int(share * len(parts)), len(parts) - 1)]
    for below in (part for part in parts if here in nx.ancestors(way, part) and list(way.predecessors(part)) == [here]):
        more, less = _taken(atlas.lesion(here)), _taken(atlas.lesion(below))
        assert all(more[target] >= less[target] - 1e-4 for target in less)
