"""Stripes for skin of several roots or nerves, hatching for what a dermatome map leaves open or nobody checked."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.figures.skin_colours import UNREAD

STRIPE = 16
"""Width of one stripe in units of a figure."""
_TILES = {"silent": (12, -45), "blank": (14, 0)}
"""Width of the tile of a fill that is no tone, and how far it is turned."""


def _lines(width: int, height: int, turned: int) -> str:
    """Level lines over a tile, however far the tile is turned: nothing else on the skin runs level."""
    if not turned:
        return f'<path class="{UNREAD}" d="M0 1H{width}"/>'
    back, slope = (0, -height) if turned > 0 else (height, height)
    starts = range(-back, width + height - back + 1, height)
    return f'<path class="{UNREAD}" d="{"".join(f"M{at} 0l{slope} {height}" for at in starts)}"/>'


def _ground(fill: str) -> tuple[int, int, int, str]:
    """Width, height, turn and content of the tile of a fill."""
    if fill in _TILES:
        side, turned = _TILES[fill]
        return side, side, turned, f'<rect class="ground" width="{side}" height="{side}"/>{_SIGNS[fill]}'
    tones = fill.split("-")
    if len(tones) == 1:
        return STRIPE, STRIPE - 4, 0, f'<rect class="{fill}" width="{STRIPE}" height="{STRIPE}"/>'
    bars = "".join(
        f'<rect class="{tone}" x="{at * STRIPE}" width="{STRIPE}" height="{STRIPE}"/>' for at, tone in enumerate(tones)
    )
    return len(tones) * STRIPE, STRIPE, 45, bars


def _pattern(fill: str) -> str:
    plain = fill.removesuffix(f"-{UNREAD}")
    width, height, turned, tile = _ground(plain)
    over = "" if plain == fill else _lines(width, height, turned)
    turn = f' patternTransform="rotate({turned})"' if turned else ""
    size = f'width="{width}" height="{height}"'
    return f'<pattern id="fill-{fill}" {size} patternUnits="userSpaceOnUse"{turn}>{tile}{over}</pattern>'


_SIGNS = {
    "silent": '<rect class="hatch" width="2" height="12"/>',
    "blank": '<circle class="hatch" cx="7" cy="7" r="1.6"/>',
}


def draw_patterns(fills: Iterable[str]) -> str:
    """One hidden SVG that defines every pattern the fills need; figures refer to it by id.

    >>> draw_patterns(["c1", "c1-c2", "c1-unread"]).count("<pattern")
    4
    """
    woven = "".join(_pattern(fill) for fill in sorted({*_SIGNS, *(fill for fill in fills if "-" in fill)}))
    return f'<svg class="patterns" aria-hidden="true" width="0" height="0"><defs>{woven}</defs></svg>'
