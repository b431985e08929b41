"""The contrast of two colours, as defined by the Web Content Accessibility Guidelines (WCAG)."""

from __future__ import annotations


def linear(colour: str) -> tuple[float, float, float]:
    """Linear red, green and blue of an sRGB colour, from 0 to 1 (IEC 61966-2-1).

    >>> linear("#ffffff")
    (1.0, 1.0, 1.0)
    """
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 (black) to 1 (white); WCAG 2.2."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, from 1 to 21; WCAG 2.2.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    low, high = sorted((luminance(first), luminance(second)))
    return round((high + 0.05) / (low + 0.05), 3)
