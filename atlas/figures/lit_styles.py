"""How lit skin, muscles and nerves are drawn: one table for the page's style sheet and for standalone pictures."""

from __future__ import annotations

from typing import Literal

from atlas.figures.svg_styles import Style

State = Literal["lit", "chosen", "lost", "reduced"]
"""What a selection or a lesion makes of a thing: on the path, the thing itself, without its nerve, or weakened."""
LIT: State = "lit"
CHOSEN: State = "chosen"

OUTLINES: dict[State, Style] = {
    "lit": {"stroke": "--lit", "stroke-width": 3.2, "stroke-linejoin": "round"},
    "chosen": {"stroke": "--lit", "stroke-width": 6, "stroke-linejoin": "round"},
    "lost": {"stroke": "--alarm", "stroke-width": 4.5, "stroke-linejoin": "round"},
    "reduced": {"stroke": "--mixed-line", "stroke-width": 3.2, "stroke-linejoin": "round", "stroke-dasharray": "7 4"},
}
"""State → the outline of a patch of skin in a standalone picture."""
LESION_STATES: tuple[State, ...] = ("lost", "reduced")
WASH_OPACITY = 0.55
"""Opacity of lit skin over the picture of what is inside."""

CALIBRES = {"w1": 0.62, "w2": 0.8, "w3": 1.0, "w4": 1.3, "w5": 1.7}
"""Class of a nerve's width → factor for the width of its line."""
NERVE_WIDTHS = {"near": 3.6, "deep": 3.4}
NERVE_COLOURS = {"near": "--path", "deep": "--path-deep"}
CASING_MARGIN = 1.5
"""How far the dark casing of a lit nerve reaches beyond it on either side, in units of the figure."""

_DASHED: Style = {"stroke-dasharray": "3 3"}
MUSCLES: dict[State, dict[str, Style]] = {
    "lit": {"near": {"fill-opacity": 0.42}, "deep": {"fill-opacity": 0.2, **_DASHED}},
    "chosen": {"near": {"fill-opacity": 0.75, "stroke-width": 2}, "deep": {"fill-opacity": 0.3, **_DASHED}},
    "lost": {"near": {"fill-opacity": 0.88}, "deep": {"fill-opacity": 0.4, **_DASHED}},
    "reduced": {
        "near": {"fill-opacity": 0.5, "stroke-dasharray": "6 3"},
        "deep": {"fill-opacity": 0.2, **_DASHED},
    },
}
"""State → the style of what a view shows of a muscle, and of what lies behind others."""
_IN_LESION = 'main:is([data-mode="lesion"], [data-struck="lesion"])'
_SCOPES: dict[State, str] = {"lit": ".on", "chosen": ".on", "lost": _IN_LESION, "reduced": _IN_LESION}


def muscle_fill(state: State) -> str:
    """The colour of a muscle in a state."""
    return "--faded" if state in LESION_STATES else "--muscle"


def _width(units: float, more: float = 0.0) -> str:
    return f"calc(({units:g}px*var(--calibre,1) + {more:g}px)*var(--thick))"


def _muscle_rule(state: State, part: str, style: Style) -> str:
    declared = {"fill": f"var({muscle_fill(state)})", "stroke": "var(--muscle-line)"} | {
        name: f"calc({value:g}px*var(--thick))" if isinstance(value, int) else f"{value}"
        for name, value in style.items()
    }
    body = ";".join(f"{name}:{value}" for name, value in declared.items())
    return f"{_SCOPES[state]} .view .muscles .{state} .{part}{{{body}}}"


def lit_rules() -> str:
    """The CSS rules for what is lit on the page."""
    inside = '.view[data-inside="yes"] .skin'
    rules = [f".{name}{{--calibre:{factor:g}}}" for name, factor in CALIBRES.items()]
    rules += [
        f".on .view .nerves .lit .{part}"
        f"{{stroke:var({NERVE_COLOURS[part]});stroke-opacity:1;stroke-width:{_width(units)}}}"
        for part, units in NERVE_WIDTHS.items()
    ]
    rules.append(
        f".on .view .casings .lit path{{stroke-width:{_width(max(NERVE_WIDTHS.values()), 2 * CASING_MARGIN)}}}"
    )
    rules.append(f".on {inside} .lit{{fill-opacity:{WASH_OPACITY:g}}}")
    rules.append(f"{_IN_LESION} {inside} path:is(.lost, .reduced, .at-times){{fill-opacity:{WASH_OPACITY:g}}}")
    rules += [_muscle_rule(state, part, style) for state, parts in MUSCLES.items() for part, style in parts.items()]
    return "\n".join(rules)
