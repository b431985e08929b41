"""What the page of pain drawings lays a drawing over: the charts, the areas of roots and nerves, and referred pain.

Every list has a fixed order, that of its table; nothing here ranks.
"""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.tables.sources import BodyChart
from atlas.figures.plate_layout import size_of
from atlas.figures.skin_colours import skin_nerves
from atlas.figures.svg_files import group_shapes, qualified, read_figure
from atlas.graph.nerve_graph import SOMETIMES
from atlas.reasoning.referred_pain import pain_patches, referred_pain


def _view(atlas: Atlas, view: str) -> dict:
    """The size of a view, the outline of the body in it, its folds, and its patches: [territory, path]."""
    svg = read_figure(atlas, view)
    lines = {name: [p for p in svg.iter(qualified("path")) if p.get("class") == name] for name in ("outline", "folds")}
    return {
        "size": list(size_of(atlas, atlas.dataset.views[view])),
        **{name: "".join(path.get("d", "") for path in paths) for name, paths in lines.items()},
        "patches": [[shape.get("data-node", ""), shape.get("d", "")] for shape in group_shapes(svg, "skin")],
    }


def _chart(row: BodyChart) -> dict:
    return {name: getattr(row, name) for name in ("id", "name", "page", "view", "legs", "millimetres", "top")}


def _root_areas(atlas: Atlas) -> list[list]:
    """[root, map → its territories on it], by level."""
    drawn = [row for row in atlas.dataset.dermatomes.values() if row.standing == "drawn"]
    roots = sorted(atlas.dataset.roots.values(), key=lambda root: root.order)
    return [
        [root.id, {name: [row.territory for row in drawn if row.map == name and root.id in row.roots] for name in maps}]
        for maps in [atlas.maps]
        for root in roots
    ]


def _nerve_fields(atlas: Atlas) -> list[list]:
    """[nerve, its territories in the usual person], in the order of the nerves."""
    segments = atlas.dataset.segments
    rows = [row for row in atlas.dataset.fields.values() if row.share != SOMETIMES]
    return [
        [nerve, list(dict.fromkeys(row.territory for row in rows if segments[row.segment].nerve == nerve))]
        for nerve in skin_nerves(atlas)
    ]


def _origins(atlas: Atlas) -> list[dict]:
    """Joints, discs and muscles whose pain is felt on the leg: name, and territory → "often" or "sometimes"."""
    rows = atlas.dataset.pain_origins
    found = {id_: pain_patches(areas) for id_, areas in referred_pain(atlas.dataset).items()}
    return [
        {"name": rows[id_].name, "plain": rows[id_].plain, "felt": {t: how for t, how in felt.items() if how}}
        for id_, felt in found.items()
    ]


def build_pain_drawing(atlas: Atlas) -> dict:
    """`charts` and their `views`; `roots` and `nerves` with the territories of each; `origins` of referred pain."""
    charts = sorted(atlas.dataset.body_charts.values(), key=lambda row: row.order)
    return {
        "charts": [_chart(row) for row in charts],
        "views": {view: _view(atlas, view) for view in dict.fromkeys(row.view for row in charts)},
        "roots": _root_areas(atlas),
        "nerves": _nerve_fields(atlas),
        "origins": _origins(atlas),
    }
