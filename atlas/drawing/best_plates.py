"""On which plate a patch of skin is seen best."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.drawing.arrangement import plates
from atlas.drawing.clearance import clearance
from atlas.drawing.figures import group_of, read_figure


def best_plates(atlas: Atlas) -> dict[str, str]:
    """Each patch of skin → the plate that shows it largest: the smallest plate with the figure in which it has most
    room, against the size of that figure."""
    rooms: dict[str, list[tuple[float, str]]] = {}
    shown = sorted(plates(atlas), key=lambda plate: len(plate.aspects))
    for aspect in {aspect: None for plate in shown for aspect in plate.aspects}:
        svg = read_figure(atlas, aspect)
        size = max(float(part) for part in svg.get("viewBox", "0 0 1 1").replace(",", " ").split()[2:])
        skin = group_of(svg, "skin")
        for shape in skin if skin is not None else ():
            at = tuple(float(part) for part in shape.get("data-at", "").split())
            room = clearance(shape.get("d", ""), at) / size if len(at) == 2 else 0.0
            rooms.setdefault(shape.get("data-node", ""), []).append((room, aspect))
    best = {territory: max(found)[1] for territory, found in rooms.items()}
    return {
        territory: next(plate.id for plate in shown if aspect in plate.aspects) for territory, aspect in best.items()
    }
