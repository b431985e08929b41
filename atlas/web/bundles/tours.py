"""The tours: the texts, questions and figures of each step."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.claim_text import claim_key
from atlas.dataset.tour_order import steps_of, tours
from atlas.web.bundles.display_state import display_state

_TEXTS = ("title", "text", "plain", "ask", "notes", "mode")


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
                    for step in steps_of(atlas.dataset, tour.id)
                ],
            }
            for tour in tours(atlas.dataset)
        }
    }
