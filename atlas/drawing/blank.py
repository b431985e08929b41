"""A figure that gives nothing away: bare skin with some patches pointed out, and which aspect shows them best."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from atlas.api import Atlas
from atlas.drawing.clearance import clearance
from atlas.drawing.figures import group_of, read_figure
from atlas.drawing.look import LOOK, Look
from atlas.drawing.skin import lay_base
from atlas.drawing.standalone import OVER, Painter, finished

BARE: Look = {"fill": "--flesh"}
POINTED: Look = {"fill": "--lit", "stroke": "--outline", "stroke-width": 2.5}


@cache
def _rooms(atlas: Atlas, aspect_id: str) -> dict[str, float]:
    """How clearly an aspect shows each patch of skin: the room in it, against the size of the figure."""
    svg = read_figure(atlas, aspect_id)
    size = max(float(part) for part in svg.get("viewBox", "0 0 1 1").replace(",", " ").split()[2:])
    found = dict[str, float]()
    for shape in group_of(svg, "skin") if group_of(svg, "skin") is not None else ():
        at = tuple(float(part) for part in shape.get("data-at", "").split())
        if len(at) == 2:
            node = shape.get("data-node")
            found[node] = found.get(node, 0.0) + clearance(shape.get("d", ""), at) / size
    return found


def clearest(atlas: Atlas, territories: Iterable[str]) -> str | None:
    """The aspect that shows these patches of skin best; None where no figure shows any."""
    wanted = set(territories)
    rooms = {aspect: sum(_rooms(atlas, aspect).get(one, 0.0) for one in wanted) for aspect in atlas.facts["aspects"]}
    best = max(rooms, key=lambda aspect: rooms[aspect], default=None)
    return best if best is not None and rooms[best] > 0 else None


def fullest(atlas: Atlas, nodes: Iterable[str]) -> str | None:
    """The aspect that draws most of these segments and roots as nerves; None where no figure draws any."""
    wanted, counts = set(nodes), {}
    for aspect in atlas.facts["aspects"]:
        nerves = group_of(read_figure(atlas, aspect), "nerves")
        counts[aspect] = sum(shape.get("data-node") in wanted for shape in (nerves if nerves is not None else ()))
    best = max(counts, key=lambda aspect: counts[aspect], default=None)
    return best if best is not None and counts[best] else None


def pointed_out(atlas: Atlas, aspect_id: str, territories: Iterable[str], theme: str = "light") -> str:
    """One aspect as a complete SVG without marks and tones, the patches of skin that are meant filled.

    Raises KeyError for an unknown aspect.
    """
    wanted, svg, painter = set(territories), read_figure(atlas, aspect_id), Painter(atlas, theme)
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
    return finished(svg, painter, atlas.facts["aspects"][aspect_id].name, "")
