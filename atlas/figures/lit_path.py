"""What a selection lights in a standalone figure: skin, muscles and nerves, as the page shows them.

It follows `assets/styles/figure-body.css`: over the picture of what is inside, lit skin is a wash and other skin is
clear; lit nerves have a dark casing below them; lit muscles are filled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy

from atlas.figures.svg_files import Shape, find_group, group_shapes, qualified
from atlas.figures.svg_styles import DIMMED_OPACITY, STYLES, Style

Apply = Callable[[Shape, Style], None]
HIGHLIGHT_STYLE: Style = {"stroke": "--lit", "stroke-width": 3.2, "stroke-linejoin": "round"}
SELECTED_STYLE: Style = {"stroke": "--lit", "stroke-width": 6, "stroke-linejoin": "round"}
LESION_STYLES: dict[str, Style] = {
    "lost": {"stroke": "--alarm", "stroke-width": 4.5, "stroke-linejoin": "round"},
    "reduced": {"stroke": "--mixed-line", "stroke-width": 3.2, "stroke-linejoin": "round", "stroke-dasharray": "7 4"},
}
"""State after a lesion → the style of what is in that state."""
WASH_OPACITY = 0.42
"""Opacity of lit skin over the picture of what is inside."""
_OUTLINE_OVER_PICTURE = 0.6
"""Factor for the width of the outline of lit skin there: the picture already sets it off."""
_LIT_NERVE: dict[str, tuple[str, float]] = {"near": ("--path", 3.6), "deep": ("--path-deep", 3.4)}
_CASING_MARGIN = 1.5
_CALIBRES = {"w1": 0.62, "w2": 0.8, "w3": 1.0, "w4": 1.3, "w5": 1.7}
_MUSCLES: dict[str, dict[str, Style]] = {
    "on": {"near": {"fill-opacity": 0.55}, "deep": {"fill-opacity": 0.2, "stroke-dasharray": "3 3"}},
    "chosen": {"near": {"fill-opacity": 0.75, "stroke-width": 2}, "deep": {"fill-opacity": 0.3}},
    "lost": {"near": {"fill-opacity": 0.88}, "deep": {"fill-opacity": 0.4, "stroke-dasharray": "3 3"}},
    "reduced": {
        "near": {"fill-opacity": 0.5, "stroke-dasharray": "6 3"},
        "deep": {"fill-opacity": 0.2, "stroke-dasharray": "3 3"},
    },
}
_MUSCLE_FILLS = {"lost": "--faded", "reduced": "--faded"}


def _state(style: Style) -> str:
    """What a style says about a muscle: on the path, chosen, or lost or reduced by a lesion."""
    states = [state for state, own in LESION_STYLES.items() if own is style]
    return states[0] if states else "chosen" if style is SELECTED_STYLE else "on"


def _depth(path: Shape) -> str:
    return "deep" if "deep" in path.get("class", "").split() else "near"


def _light_muscle(muscle: Shape, style: Style, apply: Apply) -> None:
    state = _state(style)
    for path in muscle:
        colours: Style = {"fill": _MUSCLE_FILLS.get(state, "--muscle"), "stroke": "--muscle-line", "stroke-width": 1}
        apply(path, colours | _MUSCLES[state][_depth(path)])


def _light_nerve(nerve: Shape, style: Style, apply: Apply) -> Shape:
    """Light a nerve; return its casing, which belongs below all nerves."""
    casing, state = deepcopy(nerve), _state(style)
    # a figure whose nerves have no parts draws each as one path
    for path, below in zip(nerve.iter(qualified("path")), casing.iter(qualified("path")), strict=True):
        names = path.get("class", "").split()
        colour, width = _LIT_NERVE[_depth(path)]
        width *= next((_CALIBRES[name] for name in names if name in _CALIBRES), 1.0)
        core = style.get("stroke", colour) if state in LESION_STYLES else colour
        apply(path, {"stroke": core, "stroke-width": width, "stroke-opacity": 1})
        apply(below, {"stroke": "--casing", "stroke-width": width + 2 * _CASING_MARGIN, "stroke-opacity": 1})
    return casing


def _light_nerves(svg: Shape, styles: Mapping[str, Style], apply: Apply) -> None:
    nerves = find_group(svg, "nerves")
    if nerves is None:
        return
    casings = Shape(qualified("g"))
    apply(casings, STYLES["nerves"])
    casings.extend(
        _light_nerve(nerve, styles[id_], apply) for nerve in nerves if (id_ := nerve.get("data-node", "")) in styles
    )
    for casing in casings.iter():
        casing.attrib.pop("data-node", None)
    if len(casings):
        svg.insert(list(svg).index(nerves), casings)


def _light_skin(patch: Shape, style: Style | None, has_picture: bool, apply: Apply) -> None:
    if style is not None:
        apply(patch, style)
    if not has_picture:
        if style is None:
            patch.set("opacity", f"{DIMMED_OPACITY:g}")
        return
    patch.set("fill-opacity", f"{WASH_OPACITY if style is not None else 0:g}")
    if style is not None:
        apply(patch, {"stroke-width": float(style.get("stroke-width", 1)) * _OUTLINE_OVER_PICTURE})


def _keep_lit(group: Shape | None, styles: Mapping[str, Style], name: str) -> None:
    """Remove from a group what is not lit; `name` is the attribute that holds the id."""
    for shape in list(group if group is not None else ()):
        if shape.get(name) not in styles:
            group.remove(shape)  # type: ignore[union-attr]  # a group without shapes is not reached


def light_path(svg: Shape, styles: Mapping[str, Style], shown: set[str], has_picture: bool, apply: Apply) -> None:
    """Light the shapes of these ids, each in its style, and dim or remove everything else.

    Args:
        svg: the figure, changed in place, with its layers of nerves and muscles.
        styles: id → style of its skin; nerves and muscles follow the state that the style stands for.
        shown: layers whose unlit shapes remain, pale.
        has_picture: whether the picture of what is inside lies under the shapes.
        apply: sets a style on a shape in the colours of a theme.
    """
    for patch in group_shapes(svg, "skin"):
        _light_skin(patch, styles.get(patch.get("data-node", "")), has_picture, apply)
    skinless = find_group(svg, "skin") is None
    for muscle in group_shapes(svg, "muscles"):
        if (id_ := muscle.get("data-node", "")) in styles:
            _light_muscle(muscle, styles[id_], apply)
        elif has_picture and muscle.get("data-node"):
            muscle.set("opacity", "0")
        elif muscle.get("data-node"):
            muscle.set("opacity", "0.5" if skinless else f"{DIMMED_OPACITY:g}")
    if not ("muscles" in shown or skinless) or has_picture:
        _keep_lit(find_group(svg, "muscles"), styles, "data-node")
    _light_nerves(svg, styles, apply)
    nerves = find_group(svg, "nerves")
    if "nerves" not in shown:
        _keep_lit(nerves, styles, "data-node")
    for nerve in nerves if nerves is not None else ():
        if nerve.get("data-node") not in styles:
            nerve.set("opacity", f"{DIMMED_OPACITY:g}")
    _keep_lit(find_group(svg, "sites"), styles, "data-node")
    _keep_lit(find_group(svg, "marks"), styles, "data-of")
    for name in ("borders", "creases", "folds"):
        group = find_group(svg, name)
        if group is not None:
            group.set("opacity", "0.25" if has_picture and name == "borders" else "0.45")
