"""Zones as they are drawn over the cutaneous territories: fringes where innervation overlaps, dots round autonomous skin."""

from __future__ import annotations

from xml.etree import ElementTree

from atlas.api import Atlas
from atlas.figures.borders import autonomous, overlaps, pair
from atlas.figures.svg_files import Shape, group_of, named


def _clipped(svg: Shape, view_id: str, territory: str) -> tuple[str, Shape] | None:
    """A clip to one patch of skin, with its outline."""
    patch = next((shape for shape in group_of(svg, "skin") or () if shape.get("data-node") == territory), None)
    return None if patch is None else (f"zone-{view_id}-{territory}", patch)


def draw_zones(atlas: Atlas, svg: Shape, view_id: str) -> Shape:
    """Where innervation overlaps, a fringe inside the patch that another nerve reaches; round autonomous skin, dots."""
    zones, clips = ElementTree.Element(named("g"), {"class": "zones"}), set()

    def within(territory: str, **attributes: str) -> None:
        found = _clipped(svg, view_id, territory)
        if found is None:
            return
        name, patch = found
        if territory not in clips:
            clips.add(territory)
            clip = ElementTree.SubElement(zones, named("clipPath"), {"id": name})
            ElementTree.SubElement(clip, named("path"), {"d": patch.get("d", "")})
        own = {"d": patch.get("d", "")} | attributes | {"clip-path": f"url(#{name})"}
        ElementTree.SubElement(zones, named("path"), own)

    overlapping = overlaps(atlas)
    for border in group_of(svg, "borders") or ():
        one, other = pair(border.get("data-between", ""))
        for here, there in ((one, other), (other, one)):
            if (here, there) in overlapping:
                within(here, d=border.get("d", ""), **{"class": "overlap"})
    for territory in sorted(autonomous(atlas)):
        within(territory, **{"class": "own"})
    return zones
