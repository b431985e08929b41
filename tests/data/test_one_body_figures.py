"""The committed figures of the one body: paths without a gap, a shape for each structure, and each on its side."""

from __future__ import annotations

from functools import cache
from itertools import pairwise, product
from xml.etree import ElementTree

import pytest

from tests.unit.figure_tools.test_geometry import DATA, SVG, drawn, inside, rings, rows

np = pytest.importorskip("numpy", reason="numpy comes with the figures extra")
spatial = pytest.importorskip("scipy.spatial", reason="scipy comes with the figures extra")

FRONT, BACK = "leg_anterior", "leg_posterior"
# Figure units: what the eye does not see as a gap, and how densely a line is sampled.
GAP, STEP = 2.0, 0.5
VIEWS = {row["id"]: row for row in rows("cameras")}
# Root, home figure, and the segment in which the path ends.
ROOT_PATHS = [
    ("L4", FRONT, "saphenous.ankle"),
    ("L4", FRONT, "obturator.anterior"),
    ("L5", FRONT, "dorsal_digital.first_web"),
    ("L5", FRONT, "dorsal_digital.medial"),
    ("L5", BACK, "superior_gluteal"),
    ("S1", BACK, "lateral_calcaneal"),
    ("S1", FRONT, "dorsal_digital.fifth_lateral"),
    ("S1", BACK, "plantar_digital_hallux"),
]
# A segment that the path of the nerve passes through, home figure, and the segment in which it ends.
NERVE_PATHS = [
    ("femoral.pelvis", FRONT, "anterior_femoral_cutaneous"),
    ("saphenous.leg", FRONT, "saphenous.ankle"),
    ("obturator.pelvis", FRONT, "obturator.posterior"),
    ("lateral_femoral_cutaneous", FRONT, "lateral_femoral_cutaneous"),
    ("genitofemoral", FRONT, "genitofemoral"),
    ("superior_gluteal", BACK, "superior_gluteal"),
    ("inferior_gluteal", BACK, "inferior_gluteal"),
    ("posterior_femoral_cutaneous.thigh", BACK, "posterior_femoral_cutaneous.popliteal"),
    ("tibial.calf", BACK, "medial_calcaneal"),
    ("medial_plantar", FRONT, "common_plantar_digital.first"),
    ("lateral_plantar.sole", FRONT, "plantar_digital_fifth"),
    ("sural.leg", BACK, "lateral_calcaneal"),
    ("common_fibular.neck", FRONT, "deep_fibular_lateral_terminal"),
    ("superficial_fibular.leg", FRONT, "dorsal_digital.intermediate"),
    ("lateral_sural_cutaneous", BACK, "lateral_sural_cutaneous"),
]


def upstream() -> dict[str, list[str]]:
    return {row["id"]: row["from"].split(";") for row in rows("segments")}


def chains_down_to(segment: str) -> list[list[str]]:
    """Every way in the graph from a root down to a segment."""
    above = upstream().get(segment)
    return [[segment]] if above is None else [[*way, segment] for up in above for way in chains_down_to(up)]


def samples(ring: list[tuple[float, float]]) -> np.ndarray:
    """Points (n, 2) along a line, at most STEP apart."""
    corners = np.array(ring)
    found = [corners[:1]]
    for start, end in pairwise(corners):
        count = max(1, int(np.ceil(np.linalg.norm(end - start) / STEP)))
        found.append(start + (end - start) * (np.arange(1, count + 1) / count)[:, None])
    return np.vstack(found)


@cache
def nerve_lines(view: str) -> dict[str, list[np.ndarray]]:
    """The lines of each nerve in a figure, near and deep."""
    groups = drawn(DATA / "figures" / f"{view}.svg").find(f"{SVG}g[@class='nerves']")
    return {
        group.get("data-node"): [samples(ring) for path in group for ring in rings(path.get("d"), 24)]
        for group in groups
    }


def pieces(lines: list[np.ndarray]) -> int:
    """The number of separate drawings if lines at most GAP apart belong together."""
    trees = [spatial.cKDTree(line) for line in lines]
    waiting, count = set(range(len(lines))), 0
    while waiting:
        count, reached = count + 1, [waiting.pop()]
        for k in reached:
            near = {other for other in waiting if trees[k].query(lines[other])[0].min() <= GAP}
            waiting -= near
            reached.extend(sorted(near))
    return count


def test_pieces_are_counted() -> None:
    first, second, apart = ([(0, y), (10, y)] for y in (0, 1.9, 4.0))
    assert pieces([samples(first), samples(second)]) == 1
    assert pieces([samples(first), samples(second), samples(apart)]) == 2
    assert pieces([samples(first), samples([(30, 0), (12.1, 0)])]) == 2


@pytest.mark.parametrize(("root", "view", "ending"), ROOT_PATHS)
def test_the_path_of_a_root_is_one_line(root: str, view: str, ending: str) -> None:
    ways = [way for way in chains_down_to(ending) if way[0] == root]
    assert ways
    for way in ways:
        assert pieces([line for of in way for line in nerve_lines(view)[of]]) == 1, way


@pytest.mark.parametrize(("nerve", "view", "ending"), NERVE_PATHS)
def test_the_path_of_a_nerve_is_one_line_from_each_root(nerve: str, view: str, ending: str) -> None:
    ways = [way for way in chains_down_to(ending) if nerve in way]
    assert ways
    for way in ways:
        assert pieces([line for of in way for line in nerve_lines(view)[of]]) == 1, way


@pytest.mark.parametrize("view", [FRONT, BACK])
def test_every_drawn_segment_touches_one_that_feeds_it(view: str) -> None:
    lines = nerve_lines(view)
    for of, above in upstream().items():
        if of in lines:
            apart = [spatial.cKDTree(a).query(b)[0].min() for up in above for a in lines[up] for b in lines[of]]
            assert min(apart) <= GAP, of


def shapes_of(root: ElementTree.Element) -> dict[str, ElementTree.Element]:
    """The shape of each structure in a figure."""
    return {shape.get("data-node"): shape for shape in root.iter() if shape.get("data-node")}


@cache
def drawn_somewhere() -> set[str]:
    return {node for view in VIEWS for node in shapes_of(drawn(DATA / "figures" / f"{view}.svg"))}


@pytest.mark.parametrize("table", ["territories", "muscles", "segments", "roots"])
def test_every_structure_has_a_shape(table: str) -> None:
    assert {row["id"] for row in rows(table)} <= drawn_somewhere()


def test_every_site_with_a_place_has_a_shape() -> None:
    assert {row["site"] for row in rows("site_places")} <= drawn_somewhere()


def test_every_reflex_with_a_place_is_marked_in_a_figure() -> None:
    marked = {shape.get("data-node") for view in VIEWS for kind, shape in groups_of(view) if kind == "reflexes"}
    assert {row["reflex"] for row in rows("reflex_places")} == marked


def root_names(view: str, of: str) -> list[set[str]]:
    """The roots that each stretch of a nerve carries, where they are not all roots of it."""
    shape = shapes_of(drawn(DATA / "figures" / f"{view}.svg"))[of]
    return [set(path.get("data-roots").split()) for path in shape if path.get("data-roots")]


def test_stretches_of_a_plexus_name_the_roots_that_they_carry() -> None:
    named = root_names("spine_posterior", "sacral_plexus")
    assert {"S3"} in named and {"S1"} in named
    assert {root for roots in named for root in roots} == {"L4", "L5", "S1", "S2", "S3", "S4"}
    assert root_names("spine_posterior", "sciatic_tibial_division.hip") == []
    assert {frozenset(roots) for roots in root_names("spine_posterior", "medial_cluneal")} == {
        frozenset({root}) for root in ("S1", "S2", "S3")
    }


def centre_of(shape: ElementTree.Element) -> tuple[float, float]:
    if shape.get("cx"):
        return float(shape.get("cx")), float(shape.get("cy"))
    x, y = (float(part) for part in shape.get("data-at").split())
    return x, y


def paths_of(shape: ElementTree.Element) -> list[ElementTree.Element]:
    return [shape] if shape.get("d") else list(shape.iter(f"{SVG}path"))


def groups_of(view: str) -> list[tuple[str, ElementTree.Element]]:
    """Each picked shape of a figure with the class of its group, lowest first."""
    groups = drawn(DATA / "figures" / f"{view}.svg").findall(f"{SVG}g")
    return [(group.get("class"), shape) for group in groups for shape in group if shape.get("data-node")]


@pytest.mark.parametrize("view", VIEWS)
def test_the_mark_of_a_shape_is_on_the_shape(view: str) -> None:
    off = []
    for kind, shape in groups_of(view):
        if shape.get("cx"):
            continue
        x, y = centre_of(shape)
        lines = [ring for path in paths_of(shape) for ring in rings(path.get("d"), 24)]
        if kind == "nerves" and VIEWS[view]["shows"] != "section":
            on = min(np.linalg.norm(samples(ring) - (x, y), axis=1).min() for ring in lines) <= GAP
        else:
            # The cuts of a nerve may overlap; those of a small one are hardly wider than the mark's rounding.
            alone = [[ring] for ring in lines] if kind == "nerves" else [rings(p.get("d"), 12) for p in paths_of(shape)]
            on = any(inside(x, y, outline) for outline in alone)
        off += [] if on else [shape.get("data-node")]
    assert not off


@pytest.mark.parametrize("view", [view for view in VIEWS if VIEWS[view]["shows"] != "section"])
def test_a_muscle_in_front_is_not_covered_at_its_mark(view: str) -> None:
    """Muscles share their edges, so what a person points at is never two of them. A hidden one is picked by name."""
    near = {
        shape.get("data-node"): (centre_of(shape), rings(path.get("d"), 12))
        for kind, shape in groups_of(view)
        if kind == "muscles"
        for path in shape
        if path.get("class") == "near"
    }
    covered = [
        (of, other)
        for (of, (at, _)), (other, (_, shape)) in product(near.items(), near.items())
        if of != other and inside(*at, shape)
    ]
    assert not covered


def test_the_marks_of_skin_are_inside_one_patch_only() -> None:
    for view in VIEWS:
        patches = {shape.get("data-node"): shape for kind, shape in groups_of(view) if kind == "skin"}
        for of, shape in patches.items():
            under = [other for other, patch in patches.items() if inside(*centre_of(shape), rings(patch.get("d")))]
            assert under == [of], view


# What is nearer the middle of the body, and what is farther from it, wherever a figure shows both.
MEDIAL_AND_LATERAL = [
    ("medial_thigh", "lateral_thigh"),
    ("medial_knee", "lateral_knee"),
    ("medial_malleolus", "lateral_malleolus"),
    ("medial_buttock", "lateral_hip"),
    ("heel_medial", "heel_lateral"),
    ("sole_medial", "sole_lateral"),
    ("toe1_dorsal", "toe5_dorsal"),
    ("anterior_shin", "anterolateral_leg_lower"),
    ("medial_leg", "anterior_shin"),
    ("gracilis", "quadriceps"),
    ("adductor_longus", "tensor_fasciae_latae"),
    ("semitendinosus", "biceps_femoris_long"),
    ("semimembranosus", "biceps_femoris_short"),
    ("flexor_digitorum_longus", "fibularis_longus"),
    ("abductor_hallucis", "abductor_digiti_minimi"),
    ("flexor_hallucis_brevis", "flexor_digiti_minimi_brevis"),
    ("obturator.anterior", "femoral.inguinal"),
    ("femoral.pelvis", "lateral_femoral_cutaneous"),
    ("saphenous.leg", "superficial_fibular.leg"),
    ("tibial.popliteal", "common_fibular.popliteal"),
    ("medial_sural_cutaneous", "lateral_sural_cutaneous"),
    ("medial_calcaneal", "lateral_calcaneal"),
    ("medial_plantar", "lateral_plantar.sole"),
    ("plantar_digital_hallux", "plantar_digital_fifth"),
    ("medial_dorsal_cutaneous", "intermediate_dorsal_cutaneous"),
    ("intermediate_dorsal_cutaneous", "lateral_dorsal_cutaneous"),
]
# In these views the right side of the body is on one side of the picture: 1 if its middle is to the right.
TOWARDS_MIDDLE = {
    view: float(row["right"].split()[0])
    for view, row in VIEWS.items()
    if abs(float(row["right"].split()[0])) == 1 and row["shows"] != "section"
}


def middle_of(shape: ElementTree.Element) -> float:
    """How far to the right in the picture a shape is, on average along its outline."""
    points = [samples(ring) for path in paths_of(shape) for ring in rings(path.get("d"))]
    return float(np.vstack(points)[:, 0].mean())


@pytest.mark.parametrize(("medial", "lateral"), MEDIAL_AND_LATERAL)
def test_medial_is_medial_and_lateral_is_lateral(medial: str, lateral: str) -> None:
    """Views from in front and from behind are mirror images in this respect."""
    compared = 0
    for view, sign in TOWARDS_MIDDLE.items():
        shapes = shapes_of(drawn(DATA / "figures" / f"{view}.svg"))
        if {medial, lateral} <= set(shapes):
            compared += 1
            assert sign * (middle_of(shapes[medial]) - middle_of(shapes[lateral])) > 0, view
    assert compared


def test_the_muscle_of_the_shin_is_lateral_to_the_tibia() -> None:
    root = drawn(DATA / "figures" / f"{FRONT}.svg")
    tibia = next(shape for shape in root.iter() if shape.get("data-bone") == "tibia")
    shapes = shapes_of(root)
    assert TOWARDS_MIDDLE[FRONT] * (centre_of(tibia)[0] - centre_of(shapes["tibialis_anterior"])[0]) > 0
    assert TOWARDS_MIDDLE[FRONT] * (centre_of(tibia)[0] - centre_of(shapes["extensor_digitorum_longus"])[0]) > 0
