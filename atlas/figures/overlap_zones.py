"""Zones over the nerve fields: fringes where nerves overlap, dots around autonomous skin."""

from __future__ import annotations

from xml.etree import ElementTree

from atlas.api import Atlas
from atlas.figures.borders import autonomous, overlaps, pair
from atlas.figures.svg_files import Shape, group_shapes, qualified


def draw_zones(atlas: Atlas, svg: Shape, view_id: str) -> Shape:
    """A group of zones for a figure, each clipped to its patch of skin."""
    zones, clips = ElementTree.Element(qualified("g"), {"class": "zones"}), set()
    patches: dict[str, Shape] = {}
    for shape in group_shapes(svg, "skin"):
        patches.setdefault(shape.get("data-node", ""), shape)

    def add(territory: str, **attributes: str) -> None:
        if territory not in patches:
            return
        outline, clip_id = {"d": patches[territory].get("d", "")}, f"zone-{view_id}-{territory}"
        if territory not in clips:
            clips.add(territory)
            clip = ElementTree.SubElement(zones, qualified("clipPath"), {"id": clip_id})
            ElementTree.SubElement(clip, qualified("path"), outline)
        clipped = outline | attributes | {"clip-path": f"url(#{clip_id})"}
        ElementTree.SubElement(zones, qualified("path"), clipped)

    overlapping = overlaps(atlas)
    for border in group_shapes(svg, "borders"):
        first, second = pair(border.get("data-between", ""))
        for ends in ((first, second), (second, first)):
            if ends in overlapping:
                add(ends[0], d=border.get("d", ""), **{"class": "overlap"})
    for territory in sorted(autonomous(atlas)):
        add(territory, **{"class": "own"})
    return zones
