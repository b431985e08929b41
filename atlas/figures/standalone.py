"""A figure as a standalone SVG: colours and widths are plain attributes, for slides, drawing programs and print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree

from atlas.api import Atlas
from atlas.dataset.sides import LEFT, RIGHT, check_side, on_side
from atlas.dataset.tables.themes import THEMES
from atlas.figures.body_pictures import ROUGH, picture_uri
from atlas.figures.borders import border_kinds
from atlas.figures.lit_path import light_path
from atlas.figures.lit_styles import CHOSEN, LIT, State
from atlas.figures.mirror import mirror
from atlas.figures.overlap_zones import draw_zones
from atlas.figures.patterns import draw_patterns
from atlas.figures.skin_colours import NERVES, UNREAD, skin_styles
from atlas.figures.skin_svg import add_base, letter_height, set_border_classes, style_skin
from atlas.figures.svg_files import Shape, find_group, group_shapes, qualified, read_figure, view_box_size
from atlas.figures.svg_styles import HATCH_STYLE, LINE_SCALE, STYLES, ZONE_STYLES, Style
from atlas.figures.theme_css import colours, skin_tokens
from atlas.graph.pathway import Pathway

BODY_PICTURES = ("skin-picture", "inside-picture")
"""Pictures of the body under the shapes: its skin, and what is inside."""
OVERLAYS = ("nerves", "muscles", "bones", "sites", "reflexes", "zones")
"""Layers that can be shown over the skin."""
LIT_LAYERS = {"nerves", "muscles", "reflexes"}
"""Layers whose lit shapes are drawn whenever something is highlighted."""
_PAGE_ATTRIBUTES = ("class", "role", "tabindex")


class ThemeStyler:
    """Sets styles as attributes, in the colours and line widths of one theme."""

    def __init__(self, atlas: Atlas, theme: str):
        self.colours = colours(atlas, theme)
        self.line_scale = LINE_SCALE[theme]
        self.fill_classes = skin_tokens(atlas) | {"hatch"}

    def apply(self, shape: Shape, style: Style) -> None:
        """Set a style on a shape."""
        for name, value in style.items():
            text = f"{float(value) * self.line_scale:.4g}" if name == "stroke-width" else str(value)
            shape.set(name, self.colours[text[2:]] if text.startswith("--") else text)

    def apply_fill_class(self, shape: Shape) -> None:
        """Fill a shape that has no fill yet with the colour of its class."""
        found = [name for name in shape.get("class", "").split() if name in self.fill_classes]
        if found and not shape.get("fill"):
            shape.set("fill", self.colours[found[0]])


def _add_patterns(svg: Shape, styler: ThemeStyler) -> None:
    fills = {url[10:-1] for shape in svg.iter() if (url := shape.get("fill", "")).startswith("url(#fill-")}
    if not fills:
        return
    defs = ElementTree.fromstring(draw_patterns(fills))[0]
    for pattern in list(defs):
        if pattern.get("id", "")[5:] not in fills:
            defs.remove(pattern)
    for shape in defs.iter():
        shape.tag = qualified(shape.tag)
        styler.apply_fill_class(shape)
        if shape.get("class") == UNREAD:
            styler.apply(shape, HATCH_STYLE)
    svg.insert(0, defs)


def _pathway_states(atlas: Atlas, pathway: Pathway) -> dict[str, State]:
    """Id → state, for all that is on a pathway."""
    parts = (pathway.territories, pathway.segments, pathway.roots, pathway.muscles, pathway.sites)
    highlighted = {pathway.selected, *(id_ for part in parts for id_ in part)}
    selected = {pathway.selected, *atlas.nerve_graph.segments_of.get(pathway.selected, ())}
    return {id_: CHOSEN if id_ in selected else LIT for id_ in highlighted}


def _remove_page_attributes(svg: Shape) -> None:
    """Remove what only the page needs, and replace `dy` on marks, which not every program supports."""
    marks = find_group(svg, "marks")
    if marks is not None:
        for mark in marks:
            mark.set("y", f"{float(mark.get('y', '0')) + 0.35 * float(marks.get('font-size', '0')):.1f}")
            mark.attrib.pop("dy", None)
    for shape in svg.iter():
        for name in list(shape.attrib):
            if name in _PAGE_ATTRIBUTES or name.startswith(("data-", "aria-")):
                del shape.attrib[name]


def _add_title(svg: Shape, title: str, description: str) -> None:
    for tag, text in (("desc", description), ("title", title)):
        element = ElementTree.Element(qualified(tag))
        element.text = text
        svg.insert(0, element)


def make_standalone(svg: Shape, styler: ThemeStyler, title: str, description: str, side: str = RIGHT) -> None:
    """Give a styled figure a background, a size and a title, and remove the attributes that only the page uses.

    On the left side the figure is mirrored; `title` and `description` may have forms for both sides.
    """
    if check_side(side) == LEFT:
        mirror(svg)
    _remove_page_attributes(svg)
    width, height = view_box_size(svg)
    background = {"width": width, "height": height, "fill": styler.colours["sheet"]}
    svg.insert(0, ElementTree.Element(qualified("rect"), background))
    svg.set("width", width)
    svg.set("height", height)
    _add_title(svg, on_side(title, side), on_side(description, side))


def standalone_text(svg: Shape, styler: ThemeStyler, title: str, description: str, side: str = RIGHT) -> str:
    """The SVG text of a figure, which `make_standalone` changes first."""
    make_standalone(svg, styler, title, description, side)
    return ElementTree.tostring(svg, encoding="unicode")


def _remove_hidden_overlays(svg: Shape, shown: set[str], shaded: bool) -> None:
    skinless = find_group(svg, "skin") is None
    for group in list(svg):
        name = group.get("class")
        hidden_overlay = name in OVERLAYS and name not in shown and not (skinless and name in ("bones", "muscles"))
        # the box of an inset belongs to the figure that the page shows beside it
        if hidden_overlay or name in ("inset", "levels") or (name in BODY_PICTURES and not shaded):
            svg.remove(group)


def _set_pictures(atlas: Atlas, svg: Shape, view_id: str, theme: str, size: str | None) -> bool:
    """Show what is inside if `size` says in which size and there is a picture of it, else the skin.

    Returns whether what is inside is shown.
    """
    setting = "dark" if theme == "dark" else "light"
    uri = None if size is None else picture_uri(atlas, view_id, setting, size) or picture_uri(atlas, view_id, setting)
    for image in [shape for shape in svg if shape.get("class") in BODY_PICTURES]:
        if image.get("class") == "inside-picture" and uri:
            image.set("href", uri)
        elif image.get("class") == "inside-picture" or uri:
            svg.remove(image)
    return uri is not None and any(shape.get("class") == "inside-picture" for shape in svg)


def _clear_bones(svg: Shape) -> None:
    """Let the picture under a figure without skin show its bones, which have shapes only to be pointed at."""
    for name in ("bones", "creases"):
        group = find_group(svg, name)
        if group is not None:
            svg.remove(group)
    body = next((shape for shape in svg if shape.get("class") == "body"), None)
    if body is not None:
        body.set("fill-opacity", "0")


def styled_figure(
    atlas: Atlas,
    view_id: str,
    layer: str,
    theme: str,
    shows: Iterable[str] = (),
    map_id: str | None = None,
    select: str | None = None,
    shaded: bool = False,
    states: Mapping[str, State] | None = None,
    size: str = ROUGH,
) -> tuple[Shape, ThemeStyler]:
    """One view with its styles as attributes, but still with the attributes of the page; and what styled it.

    Args:
        layer: NERVES for nerve fields; anything else for the dermatomes of `map_id`.
        shows: layers of OVERLAYS.
        map_id: a dermatome map; None for the default map.
        select: any name; its pathway is highlighted, with its nerves and muscles, and the other skin is dimmed.
        states: id → state, to light these ids instead of a pathway.
        shaded: puts a picture of the body under the shapes: what is inside when something is highlighted, else its
            skin, which needs a program that supports `mix-blend-mode`. The pictures are AVIF.
        size: ROUGH or SHARP, of the picture of what is inside.

    Raises:
        KeyError: an unknown view.
        ValueError: an unknown theme or dermatome map.
        UnknownName: an unknown selection.
    """
    if theme not in THEMES:
        raise ValueError(f"there is no theme '{theme}'; the themes are {', '.join(THEMES)}")
    chosen_map = map_id or atlas.default_map
    if chosen_map not in atlas.dataset["dermatome_maps"]:
        raise ValueError(f"there is no dermatome map '{chosen_map}'")
    shown = set(shows)
    layer_id = NERVES if layer == NERVES else chosen_map
    if states is None and select is not None:
        states = _pathway_states(atlas, atlas.pathway(select, chosen_map))
    svg, styler = read_figure(atlas, view_id), ThemeStyler(atlas, theme)
    skinless = find_group(svg, "skin") is None
    _remove_hidden_overlays(svg, shown if states is None else shown | LIT_LAYERS, shaded)
    inside = _set_pictures(atlas, svg, view_id, theme, size if shaded and (states is not None or skinless) else None)
    if inside and skinless:
        _clear_bones(svg)
    add_base(svg)
    style_skin(svg, skin_styles(atlas)[layer_id], letter_height(atlas, view_id))
    set_border_classes(svg, border_kinds(atlas)[layer_id])
    if "zones" in shown and layer == NERVES and group_shapes(svg, "skin"):
        svg.insert(len(svg) - 1, draw_zones(atlas, svg, view_id))
    for shape in svg.iter():
        for name in shape.get("class", "").split():
            styler.apply(shape, STYLES.get(name, {}) | (ZONE_STYLES.get(name, {}) if "zones" in shown else {}))
        styler.apply_fill_class(shape)
        if shape.get("class") == "skin" and shaded and not inside:
            shape.set("style", "mix-blend-mode:multiply")
    if states is not None:
        light_path(svg, states, shown, inside, styler.apply)
    _add_patterns(svg, styler)
    for name in ("marks", "compass"):
        letters = find_group(svg, name)
        if letters is not None:
            letters.set("font-family", "sans-serif")
    return svg, styler


def standalone(
    atlas: Atlas,
    view_id: str,
    layer: str,
    theme: str,
    shows: Iterable[str] = (),
    map_id: str | None = None,
    select: str | None = None,
    shaded: bool = False,
    states: Mapping[str, State] | None = None,
    side: str = RIGHT,
    size: str = ROUGH,
) -> str:
    """One view as a complete SVG.

    The arguments are those of `styled_figure`, and `side`: "right" or "left", the side of the body that is drawn.
    Raises what it raises, and ValueError for an unknown side.
    """
    svg, styler = styled_figure(atlas, view_id, layer, theme, shows, map_id, select, shaded, states, size)
    view = atlas.dataset.views[view_id]
    return standalone_text(svg, styler, view.name, view.describe, side)
