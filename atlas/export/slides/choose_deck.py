"""The deck that a name means: a tour, or anything of the atlas."""

from __future__ import annotations

from difflib import get_close_matches

from atlas.api import Atlas
from atlas.dataset.sides import RIGHT, check_side
from atlas.dataset.tables.tours import Tour
from atlas.dataset.tour_order import tours
from atlas.export.handout.content import VOICES
from atlas.export.slides.slide import SlideDeck
from atlas.export.slides.topic_slides import topic_deck
from atlas.export.slides.tour_slides import tour_deck
from atlas.search.names import UnknownName

_NEAR = 0.55
"""How alike a name and that of a tour are, from 0 to 1, for the tour to be suggested."""


class UnknownTopic(ValueError):
    """Neither a tour nor anything of the atlas has the name; the text says what is near."""


def _tour_names(atlas: Atlas) -> dict[str, Tour]:
    found = tours(atlas.dataset)
    return {name.casefold(): tour for tour in found for name in (tour.id, tour.name)}


def deck_named(atlas: Atlas, name: str, voice: str = VOICES[1], side: str = RIGHT) -> SlideDeck:
    """The deck of a tour by its id or name, or about anything by any of its names.

    Raises:
        UnknownTopic: nothing has the name.
        ValueError: the name means several things, or the voice or side is unknown.
    """
    if voice not in VOICES:
        raise ValueError(f"there is no voice '{voice}'; the voices are {', '.join(VOICES)}")
    check_side(side)
    named = _tour_names(atlas)
    if tour := named.get(name.strip().casefold()):
        return tour_deck(atlas, tour, voice, side)
    try:
        id_ = atlas.resolve(name)
    except UnknownName as error:
        near = get_close_matches(name.casefold(), named, cutoff=_NEAR)
        suggested = dict.fromkeys([*(named[one].id for one in near), *error.nearest])
        nearest = f"; the nearest names are {', '.join(suggested)}" if suggested else ""
        all_tours = ", ".join(tour.id for tour in tours(atlas.dataset))
        listed = f"; the tours are {all_tours}" if all_tours and not suggested else ""
        raise UnknownTopic(f"there is no tour or thing called '{name}'{nearest}{listed}") from None
    return topic_deck(atlas, id_, voice, side)
