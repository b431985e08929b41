"""Elements of XML files, and such files as bytes."""

from __future__ import annotations

from xml.etree import ElementTree

Element = ElementTree.Element


def add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """A new last child of an element."""
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = text
    return element


def xml_file(root: Element) -> bytes:
    """An indented file in UTF-8."""
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"
