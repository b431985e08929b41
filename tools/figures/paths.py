"""Cubic curves as SVG path data, as short as possible."""

from __future__ import annotations

import re

import numpy as np

from tools.figures.curves import Cubic

# After a number with a decimal point, the next point starts a new number.
_SECOND_POINT = re.compile(r"(?<=\.\d) \.")


def number(value: float) -> str:
    """One decimal at most, as short as SVG allows.

    >>> number(-0.04), number(0.5), number(-12.0)
    ('0', '.5', '-12')
    """
    text = f"{value:.1f}".removesuffix(".0")
    if text in ("-0", "0"):
        return "0"
    return text.replace("-0.", "-.") if text.startswith("-0.") else text.removeprefix("0") or "0"


def numbers(values) -> str:
    """Numbers in a row, with spaces only where they are needed.

    >>> numbers([1, -2.5, .3, .4, 6])
    '1-2.5.3.4 6'
    """
    text = " ".join(number(value) for value in values).replace(" -", "-")
    return _SECOND_POINT.sub(".", text)


def move_to(point: np.ndarray) -> str:
    """The start of a path, rounded. Relative curves continue from rounded points, so errors do not add up."""
    return "M" + numbers(np.round(point, 1))


def curve_to(cubics: list[Cubic], here: np.ndarray) -> tuple[str, np.ndarray]:
    """Relative curves from `here` (already rounded), and the rounded point they end at."""
    parts = []
    for cubic in cubics:
        parts.extend((np.round(cubic[1:], 1) - here).ravel())
        here = np.round(cubic[3], 1)
    return "c" + numbers(parts), here


def open_path(cubics: list[Cubic]) -> str:
    """An open path for a run that is stroked and not filled."""
    if not cubics:
        return ""
    start = np.round(cubics[0][0], 1)
    return move_to(start) + curve_to(cubics, start)[0]
