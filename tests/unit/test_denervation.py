"""Denervation on the tiny limb, worked out by hand from its rows."""

import pytest

from atlas import Atlas
from atlas.graph.denervation import denervated

CASES = [
    # removed, map, lost nodes, reduced nodes, lost edges, reduced edges
    (
        "K2",
        "keepers",  # gives the tip to K2 and the lower skin to K2 and K3
        "K2",
        "knot inner.base inner.tip outer",  # K1 is left in the inner half
        "K2>knot inner.tip>tip_skin outer>snap",
        "knot>inner.base knot>outer inner.base>inner.tip inner.base>curler outer>sucker outer>lower_skin",
    ),
    (
        "K2",
        "divers",  # gives the upper skin to K2 and the tip to K3, and says nothing about the lower skin
        "K2",
        "knot inner.base inner.tip outer",
        "K2>knot inner.base>upper_skin outer>snap",
        "knot>inner.base knot>outer inner.base>inner.tip inner.base>curler outer>sucker",
    ),
    ("outer", "divers", "outer", "", "outer>sucker outer>snap outer>lower_skin outer>tip_skin", ""),
    ("loop", "keepers", "loop", "", "loop>upper_skin", ""),
    (
        "K1 K2 K3",
        "divers",  # every nerve is dead, also that of the lower skin, about whose roots this map says nothing
        "K1 K2 K3 knot inner.base inner.tip outer loop",
        "",
        "K1>knot K2>knot K3>knot K1>loop knot>inner.base knot>outer inner.base>inner.tip inner.base>curler"
        " inner.base>upper_skin inner.tip>tip_skin loop>upper_skin outer>sucker outer>snap outer>tip_skin outer>lower_skin",
        "",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def test_denervation_of_the_tiny_limb(tiny: Atlas, case: tuple[str, ...]) -> None:
    on, map_id, lost_nodes, reduced_nodes, lost_edges, reduced_edges = case
    found = denervated(tiny.nerve_graph, on.split(), map_id)
    assert set(found.lost_nodes) == set(lost_nodes.split())
    assert set(found.reduced_nodes) == set(reduced_nodes.split())
    assert {">".join(edge) for edge in found.lost_edges} == set(lost_edges.split())
    assert {">".join(edge) for edge in found.reduced_edges} == set(reduced_edges.split())
