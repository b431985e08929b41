"""Pathways on the tiny invented limb, worked out by hand from its rows. Laws are in `tests/property`."""

import pytest

CASES = [
    # The inner half carries K1 and K2 to the tip, whatever a map says; a map only says which of them the tip belongs to.
    # selected, map, roots, nerves, territories, muscles, reflexes, conditions
    ("K1", "keepers", "K1", "knot long inner loop", "upper_skin", "curler", "", "gate_press ring_squeeze"),
    (
        "K2",
        "keepers",
        "K2",
        "knot long inner outer",
        "lower_skin tip_skin",
        "curler sucker",
        "snap",
        "ring_squeeze",
    ),
    ("K3", "keepers", "K3", "knot long outer", "lower_skin", "sucker", "", ""),
    ("K1", "divers", "K1", "knot long inner loop", "", "curler", "", "gate_press ring_squeeze"),
    ("K2", "divers", "K2", "knot long inner outer", "upper_skin", "curler sucker", "snap", "ring_squeeze"),
    ("K3", "divers", "K3", "knot long outer", "tip_skin", "sucker", "", ""),
    ("upper_skin", "keepers", "K1", "loop", "upper_skin", "", "", "gate_press"),
    ("upper_skin", "divers", "K2", "knot long inner loop", "upper_skin", "", "", ""),
    ("lower_skin", "keepers", "K2 K3", "knot long outer", "lower_skin", "", "", ""),
    ("lower_skin", "divers", "", "knot long outer", "lower_skin", "", "", ""),
    ("tip_skin", "divers", "K3", "knot long inner outer", "tip_skin", "", "", "ring_squeeze"),
    ("curler", "keepers", "K1 K2", "knot long inner", "", "curler", "", "gate_press"),
    ("snap", "keepers", "K2", "knot long outer", "", "", "snap", ""),
    ("outer", "keepers", "K2 K3", "knot long outer", "lower_skin", "sucker", "snap", ""),
    ("inner.tip", "keepers", "K1 K2", "knot long inner", "tip_skin", "", "", "gate_press ring_squeeze"),
    ("ring_squeeze", "keepers", "K1 K2", "knot long inner", "tip_skin", "", "", "ring_squeeze"),
    ("gate_press", "keepers", "K1", "knot long inner loop", "upper_skin", "curler", "", "gate_press"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def test_pathways_of_the_tiny_limb(tiny, case):
    selected, map_id, *expected = case
    found = tiny.pathway(selected, map_id)
    parts = ("roots", "nerves", "territories", "muscles", "reflexes", "conditions")
    assert {part: set(getattr(found, part)) for part in parts} == {
        part: set(words.split()) for part, words in zip(parts, expected, strict=True)
    }


def test_edges_run_from_proximal_to_distal(tiny):
    assert tiny.pathway("tip_skin").edges == (
        ("K2", "knot"),
        ("knot", "inner.base"),
        ("inner.base", "inner.tip"),
        ("inner.tip", "tip_skin"),
    )


def test_chains_are_route_lines(tiny):
    assert tiny.pathway("tip_skin").chains == (("K2", "knot", "inner.base", "inner.tip", "tip_skin"),)
    assert tiny.pathway("K1").chains[0] == ("K1", "loop", "upper_skin")
    assert tiny.pathway("lower_skin", "divers").chains == (("knot", "outer", "lower_skin"),)
    assert tiny.pathway("outer").chains == (("K2", "knot", "outer", "lower_skin"),)


def test_a_pathway_has_the_sources_of_its_rows(tiny):
    assert tiny.pathway("upper_skin", "divers").sources == ("keeper", "diver")
    assert tiny.pathway("upper_skin", "keepers").sources == ("keeper",)


def test_an_unknown_map_is_refused_with_the_known_ones(tiny):
    with pytest.raises(ValueError, match="no dermatome map 'moon'; the maps are keepers, divers"):
        tiny.pathway("K1", "moon")


def test_a_root_with_skin_cites_the_map_that_gives_it(tiny):
    found = [tiny.pathway(root, "divers") for root in tiny.dataset.roots]
    assert any(pathway.territories for pathway in found)
    assert all("diver" in pathway.sources for pathway in found if pathway.territories)
