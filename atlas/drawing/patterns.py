"""Stripes for skin of several roots or nerves, hatching for skin a dermatome map says nothing about."""

from __future__ import annotations

from collections.abc import Iterable

STRIPE = 16
"""Width of one stripe in units of a figure."""


def _stripes(fill: str) -> str:
    tones = fill.split("-")
    bars = "".join(
        f'<rect class="{tone}" x="{at * STRIPE}" width="{STRIPE}" height="{STRIPE}"/>' for at, tone in enumerate(tones)
    )
    size = f'width="{len(tones) * STRIPE}" height="{STRIPE}"'
    return (
        f'<pattern id="fill-{fill}" {size} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">{bars}</pattern>'
    )


_HATCHED = (
    '<pattern id="fill-silent" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">'
    '<rect class="ground" width="12" height="12"/><rect class="hatch" width="2" height="12"/></pattern>'
    '<pattern id="fill-blank" width="14" height="14" patternUnits="userSpaceOnUse">'
    '<rect class="ground" width="14" height="14"/><circle class="hatch" cx="7" cy="7" r="1.6"/></pattern>'
)


def draw_patterns(fills: Iterable[str]) -> str:
    """One hidden SVG that defines every pattern the fills need; figures refer to it by id.

    >>> draw_patterns(["c1-c2"]).count("<pattern")
    3
    """
    woven = "".join(_stripes(fill) for fill in sorted(set(fills)) if "-" in fill)
    return f'<svg class="patterns" aria-hidden="true" width="0" height="0"><defs>{_HATCHED}{woven}</defs></svg>'
