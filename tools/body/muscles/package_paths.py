"""The muscle paths of the bone package, carried into our body with the bones that they lie on."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from scipy.spatial import cKDTree

from tools.body.bones.bone_mesh import pieces, read_stl
from tools.body.bones.bones import AXES, place_bone
from tools.body.bones.skeleton import Skeleton
from tools.body.skin.mesh_package import mesh_folder
from tools.body.skin.skin_mesh import SkinMesh

_CHAIN, _TENDONS, _SUFFIX = "../leg/assets/myolegs_chain.xml", "../leg/assets/myolegs_tendon.xml", "_r_tendon"
# A site moves with all bones of its segment, the nearest ones by far the most. Metres.
_NEAREST, _POWER = 0.001, 4


def read_paths(folder: Path, body: SkinMesh) -> dict[str, np.ndarray]:
    """The right leg's paths by name: points (n, 3) in metres at rest, from origin to insertion.

    `folder` is a data folder. Raises MeshPackageError if the package is missing.
    """
    tables = Skeleton.read(folder)
    package = tables.package
    meshes = mesh_folder(package["package"], package["version"], package["folder"])
    chain = ElementTree.parse(meshes / _CHAIN).getroot()
    carriers: dict[str, list[tuple[cKDTree, list[str]]]] = {}
    sites: dict[str, tuple[str, np.ndarray]] = {}
    _walk(chain, "", tables, meshes, carriers, sites)
    paths = {}
    for tendon in ElementTree.parse(meshes / _TENDONS).getroot().iter("spatial"):
        name = tendon.get("name", "")
        if name.endswith(_SUFFIX):
            through = [sites[part.get("site", "")] for part in tendon if part.tag == "site"]
            paths[name.removesuffix(_SUFFIX)] = np.array(
                [_carried(point, carriers[segment], tables, body) for segment, point in through]
            )
    return paths


def _walk(node, segment: str, tables: Skeleton, meshes: Path, carriers: dict, sites: dict) -> None:
    """Collect each segment's bones and sites, from the segment `node` downwards."""
    for child in node:
        if child.tag == "body":
            _walk(child, child.get("name"), tables, meshes, carriers, sites)
        elif child.tag == "site" and child.get("pos"):
            sites[child.get("name")] = segment, np.array([float(part) for part in child.get("pos").split()])
        elif child.tag == "geom" and child.get("mesh"):
            carriers.setdefault(segment, []).extend(_bones_of(f"{child.get('mesh')}.stl", tables, meshes))


def _bones_of(mesh: str, tables: Skeleton, meshes: Path) -> list[tuple[cKDTree, list[str]]]:
    """The bones that come from a mesh: their points before placing, and their places."""
    rows = [row for row in tables.bones.values() if row.mesh == mesh]
    if not rows:
        return []
    points, faces = read_stl(meshes / mesh)
    parts = pieces(points, faces) if any(row.piece is not None for row in rows) else []
    return [(cKDTree(points if row.piece is None else parts[row.piece][0]), row.places) for row in rows]


def _carried(point: np.ndarray, bones: list[tuple[cKDTree, list[str]]], tables: Skeleton, body: SkinMesh) -> np.ndarray:
    """A point of a segment in our body: the mean of where its bones take it, weighted by their nearness."""
    total, moved = 0.0, np.zeros(3)
    for tree, places in bones:
        weight = 1 / max(float(tree.query(point)[0]), _NEAREST) ** _POWER
        here = (point @ AXES.T)[None]
        for id_ in places:
            here = place_bone(here, tables.places[id_], body.joints)
        total, moved = total + weight, moved + weight * here[0]
    return moved / total
