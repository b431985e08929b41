"""The muscles of the body, grown from the real tables: their size, their room, and their place among one another."""

import csv
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from atlas.dataset.folders import table_file
from tests.unit.figure_tools.test_bones import winding

DATA = Path(__file__).resolve().parents[2] / "data"

FORWARDS, BACKWARDS, UPWARDS, DOWNWARDS, INWARDS = (0, 0, 1), (0, 0, -1), (0, 1, 0), (0, -1, 0), (1, 0, 0)
# Where along the limb a rule of neighbours is checked: a bone, the least and most share of its height, and the
# direction in which a person who looks at that side of the limb looks: what lies farther that way is deep.
LEVELS = {
    "upper calf": ("tibia", 0.72, 0.86, FORWARDS),
    "middle calf": ("tibia", 0.45, 0.62, FORWARDS),
    "middle leg": ("tibia", 0.4, 0.6, INWARDS),
    "back of the knee": ("tibia", 0.88, 1.0, FORWARDS),
    "back of the tibia": ("tibia", 0.6, 1.0, FORWARDS),
    "behind the medial malleolus": ("tibia", 0.0, 0.1, FORWARDS),
    "behind the lateral malleolus": ("fibula", 0.0, 0.12, FORWARDS),
    "front of the ankle": ("tibia", 0.02, 0.12, BACKWARDS),
    "buttock": ("hip_bone", -0.1, 0.65, FORWARDS),
    "groin": ("hip_bone", 0.0, 0.45, BACKWARDS),
    "upper thigh": ("femur", 0.65, 0.85, BACKWARDS),
    "middle thigh": ("femur", 0.4, 0.6, BACKWARDS),
    "sole": ("calcaneus", -1.0, 2.0, UPWARDS),
    "middle of the sole": ("calcaneus", -1.0, 2.0, UPWARDS),
    "back of the foot": ("calcaneus", -1.0, 2.0, DOWNWARDS),
    "loin": ("L3_vertebra", -1.0, 2.0, FORWARDS),
}
# Of the right leg, in the axes of the body: x to its left, y up, z to the front.
DIRECTIONS = {
    "medial to": (1, 0, 0),
    "lateral to": (-1, 0, 0),
    "above": (0, 1, 0),
    "below": (0, -1, 0),
    "in front of": (0, 0, 1),
    "behind": (0, 0, -1),
}
NEAR = 0.03
# Cubic metres: the lumbricals and the plantar interossei are too small for the grid of the build.
MEASURABLE = 2e-6


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / table_file(name)).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def closed_volume(points: np.ndarray, faces: np.ndarray) -> float:
    a, b, c = (points[faces[:, k]] for k in range(3))
    return float((a * np.cross(b, c)).sum() / 6)


def spread_over(triangles: np.ndarray) -> np.ndarray:
    """Points (n, 3) all over triangles (m, 3, 3)."""
    share = np.array([(i, j, 8 - i - j) for i in range(9) for j in range(9 - i)]) / 8
    return np.einsum("ka,mac->mkc", share, triangles).reshape(-1, 3)


VOLUMES = {row["part"]: float(row["volume_cm3"]) / 1e6 for row in rows("muscle_volumes")}
PARTS = list(dict.fromkeys(row["part"] for row in rows("muscle_strands")))
HEADS = {row["part"] for row in rows("muscle_strands") if row["form"] == "heads"}
NEIGHBOURS = [row for row in rows("muscle_neighbours") if {row["first"], row["second"]} <= set(PARTS)]
each_part = pytest.mark.parametrize("part", PARTS)


def test_every_named_muscle_has_a_part() -> None:
    assert {row["id"] for row in rows("muscles")} <= {row["muscle"] for row in rows("muscle_strands")}


def test_strands_use_known_points_bones_and_muscles() -> None:
    points = {row["id"]: row for row in rows("muscle_points")}
    bones = {row["id"] for row in rows("bones")}
    muscles = {row["id"] for row in rows("muscles")} | {""}
    for row in rows("muscle_strands"):
        used = [part for part in row["through"].split(";") if not part.startswith("path:")]
        assert set(used) <= set(points), row["part"]
        assert row["muscle"] in muscles, row["part"]
    assert {row["bone"] for row in points.values()} <= bones


def test_every_belly_has_a_volume() -> None:
    tendons = {
        row["part"] for row in rows("muscle_strands") if float(row["proximal"] or 0) + float(row["distal"] or 0) >= 1
    }
    assert set(VOLUMES) | tendons >= set(PARTS)


@pytest.mark.slow
class TestGrown:
    """The whole build of muscles from the packages, where they are installed."""

    @pytest.fixture(scope="class")
    @staticmethod
    def built():
        for tool in ("skimage", "manifold3d", "fast_simplification", "numba"):
            pytest.importorskip(tool, reason=f"{tool} comes with the figures extra")
        from scipy.spatial import cKDTree

        from tools.body.bones.bones import bone_points as bone_points_of
        from tools.body.bones.bones import load_bones
        from tools.body.muscles.loader import grow_muscles
        from tools.body.nerves.courses import load_courses
        from tools.body.skin.containment import SkinDepth
        from tools.body.skin.mesh_package import MeshPackageError
        from tools.body.skin.skin_mesh import load_skin_mesh
        from tools.body.skin.surface import normals
        from tools.body.tables import FigureConfig

        config = FigureConfig.read(DATA)
        try:
            body = load_skin_mesh(config)
            bones = load_bones(config, body)
        except MeshPackageError as missing:
            pytest.skip(str(missing))
        grown = grow_muscles(config, body, bones)
        bone_points = np.vstack([bone.points for bone in bones.values()])
        bone_normals = np.vstack([normals(bone.points, bone.faces) for bone in bones.values()])
        return SimpleNamespace(
            parts=grown.parts(),
            lines=load_courses(config, body, bone_points_of(config, body, bones)).lines,
            volumes=grown.volumes(),
            bones=bones,
            skin=SkinDepth(body),
            bone_tree=cKDTree(bone_points),
            bone_points=bone_points,
            bone_ids=np.concatenate([[id_] * len(bone.points) for id_, bone in bones.items()]),
            bone_normals=bone_normals,
        )

    @each_part
    def test_no_part_leaves_the_skin(self, built, part) -> None:
        depth = built.skin.depth(built.parts[part].points)
        assert depth.min() > 0, part

    def test_the_sciatic_nerve_passes_below_piriformis(self, built) -> None:
        """It may touch the muscle, but lies nowhere inside it, and is below its lower border once it is behind it."""
        piriformis = built.parts["piriformis"]
        for line in built.lines:
            if not (line.of.startswith("sciatic") and line.of.endswith(".hip")):
                continue
            assert not (winding(line.points, piriformis.points, piriformis.faces) > 0.5).any(), line.of
            for point in line.points:
                beside = piriformis.points[np.abs(piriformis.points[:, 0] - point[0]) < 0.004]
                if len(beside) and point[2] < beside[:, 2].mean():
                    assert point[1] < np.median(beside[:, 1]), line.of

    @each_part
    def test_no_part_enters_a_bone(self, built, part) -> None:
        points = built.parts[part].points
        apart, near = built.bone_tree.query(points)
        into = ((built.bone_points[near] - points) * built.bone_normals[near]).sum(axis=1)
        for id_ in np.unique(built.bone_ids[near[into > 0.001]]):
            # Where a bone has large faces, only its winding tells inside from outside.
            doubtful = points[(into > 0.001) & (built.bone_ids[near] == id_) & (apart > 0.001)]
            bone = built.bones[id_]
            inside = doubtful[winding(doubtful, bone.points, bone.faces) > 0.5]
            for point in inside:
                near_faces = bone.faces[(np.linalg.norm(bone.points - point, axis=1) < 0.012)[bone.faces].any(axis=1)]
                deep = np.linalg.norm(spread_over(bone.points[near_faces]) - point, axis=1).min()
                assert deep < 0.001, (id_, point)

    @each_part
    def test_each_part_is_closed_and_in_one_piece(self, built, part) -> None:
        from tools.body.bones.bone_mesh import pieces

        found = built.parts[part]
        sides = np.sort(found.faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
        assert (np.unique(sides, axis=0, return_counts=True)[1] % 2 == 0).all(), "no open edge"
        assert closed_volume(found.points, found.faces) > 0, "faces look outwards"
        assert len(pieces(found.points, found.faces)) == 1 or part in HEADS
        assert len(found.tendon) == len(found.fibre) == len(found.points)
        assert len(found.faces) <= 6000

    @pytest.mark.parametrize("part", [part for part in PARTS if VOLUMES.get(part, 0) >= MEASURABLE])
    def test_volumes_are_about_those_of_people(self, built, part) -> None:
        assert 0.6 < built.volumes[part] / VOLUMES[part] < 1.6

    @pytest.mark.parametrize(
        "rule", NEIGHBOURS, ids=lambda rule: f"{rule['first']} {rule['relation']} {rule['second']}"
    )
    def test_muscles_lie_to_each_other_as_anatomy_says(self, built, rule) -> None:
        from scipy.spatial import cKDTree

        bone, least, most, inwards = LEVELS[rule["at"]]
        low, high = built.bones[bone].points[:, 1].min(), built.bones[bone].points[:, 1].max()

        def here(part):
            share = (built.parts[part].points[:, 1] - low) / (high - low)
            return built.parts[part].points[(share >= least) & (share <= most)]

        first, second = here(rule["first"]), here(rule["second"])
        assert len(first), rule["first"]
        assert len(second), rule["second"]
        apart, near = cKDTree(second).query(first)
        # Only where they are neighbours, or where they come nearest to it.
        close = apart <= max(NEAR, float(np.quantile(apart, 0.2)))
        step = first[close] - second[near[close]]
        towards = DIRECTIONS.get(rule["relation"], inwards)
        sign = -1 if rule["relation"] == "superficial to" else 1
        assert sign * (step @ np.array(towards)).mean() > 0

    def test_tendons_pass_the_ankle_on_the_right_side(self, built) -> None:
        tips = {"medial": built.bones["tibia"].points, "lateral": built.bones["fibula"].points}
        for row in rows("muscle_compartments"):
            if not row["ankle"] or row["part"] not in built.parts:
                continue
            side, _, which = row["ankle"].partition(" ")
            tip = tips[which if which in tips else "medial"]
            level = tip[:, 1].min() + 0.015
            points = built.parts[row["part"]].points
            passes = points[np.abs(points[:, 1] - level) < 0.006].mean(axis=0)
            shaft = tip[np.abs(tip[:, 1] - level) < 0.006]
            if side == "behind":
                assert passes[2] < shaft[:, 2].mean(), row["part"]
            else:
                assert passes[2] > shaft[:, 2].mean(), row["part"]
            if which == "lateral":
                assert passes[0] < built.bones["talus"].points[:, 0].mean(), row["part"]

    def test_legs_compartments_lie_around_the_bones(self, built) -> None:
        tibia, fibula = built.bones["tibia"].points, built.bones["fibula"].points
        level = tibia[:, 1].min() + 0.6 * np.ptp(tibia[:, 1])

        def middle(points):
            return points[np.abs(points[:, 1] - level) < 0.02].mean(axis=0)[[0, 2]]

        shin, splint = middle(tibia), middle(fibula)
        # The membrane from tibia to fibula: in front of it the anterior compartment, behind it the posterior ones.
        across = splint - shin
        front = np.array([-across[1], across[0]])
        front = front if front[1] > 0 else -front
        for row in rows("muscle_compartments"):
            points = built.parts[row["part"]].points if row["part"] in built.parts else np.zeros((0, 3))
            if row["region"] != "leg" or not (np.abs(points[:, 1] - level) < 0.02).any():
                continue
            off = middle(points) - shin
            if row["compartment"] == "anterior":
                assert off @ front > 0, row["part"]
            elif "posterior" in row["compartment"]:
                assert off @ front < 0, row["part"]
            else:
                assert off @ across > across @ across, row["part"]
