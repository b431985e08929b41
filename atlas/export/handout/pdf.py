"""A handout as a tagged PDF of one page: with the largest figures and type that fit, and the rest for notes."""

from __future__ import annotations

from bisect import bisect_left
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from types import ModuleType
from typing import Any

from atlas.api import Atlas
from atlas.export.extras import import_optional
from atlas.export.handout.content import Handout
from atlas.export.handout.page import html_of

LAYOUTS = (
    *((10.5, 185), (10, 180), (9.5, 175), (9, 168), (9, 160), (8.5, 152), (8.5, 145)),
    *((8, 138), (8, 130), (7.5, 122), (7.5, 112), (7, 105), (7, 90), (7, 72), (7, 56)),
)
"""Type in points and the height of the figures in millimetres, from the largest. Figures shrink before small type."""
FEWEST_LINES, MORE_LINES = 3, (10, 8, 6, 4)
"""Lines for handwritten notes: the minimum, and the numbers that are tried first, from the most."""
_VARIANT = "pdf/ua-1"


class NoPrinter(RuntimeError):
    """WeasyPrint is installed, but the system lacks a library that it needs."""


def weasyprint_module() -> ModuleType:
    """WeasyPrint. Raises MissingExtra if it is not installed, NoPrinter without Pango."""
    try:
        with redirect_stdout(StringIO()):  # it prints several lines of its own about what is missing
            return import_optional("weasyprint", "A handout", "handout")
    except OSError as error:
        missing = " ".join(str(error).split()).partition(":")[0]
        raise NoPrinter(
            f"WeasyPrint, which prints handouts, needs the library Pango ({missing}); "
            "Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0; macOS: brew install pango"
        ) from error


def check_printer() -> None:
    """Raises what `pdf_of` raises when nothing can be printed here."""
    weasyprint_module()


def pdf_of(atlas: Atlas, handout: Handout, voice: str, paper: str, language: str = "en") -> bytes:
    """The PDF (PDF/UA-1).

    Raises MissingExtra without WeasyPrint, NoPrinter without Pango, and ValueError for an unknown paper or for content
    that does not fit on a page.
    """
    weasyprint = weasyprint_module()

    images: dict[str, Any] = {}

    @cache
    def rendered(type_size: float, tall: float, lines: int) -> Any:
        """The page, or None when it needs more than one."""
        html = html_of(atlas, handout, voice, paper, type_size, lines, language, tall)
        document = weasyprint.HTML(string=html).render(pdf_variant=_VARIANT, cache=images)
        return document if len(document.pages) == 1 else None

    # what fits in one layout fits in every smaller one, and rendering is slow: so this is a binary search
    layout_at = bisect_left(LAYOUTS, True, key=lambda layout: bool(rendered(*layout, FEWEST_LINES)))
    if layout_at == len(LAYOUTS):
        raise ValueError(f"'{handout.title}' does not fit on one page")
    layout = LAYOUTS[layout_at]
    lines_at = bisect_left(MORE_LINES, True, key=lambda lines: bool(rendered(*layout, lines)))
    return rendered(*layout, (*MORE_LINES, FEWEST_LINES)[lines_at]).write_pdf(pdf_variant=_VARIANT)
