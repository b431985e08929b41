"""The slides of the tours, which the server makes when they are asked for.

Drawing the figures of a deck takes many seconds of one processor core, and a deck takes several megabytes. So one deck
is drawn at a time, a few stay in memory, and who comes meanwhile is asked to try again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from threading import Lock

from flask import Flask, Response, abort, request

from atlas.api import Atlas
from atlas.export.extras import MissingExtra
from atlas.export.slides.deck_file import MIME, pptx_of
from atlas.export.slides.slide import SlideDeck
from atlas.export.slides.tour_slides import tour_deck
from atlas.web.served_file import REVALIDATE, ServedFile
from atlas.web.waiting import WaitingPlaces

FOLDER = "slides"
MOST_DECKS = 3
"""How many decks stay in memory."""
RETRY_AFTER = 3
"""Seconds after which a browser asks again."""
_NEEDED = ("pptx", "resvg_py", "segno")


class TourSlides:
    """The decks of the tours. `atlas_of`: language → atlas. `waiting`: the places of those who wait for it."""

    def __init__(self, atlas_of: Callable[[str], Atlas], waiting: WaitingPlaces):
        self._atlas_of, self._waiting = atlas_of, waiting
        self._drawing = Lock()
        self._drawn = lru_cache(MOST_DECKS)(self._draw)

    def _draw(self, language: str, tour: str) -> SlideDeck:
        atlas = self._atlas_of(language)
        deck = tour_deck(atlas, atlas.dataset.tours[tour])
        for slide in deck.slides:
            for picture in slide.pictures:
                picture.png  # noqa: B018  # drawn now, while no other deck is
        return deck

    def respond(self, language: str, tour: str) -> Response:
        """The deck, with links to the address at which it was asked for; 503 while another one is made."""
        with self._waiting.place(language):
            tours = self._atlas_of(language).dataset.tours
        if tour not in tours:
            abort(404)
        if not self._drawing.acquire(blocking=False):
            busy = Response("another deck is being made\n", status=503, mimetype="text/plain")
            busy.headers["Retry-After"] = str(RETRY_AFTER)
            return busy
        try:
            content = pptx_of(self._drawn(language, tour), request.url_root)
        finally:
            self._drawing.release()
        return ServedFile(content, MIME, REVALIDATE, f"nerve-atlas-{tour}-{language}.pptx").response()


def serve_slides(
    server: Flask, languages: tuple[str, ...], atlas_of: Callable[[str], Atlas], waiting: WaitingPlaces
) -> dict[str, str]:
    """Serve the slides of each tour at `/slides/<language>/<tour>.pptx`; returns language → path of their folder.

    Without the extra `slides`, the paths answer 501 with the command that installs it, and nothing is returned, so that
    the page does not offer them.
    """
    can_make = all(find_spec(package) for package in _NEEDED)
    slides = TourSlides(atlas_of, waiting)

    def respond(language: str, tour: str) -> Response:
        if language not in languages:
            abort(404)
        if not can_make:
            text = f"{MissingExtra('A slide deck', 'python-pptx', 'slides')}\n"
            return Response(text, status=501, mimetype="text/plain")
        return slides.respond(language, tour)

    server.add_url_rule(f"/{FOLDER}/<language>/<tour>.pptx", endpoint=FOLDER, view_func=respond)
    return {language: f"/{FOLDER}/{language}/" for language in languages} if can_make else {}
