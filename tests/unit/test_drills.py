"""Drills: what a plexus is built of, step by step, worked out by hand on the tiny limb; and the bundle of the page."""

from dataclasses import replace

import pytest

from atlas import Atlas
from atlas.graph.nerve_graph import NerveGraph
from atlas.reasoning.drills.build_steps import BIG, PLEXUS, Builds
from atlas.reasoning.drills.nerve_tree import NerveTree
from atlas.web.bundles.drills import build_drills
from atlas.web.layout.drill_page import drill_words


@pytest.fixture(scope="module")
def tree(tiny: Atlas) -> NerveTree:
    return NerveTree(tiny.nerve_graph)


def test_segments_are_joined_to_nerves(tree: NerveTree) -> None:
    assert tree.nerves == ("knot", "inner", "outer", "loop")
    assert {nerve: tree.origins(nerve) for nerve in tree.nerves} == {
        "knot": ("K1", "K2", "K3"),
        "inner": ("knot",),
        "outer": ("knot",),
        "loop": ("K1",),
    }
    assert tree.branches("knot") == ("inner", "outer") and tree.branches("K1") == ("knot", "loop")
    assert tree.parts("long") == ("inner", "outer") and tree.parts("inner") == ("inner",)
    assert tree.proximal("inner") == {"K1", "K2", "K3", "knot"} and tree.distal("K2") == {"knot", "inner", "outer"}


@pytest.fixture
def branched(tiny: Atlas) -> Builds:
    """The tiny limb with a third branch of the knot, so that it is a plexus worth a drill."""
    tables = tiny.dataset
    nerve = tables.nerves["loop"].model_copy(update={"id": "extra", "name": "Extra branch"})
    segment = tables.segments["loop"].model_copy(update={"id": "extra", "nerve": "extra", "upstream": ("knot",)})
    more = {"nerves": {**tables.nerves, "extra": nerve}, "segments": {**tables.segments, "extra": segment}}
    return Builds(NerveGraph(replace(tables, tables={**tables.tables, **more})))


def test_a_plexus_is_built_from_its_roots(branched: Builds) -> None:
    assert branched.ids == (PLEXUS,) and branched.plexuses == ("knot",)
    steps = branched.steps(PLEXUS)
    assert [(step.kind, step.nerve, step.origins, step.right) for step in steps] == [
        ("join", "knot", ("K1", "K2", "K3"), ("K1", "K2", "K3")),
        ("next", "inner", ("knot",), ("inner",)),
        ("next", "outer", ("knot",), ("outer",)),
        ("next", "extra", ("knot",), ("extra",)),
    ]
    # of three roots, only the middle one differs in two; every branch but the loop comes from the knot
    assert [step.wrong for step in steps] == [(("K2",), ("K1",)), (("loop",),), (("loop",),), (("loop",),)]


def test_a_limb_without_big_nerves_has_no_drills(tiny: Atlas) -> None:
    assert Builds(tiny.nerve_graph).ids == ()
    with pytest.raises(ValueError, match="there is no drill 'inner'"):
        Builds(tiny.nerve_graph).steps("inner")


def test_the_real_lumbosacral_plexus_is_built_from_its_roots(atlas: Atlas) -> None:
    builds = Builds(atlas.nerve_graph)
    assert builds.ids[0] == PLEXUS
    assert {"femoral", "sciatic", "tibial", "common_fibular"} <= set(builds.ids), f"{BIG} nerves come from each"
    steps = {step.nerve: step for step in builds.steps(PLEXUS)}
    assert steps["lumbar_plexus"].right == ("L1", "L2", "L3", "L4")
    assert steps["lumbosacral_trunk"].right == ("L4", "L5")
    assert set(steps["sacral_plexus"].right) == {"lumbosacral_trunk", "S1", "S2", "S3", "S4"}
    assert steps["femoral"].origins == steps["obturator"].origins == ("lumbar_plexus",)
    # of the trunk and of S1 to S4 nothing is right that carries L4 to S3 or L4 to S4 in another way
    assert ("S1", "S2", "S3", "S4") in steps["sacral_plexus"].wrong
    order = [step.nerve for step in builds.steps("tibial")]
    assert order[:4] == ["lumbosacral_trunk", "sacral_plexus", "sciatic_tibial_division", "tibial"]
    assert set(order[4:]) == {"medial_sural_cutaneous", "medial_calcaneal", "medial_plantar", "lateral_plantar"}


def test_the_bundle_has_the_skin_of_roots_and_nerves(tiny: Atlas, atlas: Atlas) -> None:
    built = build_drills(tiny)
    rows = tiny.dataset.dermatomes.values()
    assert built["tally"] == tiny.default_map and set(built["dermatomes"]) == set(tiny.maps)
    for map_id, patches in built["dermatomes"].items():
        said = {row.territory: list(row.roots) for row in rows if row.map == map_id and row.standing != "silent"}
        assert patches == said
    assert built["fields"]["loop"] == {"usual": ["upper_skin"], "sometimes": []}
    assert built["fields"]["inner"] == {"usual": ["tip_skin"], "sometimes": ["upper_skin"]}
    real = build_drills(atlas)
    assert {"L2", "L5", "S1"} <= set(real["roots"])
    for map_id, patches in real["dermatomes"].items():
        assert any(patches.values()), f"{map_id} draws something"


def test_a_map_is_unread_when_no_root_that_it_draws_was_read(tiny: Atlas) -> None:
    def unread_with(readings: dict[str, str]) -> list[str]:
        """The unread maps when the rows of each map that draw something were checked so."""
        tables = tiny.dataset
        cites = {
            key: tuple(
                cite._replace(reading=readings[row.map] if row.standing == "drawn" else "whole") for cite in row.cites
            )
            for key, row in tables.dermatomes.items()
        }
        rows = {key: row.model_copy(update={"cites": cites[key]}) for key, row in tables.dermatomes.items()}
        return drill_words(Atlas(replace(tables, tables={**tables.tables, "dermatomes": rows})))["unread"]

    first, *others = tiny.maps
    assert others, "several maps"
    assert unread_with(dict.fromkeys(tiny.maps, "excerpt")) == []
    assert unread_with({**dict.fromkeys(others, "whole"), first: "memory"}) == [first]
    assert unread_with({**dict.fromkeys(others, "second-hand"), first: "whole"}) == others
