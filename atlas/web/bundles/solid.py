"""The body in three dimensions, for the page: the mesh files, with the names and texts that it needs."""

from __future__ import annotations

import json

from atlas.api import Atlas
from atlas.figures.mesh_files import FIRST, MUSCLES, has_mesh, mesh_path
from atlas.web.bundles.poses import build_poses

NOTICE = "figures/NOTICE.md"
"""Where the figures come from, and under which licences; the file of the model quotes it."""
_WORDS = "solid."


def _read(atlas: Atlas, name: str) -> dict:
    return json.loads(mesh_path(atlas, name).read_text("utf-8"))


def build_solid(atlas: Atlas) -> dict:
    """The first meshes as `tools.solid.packing` describes them, with names of views and bones, poses and texts.

    `notice` says where the figures come from.

    Empty without meshes.
    """
    if not has_mesh(atlas):
        return {}
    mesh, shown = _read(atlas, FIRST), atlas.dataset.views
    known = [view for view in mesh["views"] if view["id"] in shown]
    known.sort(key=lambda view: shown[view["id"]].order)
    words = {key.removeprefix(_WORDS): text for key, text in atlas.strings.items() if key.startswith(_WORDS)}
    views = [view | {"name": shown[view["id"]].name} for view in known]
    bones = {id_: bone.name for id_, bone in atlas.dataset.bones.items()}
    path = atlas.dataset.folder / NOTICE
    notice = path.read_text("utf-8") if path.is_file() else ""
    return mesh | {"views": views, "words": words, "poses": build_poses(atlas), "bones": bones, "notice": notice}


def build_solid_muscles(atlas: Atlas) -> dict:
    """The meshes of the muscles; empty without meshes."""
    return _read(atlas, MUSCLES) if has_mesh(atlas) else {}
