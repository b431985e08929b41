"""What a selection lights in a standalone figure: skin, muscles and nerves, as the page shows them.

Over the picture of what is inside, lit skin is a wash and other skin is
clear; lit nerves have a dark casing below them; lit muscles are filled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy

from atlas.figures.lit_styles import (
    CALIBRES,
    CASING_MARGIN,
    CHOSEN,
    LESION_STATES,
    MUSCLES,
    NERVE_COLOURS,
    NERVE_WIDTHS,
    OUTLINES,
    WASH_OPACITY,
    State,
    muscle_fill,
)
from atlas.figures.svg_files import Shape, find_group, group_shapes, qualified
from atlas.figures.svg_styles import DIMMED_OPACITY, STYLES, Style

Apply = Callable[[Shape, Style], None]
_OUTLINE_OVER_PICTURE = 0.6
"""Factor for the width of the outline of lit skin over a picture, which already sets it off."""
CASINGS = "casings"
"""Class of the group of dark edges below lit nerves."""


def _depth(path: Shape) -> str:
    return "deep" if "deep" in path.get("class", "").split() else "near"


def _light_muscle(muscle: Shape, state: State, apply: Apply) -> None:
    for path in muscle:
        colours: Style = {"fill": muscle_fill(state), "stroke": "--muscle-line", "stroke-width": 1}
        apply(path, colours | MUSCLES[state][_depth(path)])


def _light_nerve(nerve: Shape, state: State, apply: Apply) -> Shape:
    """Light a nerve; return its casing, which belongs below all nerves."""
    casing = deepcopy(nerve)
    # a figure whose nerves have no parts draws each as one path
    for path, below in zip(nerve.iter(qualified("path")), casing.iter(qualified("path")), strict=True):
        part = _depth(path)
        calibre = next((CALIBRES[name] for name in path.get("class", "").split() if name in CALIBRES), 1.0)
        colour = OUTLINES[state]["stroke"] if state in LESION_STATES else NERVE_COLOURS[part]
        width = NERVE_WIDTHS[part] * calibre
        apply(path, {"stroke": colour, "stroke-width": width, "stroke-opacity": 1})
        apply(below, {"stroke": "--casing", "stroke-width": width + 2 * CASING_MARGIN, "stroke-opacity": 1})
    return casing


def _remove_idle(nerve: Shape, states: Mapping[str, State]) -> None:
    """Remove the stretches of a nerve that carry none of the lit roots, unless none of its roots is lit."""
    carried = {
        path: set(path.get("data-roots", "").split()) & states.keys() for path in nerve if path.get("data-roots")
    }
    for path, roots in carried.items() if any(carried.values()) else ():
        if not roots:
            nerve.remove(path)


def _light_nerves(svg: Shape, states: Mapping[str, State], apply: Apply) -> None:
    nerves = find_group(svg, "nerves")
    if nerves is None:
        return
    for nerve in nerves:
        if nerve.get("data-node", "") in states:
            _remove_idle(nerve, states)
    casings = Shape(qualified("g"), {"class": CASINGS})
    apply(casings, STYLES["nerves"])
    casings.extend(
        _light_nerve(nerve, states[id_], apply) for nerve in nerves if (id_ := nerve.get("data-node", "")) in states
    )
    for casing in casings.iter():
        casing.attrib.pop("data-node", None)
    if len(casings):
        svg.insert(list(svg).index(nerves), casings)


def _light_skin(patch: Shape, state: State | None, has_picture: bool, apply: Apply) -> None:
    if state is not None:
        apply(patch, OUTLINES[state])
    if not has_picture:
        if state is None:
            patch.set("opacity", f"{DIMMED_OPACITY:g}")
        return
    patch.set("fill-opacity", f"{WASH_OPACITY if state is not None else 0:g}")
    if state is not None:
        apply(patch, {"stroke-width": float(OUTLINES[state]["stroke-width"]) * _OUTLINE_OVER_PICTURE})


def _keep_lit(group: Shape | None, states: Mapping[str, State], name: str) -> None:
    """Remove from a group what is not lit; `name` is the attribute that holds the id."""
    for shape in list(group if group is not None else ()):
        if shape.get(name) not in states:
            group.remove(shape)  # type: ignore[union-attr]  # a group without shapes is not reached


def light_path(svg: Shape, states: Mapping[str, State], shown: set[str], has_picture: bool, apply: Apply) -> None:
    """Light the shapes of these ids, each by its state, and dim or remove everything else.

    Args:
        svg: the figure, changed in place, with its layers of nerves and muscles.
        states: id → what a selection or a lesion makes of it.
        shown: layers whose unlit shapes remain, pale.
        has_picture: whether the picture of what is inside lies under the shapes.
        apply: sets a style on a shape in the colours of a theme.
    """
    for patch in group_shapes(svg, "skin"):
        _light_skin(patch, states.get(patch.get("data-node", "")), has_picture, apply)
    skinless = find_group(svg, "skin") is None
    for muscle in group_shapes(svg, "muscles"):
        if (id_ := muscle.get("data-node", "")) in states:
            _light_muscle(muscle, states[id_], apply)
        elif has_picture and muscle.get("data-node"):
            muscle.set("opacity", "0")
        elif muscle.get("data-node"):
            muscle.set("opacity", "0.5" if skinless else f"{DIMMED_OPACITY:g}")
    if not ("muscles" in shown or skinless) or has_picture:
        _keep_lit(find_group(svg, "muscles"), states, "data-node")
    _light_nerves(svg, states, apply)
    nerves = find_group(svg, "nerves")
    if "nerves" not in shown:
        _keep_lit(nerves, states, "data-node")
    for nerve in nerves if nerves is not None else ():
        if nerve.get("data-node") not in states:
            nerve.set("opacity", f"{DIMMED_OPACITY:g}")
    _keep_lit(find_group(svg, "sites"), states, "data-node")
    chosen = {id_: state for id_, state in states.items() if state == CHOSEN}
    _keep_lit(find_group(svg, "reflexes"), chosen, "data-node")
    _keep_lit(find_group(svg, "marks"), states, "data-of")
    for name in ("borders", "creases", "folds"):
        group = find_group(svg, name)
        if group is not None:
            group.set("opacity", "0.25" if has_picture and name == "borders" else "0.45")
