"""The limb in three dimensions, from the mesh that the figure build writes next to the figures."""

from __future__ import annotations

import json

from atlas.api import Atlas

MESH = "figures/limb.json"


def has_mesh(atlas: Atlas) -> bool:
    """Whether the data folder has the mesh."""
    return (atlas.dataset.folder / MESH).is_file()


def build_solid(atlas: Atlas) -> dict:
    """The mesh as `tools.figures.solid` writes it, with the names of its bones; empty without a mesh."""
    if not has_mesh(atlas):
        return {}
    mesh, bones = json.loads((atlas.dataset.folder / MESH).read_text("utf-8")), atlas.dataset.bones
    for bone in mesh.get("bones", ()):
        bone["name"] = bones[bone["id"]].name if bone["id"] in bones else bone["name"]
    return mesh
