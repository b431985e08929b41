"""SVG patterns: stripes for skin of several roots or nerves, hatching for skin left open or not checked."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.figures.skin_colours import UNREAD

STRIPE = 16
"""Width of one stripe in units of a figure."""
_TILES = {"silent": (12, -45), "blank": (14, 0)}
"""Fill without a colour → side of its tile and rotation in degrees."""
_SIGNS = {
    "silent": '<rect class="hatch" width="2" height="12"/>',
    "blank": '<circle class="hatch" cx="7" cy="7" r="1.6"/>',
}


def _lines(width: int, height: int, rotation: int) -> str:
    """Lines over a tile that are level once the tile is rotated, since nothing else on the skin is level."""
    if not rotation:
        return f'<path class="{UNREAD}" d="M0 1H{width}"/>'
    back, slope = (0, -height) if rotation > 0 else (height, height)
    starts = range(-back, width + height - back + 1, height)
    return f'<path class="{UNREAD}" d="{"".join(f"M{x} 0l{slope} {height}" for x in starts)}"/>'


def _tile(fill: str) -> tuple[int, int, int, str]:
    """Width, height, rotation and content of the tile of a fill."""
    if fill in _TILES:
        side, rotation = _TILES[fill]
        return side, side, rotation, f'<rect class="ground" width="{side}" height="{side}"/>{_SIGNS[fill]}'
    classes = fill.split("-")
    if len(classes) == 1:
        return STRIPE, STRIPE - 4, 0, f'<rect class="{fill}" width="{STRIPE}" height="{STRIPE}"/>'
    stripes = "".join(
        f'<rect class="{name}" x="{place * STRIPE}" width="{STRIPE}" height="{STRIPE}"/>'
        for place, name in enumerate(classes)
    )
    return len(classes) * STRIPE, STRIPE, 45, stripes


def _pattern(fill: str) -> str:
    checked_fill = fill.removesuffix(f"-{UNREAD}")
    width, height, rotation, tile = _tile(checked_fill)
    lines = "" if checked_fill == fill else _lines(width, height, rotation)
    transform = f' patternTransform="rotate({rotation})"' if rotation else ""
    size = f'width="{width}" height="{height}"'
    return f'<pattern id="fill-{fill}" {size} patternUnits="userSpaceOnUse"{transform}>{tile}{lines}</pattern>'


def draw_patterns(fills: Iterable[str]) -> str:
    """One hidden SVG that defines every pattern the fills need; figures refer to patterns by id.

    >>> draw_patterns(["c1", "c1-c2", "c1-unread"]).count("<pattern")
    4
    """
    patterns = "".join(_pattern(fill) for fill in sorted({*_SIGNS, *(fill for fill in fills if "-" in fill)}))
    return f'<svg class="patterns" aria-hidden="true" width="0" height="0"><defs>{patterns}</defs></svg>'
