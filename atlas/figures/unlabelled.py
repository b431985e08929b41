"""A figure that gives nothing away: bare skin with some patches pointed out, and which view shows them best."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from atlas.api import Atlas
from atlas.figures.label_fit import clearance
from atlas.figures.skin_svg import lay_base
from atlas.figures.standalone import OVER, Painter, finished
from atlas.figures.svg_files import group_of, read_figure
from atlas.figures.svg_styles import LOOK, Look

BARE: Look = {"fill": "--flesh"}
POINTED: Look = {"fill": "--lit", "stroke": "--outline", "stroke-width": 2.5}


@cache
def _rooms(atlas: Atlas, view_id: str) -> dict[str, float]:
    """How clearly a view shows each patch of skin: the room in it, against the size of the figure."""
    svg = read_figure(atlas, view_id)
    size = max(float(part) for part in svg.get("viewBox", "0 0 1 1").replace(",", " ").split()[2:])
    found = dict[str, float]()
    for shape in group_of(svg, "skin") if group_of(svg, "skin") is not None else ():
        at = tuple(float(part) for part in shape.get("data-at", "").split())
        if len(at) == 2:
            node = shape.get("data-node")
            found[node] = found.get(node, 0.0) + clearance(shape.get("d", ""), at) / size
    return found


def clearest(atlas: Atlas, territories: Iterable[str]) -> str | None:
    """The view that shows these patches of skin best; None where no figure shows any."""
    wanted = set(territories)
    rooms = {view: sum(_rooms(atlas, view).get(one, 0.0) for one in wanted) for view in atlas.dataset["views"]}
    best = max(rooms, key=lambda view: rooms[view], default=None)
    return best if best is not None and rooms[best] > 0 else None


def fullest(atlas: Atlas, nodes: Iterable[str]) -> str | None:
    """The view that draws most of these segments and roots as nerves; None where no figure draws any."""
    wanted, counts = set(nodes), {}
    for view in atlas.dataset["views"]:
        nerves = group_of(read_figure(atlas, view), "nerves")
        counts[view] = sum(shape.get("data-node") in wanted for shape in (nerves if nerves is not None else ()))
    best = max(counts, key=lambda view: counts[view], default=None)
    return best if best is not None and counts[best] else None


def pointed_out(atlas: Atlas, view_id: str, territories: Iterable[str], theme: str = "light") -> str:
    """One view as a complete SVG without marks and tones, the patches of skin that are meant filled.

    Raises KeyError for an unknown view.
    """
    wanted, svg, painter = set(territories), read_figure(atlas, view_id), Painter(atlas, theme)
    for group in [group for group in svg if group.get("class") in (*OVER, "shade")]:
        svg.remove(group)
    lay_base(svg)
    for shape in svg.iter():
        for name in shape.get("class", "").split():
            painter.paint(shape, LOOK.get(name, {}))
    for shape in group_of(svg, "skin") if group_of(svg, "skin") is not None else ():
        painter.paint(shape, POINTED if shape.get("data-node") in wanted else BARE)
    borders = group_of(svg, "borders")
    for border in borders if borders is not None else ():
        painter.paint(border, LOOK["same"])
    return finished(svg, painter, atlas.dataset["views"][view_id].name, "")
