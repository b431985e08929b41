"""What the components load: the figures of the body, the graph, the pathways and the lesions, as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from atlas.api import Atlas
from atlas.components.scoped_styles import scoped_styles
from atlas.dataset.translation.locales import direction
from atlas.figures.borders import border_kinds, border_payload
from atlas.figures.lesion_table import build_lesions
from atlas.figures.mesh_files import FIRST, MUSCLES, has_mesh, mesh_path
from atlas.figures.network_svg import draw_graph
from atlas.figures.pathway_table import build_payload
from atlas.figures.patterns import draw_patterns
from atlas.figures.plate_layout import plates
from atlas.figures.skin_colours import fill_class, skin_styles
from atlas.figures.skin_svg import draw_skin, on_first_plate, overlay_svg
from atlas.figures.svg_files import read_figure, view_box_size

HEADING = "heading"
"""The id, within a component, of the element that names its drawing."""
_STATES = ("lost", "reduced", "at-times", "spared")
_WORDS = (
    "plate.heading",
    "graph.heading",
    "status.lit",
    "solid.label",
    "solid.keys",
    "solid.nogl",
    *(f"lesion.{state}" for state in _STATES),
)


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def _view_meta(atlas: Atlas, view_id: str) -> dict[str, Any]:
    view = atlas.dataset.views[view_id]
    width, height = map(float, view_box_size(read_figure(atlas, view_id)))
    return {"name": view.name, "describe": view.describe, "ratio": round(width / height, 4)}


def _first_views(atlas: Atlas) -> list[str]:
    """The views that a body shows when the app names none: those of the first plate, in its order."""
    views = atlas.dataset.views
    ordered = plates(atlas)[0].views if plates(atlas) else sorted(views, key=lambda id_: views[id_].order)
    return [id_ for id_ in ordered if on_first_plate(atlas, views[id_])]


def write_pathways(atlas: Atlas) -> bytes:
    """What every component needs: the pathway of each node, the colours of each layer, the styles and the views."""
    styles = skin_styles(atlas)
    fills = {style.full_fill for layer in styles.values() for style in layer.values()}
    shown = {
        "skin": list(atlas.dataset.territories),
        "layers": {
            name: [[*fill_class(style.full_fill), style.mark] for style in layer.values()]
            for name, layer in styles.items()
        },
        "borders": border_payload(atlas),
        "words": {key: atlas.strings[key] for key in _WORDS},
        "style": scoped_styles(atlas),
        "patterns": draw_patterns(fills),
        "views": {id_: _view_meta(atlas, id_) for id_ in atlas.dataset.views},
        "first_views": _first_views(atlas),
        "language": {"lang": atlas.language, "dir": direction(atlas.language)},
    }
    return _json(build_payload(atlas) | shown)


def write_view(atlas: Atlas, view_id: str) -> bytes:
    """One view of the body, and the layers over its skin, both as SVG. Raises KeyError for an unknown view."""
    view, kinds = atlas.dataset.views[view_id], border_kinds(atlas)[atlas.default_map]
    drawn = draw_skin(atlas, view, skin_styles(atlas)[atlas.default_map], kinds)
    return _json({"svg": drawn, "layers": overlay_svg(atlas, view)})


def write_network(atlas: Atlas) -> bytes:
    """The nerve graph as SVG."""
    return _json({"svg": draw_graph(atlas, skin_styles(atlas)[atlas.default_map], HEADING)})


def write_lesions(atlas: Atlas) -> bytes:
    """The effects of a lesion at every place."""
    return _json(build_lesions(atlas))


def write_solid(atlas: Atlas) -> bytes:
    """The meshes that the body in three dimensions draws first; an empty object when the data folder has none."""
    return mesh_path(atlas, FIRST).read_bytes() if has_mesh(atlas) else b"{}"


def write_solid_muscles(atlas: Atlas) -> bytes:
    """The meshes of its muscles; an empty object when the data folder has none."""
    return mesh_path(atlas, MUSCLES).read_bytes() if has_mesh(atlas) else b"{}"


def picture_file(atlas: Atlas, view_id: str, theme: str, size: str) -> Path | None:
    """The picture of the inside of the body under a view; None if the data folder has none or the name is unknown."""
    path = atlas.dataset.folder / "figures" / f"{view_id}.{theme}{size}.avif"
    return path if view_id in atlas.dataset.views and path.is_file() else None
