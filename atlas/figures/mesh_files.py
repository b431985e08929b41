"""The mesh files of the body in three dimensions, which the figure build writes next to the figures."""

from __future__ import annotations

from pathlib import Path

from atlas.api import Atlas

FIRST, MUSCLES = "solid", "solid_muscles"
"""What the view draws first (skin, bones, dural sac, nerves, sites), and the muscles, which follow."""


def mesh_path(atlas: Atlas, name: str) -> Path:
    """The path of a mesh file, as `tools.solid.packing` describes it."""
    return atlas.dataset.folder / "figures" / f"{name}.json"


def has_mesh(atlas: Atlas) -> bool:
    """Whether the data folder has the meshes."""
    return all(mesh_path(atlas, name).is_file() for name in (FIRST, MUSCLES))
