"""A handout as a tagged PDF of one page: the largest type with which it still fits, and as much room for notes."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from atlas.api import Atlas
from atlas.export.handout.content import Handout
from atlas.export.handout.page import html_of

TYPES = (10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7)
"""Sizes of type in points, from the largest."""
FEWEST, LINES = 3, (10, 8, 6, 4)
"""Lines for notes by hand that each page has, and how many more are tried where there is room."""


class NoPrinter(RuntimeError):
    """WeasyPrint, or a library that it needs from the system, is not there."""


def _weasyprint():
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        raise NoPrinter(
            "handouts are printed by WeasyPrint, which needs the library Pango "
            f"(Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0; macOS: brew install pango): {error}"
        ) from error
    return weasyprint


def pdf_of(atlas: Atlas, handout: Handout, voice: str, paper: str, language: str = "en") -> bytes:
    """The PDF (PDF/UA-1). Raises NoPrinter, and ValueError for an unknown paper or what no page can hold."""
    weasyprint = _weasyprint()

    @cache
    def drawn(type_: float, lines: int):
        page = html_of(atlas, handout, voice, paper, type_, lines, language)
        made = weasyprint.HTML(string=page).render(pdf_variant="pdf/ua-1")
        return made if len(made.pages) == 1 else None

    # what fits in some size fits in every smaller one, and drawing is slow: so the search halves what is left
    at = bisect_left(TYPES, True, key=lambda type_: bool(drawn(type_, FEWEST)))
    if at == len(TYPES):
        raise ValueError(f"'{handout.title}' holds more than one page can")
    room = bisect_left(LINES, True, key=lambda lines: bool(drawn(TYPES[at], lines)))
    return drawn(TYPES[at], (*LINES, FEWEST)[room]).write_pdf(pdf_variant="pdf/ua-1")
