"""Laws of pathways, on generated limbs and on the real one, with an oracle that knows only sets and networkx."""

import itertools

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.graph.pathway import pathway
from tests.support.oracles import Oracle
from tests.support.random_limbs import MAPS, random_limbs

laws = settings(max_examples=60)
pick = st.tuples(st.integers(0, 3), st.integers(0, 10_000))


def _pick(limbs, at, ids):
    atlas = limbs[at[0]]
    choices = ids(atlas)
    return atlas, choices[at[1] % len(choices)]


@settings(max_examples=150)
@given(limb=random_limbs())
def test_a_root_s_pathway_is_every_route_to_a_target_that_receives_it(limb):
    for map_id in MAPS:
        oracle = Oracle(limb, map_id)
        for root in limb.bits:
            found = pathway(limb, root, map_id)
            assert set(found.edges) == oracle.edges_of(root)
            targets = {target for (_, target), roots in oracle.claimed.items() if root in roots} | oracle.unrouted(root)
            assert {*found.territories, *found.muscles, *found.reflexes} == targets
            assert found.roots == (root,)


def test_the_real_root_pathways_agree_with_the_oracle(atlas):
    for map_id in atlas.maps:
        oracle = Oracle(atlas.nerve_graph, map_id)
        for root in atlas.dataset["roots"]:
            assert set(atlas.pathway(root, map_id).edges) == oracle.edges_of(root), (root, map_id)


@laws
@given(at=pick)
def test_a_root_reaches_a_target_exactly_if_the_target_s_pathway_starts_there(limbs, at):
    atlas, target = _pick(limbs, at, lambda a: [*a.dataset["territories"], *a.dataset["muscles"]])
    roots = set(atlas.pathway(target).roots)
    for root in atlas.dataset["roots"]:
        reached = atlas.pathway(root)
        assert (root in roots) == (target in reached.territories + reached.muscles)


@laws
@given(at=pick, other=st.integers(0, 10_000))
def test_proximal_and_distal_are_one_relation(limbs, at, other):
    """Of two segments on one route, each is on the other's pathway, or neither is."""
    atlas, a = _pick(limbs, at, lambda g: list(g.dataset["segments"]))
    segments = list(atlas.dataset["segments"])
    b = segments[other % len(segments)]
    graph = atlas.nerve_graph.segment_graph
    if nx.has_path(graph, a, b):
        assert (b in atlas.pathway(a).segments) == (a in atlas.pathway(b).segments)


@laws
@given(at=pick)
def test_a_pathway_is_connected(limbs, at):
    """Every edge joins two nodes, nodes without an edge have a reason, and chains follow the edges."""
    atlas, id_ = _pick(limbs, at, lambda a: list(a.nodes))
    found = atlas.pathway(id_)
    nodes = {*found.roots, *found.segments, *found.territories, *found.muscles, *found.reflexes}
    ends = {node for edge in found.edges for node in edge}
    assert ends <= nodes
    oracle = Oracle(atlas.nerve_graph, found.map)
    unrouted = {(root, skin) for root in atlas.dataset["roots"] for skin in oracle.unrouted(root)}
    for node in nodes - ends - {id_}:
        without_targets = node in found.roots and not atlas.pathway(node).edges
        assert without_targets or any(node in pair and nodes & {*pair} == {*pair} for pair in unrouted)
    for chain in found.chains:
        assert set(itertools.pairwise(chain)) <= set(found.edges)


@laws
@given(at=pick)
def test_order_is_anatomical_and_nothing_is_listed_twice(limbs, at):
    atlas, id_ = _pick(limbs, at, lambda a: list(a.nodes))
    found = atlas.pathway(id_)
    for part in ("roots", "segments", "nerves", "territories", "muscles"):
        ids = getattr(found, part)
        assert list(ids) == sorted(set(ids), key=atlas.nerve_graph.order.__getitem__)
