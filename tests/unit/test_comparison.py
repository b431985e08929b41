"""Comparing two places: what the graph removes on each side, and what sources say, whether they agree or not."""

import json
from itertools import pairwise

import pytest
from click.testing import CliRunner

from atlas.cli import main
from atlas.reasoning.comparison.comparisons import METHODS, STRENGTHS
from atlas.search.names import UnknownName
from tests.support.limbs import TINY, add_row, copy_of, set_cell

OFTEN_CONFUSED = [
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
"""Pairs that are easily confused; the last three combine three places."""

KNOWN_DISAGREEMENTS = {
    # pair and finding → the side on which the graph disagrees with the source; the comment says why both stay
    ("root_L4", "femoral_neuropathy", "Hip flexion"): "a",  # iliopsoas is L1 to L3 in the tables that were read
    (
        "piriformis_syndrome",
        "root_S1",
        "Ankle jerk",
    ): "a",  # the graph removes the nerve; an irritated nerve loses little
    (
        "root_L5",
        "sciatic_neuropathy",
        "Plantar flexion and toe flexion",
    ): "a",  # toe flexion is L5 in tables and S1 in practice
}


def targets(losses):
    return {loss.target for loss in losses}


def test_the_pairs_that_are_often_confused_have_discriminators(atlas):
    assert set(OFTEN_CONFUSED) <= set(atlas.pairs)
    for a, b in OFTEN_CONFUSED:
        assert atlas.compare(a, b).best is not None


def test_only_the_known_discriminators_disagree_with_the_graph(atlas):
    """A new disagreement is wrong data, or belongs in the list with its reason."""
    found = {}
    for a, b in atlas.pairs:
        for discriminator in atlas.compare(a, b).discriminators:
            if discriminator.against:
                found[a, b, discriminator.finding] = " ".join(discriminator.against)
    assert found == KNOWN_DISAGREEMENTS


def test_the_pairs_differ_as_settled_anatomy_says(atlas):
    fibular = atlas.compare("L5", "common fibular neuropathy")
    assert {"tibialis_posterior", "gluteus_medius"} <= targets(fibular.only_a)
    assert {"tibialis_anterior", "extensor_hallucis_longus", "first_web_dorsal"} <= targets(fibular.both)
    assert not {"achilles", "patellar"} & targets((*fibular.both, *fibular.only_b))
    tunnel = atlas.compare("S1", "tarsal tunnel")
    assert {"achilles", "gastrocnemius", "lateral_border"} <= targets(tunnel.only_a)
    assert {"sole_lateral", "abductor_digiti_minimi"} <= targets(tunnel.both)
    saphenous = atlas.compare("root_L4", "saphenous_neuropathy")
    assert {"quadriceps", "tibialis_anterior", "patellar"} <= targets(saphenous.only_a)
    assert "medial_leg" in targets(saphenous.both)


def test_a_comparison_in_the_tiny_limb_matches_one_made_by_hand(tiny):
    found = tiny.compare("ring squeeze", "gate_press")
    assert (found.both, [(t.target, t.a, t.b) for t in found.only_a]) == ((), [("tip_skin", (1.0, 1.0), (0.0, 0.0))])
    assert [(t.target, t.b) for t in found.only_b] == [("curler", (0.5, 0.5)), ("upper_skin", (1.0, 1.0))]
    assert (found.best, found.discriminators[0].against) == ("Curling", ())


def test_a_discriminator_that_the_graph_contradicts_is_kept_and_marked(tiny):
    """Only the second root supplies the snap of that limb, whatever the row says, and no row distinguishes the two."""
    found = tiny.compare("gate_press", "root_K1")
    assert found.best is None and found.discriminators[0].against == ("a", "b")
    assert [(t.a, t.b) for t in found.discriminators[0].graph] == [((0.0, 0.0), (0.0, 0.0))]


def test_the_best_discriminator_comes_first(atlas):
    for a, b in atlas.pairs:
        discriminators = atlas.compare(a, b).discriminators
        ranks = [(STRENGTHS.index(d.strength), bool(d.against), METHODS.index(d.by)) for d in discriminators]
        assert all(earlier <= later for earlier, later in pairwise(ranks))


def test_an_equivalent_place_has_the_same_discriminators(atlas):
    """A far-lateral L5/S1 disc is a lesion of the L5 root, and the fibular neck is where that condition occurs."""
    named = atlas.compare("root_L5", "common_fibular_neuropathy")
    equivalent = atlas.compare("L5/S1 disc far lateral", "common fibular nerve at the fibular neck")
    assert {d.finding for d in equivalent.discriminators} == {d.finding for d in named.discriminators}


def test_a_place_off_the_nerves_removes_nothing(atlas):
    found = atlas.compare("dspn", "tarsal_tunnel")
    assert found.a.places == {} and found.both == found.only_a == () and found.only_b
    assert not any("a" in discriminator.against for discriminator in found.discriminators)


def test_the_command(atlas):
    run = CliRunner().invoke(main, ["compare", "S1", "tarsal tunnel", "--json"])
    answer = json.loads(run.stdout)
    assert answer == json.loads(json.dumps(atlas.compare("S1", "tarsal tunnel").as_dict()))
    assert {"a", "b", "both", "only_a", "only_b", "best", "discriminators"} <= set(answer)
    text = CliRunner().invoke(main, ["compare", "S1", "tarsal tunnel"]).stdout
    assert answer["best"] in text and "Under the heel (all : partly)" in text and "%" not in text
    (a, b, _), *_ = KNOWN_DISAGREEMENTS
    assert "the graph disagrees" in CliRunner().invoke(main, ["compare", a, b]).stdout


@pytest.mark.parametrize("words", [["compare", "S1", "moon"], ["compare", "S1", "soleus"], ["compare", "S1"]])
def test_a_name_that_is_not_a_place_exits_2(words):
    run = CliRunner().invoke(main, words)
    assert run.exit_code == 2 and "Traceback" not in run.output


def test_an_unknown_name_is_in_the_error(atlas):
    with pytest.raises(UnknownName, match="moon"):
        atlas.compare("moon", "S1")


BAD_ROWS = [
    ({"targets": ""}, "clinical/discriminators.csv:2:8: a_takes: there is no target that could be affected"),
    ({"b": "ring_squeeze"}, "b: 'ring_squeeze' is on both sides"),
    ({"targets": "curlr"}, "targets: 'curlr' is not in muscles or reflexes or territories; did you mean 'curler'?"),
    ({"clues": "moon"}, "clues: 'moon' is not in clues"),
    ({"cites": ""}, "cites: no source is cited"),
    ({"strength": "great"}, "strength: 'great' is not allowed"),
]


@pytest.mark.parametrize(("cells", "line"), BAD_ROWS, ids=lambda value: str(value)[:30])
def test_a_bad_row_is_reported_in_one_line(tmp_path, cells, line):
    limb = copy_of(TINY, tmp_path)
    for column, value in cells.items():
        set_cell(limb, "discriminators", "ring_squeeze", column, value)
    assert line in CliRunner().invoke(main, ["check", str(limb)]).stdout


def test_a_pair_is_listed_in_one_order_only(tmp_path):
    limb = copy_of(TINY, tmp_path)
    add_row(limb, "discriminators", {"a": "gate_press", "b": "ring_squeeze"}, like="ring_squeeze")
    lines = CliRunner().invoke(main, ["check", str(limb)]).stdout.splitlines()
    places = [line.partition(": finding: ")[0] for line in lines]
    assert places == ["clinical/discriminators.csv:2:3", "clinical/discriminators.csv:4:3"]
