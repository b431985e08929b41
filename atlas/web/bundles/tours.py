"""The tours: the texts, questions, choices and figures of each step."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.dataset.claim_text import claim_key
from atlas.dataset.dataset import Dataset
from atlas.dataset.tables.tours import TourChoice, TourStep
from atlas.dataset.tour_order import choices_of, is_tapped, steps_of, tours
from atlas.reasoning.quiz.questions import questions
from atlas.reasoning.quiz.questions_about import questions_about
from atlas.web.bundles.display_state import display_state

_TEXTS = ("title", "text", "plain", "ask", "notes", "mode")
MOST_QUESTIONS = 10
"""The quiz that follows a tour has at most this many."""


def build_tours(atlas: Atlas) -> dict:
    """`tours`: id → name, description and steps: texts, what is shown, and `claim`, the key that opens its sources.


    `quiz`: ids of the questions that concern what the tour shows. `answers` of a step, for a class: `id` of the
    question; `choices`, each [id, name], empty when the body is tapped; `right`, ids of choices or of skin. None
    without a question, or if it has no choices.
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
                    | {"answers": _answers(atlas, step)}
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


QUESTION = "tour"
"""The kind of questions of tours in a classroom."""


def question_ids(dataset: Dataset) -> set[str]:
    """The ids of all questions that a class can answer."""
    return {_question_id(step) for step in dataset.tour_steps.values() if choices_of(dataset, step)}


def choice_ids(dataset: Dataset) -> set[str]:
    """The ids of all choices; a tap on the body has the id of the skin."""
    return {_choice_id(choice) for choice in dataset.tour_choices.values()}


def _question_id(step: TourStep) -> str:
    return f"{QUESTION}.{step.tour}.{step.step}"


def _choice_id(choice: TourChoice) -> str:
    return f"{choice.tour}.{choice.step}.{choice.choice}"


def _answers(atlas: Atlas, step: TourStep) -> dict | None:
    choices = choices_of(atlas.dataset, step)
    if not choices:
        return None
    if is_tapped(choices):
        return {"id": _question_id(step), "choices": [], "right": list(choices[0].shows)}
    return {
        "id": _question_id(step),
        "choices": [[_choice_id(choice), choice.text or _name(atlas, choice.shows[0])] for choice in choices],
        "right": [_choice_id(choice) for choice in choices if choice.right == "yes"],
    }


def _name(atlas: Atlas, id_: str) -> str:
    return atlas.nodes[id_].name if id_ in atlas.nodes else atlas.dataset.conditions[id_].name
