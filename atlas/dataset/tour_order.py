"""The tours, their steps and the choices of a question, in the order in which they are shown."""

from __future__ import annotations

from atlas.dataset.dataset import Dataset
from atlas.dataset.tables.tours import Tour, TourChoice, TourStep


def tours(dataset: Dataset) -> list[Tour]:
    """All tours in order."""
    return sorted(dataset.tours.values(), key=lambda tour: tour.order)


def steps_of(dataset: Dataset, tour: str) -> list[TourStep]:
    """The steps of a tour in order."""
    return sorted((step for step in dataset.tour_steps.values() if step.tour == tour), key=lambda row: row.step)


def choices_of(dataset: Dataset, step: TourStep) -> list[TourChoice]:
    """What a class may answer to the question of a step, in order; nothing if it is only talked about."""
    return [row for row in dataset.tour_choices.values() if (row.tour, row.step) == (step.tour, step.step)]


def is_tapped(choices: list[TourChoice]) -> bool:
    """Whether a question with these choices is answered by a tap on the body: it names only the skin that is right."""
    return len(choices) == 1 and not choices[0].text
