"""The two mesh files of the view in three dimensions: what it draws first, and the muscles that follow."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from tools.body.bones.bones import bone_points
from tools.body.nerves.calibres import nerve_radii, read_calibres
from tools.body.one_body import OneBody
from tools.body.skin.skin_mesh import load_skin_mesh
from tools.body.stance import standing
from tools.body.tables import BONES, SKIN, FigureConfig, read_rows
from tools.figures.site_layer import site_points
from tools.solid.courses import courses
from tools.solid.joints import read_joints
from tools.solid.packing import UNIT, packed_courses, packed_joints, packed_layer, packed_sites, packed_view
from tools.solid.surfaces import LAYERS, surfaces

FIRST, MUSCLES = "solid", "solid_muscles"
_REFINED = 1
"""How often the skin of the meshes is subdivided; its shading is that of the finer one of the figures."""


def read_colours(folder: Path) -> dict[str, str]:
    """Material → colour, as the pictures of the figures are lit; in the dark theme, `dark_<material>` comes first."""
    return {row["id"]: row["value"] for row in read_rows(folder, "lights") if row["value"].startswith("#")}


def mesh_files(config: FigureConfig, body: OneBody) -> dict[str, str]:
    """File name → text: `solid.json` with skin, bones, dural sac, nerves and sites, and `solid_muscles.json`."""
    skin_mesh = load_skin_mesh(replace(config, skin={**config.skin, "refine": str(_REFINED)}))
    found = surfaces(body, skin_mesh, list(config.extents))
    packed = {name: packed_layer(name, found[name]) for name in LAYERS}
    roots = [row["id"] for row in read_rows(config.folder, "roots")]
    lines, skin = body.courses.lines, standing(body.skin.points)
    strands = courses(lines, nerve_radii(lines, read_calibres(config.folder)), skin, roots)
    places = {id_: standing(np.asarray(at)[None])[0] for id_, at in site_points(config, body.courses).items()}
    joints = read_joints(config.folder, body.bones, bone_points(config, body.skin, body.bones))
    views = [packed_view(view, skin) for view in config.views if view.shows in (SKIN, BONES)]
    files = {
        FIRST: {
            "unit": UNIT,
            "views": views,
            "colours": read_colours(config.folder),
            "layers": [layer for name, layer in packed.items() if name != "muscles"],
            **packed_courses(strands),
            "sites": packed_sites(places),
            "joints": packed_joints(joints),
        },
        MUSCLES: {"unit": UNIT, "layers": [packed["muscles"]]},
    }
    return {f"{name}.json": json.dumps(one, separators=(",", ":")) + "\n" for name, one in files.items()}
