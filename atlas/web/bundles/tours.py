"""The tours: the texts, questions and figures of each step."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.claim_text import claim_key
from atlas.dataset.tour_order import steps_of, tours
from atlas.reasoning.quiz.questions import questions
from atlas.reasoning.quiz.questions_about import questions_about
from atlas.web.bundles.display_state import display_state

_TEXTS = ("title", "text", "plain", "ask", "notes", "mode")
MOST_QUESTIONS = 10
"""The quiz that follows a tour has at most this many."""


def build_tours(atlas: Atlas) -> dict:
    """`tours`: id → name, description and steps: texts, what is shown, and `claim`, the key that opens its sources.

    `quiz`: ids of the questions that concern what the tour shows.
    """
    bank = questions(atlas.nerve_graph, atlas.lesions)
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
                "quiz": [
                    question.id
                    for question in questions_about(atlas.dataset, bank, _shown(atlas, tour.id), MOST_QUESTIONS)
                ],
            }
            for tour in tours(atlas.dataset)
        }
    }


def _shown(atlas: Atlas, tour: str) -> list[str]:
    """The ids of everything that the steps of a tour highlight."""
    return [id_ for step in steps_of(atlas.dataset, tour) for id_ in step.highlighted]
