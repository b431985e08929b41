"""The style sheet's colours, generated from the table of themes: as the system prefers, as chosen, and on paper."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.tables.themes import THEMES
from atlas.figures.skin_colours import NERVE_TONES, ROOT_TONES
from atlas.figures.svg_styles import THICK

_DARK = {"dark"}


def colours(atlas: Atlas, theme: str) -> dict[str, str]:
    """Token → colour in a theme."""
    return {token: tone.colour(theme) for token, tone in atlas.dataset["themes"].items()}


def _declared(atlas: Atlas, theme: str, than: str | None = None) -> str:
    """The declarations of a theme; with `than`, only what differs from that one."""
    before = colours(atlas, than) if than else {}
    own = [f"--{token}:{colour}" for token, colour in colours(atlas, theme).items() if before.get(token) != colour]
    scheme = "dark" if theme in _DARK else "light"
    return ";".join([f"color-scheme:{scheme}", f"--thick:{THICK[theme]:g}", *own])


def theme_rules(atlas: Atlas) -> str:
    """The rules that give every colour its value. Light is the usual; a chosen theme goes before the system's."""
    usual = THEMES[0]
    rules = [f":root{{{_declared(atlas, usual)}}}"]
    for theme in THEMES[1:]:
        own = _declared(atlas, theme, usual)
        if theme in _DARK:
            rules.append(f"@media (prefers-color-scheme:dark){{:root:not([data-theme]){{{own}}}}}")
        rules.append(f':root[data-theme="{theme}"]{{{own}}}')
    rules.append(f"@media print{{:root:root{{{_declared(atlas, 'print')}}}}}")
    classes = [f"c{n}" for n in range(1, ROOT_TONES + 1)] + [f"n{n}" for n in range(1, NERVE_TONES + 1)]
    rules += [f".{name}{{--tone:var(--{name})}}" for name in classes]
    return "\n".join(rules)
