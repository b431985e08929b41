"""The tours: the texts, questions and figures of each step."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.claim_text import claim_key
from atlas.dataset.tables.tours import Tour, TourStep
from atlas.web.bundles.display_state import display_state

_TEXTS = ("title", "text", "plain", "ask", "notes", "mode")


def steps_of(atlas: Atlas, tour: str) -> list[TourStep]:
    """The steps of a tour in order."""
    return sorted((step for step in atlas.dataset.tour_steps.values() if step.tour == tour), key=lambda row: row.step)


def tours(atlas: Atlas) -> list[Tour]:
    """All tours in order."""
    return sorted(atlas.dataset.tours.values(), key=lambda tour: tour.order)


def build_tours(atlas: Atlas) -> dict:
    """`tours`: id → name, description and steps: texts, what is shown, and `claim`, the key that opens its sources."""
    return {
        "tours": {
            tour.id: {
                "name": tour.name,
                "describe": tour.describe,
                "steps": [
                    {key: getattr(step, key) for key in _TEXTS}
                    | {"ask_shows": list(step.ask_shows), "maps": ",".join(step.maps), "claim": claim_key(step)}
                    | {"study": step.study, "days": "" if step.days is None else str(step.days)}
                    | display_state(atlas, step)
                    for step in steps_of(atlas, tour.id)
                ],
            }
            for tour in tours(atlas)
        }
    }
