"""Pathways on the tiny invented limb (worked out by hand from its rows), and laws on generated ones."""

import itertools

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atlas import Atlas
from tests.support.limbs import TINY, generate


@pytest.fixture(scope="module")
def tiny():
    return Atlas.load(TINY)


CASES = [
    # selected, map, roots, nerves, territories, muscles, reflexes, conditions
    ("K1", "keepers", "K1", "knot long inner loop", "upper_skin", "curler", "", "gate_press"),
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
    ("K1", "divers", "K1", "knot long inner", "", "curler", "", "gate_press"),
    ("K2", "divers", "K2", "knot long inner outer", "upper_skin", "curler sucker", "snap", ""),
    ("K3", "divers", "K3", "knot long outer", "tip_skin", "sucker", "", ""),
    ("upper_skin", "keepers", "K1", "loop", "upper_skin", "", "", "gate_press"),
    ("upper_skin", "divers", "K2", "knot long inner", "upper_skin", "", "", ""),
    ("lower_skin", "keepers", "K2 K3", "knot long outer", "lower_skin", "", "", ""),
    ("lower_skin", "divers", "", "knot long outer", "lower_skin", "", "", ""),
    ("tip_skin", "divers", "K3", "knot long outer", "tip_skin", "", "", ""),
    ("curler", "keepers", "K1 K2", "knot long inner", "", "curler", "", "gate_press"),
    ("snap", "keepers", "K2", "knot long outer", "", "", "snap", ""),
    ("outer", "keepers", "K2 K3", "knot long outer", "lower_skin", "sucker", "snap", ""),
    ("inner.tip", "keepers", "K2", "knot long inner", "tip_skin", "", "", "ring_squeeze"),
    ("ring_squeeze", "keepers", "K2", "knot long inner", "tip_skin", "", "", "ring_squeeze"),
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


def test_chains_are_readable_lines(tiny):
    assert tiny.pathway("tip_skin").chains == (("K2", "knot", "inner.base", "inner.tip", "tip_skin"),)
    assert tiny.pathway("K1").chains[0] == ("K1", "loop", "upper_skin")
    assert tiny.pathway("lower_skin", "divers").chains == (("knot", "outer", "lower_skin"),)
    assert tiny.pathway("outer").chains == (("K2", "knot", "outer", "lower_skin"),)


def test_each_answer_carries_its_sources(tiny):
    assert tiny.pathway("upper_skin", "divers").sources == ("keeper", "diver")
    assert tiny.pathway("upper_skin", "keepers").sources == ("keeper",)


def test_an_unknown_map_is_refused_with_the_known_ones(tiny):
    with pytest.raises(ValueError, match="no dermatome map 'moon'; the maps are keepers, divers"):
        tiny.pathway("K1", "moon")


def test_tables_are_data_frames(tiny):
    frame = tiny.table("segments")
    assert list(frame.columns[:6]) == ["id", "nerve", "order", "name", "from", "level"]
    assert frame.set_index("id").loc["knot", "from"] == "K1;K2;K3"
    assert set(frame["cites"]) == {"keeper[plate 1]"}
    with pytest.raises(ValueError, match="no table 'moons'; the tables are sources"):
        tiny.table("moons")


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    """Some limbs of different shape, loaded once."""
    base = tmp_path_factory.mktemp("limbs")
    return [Atlas.load(generate(base / str(seed), 60 * seed, seed)) for seed in (1, 2, 7)]


def _brute_force(atlas, root):
    """The edges that carry a root, from the definition alone: on some path from it to a target that gets it."""
    nerve_graph = atlas.nerve_graph
    edges, targets = set(), set()
    for (target, branch), roots in nerve_graph.root_flow(atlas.default_map).claimed.items():
        if roots & nerve_graph.bits[root]:
            targets.add(target)
            on_the_way = nx.ancestors(nerve_graph.segment_graph, branch) | {branch}
            reached = nx.descendants(nerve_graph.segment_graph, root) | {root}
            edges |= set(nerve_graph.segment_graph.subgraph(on_the_way & reached).edges) | {(branch, target)}
    return edges, targets


pick = st.tuples(st.integers(0, 2), st.integers(0, 10_000))
laws = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _chosen(generated, at, among):
    atlas = generated[at[0]]
    names = among(atlas)
    return atlas, names[at[1] % len(names)]


@laws
@given(at=pick)
def test_a_root_lights_just_what_carries_it(generated, at):
    atlas, root = _chosen(generated, at, lambda a: list(a.dataset["roots"]))
    found = atlas.pathway(root)
    edges, targets = _brute_force(atlas, root)
    assert set(found.edges) == edges
    assert set(found.territories) | set(found.muscles) == targets
    assert found.roots == (root,)


@laws
@given(at=pick)
def test_a_root_and_an_ending_agree(generated, at):
    """A root reaches a target if and only if the target's pathway starts at that root."""
    atlas, target = _chosen(generated, at, lambda a: [*a.dataset["territories"], *a.dataset["muscles"]])
    roots = set(atlas.pathway(target).roots)
    for root in atlas.dataset["roots"]:
        reached = atlas.pathway(root)
        assert (root in roots) == (target in reached.territories + reached.muscles)


@laws
@given(at=pick, other=st.integers(0, 10_000))
def test_proximal_and_distal_are_one_relation(generated, at, other):
    """Segment a lights b from above if and only if b lights a from below."""
    atlas, a = _chosen(generated, at, lambda g: list(g.dataset["segments"]))
    segments = list(atlas.dataset["segments"])
    b = segments[other % len(segments)]
    way = atlas.nerve_graph.segment_graph
    if nx.has_path(way, a, b):
        assert a in nx.ancestors(way, b) | {b}
        shared = atlas.nerve_graph.reaching_roots[a] & atlas.nerve_graph.root_flow(atlas.default_map).down[b]
        assert (b in atlas.pathway(a).segments) == bool(shared) == (a in atlas.pathway(b).segments)


@laws
@given(at=pick)
def test_a_pathway_hangs_together(generated, at):
    """Every lit thing stands on a lit edge, and every lit edge lies between lit things."""
    atlas, id_ = _chosen(generated, at, lambda a: list(a.nodes))
    found = atlas.pathway(id_)
    things = set(found.roots) | set(found.segments) | set(found.territories) | set(found.muscles)
    ends = {node for edge in found.edges for node in edge}
    assert ends <= things
    assert things - ends <= {found.selected}
    for chain in found.chains:
        assert set(itertools.pairwise(chain)) <= set(found.edges)


@laws
@given(at=pick)
def test_order_is_anatomical_and_nothing_stands_twice(generated, at):
    atlas, id_ = _chosen(generated, at, lambda a: list(a.nodes))
    found = atlas.pathway(id_)
    for part in ("roots", "segments", "nerves", "territories", "muscles"):
        ids = getattr(found, part)
        assert list(ids) == sorted(set(ids), key=atlas.nerve_graph.order.__getitem__)
