"""The courses of the nerves in the built body: continuous, tapering, inside the canal, and where sources measure them."""

from functools import cache
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from atlas.dataset.folders import table_file
from tools.body.bones.bones import bone_points, load_bones
from tools.body.nerves.calibres import nerve_parts, nerve_radii, read_calibres
from tools.body.nerves.courses import load_courses
from tools.body.nerves.dura import load_dura, load_ganglia
from tools.body.nerves.nerve_landmarks import measured, read_landmarks
from tools.body.skin.skin_mesh import load_skin_mesh
from tools.body.skin.surface_detail import add_surface_detail
from tools.body.tables import FigureConfig, read_rows, split_list

DATA = Path(__file__).resolve().parents[2] / "data"
SEGMENTS = read_rows(DATA, "segments")
ROOTS = [row["id"] for row in read_rows(DATA, "roots")]
LANDMARKS = read_landmarks(DATA)

pytestmark = pytest.mark.slow


@cache
def built() -> SimpleNamespace:
    """The body without its territories: they take most of the time and concern no nerve."""
    config = FigureConfig.read(DATA)
    body = add_surface_detail(config, load_skin_mesh(config))
    bones = load_bones(config, body)
    marks = bone_points(config, body, bones)
    courses = load_courses(config, body, marks)
    lines: dict[str, list[np.ndarray]] = {}
    for line in courses.lines:
        lines.setdefault(line.of, []).append(line.points)
    return SimpleNamespace(config=config, bones=bones, marks=marks, courses=courses, lines=lines)


def to_samples(point: np.ndarray, runs: list[np.ndarray]) -> float:
    return min(float(np.linalg.norm(run - point, axis=1).min()) for run in runs)


def sac_at(heights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The middle of the dural sac and half its size (across, deep) at heights."""
    rows = [row for row in read_rows(DATA, "dural_sac") if row["part"] == "dural_sac"]
    at = np.array([built().marks[row["frame"]] + np.fromstring(row["off"], sep=" ") / 1000 for row in rows])
    half = np.array([[float(row["half_wide_mm"]), float(row["half_deep_mm"])] for row in rows]) / 1000
    order = np.argsort(at[:, 1])
    y = at[order, 1]
    middle = np.stack([np.interp(heights, y, at[order, axis]) for axis in (0, 2)], axis=1)
    return middle, np.stack([np.interp(heights, y, half[order, k]) for k in (0, 1)], axis=1)


def test_samples_of_a_line_follow_each_other_without_a_leap():
    for line in built().courses.lines:
        assert np.linalg.norm(np.diff(line.points, axis=0), axis=1).max() < 0.004, line.of


@pytest.mark.parametrize("row", SEGMENTS, ids=lambda row: row["id"])
def test_every_strand_starts_on_its_parent_or_on_another_strand_of_its_segment(row):
    lines, own = built().lines, built().lines[row["id"]]
    parents = [run for parent in split_list(row["from"]) for run in lines[parent]]
    for k, run in enumerate(own):
        assert to_samples(run[0], parents + own[:k] + own[k + 1 :]) < 0.001


@pytest.mark.parametrize("row", SEGMENTS, ids=lambda row: row["id"])
def test_every_parent_of_a_segment_reaches_it(row):
    lines = built().lines
    ends = [run[k] for run in lines[row["id"]] for k in (0, -1)]
    for parent in split_list(row["from"]):
        assert min(to_samples(end, lines[parent]) for end in ends) < 0.001, parent


@pytest.mark.parametrize("root", ROOTS)
def test_a_root_starts_inside_the_dural_sac(root):
    start = built().lines[root][0][0]
    middle, half = sac_at(start[None, 1])
    assert (((start[[0, 2]] - middle[0]) / half[0]) ** 2).sum() < 1


@pytest.mark.parametrize("root", [root for root in ROOTS if root.startswith("L")])
def test_a_lumbar_root_leaves_the_sac_once_above_its_foramen(root):
    line = built().lines[root][0]
    middle, half = sac_at(line[:, 1])
    outside = (((line[:, [0, 2]] - middle) / half) ** 2).sum(axis=1) > 1.15
    assert np.abs(np.diff(outside.astype(int))).sum() == 1
    assert line[outside.argmax(), 1] > built().courses.marks[f"foramen_of_{root}"][1]


def test_roots_leave_the_cord_in_their_order():
    heights = [built().lines[root][0][0, 1] for root in ROOTS]
    assert heights == sorted(heights, reverse=True)


def test_vertebrae_and_discs_are_stacked_without_gaps():
    bones = built().bones
    for row in read_rows(DATA, "bones"):
        if row["kind"] == "disc":
            upper, lower = (bones[id_] for id_ in split_list(row["between"]))
            disc = bones[row["id"]].points
            assert upper.points[:, 1].mean() > disc[:, 1].mean() > lower.points[:, 1].mean()
            # The last two points are the middles of its two faces.
            assert 0.003 < np.linalg.norm(disc[-1] - disc[-2]) < 0.016, row["id"]


def test_no_disc_reaches_into_the_dural_sac():
    for row in read_rows(DATA, "bones"):
        if row["kind"] == "disc":
            disc = built().bones[row["id"]].points
            middle, half = sac_at(disc[:, 1])
            assert ((((disc[:, [0, 2]] - middle) / half) ** 2).sum(axis=1) > 0.8).all(), row["id"]


@pytest.mark.parametrize("landmark", LANDMARKS, ids=lambda landmark: landmark.id)
def test_a_course_keeps_its_published_distance(landmark):
    found = measured(landmark, built().courses, built().marks)
    assert landmark.low <= found <= landmark.high


def test_every_root_and_segment_has_a_calibre():
    assert set(read_calibres(DATA)) == {row["id"] for row in SEGMENTS} | set(ROOTS)


def test_a_nerve_gets_no_thicker_from_segment_to_segment():
    calibres = read_calibres(DATA)
    for row in SEGMENTS:
        for parent in split_list(row["from"]):
            before = next((other for other in SEGMENTS if other["id"] == parent), None)
            if before and before["nerve"] == row["nerve"]:
                assert calibres[row["id"]][0] <= calibres[parent][1] + 1e-9, row["id"]


def test_radii_are_those_of_nerves():
    radii = nerve_radii(built().courses.lines, read_calibres(DATA))
    assert min(radius.min() for radius in radii) >= 0.0003
    assert max(radius.max() for radius in radii) < 0.0045
    for radius in radii:
        assert np.abs(np.diff(radius)).max() < 0.0008


def signed_volume(points: np.ndarray, faces: np.ndarray) -> float:
    a, b, c = (points[faces[:, k]] for k in range(3))
    return float((a * np.cross(b, c)).sum() / 6)


def test_parts_are_closed_and_face_outwards():
    courses = built().courses
    tubes = nerve_parts(courses.lines, read_calibres(DATA))
    parts = [*tubes, *load_dura(built().config, built().marks), *load_ganglia(built().config, courses)]
    assert len(tubes) == len(courses.lines)
    for part in parts:
        assert signed_volume(part.points, part.faces) > 0, part.id
        sides = np.sort(part.faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
        assert (np.unique(sides, axis=0, return_counts=True)[1] == 2).all(), part.id


def test_ganglia_are_wider_than_their_roots():
    calibres = read_calibres(DATA)
    for row in read_rows(DATA, "ganglia"):
        assert float(row["wide_mm"]) / 2000 > calibres[row["root"]][1] * 0.9, row["root"]


def test_the_tables_are_there():
    for name in ("dural_sac", "ganglia", "nerve_calibres", "nerve_landmarks"):
        assert (DATA / table_file(name)).is_file(), name
