"""Laws that hold for every lesion, on random and generated limbs and on the real one."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.graph.lesion import Lesions
from tests.support.oracles import Oracle
from tests.support.random_limbs import MAPS, random_limbs

TABLES = ("muscles", "territories", "reflexes")
laws = settings(max_examples=60)
pick = st.tuples(st.integers(0, 3), st.integers(0, 10_000))


def _pick(limbs, at):
    atlas = limbs[at[0]]
    places = sorted(atlas.nerve_graph.segment_graph)
    return atlas, places[at[1] % len(places)]


def _shares(lesion):
    """Every target → the share that is lost."""
    whole = dict.fromkeys((*lesion.lost, *lesion.reflexes_lost), 1.0)
    return whole | lesion.reduced | lesion.reflexes_reduced | dict.fromkeys(lesion.spared, 0.0)


@settings(max_examples=150)
@given(limb=random_limbs(), data=st.data())
def test_lost_targets_are_those_that_no_fibre_reaches(limb, data):
    on = tuple(sorted(data.draw(st.sets(st.sampled_from(sorted(limb.segment_graph)), max_size=3))))
    lesions = Lesions(limb)
    for map_id in MAPS:
        found = lesions.of("any", on, map_id)
        assert {*found.lost, *found.reflexes_lost} == Oracle(limb, map_id).lost_targets(on)


@pytest.mark.parametrize("limb", ["tiny", pytest.param("atlas", marks=pytest.mark.slow)])
def test_every_node_and_map_loses_what_the_oracle_loses(limb, request):
    atlas = request.getfixturevalue(limb)
    for map_id in atlas.maps:
        oracle = Oracle(atlas.nerve_graph, map_id)
        for node in atlas.nerve_graph.segment_graph:
            found = atlas.lesions.of(node, (node,), map_id)
            assert {*found.lost, *found.reflexes_lost} == oracle.lost_targets((node,)), (node, map_id)


@laws
@given(at=pick)
def test_lost_reduced_and_spared_contain_every_target_once(limbs, at):
    atlas, place = _pick(limbs, at)
    found = atlas.lesion(place)
    parts = [found.lost, found.reduced, found.spared, found.reflexes_lost, found.reflexes_reduced]
    everything = [id_ for part in parts for id_ in part]
    assert sorted(everything) == sorted(id_ for table in TABLES for id_ in atlas.dataset[table])
    assert all(0 < share < 1 for share in found.reduced.values())
    assert set(found.between) == set(found.words) == {*found.reduced, *found.reflexes_reduced}
    assert set(found.sometimes) <= set(found.spared)


@laws
@given(at=pick, other=st.integers(0, 10_000))
def test_a_more_proximal_lesion_never_loses_less(limbs, at, other):
    """More proximal: every route from a root to the distal place runs through it. The skin of a root is that of a map."""
    atlas, distal = _pick(limbs, at)
    graph = atlas.nerve_graph.segment_graph
    above = sorted(nx.ancestors(graph, distal)) or [distal]
    proximal = above[other % len(above)]
    without = graph.subgraph(set(graph) - {proximal})
    if distal in without and set(nx.ancestors(without, distal)) & set(atlas.dataset["roots"]):
        return
    more, less = _shares(atlas.lesion(proximal)), _shares(atlas.lesion(distal))
    counted = set(less) - (set(atlas.dataset["territories"]) if proximal in atlas.dataset["roots"] else set())
    assert all(more[target] >= less[target] - 1e-4 for target in counted)


@laws
@given(at=pick, others=st.lists(st.integers(0, 10_000), max_size=4))
def test_removing_more_never_loses_less(limbs, at, others):
    atlas, place = _pick(limbs, at)
    is_root = place in atlas.dataset["roots"]
    places = [node for node in sorted(atlas.nerve_graph.segment_graph) if (node in atlas.dataset["roots"]) == is_root]
    also = {places[other % len(places)] for other in others}
    less = _shares(atlas.lesions.of(place, (place,), atlas.default_map))
    more = _shares(atlas.lesions.of(place, (place, *also), atlas.default_map))
    assert all(more[target] >= less[target] - 1e-4 for target in less)


def test_removing_nothing_loses_nothing_and_removing_all_roots_loses_everything(atlas):
    nothing = atlas.lesions.of("nothing", (), atlas.default_map)
    assert not any((nothing.lost, nothing.reduced, nothing.reflexes_lost, nothing.reflexes_reduced))
    everything = atlas.lesions.of("all", tuple(atlas.dataset["roots"]), atlas.default_map)
    assert not any((everything.spared, everything.reduced, everything.reflexes_reduced))


@laws
@given(at=st.integers(0, 10_000), share=st.floats(0, 1))
def test_a_lesion_that_moves_down_a_nerve_spares_what_has_branched_off(atlas, at, share):
    """What the slider does: a step down a chain of segments spares what left above, and takes nothing new."""
    nerves = [parts for parts in atlas.nerve_graph.segments_of.values() if len(parts) > 1]
    parts = nerves[at % len(nerves)]
    graph = atlas.nerve_graph.segment_graph
    here = parts[min(int(share * len(parts)), len(parts) - 1)]
    for below in (p for p in parts if here in nx.ancestors(graph, p) and list(graph.predecessors(p)) == [here]):
        more, less = _shares(atlas.lesion(here)), _shares(atlas.lesion(below))
        assert all(more[target] >= less[target] - 1e-4 for target in less)
