"""How well one colour stands out from another, as the Web Content Accessibility Guidelines measure it."""

from __future__ import annotations


def linear(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of a colour as light, from 0 to 1 (sRGB, IEC 61966-2-1).

    >>> linear("#ffffff")
    (1.0, 1.0, 1.0)
    """
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def luminance(colour: str) -> float:
    """Relative luminance, from 0 (black) to 1 (white); WCAG 2.2."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21; WCAG 2.2.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    low, high = sorted((luminance(one), luminance(other)))
    return round((high + 0.05) / (low + 0.05), 3)
