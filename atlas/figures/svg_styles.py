"""The style of each part of a figure: one table for the page's style sheet and for standalone pictures.

A value that begins with `--` is a colour of the themes table; a `stroke-width` is in units of the figure and is
multiplied by the line scale of the theme.
"""

from __future__ import annotations

Style = dict[str, str | float]

_ROUND: Style = {"stroke-linecap": "round", "stroke-linejoin": "round"}
STYLES: dict[str, Style] = {
    "base": {"fill": "--sheet"},
    "body": {"fill": "--flesh"},
    "inset": {"fill": "none", "stroke": "--firm", "stroke-width": 2.2},
    "borders": {"fill": "none", "stroke": "--border", "stroke-width": 1.3},
    "same": {"stroke-width": 0.7, "stroke-opacity": 0.28},
    "maybe": {"stroke-width": 0.7, "stroke-opacity": 0.28},
    "line": {"stroke-width": 1.3},
    "doubt": {"stroke-width": 7, "stroke-dasharray": "1 2.6"},
    "nails": {"fill": "--nail", "fill-opacity": 0.55, "stroke": "--outline", "stroke-width": 1},
    "creases": {"fill": "none", "stroke": "--outline", "stroke-width": 1, "stroke-opacity": 0.55, **_ROUND},
    "folds": {"fill": "none", "stroke": "--outline", "stroke-width": 1.5, **_ROUND},
    "outline": {"fill": "none", "stroke": "--outline", "stroke-width": 2, **_ROUND},
    "bones": {"fill": "--bone", "fill-opacity": 0.84, "stroke": "--bone-line", "stroke-width": 1.1, **_ROUND},
    "disc": {"fill": "--disc", "fill-opacity": 0.84},
    "nerves": {"fill": "none", "stroke": "--nerve", **_ROUND},
    "near": {"stroke-width": 2.6},
    "deep": {"stroke-width": 2.6, "stroke-opacity": 0.62},
    **{f"w{n + 1}": {"stroke-width": width} for n, width in enumerate((1.5, 2, 2.6, 3.4, 4.6))},
    "muscles": {"fill": "--muscle", "fill-opacity": 0.5, "stroke": "--muscle-line", "stroke-width": 1, **_ROUND},
    "fat": {"fill": "--fat"},
    "fascia": {"fill": "--fascia", "stroke": "--bone-line", "stroke-width": 0.5},
    "cavity": {"fill": "--flesh"},
    "wall": {"fill": "--resting", "fill-opacity": 0.6, "stroke": "--muscle-line", "stroke-width": 0.5},
    "plain-muscle": {"fill": "--resting", "fill-opacity": 0.6, "stroke": "--muscle-line", "stroke-width": 0.5},
    "plain-tendon": {"fill": "--bone", "stroke": "--muscle-line", "stroke-width": 0.5},
    "plain-bone": {"fill": "--bone", "stroke": "--bone-line", "stroke-width": 0.7},
    "plain-dura": {"fill": "--dura", "stroke": "--bone-line", "stroke-width": 1},
    "plain-nerve": {"fill": "--nerve", "fill-opacity": 0.5},
    "compass": {"fill": "--soft", "font-weight": 600},
    "levels": {"fill": "--ink", "stroke": "--ink", "stroke-width": 2, "stroke-dasharray": "7 4", "font-weight": 700},
    "sites": {"fill": "--site", "stroke": "--site-line", "stroke-width": 2.2},
    "reflexes": {"fill": "--path", "fill-opacity": 0.75, "stroke": "--casing", "stroke-width": 3},
    "overlap": {"fill": "none", "stroke": "--border", "stroke-width": 26, "stroke-dasharray": "1.2 5"},
    "own": {"fill": "none", "stroke": "--mark", "stroke-width": 6, "stroke-dasharray": "0 9", **_ROUND},
    "marks": {"fill": "--mark", "font-weight": 600, "text-anchor": "middle"},
}
"""Class of a part → its style. Unset properties are inherited from the group."""
HATCH_STYLE: Style = {"fill": "none", "stroke": "--border", "stroke-width": 1.1, "stroke-opacity": 0.8}
"""The lines over skin that was not checked; they belong to a pattern, not to a figure."""
ZONE_STYLES: dict[str, Style] = {
    "doubt": {"stroke-width": 15, "stroke-dasharray": "1.3 2.6"},
    "maybe": {"stroke-width": 1.6, "stroke-opacity": 1, "stroke-dasharray": "5 4"},
}
"""Styles that replace those above while zones are shown."""
DIMMED_OPACITY = 0.17
"""Opacity of skin that is not on the selected pathway."""
LINE_SCALE = {"light": 1.0, "dark": 1.0, "projector": 1.45, "print": 1.15}
"""Theme → factor for the width of lines."""


def _css_value(name: str, value: str | float) -> str:
    if name == "stroke-width":
        return f"calc({value:g}px*var(--thick))"
    return f"var({value})" if str(value).startswith("--") else str(value)


def _rule(selector: str, style: Style) -> str:
    return f"{selector}{{{';'.join(f'{name}:{_css_value(name, value)}' for name, value in style.items())}}}"


def style_rules() -> str:
    """The CSS rules for the parts of a figure."""
    rules = [_rule(".patterns .unread", HATCH_STYLE)]
    rules += [_rule(f".view .{part}", style) for part, style in STYLES.items()]
    rules += [_rule(f'main[data-show~="zones"] .view .{part}', style) for part, style in ZONE_STYLES.items()]
    return "\n".join(rules)
