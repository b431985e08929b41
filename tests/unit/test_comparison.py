"""Telling two places apart: what the graph takes on each side, and what sources say, agreed or not."""

import json
from itertools import pairwise

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas import Atlas
from atlas.cli import main
from atlas.reasoning.comparison import MEANS, STRENGTHS
from atlas.search.names import UnknownName
from tests.support.limbs import TINY, add_row, copy_of, set_cell

WANTED = [
    ("root_L5", "common_fibular_neuropathy"),
    ("root_S1", "tibial_neuropathy_popliteal"),
    ("root_S1", "sural_neuropathy"),
    ("root_L4", "saphenous_neuropathy"),
    ("root_L4", "femoral_neuropathy"),
    ("piriformis_syndrome", "root_S1"),
    ("root_S1", "tarsal_tunnel"),
    ("dspn", "tarsal_tunnel"),
    ("root_S1", "dspn"),
]
"""The pairs that are easily taken for one another; the last three make a threesome."""

DISAGREE = {
    # whose row, finding → side on which the graph disagrees, and why both stand
    ("root_L4", "saphenous_neuropathy", "Back pain, lower thigh skin"): "a",  # common ground gives that skin to L2, L3
    ("root_L4", "femoral_neuropathy", "Hip flexion"): "a",  # iliopsoas is L1 to L3 in the tables that were read
    ("piriformis_syndrome", "root_S1", "Ankle jerk"): "a",  # removal is a whole lesion; an irritated nerve loses little
    ("root_S1", "tarsal_tunnel", "Heel skin"): "b",  # the calcaneal branches leave above, as a rule and not always
    ("root_L5", "sciatic_neuropathy", "Plantar flexion and toe flexion"): "a",  # toe flexion: L5 in tables, S1 in use
}


def targets(taken):
    return {one.target for one in taken}


@pytest.fixture(scope="module")
def tiny():
    return Atlas.load(TINY)


def test_the_pairs_that_are_taken_for_one_another_are_there(atlas):
    assert set(WANTED) <= set(atlas.pairs)
    for a, b in WANTED:
        assert atlas.apart(a, b).best is not None


def test_only_the_known_discriminators_disagree_with_the_graph(atlas):
    """A new disagreement is either wrong data or belongs in this list, with its reason."""
    found = {}
    for a, b in atlas.pairs:
        for told in atlas.apart(a, b).discriminators:
            if told.against:
                found[a, b, told.finding] = " ".join(told.against)
    assert found == DISAGREE


def test_what_settled_anatomy_says_of_the_pairs(atlas):
    fibular = atlas.apart("L5", "common fibular neuropathy")
    assert {"tibialis_posterior", "gluteus_medius"} <= targets(fibular.only_a)
    assert {"tibialis_anterior", "extensor_hallucis_longus", "first_web_dorsal"} <= targets(fibular.both)
    assert not {"achilles", "patellar"} & targets((*fibular.both, *fibular.only_b))
    tunnel = atlas.apart("S1", "tarsal tunnel")
    assert {"achilles", "gastrocnemius", "lateral_border"} <= targets(tunnel.only_a)
    assert {"sole_lateral", "abductor_digiti_minimi"} <= targets(tunnel.both)
    saphenous = atlas.apart("root_L4", "saphenous_neuropathy")
    assert {"quadriceps", "tibialis_anterior", "patellar"} <= targets(saphenous.only_a)
    assert "medial_leg" in targets(saphenous.both)


def test_the_tiny_limb_is_told_apart_by_hand(tiny):
    found = tiny.apart("ring squeeze", "gate_press")
    assert (found.both, [(t.target, t.a, t.b) for t in found.only_a]) == ((), [("tip_skin", (1.0, 1.0), (0.0, 0.0))])
    assert [(t.target, t.b) for t in found.only_b] == [("curler", (0.5, 0.5)), ("upper_skin", (1.0, 1.0))]
    assert (found.best, found.discriminators[0].against) == ("Curling", ())


def test_a_cited_discriminator_that_the_graph_denies_is_shown_with_both(tiny):
    """The snap of that limb is served by the second root alone, whatever the row says; and no row separates the two."""
    found = tiny.apart("gate_press", "root_K1")
    assert found.best is None and found.discriminators[0].against == ("a", "b")
    assert [(t.a, t.b) for t in found.discriminators[0].graph] == [((0.0, 0.0), (0.0, 0.0))]


def test_the_best_stands_first(atlas):
    for a, b in atlas.pairs:
        told = atlas.apart(a, b).discriminators
        ranks = [(STRENGTHS.index(t.strength), bool(t.against), MEANS.index(t.by)) for t in told]
        assert all(one <= next_ for one, next_ in pairwise(ranks))


def test_a_place_meets_the_discriminators_of_its_like(atlas):
    """A far-lateral L5/S1 disc is a lesion of the L5 root, and the fibular neck is where that condition sits."""
    usual = {told.finding for told in atlas.apart("root_L5", "common_fibular_neuropathy").discriminators}
    alike = atlas.apart("L5/S1 disc far lateral", "common fibular nerve at the fibular neck")
    assert {told.finding for told in alike.discriminators} == usual


def test_what_lies_off_the_nerves_takes_nothing(atlas):
    found = atlas.apart("dspn", "tarsal_tunnel")
    assert found.a.places == {} and found.both == found.only_a == () and found.only_b
    assert not any("a" in told.against for told in found.discriminators)


@settings(deadline=None, max_examples=30)
@given(data=st.data())
def test_turning_a_pair_round_turns_the_answer_round(atlas, data):
    places = [*(s for s in atlas.dataset["sites"]), *atlas.dataset["conditions"], *atlas.dataset["roots"]]
    a, b = (data.draw(st.sampled_from(places)) for _ in "ab")
    one, other = atlas.apart(a, b), atlas.apart(b, a)
    assert targets(one.only_a) == targets(other.only_b) and targets(one.both) == targets(other.both)
    assert [t.finding for t in one.discriminators] == [t.finding for t in other.discriminators]
    for here, there in zip(one.discriminators, other.discriminators, strict=True):
        assert (here.a_shows, here.b_shows) == (there.b_shows, there.a_shows)
    alone = atlas.apart(a, a)
    assert alone.only_a == alone.only_b == ()


def test_the_command(atlas):
    run = CliRunner().invoke(main, ["apart", "S1", "tarsal tunnel", "--json"])
    answer = json.loads(run.stdout)
    assert answer == json.loads(json.dumps(atlas.apart("S1", "tarsal tunnel").as_dict()))
    assert {"a", "b", "both", "only_a", "only_b", "best", "discriminators"} <= set(answer)
    told = CliRunner().invoke(main, ["apart", "S1", "tarsal tunnel"]).stdout
    assert "the best first" in told and "the graph disagrees" in told


@pytest.mark.parametrize("words", [["apart", "S1", "moon"], ["apart", "S1", "soleus"], ["apart", "S1"]])
def test_what_is_no_place_exits_2(words):
    run = CliRunner().invoke(main, words)
    assert run.exit_code == 2 and "Traceback" not in run.output


def test_an_unknown_name_is_named(atlas):
    with pytest.raises(UnknownName, match="moon"):
        atlas.apart("moon", "S1")


SPOILT = [
    ({"targets": ""}, "a_takes: no ending is named that could be taken"),
    ({"b": "ring_squeeze"}, "b: 'ring_squeeze' is on both sides"),
    ({"targets": "curlr"}, "targets: 'curlr' is not in muscles or reflexes or territories; did you mean 'curler'?"),
    ({"clues": "moon"}, "clues: 'moon' is not in clues"),
    ({"cites": ""}, "cites: no source is cited"),
    ({"strength": "great"}, "strength: 'great' is not allowed"),
]


@pytest.mark.parametrize(("cells", "line"), SPOILT, ids=lambda value: str(value)[:30])
def test_a_spoilt_row_is_one_clear_line(tmp_path, cells, line):
    limb = copy_of(TINY, tmp_path)
    for column, value in cells.items():
        set_cell(limb, "discriminators", "ring_squeeze", column, value)
    assert line in CliRunner().invoke(main, ["check", str(limb)]).stdout


def test_a_pair_stands_one_way_round(tmp_path):
    limb = copy_of(TINY, tmp_path)
    add_row(limb, "discriminators", {"a": "gate_press", "b": "ring_squeeze"}, like="ring_squeeze")
    assert "the same pair stands the other way round" in CliRunner().invoke(main, ["check", str(limb)]).stdout
