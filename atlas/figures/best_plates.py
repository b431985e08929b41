"""On which plate a patch of skin is seen best."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.figures.label_fit import clearance
from atlas.figures.plate_layout import plates
from atlas.figures.svg_files import group_of, read_figure


def best_plates(atlas: Atlas) -> dict[str, str]:
    """Each patch of skin → the plate that shows it largest: the smallest plate with the figure in which it has most
    room, against the size of that figure."""
    rooms: dict[str, list[tuple[float, str]]] = {}
    shown = sorted(plates(atlas), key=lambda plate: len(plate.views))
    for view in {view: None for plate in shown for view in plate.views}:
        svg = read_figure(atlas, view)
        size = max(float(part) for part in svg.get("viewBox", "0 0 1 1").replace(",", " ").split()[2:])
        skin = group_of(svg, "skin")
        for shape in skin if skin is not None else ():
            at = tuple(float(part) for part in shape.get("data-at", "").split())
            room = clearance(shape.get("d", ""), at) / size if len(at) == 2 else 0.0
            rooms.setdefault(shape.get("data-node", ""), []).append((room, view))
    best = {territory: max(found)[1] for territory, found in rooms.items()}
    return {territory: next(plate.id for plate in shown if view in plate.views) for territory, view in best.items()}
