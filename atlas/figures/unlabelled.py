"""Figures for quiz cards: plain skin with some patches highlighted, and the view that shows them best."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from atlas.api import Atlas
from atlas.dataset.sides import RIGHT
from atlas.figures.label_fit import clearance
from atlas.figures.skin_svg import add_base
from atlas.figures.standalone import BODY_PICTURES, OVERLAYS, ThemeStyler, standalone_text
from atlas.figures.svg_files import anchor_of, group_shapes, read_figure, view_box_size
from atlas.figures.svg_styles import STYLES, Style

PLAIN_STYLE: Style = {"fill": "--flesh"}
HIGHLIGHTED_STYLE: Style = {"fill": "--path", "stroke": "--lit", "stroke-width": 2.5}


@cache
def visibility(atlas: Atlas, view_id: str) -> dict[str, float]:
    """Patch of skin → how well a view shows it: the clearance inside it relative to the size of the figure."""
    svg = read_figure(atlas, view_id)
    size = max(map(float, view_box_size(svg)))
    found: dict[str, float] = {}
    for shape in group_shapes(svg, "skin"):
        if anchor := anchor_of(shape):
            id_ = shape.get("data-node", "")
            found[id_] = found.get(id_, 0.0) + clearance(shape.get("d", ""), anchor) / size
    return found


def clearest_view(atlas: Atlas, territories: Iterable[str]) -> str | None:
    """The view that shows these patches of skin best; None if no figure shows any of them."""
    wanted = set(territories)
    scores = {
        view: sum(visibility(atlas, view).get(territory, 0.0) for territory in wanted) for view in atlas.dataset.views
    }
    best = max(scores, key=lambda view: scores[view], default=None)
    return best if best is not None and scores[best] > 0 else None


def view_with_most_nerves(atlas: Atlas, nodes: Iterable[str]) -> str | None:
    """The view that draws most of these segments and roots as nerves; None if no figure draws any of them."""
    wanted, counts = set(nodes), {}
    for view in atlas.dataset.views:
        nerves = group_shapes(read_figure(atlas, view), "nerves")
        counts[view] = sum(shape.get("data-node") in wanted for shape in nerves)
    best = max(counts, key=lambda view: counts[view], default=None)
    return best if best is not None and counts[best] else None


def unlabelled_svg(
    atlas: Atlas, view_id: str, territories: Iterable[str], theme: str = "light", side: str = RIGHT
) -> str:
    """One view as a complete SVG without marks and colours, with the given patches of skin highlighted.

    Raises KeyError for an unknown view, ValueError for an unknown side.
    """
    wanted, svg, styler = set(territories), read_figure(atlas, view_id), ThemeStyler(atlas, theme)
    for group in list(svg):
        if group.get("class") in (*OVERLAYS, *BODY_PICTURES, "inset"):
            svg.remove(group)
    add_base(svg)
    for shape in svg.iter():
        for name in shape.get("class", "").split():
            styler.apply(shape, STYLES.get(name, {}))
    for shape in group_shapes(svg, "skin"):
        styler.apply(shape, HIGHLIGHTED_STYLE if shape.get("data-node") in wanted else PLAIN_STYLE)
    for border in group_shapes(svg, "borders"):
        styler.apply(border, STYLES["same"])
    return standalone_text(svg, styler, atlas.dataset.views[view_id].name, "", side)
