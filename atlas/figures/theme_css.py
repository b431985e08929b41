"""The CSS colours, generated from the themes table: for the system's preference, a chosen theme, and print."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.tables.themes import THEMES
from atlas.figures.skin_colours import NERVE_TONES, ROOT_TONES
from atlas.figures.svg_styles import LINE_SCALE

_DARK = {"dark"}


def colours(atlas: Atlas, theme: str) -> dict[str, str]:
    """Token → colour (`#rrggbb`) in a theme."""
    return {token: row.colour(theme) for token, row in atlas.dataset.themes.items()}


def skin_tokens(atlas: Atlas) -> set[str]:
    """The tokens of colours that fill skin."""
    return {token for token, row in atlas.dataset.themes.items() if row.part == "skin"}


def _declarations(atlas: Atlas, theme: str, base: str | None = None) -> str:
    """The CSS declarations of a theme; with `base`, only the colours that differ from that theme."""
    base_colours = colours(atlas, base) if base else {}
    own = [
        f"--{token}:{colour}" for token, colour in colours(atlas, theme).items() if base_colours.get(token) != colour
    ]
    scheme = "dark" if theme in _DARK else "light"
    return ";".join([f"color-scheme:{scheme}", f"--thick:{LINE_SCALE[theme]:g}", *own])


def theme_rules(atlas: Atlas) -> str:
    """The CSS rules for all colours. Light is the default; a chosen theme overrides the system's preference."""
    default = THEMES[0]
    rules = [f":root{{{_declarations(atlas, default)}}}"]
    for theme in THEMES[1:]:
        own = _declarations(atlas, theme, default)
        if theme in _DARK:
            rules.append(f"@media (prefers-color-scheme:dark){{:root:not([data-theme]){{{own}}}}}")
        rules.append(f':root[data-theme="{theme}"]{{{own}}}')
    rules.append(f"@media print{{:root:root:not([data-handout]){{{_declarations(atlas, 'print')}}}}}")
    classes = [f"c{n}" for n in range(1, ROOT_TONES + 1)] + [f"n{n}" for n in range(1, NERVE_TONES + 1)]
    rules += [f".{name}{{--tone:var(--{name})}}" for name in classes]
    return "\n".join(rules)
