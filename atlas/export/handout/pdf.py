"""A handout as a tagged PDF of one page: in the largest type that fits, with as much room for notes as is left."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from types import ModuleType
from typing import Any

from atlas.api import Atlas
from atlas.export.extras import import_optional
from atlas.export.handout.content import Handout
from atlas.export.handout.page import html_of

TYPE_SIZES = (10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7)
"""Sizes of type in points, from the largest."""
FEWEST_LINES, MORE_LINES = 3, (10, 8, 6, 4)
"""Lines for handwritten notes: the minimum, and the numbers that are tried first, from the most."""
_VARIANT = "pdf/ua-1"


class NoPrinter(RuntimeError):
    """WeasyPrint is installed, but the system lacks a library that it needs."""


def _weasyprint() -> ModuleType:
    try:
        return import_optional("weasyprint", "A handout", "handout")
    except OSError as error:
        raise NoPrinter(
            "WeasyPrint, which prints handouts, needs the library Pango "
            f"(Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0; macOS: brew install pango): {error}"
        ) from error


def pdf_of(atlas: Atlas, handout: Handout, voice: str, paper: str, language: str = "en") -> bytes:
    """The PDF (PDF/UA-1).

    Raises MissingExtra without WeasyPrint, NoPrinter without Pango, and ValueError for an unknown paper or for content
    that does not fit on a page.
    """
    weasyprint = _weasyprint()

    @cache
    def rendered(type_size: float, lines: int) -> Any:
        """The page, or None when it needs more than one."""
        html = html_of(atlas, handout, voice, paper, type_size, lines, language)
        document = weasyprint.HTML(string=html).render(pdf_variant=_VARIANT)
        return document if len(document.pages) == 1 else None

    # what fits in one size fits in every smaller one, and rendering is slow: so this is a binary search
    size_at = bisect_left(TYPE_SIZES, True, key=lambda size: bool(rendered(size, FEWEST_LINES)))
    if size_at == len(TYPE_SIZES):
        raise ValueError(f"'{handout.title}' does not fit on one page")
    size = TYPE_SIZES[size_at]
    lines_at = bisect_left(MORE_LINES, True, key=lambda lines: bool(rendered(size, lines)))
    return rendered(size, (*MORE_LINES, FEWEST_LINES)[lines_at]).write_pdf(pdf_variant=_VARIANT)
