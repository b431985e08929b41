"""How each part of a figure is drawn: one table for the page's style sheet and for pictures that stand alone.

A value that begins with `--` is a colour of the table of themes; a `stroke-width` is in units of the figure and grows
with the theme.
"""

from __future__ import annotations

Look = dict[str, str | float]

_ROUND: Look = {"stroke-linecap": "round", "stroke-linejoin": "round"}
LOOK: dict[str, Look] = {
    "base": {"fill": "--sheet"},
    "body": {"fill": "--flesh"},
    "cut": {"fill": "--cut", "stroke": "--outline", "stroke-width": 1.5},
    "borders": {"fill": "none", "stroke": "--border", "stroke-width": 1.3},
    "same": {"stroke-width": 0.7, "stroke-opacity": 0.28},
    "maybe": {"stroke-width": 0.7, "stroke-opacity": 0.28},
    "line": {"stroke-width": 1.3},
    "doubt": {"stroke-width": 7, "stroke-dasharray": "1 2.6"},
    "nails": {"fill": "--nail", "fill-opacity": 0.55, "stroke": "--outline", "stroke-width": 1},
    "creases": {"fill": "none", "stroke": "--outline", "stroke-width": 1, "stroke-opacity": 0.55} | _ROUND,
    "folds": {"fill": "none", "stroke": "--outline", "stroke-width": 1.5} | _ROUND,
    "outline": {"fill": "none", "stroke": "--outline", "stroke-width": 2} | _ROUND,
    "bones": {"fill": "--bone", "fill-opacity": 0.84, "stroke": "--bone-line", "stroke-width": 1.1} | _ROUND,
    "disc": {"fill": "--disc", "fill-opacity": 0.84},
    "nerves": {"fill": "none", "stroke": "--nerve"} | _ROUND,
    "near": {"stroke-width": 3},
    "deep": {"stroke-width": 2, "stroke-dasharray": "5 4", "stroke-linecap": "butt"},
    "sites": {"fill": "--site", "stroke": "--site-line", "stroke-width": 2.2},
    "overlap": {"fill": "none", "stroke": "--border", "stroke-width": 26, "stroke-dasharray": "1.2 5"},
    "own": {"fill": "none", "stroke": "--mark", "stroke-width": 6, "stroke-dasharray": "0 9"} | _ROUND,
    "marks": {"fill": "--mark", "font-weight": 600, "text-anchor": "middle"},
}
"""Class of a part → how it is drawn. The parts of a group take what the group says and they do not."""
HATCH: Look = {"fill": "none", "stroke": "--border", "stroke-width": 1.1, "stroke-opacity": 0.8}
"""The lines over skin that was not checked; part of a pattern, not of a figure."""
STRONGER: dict[str, Look] = {
    "doubt": {"stroke-width": 15, "stroke-dasharray": "1.3 2.6"},
    "maybe": {"stroke-width": 1.6, "stroke-opacity": 1, "stroke-dasharray": "5 4"},
}
"""The same while zones are asked for."""
DIMMED = 0.17
"""Opacity of skin that is not on the chosen pathway."""
THICK = {"light": 1.0, "dark": 1.0, "projector": 1.45, "print": 1.15}
"""How thick lines are in each theme."""


def _rule(selector: str, look: Look) -> str:
    def told(name: str, value: str | float) -> str:
        if name == "stroke-width":
            return f"calc({value:g}px*var(--thick))"
        return f"var({value})" if str(value).startswith("--") else str(value)

    return f"{selector}{{{';'.join(f'{name}:{told(name, value)}' for name, value in look.items())}}}"


def look_rules() -> str:
    """The rules of the style sheet for the parts of a figure."""
    rules = [_rule(".patterns .unread", HATCH)]
    rules += [_rule(f".view .{part}", look) for part, look in LOOK.items()]
    rules += [_rule(f'main[data-show~="zones"] .view .{part}', look) for part, look in STRONGER.items()]
    return "\n".join(rules)
