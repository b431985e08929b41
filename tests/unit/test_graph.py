"""The public graph, `path` and `reachable`: by hand on the tiny limb, and against `pathway` on the real data."""

import networkx as nx
import pytest

from atlas import Atlas, UnknownName
from tests.support.limbs import TINY
from tests.support.oracles import Oracle

TABLE_OF_KIND = {
    "root": "roots",
    "segment": "segments",
    "muscle": "muscles",
    "territory": "territories",
    "reflex": "reflexes",
}
KINDS_OF_EDGES = ("carries", "innervates")


def test_each_row_of_what_fibres_run_through_or_end_in_is_a_node(limb: Atlas) -> None:
    by_kind = {kind: {id_ for id_, own in limb.graph.nodes(data="kind") if own == kind} for kind in TABLE_OF_KIND}
    assert by_kind == {kind: set(limb.dataset[table]) for kind, table in TABLE_OF_KIND.items()}
    assert len(limb.graph) == sum(len(limb.dataset[table]) for table in TABLE_OF_KIND.values())


def test_each_upstream_and_each_innervation_is_an_edge(limb: Atlas) -> None:
    edges = {kind: {(a, b) for a, b, own in limb.graph.edges(data="kind") if own == kind} for kind in KINDS_OF_EDGES}
    assert edges == {
        "carries": {(above, row.id) for row in limb.dataset["segments"].values() for above in row.upstream},
        "innervates": {(row.branch, row.target) for row in limb.dataset.innervation.values()}
        | {(row.segment, row.territory) for row in limb.dataset.fields.values()},
    }
    assert limb.graph.number_of_edges() == sum(map(len, edges.values()))


def test_nodes_and_edges_have_the_attributes_of_their_rows(limb: Atlas) -> None:
    for id_, attributes in limb.graph.nodes.items():
        row = limb.dataset[TABLE_OF_KIND[attributes["kind"]]][id_]
        assert (attributes["name"], attributes["confidence"], attributes["cites"]) == (
            row.name,
            row.confidence,
            row.cites,
        )
        assert attributes["level"] in limb.dataset["levels"]
        assert attributes.get("nerve") == getattr(row, "nerve", None)
    for (above, below), attributes in limb.graph.edges.items():
        field = limb.dataset.fields.get((below, above))
        row = field or limb.dataset.innervation.get((below, above)) or limb.dataset.segments[below]
        usual = "main" if getattr(field, "share", "") != "sometimes" else "overlap"
        assert attributes["role"] == getattr(row, "role", usual)
        assert attributes.get("share") == getattr(field, "share", None)
        assert (attributes["confidence"], attributes["cites"]) == (row.confidence, row.cites)
        assert set(attributes["roots"]) == set(limb.dataset["dermatome_maps"])


def test_the_real_edges_carry_the_roots_that_the_oracle_finds(atlas: Atlas) -> None:
    for map_id in atlas.maps:
        oracle = Oracle(atlas.nerve_graph, map_id)
        for root in atlas.dataset["roots"]:
            edges = {edge for edge, data in atlas.graph.edges.items() if root in data["roots"][map_id]}
            assert edges == oracle.edges_of(root), (root, map_id)


def test_the_roots_of_an_edge_depend_on_the_map(tiny: Atlas) -> None:
    assert tiny.graph.edges["inner.base", "upper_skin"]["roots"] == {
        "keepers": frozenset(),
        "divers": frozenset({"K2"}),
    }
    assert tiny.graph.edges["outer", "lower_skin"]["roots"] == {
        "keepers": frozenset({"K2", "K3"}),
        "divers": frozenset(),
    }
    assert tiny.graph.edges["outer", "sucker"]["roots"] == dict.fromkeys(("keepers", "divers"), frozenset({"K2", "K3"}))


def test_the_graph_cannot_corrupt_the_atlas() -> None:
    atlas = Atlas.load(TINY)
    with pytest.raises(nx.NetworkXError):
        atlas.graph.remove_node("knot")
    for attributes in atlas.graph.edges.values():
        attributes["roots"].clear()
    assert atlas.reachable("K1") == Atlas.load(TINY).reachable("K1")


def test_reachable_and_path_agree_with_pathway_for_every_root_and_map(limb: Atlas) -> None:
    for map_id in limb.dataset["dermatome_maps"]:
        oracle = Oracle(limb.nerve_graph, map_id)
        for root in limb.dataset["roots"]:
            found = limb.pathway(root, map_id)
            reached = limb.reachable(root, map_id)
            skin = {*found.territories} - oracle.unrouted(root)
            assert reached == {root, *found.segments, *skin, *found.muscles, *found.reflexes}
            for node in limb.graph if map_id == limb.default_map else ():  # the path of nerves is the same on every map
                if node in reached:
                    path = limb.path(root, node, map_id)
                    assert (path[0], path[-1]) == (root, node)
                    assert set(nx.utils.pairwise(path)) <= set(found.edges)
                else:
                    with pytest.raises(ValueError, match="no fibre of"):
                        limb.path(root, node, map_id)


def test_plain_reachability_is_wrong(tiny: Atlas, atlas: Atlas) -> None:
    """The knot mixes all roots, so that plain reachability gives K3 even the upper skin and the tip of K2."""
    assert tiny.reachable("K3") == {"K3", "knot", "outer", "sucker", "lower_skin"}
    assert {"upper_skin", "tip_skin", "curler"} <= nx.descendants(tiny.graph, "K3")
    for root in atlas.dataset["roots"]:
        assert atlas.reachable(root) - {root} <= nx.descendants(atlas.graph, root)
    assert any(atlas.reachable(root) - {root} < nx.descendants(atlas.graph, root) for root in atlas.dataset["roots"])


def test_paths_on_the_tiny_limb(tiny: Atlas) -> None:
    assert tiny.path("K1", "upper_skin") == ("K1", "loop", "upper_skin")
    assert tiny.path("K1", "bender") == ("K1", "knot", "inner.base", "curler"), "synonyms are resolved"
    assert tiny.path("K1 root", "inner.base", "divers") == ("K1", "knot", "inner.base")
    assert tiny.path("K2", "back of the arm", "divers") == ("K2", "knot", "inner.base", "upper_skin")
    assert tiny.path("K2", "K2") == ("K2",)


@pytest.mark.parametrize(
    ("names", "error", "message"),
    [
        (("K1", "tip_skin"), ValueError, "no fibre of 'K1' reaches 'tip_skin' on the dermatome map 'keepers'"),
        (("K1", "K2"), ValueError, "no fibre of 'K1' reaches 'K2'"),
        (("curler", "tip_skin"), ValueError, "'curler' is a muscle, not a root; the roots are K1, K2, K3"),
        (
            ("K1", "long"),
            ValueError,
            "'Long nerve' is a nerve, not a node of the graph; name one of its segments: inner",
        ),
        (("K1", "ring"), ValueError, "'Narrow ring' is a site, not a node of the graph"),
        (("K1", "tip_skin", "moon"), ValueError, "no dermatome map 'moon'; the maps are keepers, divers"),
        (("K9", "tip_skin"), UnknownName, "K9"),
        (("K1", "elbow"), UnknownName, "elbow"),
    ],
)
def test_a_path_that_does_not_exist_is_refused(tiny: Atlas, names: tuple, error: type, message: str) -> None:
    with pytest.raises(error, match=message):
        tiny.path(*names)


def test_reachable_refuses_what_is_no_root(tiny: Atlas) -> None:
    with pytest.raises(ValueError, match="'ring' is a site, not a root"):
        tiny.reachable("ring")
    with pytest.raises(UnknownName):
        tiny.reachable("K9")


def test_a_pathway_is_a_part_of_the_graph(limb: Atlas) -> None:
    for id_ in limb.nodes:
        found = limb.pathway(id_)
        part = found.subgraph()
        assert set(part.edges) == set(found.edges)
        assert set(part) == {*found.roots, *found.segments, *found.territories, *found.muscles, *found.reflexes}
        assert all(part.nodes[node] == limb.graph.nodes[node] for node in part)
        assert all(part.edges[edge] == limb.graph.edges[edge] for edge in part.edges)
    part.clear()
    assert limb.pathway(id_).subgraph().nodes.keys() == set(limb.pathway(id_).subgraph())


def test_a_lesion_is_a_part_of_the_graph_with_states(tiny: Atlas) -> None:
    part = tiny.lesion("K2").subgraph()
    assert {node: (data["state"], data.get("lost")) for node, data in part.nodes.items()} == {
        "K2": ("lost", None),
        "knot": ("reduced", None),
        "inner.base": ("reduced", None),
        "inner.tip": ("reduced", None),
        "outer": ("reduced", None),
        "curler": ("reduced", 0.5),
        "sucker": ("reduced", 0.5),
        "snap": ("lost", 1.0),
        "lower_skin": ("reduced", 0.5),
        "tip_skin": ("lost", 1.0),
    }
    assert part.edges["knot", "outer"]["state"] == "reduced" and part.edges["outer", "snap"]["state"] == "lost"


def test_results_are_frames(tiny: Atlas) -> None:
    frame = tiny.pathway("tip_skin").to_frame().set_index("id")
    assert list(frame.index) == ["K2", "knot", "inner.base", "inner.tip", "tip_skin"]
    assert set(frame["roots"]) == {("K2",)}
    assert frame.loc["inner.tip", "nerve"] == "inner" and frame.loc["K2", "nerve"] == ""
    lesion = tiny.lesion("outer").to_frame().set_index("id")
    assert lesion.loc["outer", "roots"] == ("K2", "K3") and set(lesion["state"]) == {"lost"}
    assert lesion.loc["sucker", "lost"] == 1.0 and lesion.loc["sucker", "cites"] == ("keeper[plate 1]",)
    assert tiny.lesion("K2").to_frame()["lost"].notna().sum() == 5
