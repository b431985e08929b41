"""Denervation agrees with an oracle that removes nodes from a plain graph of each root."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.figures.lesion_table import places
from atlas.graph.denervation import denervated
from atlas.graph.lesion import Lesions
from tests.support.oracles import Denervated, Oracle
from tests.support.random_limbs import MAPS, random_limbs

laws = settings(max_examples=150)


def _as_sets(nerve_graph, on, map_id) -> Denervated:
    found = denervated(nerve_graph, on, map_id)
    return Denervated(*map(set, (found.lost_nodes, found.reduced_nodes, found.lost_edges, found.reduced_edges)))


@laws
@given(limb=random_limbs(), data=st.data())
def test_random_limbs_agree_with_the_oracle(limb, data):
    nodes = sorted(limb.segment_graph)
    several = tuple(sorted(data.draw(st.sets(st.sampled_from(nodes), max_size=3))))
    for map_id in MAPS:
        oracle = Oracle(limb, map_id)
        for on in (several, *((node,) for node in nodes)):
            assert _as_sets(limb, on, map_id) == oracle.denervated(on), on


@pytest.mark.parametrize("limb", ["tiny", pytest.param("atlas", marks=pytest.mark.slow)])
def test_every_place_and_map_agrees_with_the_oracle(limb, request):
    atlas = request.getfixturevalue(limb)
    for map_id in atlas.maps:
        oracle = Oracle(atlas.nerve_graph, map_id)
        for id_, on in places(atlas).items():
            assert _as_sets(atlas.nerve_graph, on, map_id) == oracle.denervated(on), (id_, map_id)


@laws
@given(limb=random_limbs())
def test_root_lesions_leave_silent_skin_alone(limb):
    """The map says nothing about the roots of such skin, so only a lesion of its nerve can take it."""
    oracle, lesions = Oracle(limb, MAPS[1]), Lesions(limb)
    silent = {territory for territory, roots in oracle.on_map.items() if not roots}
    for root in limb.bits:
        assert silent <= {*lesions.of(root, (root,), MAPS[1]).spared}


@laws
@given(limb=random_limbs(), data=st.data())
def test_a_lost_target_has_lost_every_edge_that_brings_its_roots(limb, data):
    on = tuple(sorted(data.draw(st.sets(st.sampled_from(sorted(limb.segment_graph)), min_size=1, max_size=3))))
    lesions = Lesions(limb)
    for map_id in MAPS:
        found, below = lesions.of("x", on, map_id), denervated(limb, on, map_id)
        oracle, roots_only = Oracle(limb, map_id), set(on) <= set(limb.bits)
        unrouted = set().union(*(oracle.unrouted(root) for root in on if root in limb.bits)) if roots_only else set()
        brought = oracle.claimed if roots_only else oracle.carried
        for target in {*found.lost} - unrouted:
            edges = {(branch, t) for (branch, t), roots in brought.items() if t == target and roots}
            assert edges and edges <= {*below.lost_edges}
        affected = {edge[1] for edge in (*below.lost_edges, *below.reduced_edges)}
        assert {*found.reduced} - unrouted <= affected
