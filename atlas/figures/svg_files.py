"""The figure files as element trees, and access to their groups."""

from __future__ import annotations

from xml.etree import ElementTree

from atlas.api import Atlas
from atlas.figures.variant_nerves import draw_variants

_SVG = "http://www.w3.org/2000/svg"
Shape = ElementTree.Element


def qualified(tag: str) -> str:
    """An SVG tag with its namespace, as ElementTree writes it."""
    return f"{{{_SVG}}}{tag}"


def read_figure(atlas: Atlas, view_id: str) -> Shape:
    """A new element tree of a view's figure, with the nerves of this person. Raises KeyError for an unknown view."""
    ElementTree.register_namespace("", _SVG)
    svg = ElementTree.fromstring(atlas.dataset.figures[view_id].svg)
    lines = find_group(svg, "variants")
    if atlas.variants:
        draw_variants(find_group(svg, "nerves"), lines, atlas)
    if lines is not None:
        svg.remove(lines)
    return svg


def find_group(svg: Shape, name: str) -> Shape | None:
    """The group of a figure with this class."""
    return next((group for group in svg.iter(qualified("g")) if group.get("class") == name), None)


def group_shapes(svg: Shape, name: str) -> list[Shape]:
    """The shapes in the group with this class; an empty list if the figure has no such group."""
    group = find_group(svg, name)
    return [] if group is None else list(group)


def view_box_size(svg: Shape) -> tuple[str, str]:
    """Width and height of a figure in its own units, as they are written."""
    width, height = svg.get("viewBox", "0 0 1 1").replace(",", " ").split()[2:]
    return width, height


def anchor_of(shape: Shape) -> tuple[float, float] | None:
    """The point inside a shape where its mark goes (`data-at`); None if it has none."""
    numbers = [float(part) for part in shape.get("data-at", "").split()]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else None
