"""The plate that shows each patch of skin best."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.figures.label_fit import clearance
from atlas.figures.plate_layout import plates
from atlas.figures.svg_files import anchor_of, group_shapes, read_figure, view_box_size


def best_plates(atlas: Atlas) -> dict[str, str]:
    """Patch of skin → id of the plate that shows it largest.

    Largest means the most clearance inside the patch relative to the size of the figure. If several plates have that
    figure, the one with the fewest views is taken.
    """
    rooms: dict[str, list[tuple[float, str]]] = {}
    by_size = sorted(plates(atlas), key=lambda plate: len(plate.views))
    for view in dict.fromkeys(view for plate in by_size for view in plate.views):
        svg = read_figure(atlas, view)
        size = max(map(float, view_box_size(svg)))
        for shape in group_shapes(svg, "skin"):
            anchor = anchor_of(shape)
            room = clearance(shape.get("d", ""), anchor) / size if anchor else 0.0
            rooms.setdefault(shape.get("data-node", ""), []).append((room, view))
    best = {territory: max(found)[1] for territory, found in rooms.items()}
    return {territory: next(plate.id for plate in by_size if view in plate.views) for territory, view in best.items()}
