"""Courses of nerves: rules of the tables, and the courses in the committed figures and the mesh file."""

import csv
import math
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from atlas.dataset.folders import table_file
from atlas.dataset.loader import load_dataset
from tests.support import mesh_file
from tests.support.limbs import TAIL, TINY, add_row, copy_of, drop_row, problems_of, set_cell
from tests.unit.figure_tools.test_geometry import DATA, SVG, drawn, inside, rings, rows

CLAIM = ["keeper[plate 1]", "single-source", ""]
POINTS = ("first", "second", "third", "meet", "part", "tip", "side", "skin")
COURSES = [
    ("K1", "first;meet"),
    ("K2", "second;meet"),
    ("K3", "third;meet"),
    ("knot", "meet;part"),
    ("inner.base", "part;tip"),
    ("inner.tip", "tip;skin"),
    ("outer", "part;side"),
    ("loop", "first;skin"),
]
# Sections have their own tests, and a view of the surface shows no nerves.
OTHERS = {row["id"] for row in rows("cameras") if row["shows"] in ("section", "surface")}
FIGURES = [path for path in sorted((DATA / "figures").glob("*.svg")) if path.stem not in OTHERS]
WIDTHS = {f"w{width}" for width in range(1, 6)}
STEP = 0.004


def wired(to: Path) -> Path:
    """A copy of the tiny limb in which every root and segment has a course."""
    folder = copy_of(TINY, to)

    def write(name: str, columns: list[str], lines: list[list[str]]) -> None:
        (folder / table_file(name)).parent.mkdir(exist_ok=True)
        with (folder / table_file(name)).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([[*columns, *TAIL.split(",")], *lines])

    where = ["frame", "along", "round", "depth", "off"]
    write(
        "waypoints",
        ["id", "name", *where],
        [[mark, f"At {mark}", "axis", "1", "90", "4", "", *CLAIM] for mark in POINTS],
    )
    write("courses", ["of", "strand", "through"], [[of, "1", through, *CLAIM] for of, through in COURSES])
    write("site_places", ["site", "at"], [["ring", "tip", *CLAIM]])
    return folder


def test_a_limb_with_courses_has_no_problems(tmp_path):
    assert len(load_dataset(wired(tmp_path))["courses"]) == len(COURSES)


def test_a_limb_without_courses_has_no_problems():
    assert not load_dataset(TINY)["courses"]


WRONG_CELLS = [
    (
        "courses",
        "outer",
        "through",
        "part;sid",
        "figure_source/courses.csv:8:3: through: 'sid' is not in waypoints; did you mean 'side'?",
    ),
    ("courses", "outer", "through", "part", "figure_source/courses.csv:8:3: through: one point is not a line"),
    (
        "courses",
        "outer",
        "through",
        "side;skin",
        "figure_source/courses.csv:8:3: through: 'side' is not a waypoint of knot",
    ),
    (
        "courses",
        "K2",
        "through",
        "second;side",
        "anatomy/segments.csv:2:1: id: no unbroken course connects K2 to 'knot'",
    ),
    ("courses", "outer", "of", "outre", "figure_source/courses.csv:8:1: of: 'outre' is not in segments or roots"),
    ("courses", "outer", "strand", "one", "figure_source/courses.csv:8:2: strand: "),
    (
        "site_places",
        "ring",
        "at",
        "side",
        "figure_source/site_places.csv:2:2: at: 'side' is not a waypoint of inner.tip",
    ),
    ("site_places", "ring", "site", "rung", "figure_source/site_places.csv:2:1: site: 'rung' is not in sites"),
]


@pytest.mark.parametrize(("table", "key", "column", "value", "line"), WRONG_CELLS, ids=lambda value: str(value)[:30])
def test_a_wrong_course_is_reported(tmp_path, table, key, column, value, line):
    folder = wired(tmp_path)
    set_cell(folder, table, key, column, value)
    lines = problems_of(folder)
    assert any(found.startswith(line) for found in lines), lines


def test_a_segment_without_a_course_is_reported(tmp_path):
    folder = wired(tmp_path)
    drop_row(folder, "courses", "loop")
    assert any("anatomy/segments.csv:6:1: id: 'loop' has no course" in line for line in problems_of(folder))


def test_a_strand_can_continue_another_strand_of_its_segment(tmp_path):
    folder = wired(tmp_path)
    add_row(folder, "courses", {"strand": "2", "through": "tip;side"}, like="inner.base")
    assert len(load_dataset(folder)["courses"]) == len(COURSES) + 1


def lines() -> dict[str, list[np.ndarray]]:
    return mesh_file.nerves()


def triangles(part: mesh_file.Mesh) -> np.ndarray:
    """(triangle, corner, axis) of a part."""
    return part.points[part.fine]


@cache
def skin() -> np.ndarray:
    return np.vstack([triangles(patch) for patch in mesh_file.layer("skin")])


def crossings(point: np.ndarray, mesh: np.ndarray) -> int:
    """The number of times that a ray from the point to the right of the body crosses the mesh."""
    # Slightly off the point, so that no ray meets a corner: the points of the file lie on a grid.
    x, y, z = point + np.array([0, 1.3e-5, 2.1e-5])
    a, b, c = (mesh[:, k] for k in range(3))

    def turn(p: np.ndarray, q: np.ndarray) -> np.ndarray:
        return (q[:, 1] - p[:, 1]) * (z - p[:, 2]) - (q[:, 2] - p[:, 2]) * (y - p[:, 1])

    over_c, over_a, over_b = turn(a, b), turn(b, c), turn(c, a)
    hit = ((over_a > 0) == (over_b > 0)) & ((over_b > 0) == (over_c > 0))
    weight = (over_a + over_b + over_c)[hit]
    at = (over_a[hit] * a[hit, 0] + over_b[hit] * b[hit, 0] + over_c[hit] * c[hit, 0]) / weight
    return int((at < x).sum())


@pytest.mark.slow
def test_every_point_of_every_nerve_lies_inside_the_skin():
    """Counts crossings with the mesh file. The skin is open at the waist, where it is cut."""
    top = skin()[:, :, 1].max() - 2 * STEP
    outside = {
        of for of, runs in lines().items() for p in np.vstack(runs) if p[1] < top and crossings(p, skin()) % 2 == 0
    }
    assert outside == set()


def test_the_ray_distinguishes_inside_from_outside():
    level = skin()[np.abs(skin()[:, 0, 1] - 0.4).argsort()[:400]].mean(axis=(0, 1))
    aside = np.array([1.0, 0, 0])
    assert [crossings(level + k * aside, skin()) for k in (-1, 0, 1)] == [0, 1, 2]


@pytest.mark.slow
@pytest.mark.parametrize("root", [row["id"] for row in rows("roots")])
def test_a_root_passes_through_canal_and_foramen(root):
    """It touches no bone. The bones of the file are coarse, so that a few single points may lie inside."""
    for bone in mesh_file.layer("bones"):
        mesh = triangles(bone)
        low, high = mesh.min(axis=(0, 1)), mesh.max(axis=(0, 1))
        near = [p for p in np.vstack(lines()[root]) if (p > low).all() and (p < high).all()]
        assert sum(crossings(p, mesh) % 2 for p in near) <= 1, bone.id


def apart(point: np.ndarray, runs: list[np.ndarray]) -> float:
    """Metres from a point to the nearest of these lines."""
    nearest = math.inf
    for run in runs:
        start, way = run[:-1], np.diff(run, axis=0)
        share = np.clip(((point - start) * way).sum(axis=1) / (way**2).sum(axis=1), 0, 1)
        nearest = min(nearest, np.linalg.norm(start + share[:, None] * way - point, axis=1).min())
    return nearest


@pytest.mark.parametrize("segment", rows("segments"), ids=lambda row: row["id"])
def test_a_nerve_starts_where_its_upstream_nerve_runs(segment):
    """In the mesh file there is no gap between a segment and what is upstream of it."""
    own = lines()[segment["id"]]
    for upstream in segment["from"].split(";"):
        assert min(apart(run[0], lines()[upstream]) for run in own) < 0.002, upstream
    for k, run in enumerate(own):
        others = [other for up in segment["from"].split(";") for other in lines()[up]] + own[:k] + own[k + 1 :]
        assert apart(run[0], others) < 0.002


def test_no_nerve_has_a_corner():
    for of, runs in lines().items():
        for run in runs:
            for before, after in pairwise(np.diff(run, axis=0)):
                turn = before @ after / np.linalg.norm(before) / np.linalg.norm(after)
                assert turn > math.cos(math.radians(75)), of


def test_every_segment_root_and_focal_site_is_drawn_in_a_view():
    seen = {shape.get("data-node") for path in FIGURES for shape in drawn(path).iter()}
    assert {row["id"] for table in ("segments", "roots") for row in rows(table)} <= seen
    assert {row["id"] for row in rows("sites") if row["standing"] == "focal"} <= seen


@pytest.mark.parametrize("path", FIGURES, ids=lambda path: path.stem)
def test_drawn_nerves_stay_on_the_body(path):
    root = drawn(path)
    shapes = root.findall(f"{SVG}path[@class='outline']") + root.findall(f"{SVG}path[@class='body']")
    body = [rings(shape.get("d")) for shape in shapes]
    nerves = root.find(f"{SVG}g[@class='nerves']")
    classes = [set(shape.get("class").split()) for group in nerves for shape in group]
    assert all(len(names & {"near", "deep"}) == 1 and len(names & WIDTHS) == 1 and len(names) == 2 for names in classes)
    points = [p for shape in nerves.iter(f"{SVG}path") for ring in rings(shape.get("d"), steps=3) for p in ring]
    astray = [p for p in points if not any(inside(*p, patch) for patch in body)]
    rim = np.array([p for patch in body for ring in patch for p in ring])
    for p in astray:
        # The outline is smoothed, nerves run along it, and the median cut, which has no outline, is at most this wide.
        assert np.linalg.norm(rim - p, axis=1).min() < 9, p
    assert len(astray) < 0.03 * len(points)
