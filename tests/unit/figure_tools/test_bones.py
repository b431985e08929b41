"""The bones: the committed figures and mesh file are consistent, and each step of the build works."""

import csv
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from atlas.dataset.folders import table_file
from tests.support import mesh_file

DATA = Path(__file__).resolve().parents[3] / "data"
SVG = "{http://www.w3.org/2000/svg}"
LUMBAR = [f"L{n}_vertebra" for n in range(1, 6)]
JOINTS = [
    ("hip_bone", "sacrum"),
    ("hip_bone", "femur"),
    ("femur", "tibia"),
    ("femur", "patella"),
    ("tibia", "fibula"),
    ("tibia", "talus"),
    ("fibula", "talus"),
    ("talus", "calcaneus"),
    ("talus", "navicular"),
    ("calcaneus", "cuboid"),
    *((f"metatarsal_{n}", f"proximal_phalanx_{n}") for n in range(1, 6)),
    *((f"proximal_phalanx_{n}", f"middle_phalanx_{n}") for n in range(2, 6)),
    *((f"middle_phalanx_{n}", f"distal_phalanx_{n}") for n in range(2, 6)),
]


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / table_file(name)).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def body() -> SimpleNamespace:
    """The committed meshes: points in metres and triangles of each patch of skin and of each bone."""
    parts = {name: {one.id: (one.points, one.fine) for one in mesh_file.layer(name)} for name in ("skin", "bones")}
    return SimpleNamespace(content=mesh_file.content(), patches=parts["skin"], bones=parts["bones"])


def winding(at: np.ndarray, points: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """The winding number of the surface around each point: 1 inside, 0 outside, from solid angles of its triangles."""
    total = np.zeros(len(at))
    for part in np.array_split(faces, max(1, len(faces) * len(at) // 2_000_000)):
        a, b, c = (points[part[:, k]][None] - at[:, None] for k in range(3))
        la, lb, lc = (np.linalg.norm(side, axis=2) for side in (a, b, c))
        above = np.einsum("ijk,ijk->ij", a, np.cross(b, c))
        ab, bc, ca = (np.einsum("ijk,ijk->ij", p, q) for p, q in ((a, b), (b, c), (c, a)))
        total += 2 * np.arctan2(above, la * lb * lc + ab * lc + bc * la + ca * lb).sum(axis=1)
    return total / (4 * np.pi)


def area(points: np.ndarray, faces: np.ndarray) -> float:
    a, b, c = (points[faces[:, k]] for k in range(3))
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2)


def volume(points: np.ndarray, faces: np.ndarray) -> float:
    return float((points[faces[:, 0]] * np.cross(points[faces[:, 1]], points[faces[:, 2]])).sum() / 6)


class TestCommitted:
    """The committed figures and mesh file."""

    def test_the_mesh_files_are_small(self) -> None:
        import brotli

        for name, most in (("solid", 450_000), ("solid_muscles", 500_000)):
            assert len(brotli.compress((DATA / "figures" / f"{name}.json").read_bytes())) < most

    def test_every_territory_and_every_bone_of_the_right_half_is_in_the_mesh_file(self) -> None:
        assert set(body().patches) == {row["id"] for row in rows("territories")} | {""}
        assert set(body().bones) == {row["id"] for row in rows("bones") if not row["mirror"]}
        shown = {row["id"] for row in rows("cameras") if row["shows"] in ("", "skin", "bones")}
        assert {look["id"] for look in body().content["views"]} == shown

    def test_patches_fit_without_gap_or_overlap(self) -> None:
        """Every side of a patch belongs to another patch, except on the two edges where the skin was cut."""
        open_sides: dict[tuple, int] = {}
        low, high = (
            pick(
                [p.min(axis=0) if pick is min else p.max(axis=0) for p, _ in body().patches.values()],
                key=lambda place: place[1],
            )
            for pick in (min, max)
        )
        for points, faces in body().patches.values():
            whole = np.round(points / body().content["unit"]).astype(int)
            for i, j in pairwise_sides(faces):
                a, b = sorted((tuple(whole[i]), tuple(whole[j])))
                if a != b:
                    open_sides[a, b] = open_sides.get((a, b), 0) + 1
        assert max(open_sides.values()) == 2
        unit = body().content["unit"]
        for (a, b), uses in open_sides.items():
            if uses == 1:
                at_trunk = min(a[1], b[1]) * unit > 1.25  # the skin is cut obliquely below the arms
                assert at_trunk or max(a[0], b[0]) * unit > -0.02, (a, b)
        assert low[1] < 0.01 < 1 < high[1]

    @pytest.mark.slow
    def test_bones_are_inside_the_skin(self) -> None:
        """Tested with winding numbers of the skin and its mirror image. Above the waist there is no skin."""
        points, faces, count = [], [], 0
        for patch, corners in body().patches.values():
            for side, turned in ((1, corners), (-1, corners[:, ::-1])):
                points.append(patch * [side, 1, 1])
                faces.append(turned + count)
                count += len(patch)
        points, faces = np.vstack(points), np.vstack(faces)
        top = points[:, 1].max() - 0.04
        for id_, (bone, _) in body().bones.items():
            few = bone[:: max(1, len(bone) // 12)]
            ends = np.vstack([bone[bone.argmin(axis=0)], bone[bone.argmax(axis=0)], few])
            ends = ends[ends[:, 1] < top]
            assert (winding(ends, points, faces) > 0.5).all(), id_

    def test_bones_of_a_joint_are_close(self) -> None:
        from scipy.spatial import cKDTree

        for one, other in JOINTS:
            apart = cKDTree(body().bones[one][0]).query(body().bones[other][0])[0].min()
            assert apart < 0.012, (one, other)

    def test_vertebrae_are_in_order_with_a_disc_in_each_gap(self) -> None:
        height = {id_: points[:, 1].mean() for id_, (points, _) in body().bones.items()}
        assert all(height[above] > height[below] for above, below in pairwise([*LUMBAR, "sacrum"]))
        discs = {tuple(row["between"].split(";")): row["id"] for row in rows("bones") if row["kind"] == "disc"}
        for pair in pairwise([*LUMBAR, "sacrum"]):
            disc = body().bones[discs[pair]][0]
            assert height[pair[0]] > disc[:, 1].mean() > height[pair[1]]
            assert 0.03 < np.ptp(disc[:, 0]) < 0.07 and np.ptp(disc[:, 2]) < 0.06

    @pytest.mark.parametrize("view", [row for row in rows("cameras") if row["shows"] == "bones"], ids=lambda v: v["id"])
    def test_a_view_of_bones_shows_the_spine(self, view) -> None:
        path = DATA / "figures" / f"{view['id']}.svg"
        assert path.stat().st_size <= 32 * 1024
        root = ElementTree.fromstring(path.read_text("utf-8"))
        drawn = {element.get("data-bone") for element in root.iter() if element.get("data-bone")}
        hidden = {row["id"] for row in rows("bones") if view["id"] in row["hidden"].split(";")}
        assert {*LUMBAR, "sacrum"} <= drawn
        assert not hidden & drawn
        assert all(path.get("d") for path in root.iter(f"{SVG}path") if path.get("data-bone"))

    def test_every_named_point_is_on_a_known_bone(self) -> None:
        bones = {row["id"] for row in rows("bones")}
        for row in rows("bone_points"):
            assert row["bone"] in bones
            assert bool(row["at"]) != bool(row["towards"]), "a point has coordinates or a direction to search in"
            assert all(re.fullmatch(r"[xyz] \d*\.?\d+ \d*\.?\d+", part) for part in row["within"].split(";") if part)


def pairwise_sides(faces: np.ndarray):
    for a, b, c in faces.tolist():
        yield from ((a, b), (b, c), (c, a))


CUBE = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], float)
CUBE_FACES = np.array(
    [
        [0, 1, 3],
        [0, 3, 2],
        [4, 6, 7],
        [4, 7, 5],
        [0, 4, 5],
        [0, 5, 1],
        [2, 3, 7],
        [2, 7, 6],
        [0, 2, 6],
        [0, 6, 4],
        [1, 5, 7],
        [1, 7, 3],
    ]
)


class TestSteps:
    """Steps of the build, on shapes with known measures."""

    def test_an_stl_file_is_welded_and_split_into_its_pieces(self, tmp_path) -> None:
        from tools.body.bones.bone_mesh import pieces, read_stl

        corners = np.vstack([CUBE[CUBE_FACES], CUBE[CUBE_FACES] + [3, 0, 0]]).astype("<f4")
        record = np.zeros(len(corners), np.dtype([("n", "<f4", 3), ("c", "<f4", (3, 3)), ("r", "<u2")]))
        record["c"] = corners
        (tmp_path / "two.stl").write_bytes(bytes(80) + len(corners).to_bytes(4, "little") + record.tobytes())
        points, faces = read_stl(tmp_path / "two.stl")
        assert (len(points), len(faces)) == (16, 24)
        assert [volume(*piece) for piece in pieces(points, faces)] == pytest.approx([1, 1])
        assert pieces(points, faces)[1][0][:, 0].min() == 3

    def test_rounding_keeps_a_closed_shape_closed_and_near_its_size(self) -> None:
        from tools.body.bones.bone_mesh import rounded

        points, faces = rounded(CUBE, CUBE_FACES, 3)
        sides = np.sort(faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
        assert (np.unique(sides, axis=0, return_counts=True)[1] == 2).all()
        assert len(faces) == 4**3 * len(CUBE_FACES)
        ball = 4 / 3 * np.pi * 0.75**1.5
        assert 1 < volume(points, faces) < ball, "between the cube and the ball through its corners"
        assert np.linalg.norm(CUBE[:, None] - points, axis=2).min(axis=1).max() < 0.06

    def test_coarsening_keeps_both_sides_of_a_thin_sheet(self) -> None:
        from tools.body.bones.bone_mesh import coarsened, rounded

        points, faces = rounded(CUBE * [1, 1, 0.02], CUBE_FACES, 4)
        fewer, corners = coarsened(points, faces, 0.2)
        assert len(fewer) < len(points) / 4
        assert volume(fewer, corners) == pytest.approx(volume(points, faces), rel=0.25)

    def test_a_bar_without_length_is_a_ball(self) -> None:
        from tools.body.bones.solids import Bar, build_solid

        here = np.array([0.1, 0.2, 0.3])
        points, faces = build_solid([Bar("add", here, here, (0.02, 0.02), 0)], 0.001)
        assert np.linalg.norm(points - here, axis=1) == pytest.approx(0.02, abs=3e-4)
        assert volume(points, faces) == pytest.approx(4 / 3 * np.pi * 0.02**3, rel=0.03)

    def test_cut_and_trim_remove_volume(self) -> None:
        from tools.body.bones.solids import Bar, build_solid

        here, ahead = np.zeros(3), np.array([0, 0, 0.05])
        ball = Bar("add", here, here, (0.02, 0.02), 0)
        whole = volume(*build_solid([ball], 0.001))
        half = build_solid([ball, Bar("trim", here, ahead, (0, 0), 0)], 0.001)
        bored = build_solid([ball, Bar("cut", -ahead, ahead, (0.005, 0.005), 0)], 0.001)
        assert volume(*half) == pytest.approx(whole / 2, rel=0.05)
        assert half[0][:, 2].max() < 0.001
        assert np.linalg.norm(bored[0][:, :2], axis=1).min() > 0.004

    @example([1.0, 0, 0, 0, 0, 0, 0, 0, 0, 1.0, 0, 0], 1.0, 0.0)  # opposite direction
    @example([0, 0, 0, 0, 1.0, 0, 0, 0, 0, 0, 1.0, 0], 1.0, 0.0)  # same direction
    @given(st.lists(st.floats(-1, 1), min_size=12, max_size=12), st.floats(0.2, 3), st.floats(-180, 180))
    def test_two_anchors_are_mapped_to_two_points(self, numbers, girth, pitch) -> None:
        from tools.body.bones.bones import place_bone
        from tools.body.bones.skeleton import BonePlace

        a, b, c, d = np.array(numbers).reshape(4, 3)
        if np.linalg.norm(a - b) < 0.1 or np.linalg.norm(c - d) < 0.1:
            return
        place = BonePlace([a, b], [("here", c), ("there", d - 1)], np.array([girth]), pitch)
        put = place_bone(np.array([a, b]), place, {"here": np.zeros(3), "there": np.ones(3)})
        assert put == pytest.approx(np.array([c, d]), abs=1e-6)

    def test_a_disc_fills_the_gap_between_two_blocks(self) -> None:
        from tools.body.bones.bone_mesh import rounded
        from tools.body.bones.discs import build_disc

        block = (CUBE - [0.5, 0, 0.5]) * [0.05, 0.03, 0.04]
        upper, faces = rounded(block + np.array([0, 0.04, 0]), CUBE_FACES, 4)
        lower, _ = rounded(block, CUBE_FACES, 4)
        points, corners = build_disc(upper, faces, lower, faces)
        assert volume(points, corners) > 0
        assert lower[:, 1].max() - 0.006 < points[:, 1].min() < points[:, 1].max() < upper[:, 1].min() + 0.006

    def test_points_outside_are_pushed_in_and_others_hardly_move(self) -> None:
        from tools.body.skin.containment import SkinDepth, push_inside

        at = np.arange(41) / 400
        flat = np.array([[-x, 0, z] for x in at for z in at])
        skin = SimpleNamespace(points=flat, normals=lambda: np.tile([0.0, 1, 0], (len(flat), 1)))
        bone = np.array([[-0.05, 0.002, 0.05], [-0.05, -0.05, 0.05], [-0.06, -0.05, 0.05], [-0.05, -0.05, 0.06]])
        faces = np.array([[0, 1, 2], [0, 2, 3], [0, 3, 1], [1, 3, 2]])
        put = push_inside(bone, faces, SkinDepth(skin), 0.001)
        assert put[0, 1] < -0.0008
        assert np.abs(put[1:] - bone[1:]).max() < 0.01

    def test_partition_gives_each_triangle_one_owner_and_keeps_the_area(self) -> None:
        from tools.body.skin.mesh_partition import partition_mesh

        points = np.array([[x, y, 0.0] for y in range(9) for x in range(9)])
        at = np.arange(81).reshape(9, 9)
        quads = np.stack([at[:-1, :-1], at[:-1, 1:], at[1:, 1:], at[1:, :-1]], axis=-1).reshape(-1, 4)
        faces = np.vstack([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
        left = np.clip((4.5 - points[:, 0]) / 2 + 0.5, 0, 1) * (points[:, 1] < 4.5)
        right = (1 - left) * (points[:, 1] < 4.5)
        shares = np.stack([left, right, (points[:, 1] > 4.5) * 1.0], axis=1)
        out, corners, owner = partition_mesh(points, faces, shares)
        areas = [area(out, corners[owner == k]) for k in range(3)]
        assert sum(areas) == pytest.approx(64)
        assert areas == pytest.approx([4.5 * 4.5, 3.5 * 4.5, 8 * 3.5], rel=0.03)
        assert volume(out + np.array([0, 0, 1]), corners) > 0, "cut triangles keep their orientation"


@pytest.mark.slow
class TestFromThePackages:
    """The whole build from the mesh packages, where they are installed."""

    @pytest.fixture(scope="class")
    @staticmethod
    def built():
        from dataclasses import replace

        from tools.body.bones.bones import bone_points, load_bones
        from tools.body.skin.mesh_package import MeshPackageError
        from tools.body.skin.skin_mesh import load_skin_mesh
        from tools.body.tables import FigureConfig

        config = FigureConfig.read(DATA)
        try:
            whole = load_skin_mesh(
                replace(config, skin={**config.skin, "keep": "", "without": "nothing", "refine": "1"})
            )
            body = load_skin_mesh(config)
            bones = load_bones(config, body)
        except MeshPackageError as missing:
            pytest.skip(str(missing))
        return SimpleNamespace(config=config, whole=whole, bones=bones, points=bone_points(config, body, bones))

    def test_every_named_point_is_inside_the_whole_body(self, built) -> None:
        at = np.array(list(built.points.values()))
        inside = winding(at, built.whole.points, built.whole.corners) > 0.5
        assert inside.all(), [name for name, good in zip(built.points, inside, strict=True) if not good]

    def test_every_bone_is_inside_the_whole_body(self, built) -> None:
        for id_, bone in built.bones.items():
            few = bone.points[:: max(1, len(bone.points) // 20)]
            assert (winding(few, built.whole.points, built.whole.corners) > 0.5).all(), id_

    def test_no_bone_touches_a_root_in_its_foramen(self, built) -> None:
        from scipy.spatial import cKDTree

        tree = cKDTree(np.vstack([bone.points for bone in built.bones.values()]))
        for name, point in built.points.items():
            if re.fullmatch(r"(foramen|canal)_[LS]\d", name):
                assert tree.query(point)[0] > 0.002, name
