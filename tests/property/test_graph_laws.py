"""The public graph on random limbs: its sets of roots, `path` and `reachable` agree with an independent oracle."""

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings

from atlas.graph.pathway import pathway
from atlas.graph.public_graph import path, reachable
from tests.support.oracles import Oracle
from tests.support.random_limbs import MAPS, random_limbs

laws = settings(max_examples=100)


@laws
@given(limb=random_limbs())
def test_edges_carry_the_roots_whose_fibres_run_there(limb):
    for map_id in MAPS:
        oracle = Oracle(limb, map_id)
        for root in limb.bits:
            edges = {edge for edge, data in limb.public.edges.items() if root in data["roots"][map_id]}
            assert edges == oracle.edges_of(root)


@laws
@given(limb=random_limbs())
def test_reachable_is_the_pathway_and_path_exists_exactly_there(limb):
    for map_id in MAPS:
        oracle = Oracle(limb, map_id)
        for root in limb.bits:
            found, edges = pathway(limb, root, map_id), oracle.edges_of(root)
            reached = reachable(limb, root, map_id)
            skin = {*found.territories} - oracle.unrouted(root)
            assert reached == {root, *found.segments, *skin, *found.muscles, *found.reflexes}
            routes = nx.DiGraph(list(edges))
            for node in limb.public:
                if node not in reached:
                    with pytest.raises(ValueError, match=f"no fibre of '{root}' reaches '{node}'"):
                        path(limb, root, node, map_id)
                    continue
                route = path(limb, root, node, map_id)
                assert route[0] == root and route[-1] == node
                assert set(pairwise(route)) <= edges
                if node != root:
                    assert len(route) == min(map(len, nx.all_simple_paths(routes, root, node)))
