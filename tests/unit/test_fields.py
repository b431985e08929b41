"""Fields of nerves: shares in words, their independence of dermatome maps, and what `check` refuses."""

import pytest

from atlas import Atlas
from atlas.dataset.loader import load_dataset
from atlas.dataset.problems import DataProblems
from tests.support.limbs import TINY, add_row, copy_of, drop_row, set_cell


@pytest.fixture(scope="module")
def tiny():
    return Atlas.load(TINY)


ROW = "keeper[plate 1],variable,"


def _limb(tmp_path, fields: str, weights: str = "") -> Atlas:
    """The tiny limb with other fields for its skin at the tip, and with weights."""
    limb = copy_of(TINY, tmp_path)
    path = limb / "anatomy/fields.csv"
    kept = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("tip_skin")]
    path.write_text("\n".join([*kept, *(f"tip_skin,{field},{ROW}" for field in fields.split())]) + "\n", "utf-8")
    rows = [f"{name},{value},{value},{value},Says,{ROW}" for name, value in (w.split("=") for w in weights.split())]
    header = "id,value,low,high,says,cites,confidence,note"
    (limb / "myotomes/weights.csv").write_text("\n".join([header, *rows]) + "\n", "utf-8")
    return Atlas.load(limb)


def test_most_weighs_what_its_row_says(tmp_path):
    atlas = _limb(tmp_path, "inner.tip,most,K1;K2 outer,part,K3", "most_of_field=3 part_of_field=1")
    assert atlas.lesion("inner.tip").reduced["tip_skin"] == 0.75
    assert atlas.lesion("outer").reduced["tip_skin"] == 0.25
    assert atlas.lesion("inner.tip").words["tip_skin"] == "mostly"
    assert atlas.lesion("outer").words["tip_skin"] == "partly"
    assert "tip_skin" in atlas.lesion("whole").lost


def test_skin_supplied_in_some_people_is_spared_with_a_caveat(tmp_path):
    atlas = _limb(tmp_path, "inner.tip,all,K1;K2 outer,sometimes,K3")
    outer, tip, root = atlas.lesion("outer"), atlas.lesion("inner.tip"), atlas.lesion("K3")
    assert "tip_skin" in outer.spared and outer.sometimes == ("tip_skin",)
    assert "tip_skin" in tip.lost and tip.sometimes == ()
    assert "tip_skin" in root.spared and root.sometimes == ()  # the map gives it to K2


def test_above_its_branches_a_field_counts_by_the_roots_that_pass(tmp_path):
    """K1 is the main root of the inner half; with weight 3 it brings three quarters of its field."""
    limb = copy_of(TINY, tmp_path)
    add_row(
        limb, "segments", {"id": "stem", "nerve": "inner", "order": "3", "name": "Stem", "from": "K1"}, like="outer"
    )
    set_cell(limb, "segments", "inner.base", "from", "stem;knot")
    set_cell(limb, "nerves", "knot", "roots", "K2;K3")
    drop_row(limb, "contributions", "K1")
    (limb / "myotomes/weights.csv").write_text(
        f"id,value,low,high,says,cites,confidence,note\nmain_root,3,3,3,Says,{ROW}\n", "utf-8"
    )
    assert Atlas.load(limb).lesion("stem").reduced["tip_skin"] == 0.75


def test_the_map_decides_for_roots_and_for_nothing_else(tiny):
    for place in tiny.nerve_graph.segment_graph:
        by_map = [tiny.lesion(place, map_id).as_dict() | {"map": ""} for map_id in tiny.maps]
        assert (by_map[0] == by_map[1]) == (place not in ("K1", "K2", "K3")), place


def test_below_the_roots_every_map_gives_the_same_answer(atlas):
    """Every site, segment and nerve, on every map."""
    places = [site.id for site in atlas.dataset.sites.values() if set(site.on) - set(atlas.dataset.roots)]
    assert len(places) >= 40
    for place in (*places, *atlas.dataset.segments, *atlas.dataset.nerves):
        answers = {str(atlas.lesion(place, map_id).as_dict() | {"map": ""}) for map_id in atlas.dataset.dermatome_maps}
        assert len(answers) == 1, place


def test_the_pathway_of_a_nerve_has_all_its_roots_on_every_map(atlas):
    for nerve in atlas.dataset.nerves.values():
        assert atlas.pathway(nerve.id).roots == nerve.roots, nerve.id
        maps = atlas.dataset.dermatome_maps
        assert len({str(atlas.pathway(nerve.id, map_id).as_dict() | {"map": ""}) for map_id in maps}) == 1, nerve.id


def test_a_root_is_on_the_pathway_of_each_nerve_that_it_contributes_to(atlas):
    for row in atlas.dataset.contributions.values():
        assert row.nerve in atlas.pathway(row.root).nerves, row.key


def test_skin_that_a_map_gives_to_a_root_without_a_nerve_is_still_shown(tmp_path):
    limb = copy_of(TINY, tmp_path)
    set_cell(limb, "dermatomes", "upper_skin", "roots", "K3")
    drop_row(limb, "stories", "K1")  # it says that the skin is that of K1
    atlas = Atlas.load(limb)
    assert "upper_skin" in atlas.pathway("K3").territories
    assert atlas.pathway("upper_skin").roots == ("K3",)
    assert "upper_skin" not in atlas.reachable("K3")
    assert atlas.lesion("K3").lost == ("upper_skin",)


SETTLED = [
    # place, lost, at least reduced, spared: what textbooks of anatomy agree on
    ("nerve_lateral_femoral_cutaneous", "lateral_thigh", "", "medial_thigh medial_leg posterior_thigh"),
    ("nerve_saphenous_thigh", "medial_leg medial_malleolus", "anterior_knee", "lateral_thigh first_web_dorsal"),
    ("nerve_superficial_fibular_fascia", "dorsum_central medial_border_forefoot", "toe1_dorsal", "lateral_border"),
    ("nerve_deep_fibular_ankle", "first_web_dorsal", "", "dorsum_central lateral_leg_upper"),
    ("nerve_sural_ankle", "lateral_border lateral_malleolus", "", "medial_malleolus first_web_dorsal"),
    ("nerve_common_fibular_neck", "dorsum_central first_web_dorsal", "anterior_shin", "medial_leg sole_medial"),
    ("nerve_tibial_tarsal_tunnel", "sole_medial sole_lateral", "heel_medial heel_plantar", "lateral_border"),
    ("nerve_sciatic_hip", "sole_lateral dorsum_central", "posterior_leg_upper", "posterior_thigh medial_leg"),
    ("nerve_femoral_inguinal", "anterior_thigh_lower medial_leg", "", "lateral_thigh posterior_thigh"),
    ("nerve_obturator_pelvis", "", "medial_thigh", "medial_leg anterior_thigh_upper lateral_thigh"),
    ("nerve_saphenous_ankle", "medial_malleolus", "", "medial_leg medial_border_forefoot sole_medial"),
    ("nerve_deep_fibular_leg", "tibialis_anterior first_web_dorsal", "", "fibularis_longus dorsum_central"),
    ("nerve_tibial_popliteal", "gastrocnemius sole_medial", "posterior_leg_lower", "semitendinosus dorsum_central"),
    ("nerve_tibial_calf", "tibialis_posterior sole_lateral", "", "gastrocnemius achilles lateral_malleolus"),
    ("nerve_medial_plantar", "abductor_hallucis sole_medial", "toe4_plantar", "sole_lateral abductor_digiti_minimi"),
    ("nerve_lateral_plantar", "dorsal_interossei sole_lateral", "toe4_plantar", "sole_medial toe1_plantar"),
    ("nerve_inferior_calcaneal", "abductor_digiti_minimi", "", "sole_lateral heel_medial dorsal_interossei"),
    ("nerve_sural_leg", "posterior_leg_lower lateral_border", "", "posterior_leg_upper dorsum_medial"),
    ("nerve_femoral_pelvis", "quadriceps medial_leg", "iliopsoas", "adductor_longus lateral_thigh"),
    ("nerve_posterior_femoral_cutaneous", "posterior_thigh", "saddle", "gluteus_maximus posterior_leg_lower"),
    ("nerve_pudendal", "", "saddle", "gluteus_maximus posterior_thigh"),
    ("plexus_lumbar", "iliopsoas quadriceps adductor_longus lateral_thigh", "", "tibialis_anterior saddle"),
    ("plexus_lumbosacral_trunk", "tibialis_anterior", "gluteus_medius", "quadriceps gastrocnemius medial_leg"),
    ("plexus_sacral", "gluteus_medius gluteus_maximus posterior_thigh", "", "quadriceps medial_leg adductor_longus"),
]


@pytest.mark.parametrize("row", SETTLED, ids=lambda row: row[0])
def test_fields_agree_with_settled_anatomy(atlas, row):
    place, lost, reduced, spared = row
    found = atlas.lesion(place)
    assert set(lost.split()) <= set(found.lost)
    assert set(reduced.split()) <= set(found.reduced)
    assert set(spared.split()) <= set(found.spared)


REFUSED = [
    # table, key, column, value, what the message says
    ("fields", "tip_skin", "roots", "K3", "K3 does not arrive by 'inner.tip': the roots of its nerve are K1, K2"),
    ("fields", "tip_skin", "share", "most", "the shares of the nerves of 'tip_skin' do not add up"),
    ("fields", "tip_skin", "share", "much", "share: 'much'"),
    ("fields", "tip_skin", "segment", "nowhere", "'nowhere' is not in segments"),
    ("nerves", "loop", "roots", "K1;K2", "no fibre of K2 can reach 'loop'"),
    ("nerves", "outer", "roots", "K1;K2;K3", "nothing that 'outer' supplies receives K1"),
    ("nerves", "inner", "roots", "K2", "no branch of 'curler' carries K1"),
    ("contributions", "K3", "root", "K1", "already the key"),
    ("contributions", "K1", "share", "main", "calls K1, K2 main"),
]


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row[-1])
def test_check_refuses_roots_and_shares_that_disagree(tmp_path, row):
    table, key, column, value, says = row
    limb = copy_of(TINY, tmp_path)
    set_cell(limb, table, key, column, value)
    if (table, key) == ("nerves", "outer"):  # let K1 reach it without arriving anywhere
        set_cell(limb, "fields", "lower_skin", "roots", "K2;K3")
    with pytest.raises(DataProblems) as refused:
        load_dataset(limb)
    assert any(says in str(problem) for problem in refused.value.problems), [*map(str, refused.value.problems)]
