"""How high in the picture of the whole body each node and each level lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from atlas.api import Atlas
from atlas.figures.label_fit import Point, trace
from atlas.figures.path_views import whole_views
from atlas.figures.plate_layout import size_of
from atlas.figures.svg_files import Shape, group_shapes, qualified, read_figure

Extent = tuple[float, float]
"""The upper and the lower end in units of the figure, downwards."""


@dataclass(frozen=True)
class Band:
    """A part of the body beside which levels of the network lie; `top`: where it begins, in units of the figure."""

    name: str
    top: float


def body_views(atlas: Atlas) -> list[str]:
    """The views of the whole body that share one height; none if no view with skin draws a nerve."""
    found = whole_views(atlas, [*atlas.dataset.roots, *atlas.dataset.segments])
    heights = {view: size_of(atlas, atlas.dataset.views[view])[1] for view in found}
    return [view for view in found if heights[view] == heights[found[0]]]


def _points(shape: Shape) -> list[Point]:
    return [point for path in shape.iter(qualified("path")) for line in trace(path.get("d", "")) for point in line]


def _extents(atlas: Atlas, views: Iterable[str]) -> dict[str, list[Extent]]:
    found: dict[str, list[Extent]] = {}
    for view in views:
        svg = read_figure(atlas, view)
        for shape in (shape for name in ("nerves", "muscles", "skin") for shape in group_shapes(svg, name)):
            heights = [y for _, y in _points(shape)]
            if heights:
                found.setdefault(shape.get("data-node", ""), []).append((min(heights), max(heights)))
    return found


def _middle(extents: list[Extent]) -> float:
    return (min(top for top, _ in extents) + max(bottom for _, bottom in extents)) / 2


def _course_ends(atlas: Atlas, extents: Mapping[str, list[Extent]]) -> dict[str, Extent]:
    """Where each root and segment begins and ends. A root begins where it leaves the spine, at the end of its line."""
    segments = {
        id_: (min(top for top, _ in extents[id_]), max(bottom for _, bottom in extents[id_]))
        for id_ in atlas.dataset.segments
        if id_ in extents
    }
    exits = {id_: max(bottom for _, bottom in extents[id_]) for id_ in atlas.dataset.roots if id_ in extents}
    return segments | {id_: (y, y) for id_, y in exits.items()}


def node_heights(atlas: Atlas) -> dict[str, Extent]:
    """Node → where it begins and ends in the views of the whole body; nodes that these do not show are left out.

    A muscle or patch of skin ends in its middle, a reflex in the middle of its muscles.
    """
    extents = _extents(atlas, body_views(atlas))
    heights = _course_ends(atlas, extents)
    targets = {
        id_: _middle(extents[id_]) for id_ in (*atlas.dataset.muscles, *atlas.dataset.territories) if id_ in extents
    }
    for reflex in atlas.dataset.reflexes.values():
        own = [targets[muscle] for muscle in reflex.muscles if muscle in targets]
        if own:
            targets[reflex.id] = sum(own) / len(own)
    return heights | {id_: (y, y) for id_, y in targets.items()}


def bands(atlas: Atlas) -> list[Band]:
    """The parts of the body from above, each from where half of the nerves of its levels begin.

    The first begins at the upper end of the roots' lines.
    """
    extents = _extents(atlas, body_views(atlas))
    heights = _course_ends(atlas, extents)
    levels = sorted(atlas.dataset.levels.values(), key=lambda level: level.order)
    begins: dict[str, list[float]] = {}
    for level in levels:
        if not level.band:
            continue
        own = begins.setdefault(level.band, [])
        if level is levels[0]:
            own += [top for root in atlas.dataset.roots for top, _ in extents.get(root, ())]
        own += [
            heights[row.id][0] for row in atlas.dataset.segments.values() if row.level == level.id and row.id in heights
        ]
    tops = [
        (name, min(own) if number == 0 else median(own)) for number, (name, own) in enumerate(begins.items()) if own
    ]
    return [Band(name, top) for name, top in tops]
