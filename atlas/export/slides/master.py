"""The master of the deck: fonts, colours, one layout, and the rule under the title in the colours of a lit nerve."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from atlas.export.extras import import_optional
from atlas.export.slides.slide_layout import RULE, SLIDE, TEXT, TEXT_SIZES, TITLE, TITLE_SIZES, Box

FONT = "Arial"
"""The font that every office program has and that is most like that of the page."""
LAYOUT_NAME = "Nerve Atlas"
PRODUCT, EXTRA = "A slide deck", "slides"
"""What the error says when a library is missing."""
_POINT = 12700
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_IN = {"a": _A, "p": _P}
_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_COLOURS = {
    "dk1": "ink",
    "lt1": "sheet",
    "dk2": "casing",
    "lt2": "ground",
    "accent1": "path",
    "accent2": "alarm",
    "accent3": "added",
    "accent4": "muscle",
    "accent5": "good-line",
    "accent6": "mixed-line",
    "hlink": "ink",
    "folHlink": "soft",
}
"""Colour of the theme of the deck → colour of the atlas."""
_BAR = (
    f'<p:sp xmlns:p="{_P}" xmlns:a="{_A}"><p:nvSpPr><p:cNvPr id="{{id}}" name="Rule {{id}}"/><p:cNvSpPr/><p:nvPr '
    'userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:ln>'
    "<a:noFill/></a:ln></p:spPr></p:sp>"
)


def emu(points: float) -> int:
    """Points in the unit of the file."""
    return round(points * _POINT)


def place(shape: Any, box: Box) -> None:
    """Put a shape of python-pptx at a place."""
    shape.left, shape.top, shape.width, shape.height = map(emu, box)


def tight(frame: Any) -> None:
    """Let the text of a shape begin at its edge, and break its lines."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True


def _set_theme(master: Any, colours: Mapping[str, str]) -> None:
    part = master.part.part_related_by(_THEME)
    ElementTree.register_namespace("a", _A)
    theme = ElementTree.fromstring(part.blob)
    theme.set("name", LAYOUT_NAME)
    for scheme in theme.iter(f"{{{_A}}}clrScheme"):
        scheme.set("name", LAYOUT_NAME)
        for colour in scheme:
            colour[:] = [
                ElementTree.Element(
                    f"{{{_A}}}srgbClr", {"val": colours[_COLOURS[colour.tag.split("}")[1]]][1:].upper()}
                )
            ]
    for font in theme.iterfind(".//a:fontScheme/*/a:latin", _IN):
        font.set("typeface", FONT)
    part._blob = ElementTree.tostring(theme, encoding="UTF-8", xml_declaration=True)


def _set_styles(master: Any) -> None:
    """Titles and texts are aligned left, and texts have no bullets."""
    for kind, size, bold in (("title", TITLE_SIZES[0], "1"), ("body", TEXT_SIZES[-1], "0")):
        [styles] = master.iterfind(f".//p:{kind}Style", _IN)
        for level in styles:
            level.attrib.update({"algn": "l", "marL": "0", "indent": "0"})
            for font in level.findall("a:buFont", _IN):
                level.remove(font)
            for bullet in level.findall("a:buChar", _IN):
                level.replace(bullet, bullet.makeelement(f"{{{_A}}}buNone", {}))
            for text in level.findall("a:defRPr", _IN):
                text.attrib.update({"sz": f"{size * 100:.0f}", "b": bold})


def _add_rule(master: Any) -> None:
    """A line under the title: the dark casing and the gold of a lit nerve."""
    parse_xml = import_optional("pptx.oxml", PRODUCT, EXTRA).parse_xml
    thin = RULE.height / 4
    gold = Box(RULE.x + thin, RULE.y + thin, RULE.width - 2 * thin, RULE.height - 2 * thin)
    tree = master.shapes._spTree
    for number, (box, colour) in enumerate(((RULE, "tx2"), (gold, "accent1")), start=20):
        at = {name: emu(value) for name, value in box._asdict().items()}
        tree.append(parse_xml(_BAR.format(id=number, colour=colour, **at)))


def new_presentation(colours: Mapping[str, str]) -> Any:
    """An empty presentation at 16:9 with one layout, in these colours. Raises MissingExtra without python-pptx."""
    library = import_optional("pptx", PRODUCT, EXTRA)
    kinds = import_optional("pptx.enum.shapes", PRODUCT, EXTRA).PP_PLACEHOLDER
    anchors = import_optional("pptx.enum.text", PRODUCT, EXTRA).MSO_ANCHOR
    presentation = library.Presentation()
    presentation.slide_width, presentation.slide_height = emu(SLIDE.width), emu(SLIDE.height)
    for rid, relation in list(presentation.part.package._rels.items()):
        if relation.reltype.endswith("/thumbnail"):  # of the template of the library
            presentation.part.package._rels.pop(rid)
    master, kept = presentation.slide_master, presentation.slide_layouts[1]
    _set_theme(master, colours)
    _set_styles(master._element)
    _add_rule(master)
    kept.name = LAYOUT_NAME
    for layout in [layout for layout in presentation.slide_layouts if layout is not kept]:
        presentation.slide_layouts.remove(layout)
    anchor = {TITLE: anchors.BOTTOM, TEXT: anchors.TOP}
    for shape in [*master.placeholders, *kept.placeholders]:
        kind = shape.placeholder_format.type
        box = {kinds.TITLE: TITLE, kinds.BODY: TEXT, kinds.OBJECT: TEXT}.get(kind)
        if box is None:
            shape._element.getparent().remove(shape._element)
            continue
        place(shape, box)
        tight(shape.text_frame)
        shape.text_frame.vertical_anchor = anchor[box]
    return presentation
