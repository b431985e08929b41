"""The graph of segments, compared with networkx on random graphs."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.dataset.segment_graph import find_cycle, proximal_to_distal, reaching_roots

NODES = "abcdefgh"
PARENTS = st.fixed_dictionaries({node: st.frozensets(st.sampled_from(NODES), max_size=3) for node in NODES})


def graph_of(parents: dict[str, frozenset[str]]) -> nx.DiGraph:
    graph = nx.DiGraph()
    graph.add_nodes_from(parents)
    graph.add_edges_from((parent, node) for node, above in parents.items() for parent in above)
    return graph


@given(PARENTS)
def test_an_order_exists_exactly_without_a_cycle(parents) -> None:
    order, cycle, graph = proximal_to_distal(parents), find_cycle(parents), graph_of(parents)
    assert (order is not None) == (not cycle) == nx.is_directed_acyclic_graph(graph)
    if order is None:
        assert all(graph.has_edge(*edge) for edge in zip(cycle, [*cycle[1:], cycle[0]], strict=True))
    else:
        assert sorted(order) == sorted(parents)
        assert all(order.index(parent) < order.index(node) for node, above in parents.items() for parent in above)


@given(PARENTS, st.lists(st.sampled_from(NODES), unique=True, max_size=4))
def test_roots_reach_exactly_their_descendants(parents, roots) -> None:
    bits, graph = {root: 1 << index for index, root in enumerate(roots)}, graph_of(parents)
    if not nx.is_directed_acyclic_graph(graph):
        with pytest.raises(ValueError, match="cycle"):
            reaching_roots(parents, bits)
        return
    reach = reaching_roots(parents, bits)
    assert reach == reaching_roots(graph, bits)
    for node in parents:
        expected = {root for root in roots if root == node or nx.has_path(graph, root, node)}
        assert {root for root in roots if reach[node] & bits[root]} == expected
