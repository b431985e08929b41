"""The slides of a tour: one for each step."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.sides import RIGHT
from atlas.dataset.tables.tours import Tour, TourStep
from atlas.dataset.tour_order import steps_of
from atlas.export.handout.content import VOICES, reader_settings, state_address
from atlas.export.slides.pictures import pictures_of_state
from atlas.export.slides.slide import Slide, SlideDeck, deck_of, language_folder, named_sources
from atlas.export.slides.text_fit import Block


def _slide(atlas: Atlas, tour: Tour, step: TourStep, count: int, voice: str, side: str) -> Slide:
    words, is_plain = atlas.strings, voice == VOICES[0]
    short, full = named_sources(atlas, [step])
    place = words["tours.place"].format(n=step.step, all=count)
    ask = [words["notes.asks"].format(ask=step.ask)] if step.ask else []
    state = {"mode": "tours", "tour": tour.id, "step": str(step.step)}
    return Slide(
        title=step.title,
        place=f"{tour.name} · {place}",
        blocks=(Block(text=step.plain if is_plain else step.text),),
        pictures=tuple(pictures_of_state(atlas, step, side)),
        address=state_address(language_folder(atlas), **state, **reader_settings(side, is_plain)),
        notes=(*ask, step.notes or words["notes.empty"]),
        short=short,
        full=full,
    )


def tour_deck(atlas: Atlas, tour: Tour, voice: str = VOICES[1], side: str = RIGHT) -> SlideDeck:
    """A tour as a deck, in one voice and on one side of the body.

    Raises ValueError for an unknown side.
    """
    steps = steps_of(atlas.dataset, tour.id)
    return deck_of(atlas, tour.name, [_slide(atlas, tour, step, len(steps), voice, side) for step in steps])
