"""The figure files as trees: reading one, and finding a group in it."""

from __future__ import annotations

from xml.etree import ElementTree

from atlas.api import Atlas

_SVG = "http://www.w3.org/2000/svg"
Shape = ElementTree.Element


def named(tag: str) -> str:
    """A tag of SVG as the parser names it."""
    return f"{{{_SVG}}}{tag}"


def read_figure(atlas: Atlas, view_id: str) -> Shape:
    """The figure of a view as a tree of its own."""
    ElementTree.register_namespace("", _SVG)
    return ElementTree.fromstring(atlas.dataset.figures[view_id].svg)


def group_of(svg: Shape, name: str) -> Shape | None:
    """The group of a figure with this class."""
    return next((group for group in svg.iter(named("g")) if group.get("class") == name), None)
