"""A handout as a tagged PDF of one page: with the largest figures and type that fit, and the rest for notes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import replace
from functools import cache
from io import StringIO
from math import floor
from types import ModuleType
from typing import Any

from atlas.api import Atlas
from atlas.export.extras import import_optional
from atlas.export.flat_pictures import print_svg
from atlas.export.handout.content import Handout
from atlas.export.handout.page import BOTTOM, NOTES, NOTES_LINE, SIZES, html_of

LAYOUTS = (
    *((10.5, 185), (10, 180), (9.5, 175), (9, 168), (9, 160), (8.5, 152), (8.5, 145)),
    *((8, 138), (8, 130), (7.5, 122), (7.5, 112), (7, 105), (7, 90), (7, 72), (7, 56)),
)
"""Type in points and the height of the figures in millimetres, from the largest. Figures shrink before small type."""
_LIKELY_LAYOUT, _STEP = 8, 10.0
"""The layout that is tried first, and about how many millimetres a page gets shorter from one layout to the next."""
FEWEST_LINES, MORE_LINES = 3, (10, 8, 6, 4)
"""Lines for handwritten notes: the minimum, and the numbers that are preferred, from the most."""
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


def _room(document: Any, paper: str) -> float:
    """Millimetres that are left below the notes on the first page; negative when they end on a later one."""
    tall, pixel = SIZES[paper][1] - BOTTOM, 25.4 / 96
    ends = [page.anchors[NOTES][-1] * pixel for page in document.pages if NOTES in page.anchors]
    later = len(document.pages) - 1
    return tall - ends[-1] if not later else (1 - later) * tall - ends[-1]


def first_that_fits(room: Callable[[int], float], count: int, likely: int, step: float) -> int:
    """The smallest of `count` numbers whose room is not negative, or `count`; room must grow with the number.

    Rendering is slow, so each next number is guessed from the room of the last one. `step`: how much the room grows
    from one number to the next, roughly; it changes only how many numbers are tried.

    >>> first_that_fits([-9.0, -4.0, 1.0, 5.0].__getitem__, 4, likely=3, step=5.0)
    2
    """
    low, high, at = 0, count, min(likely, count - 1)
    while low < high:
        left = room(at)
        low, high = (low, at) if left >= 0 else (at + 1, high)
        at = min(max(at - floor(left / step), low), high - 1)
    return low


def pdf_of(atlas: Atlas, handout: Handout, voice: str, paper: str, language: str = "en") -> bytes:
    """The PDF (PDF/UA-1).

    Raises MissingExtra without WeasyPrint, NoPrinter without Pango, and ValueError for an unknown paper or for content
    that does not fit on a page.
    """
    weasyprint = weasyprint_module()
    pictures = [replace(picture, svg=print_svg(picture.svg)) for picture in handout.pictures]
    printed = replace(handout, pictures=pictures)
    images: dict[str, Any] = {}

    @cache
    def rendered(layout_at: int, lines: int) -> Any:
        type_size, tall = LAYOUTS[layout_at]
        html = html_of(atlas, printed, voice, paper, type_size, lines, language, tall)
        return weasyprint.HTML(string=html).render(pdf_variant=_VARIANT, cache=images)

    def room(layout_at: int) -> float:
        return _room(rendered(layout_at, FEWEST_LINES), paper)

    layout_at = first_that_fits(room, len(LAYOUTS), _LIKELY_LAYOUT, _STEP)
    if layout_at == len(LAYOUTS):
        raise ValueError(f"'{handout.title}' does not fit on one page")
    more = room(layout_at) / NOTES_LINE
    lines = next((lines for lines in MORE_LINES if lines - FEWEST_LINES <= more), FEWEST_LINES)
    return rendered(layout_at, lines).write_pdf(pdf_variant=_VARIANT)
