"""The choices of a tour's question belong to a step that asks, and a class can answer with them."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.tables.tours import TourChoice
from atlas.dataset.tour_order import choices_of, is_tapped
from atlas.dataset.validation import rule

MOST = 5


@rule
def choices_belong_to_a_question(dataset: Dataset) -> Iterator[Problem]:
    for key, choice in dataset.tour_choices.items():
        step = dataset.tour_steps.get((choice.tour, str(choice.step)))
        if not step or not step.ask:
            wrong, right = f"step {choice.step} of {choice.tour} asks nothing", "name a step with a text in ask"
            yield dataset.records["tour_choices"][key].problem("step", wrong, right)


@rule
def a_question_can_be_answered(dataset: Dataset) -> Iterator[Problem]:
    for step in dataset.tour_steps.values():
        choices = choices_of(dataset, step)
        if not choices:
            continue
        record = dataset.records["tour_choices"][choices[0].key]
        if [choice.right for choice in choices].count("yes") != 1:
            yield record.problem("right", "not exactly one choice of the question is right", "mark one with yes")
        if len(choices) > MOST:
            yield record.problem("choice", f"the question has {len(choices)} choices", f"give at most {MOST}")
        if is_tapped(choices) and not all(id_ in dataset.territories for id_ in choices[0].shows):
            right = "name only patches of skin, or add wrong choices"
            yield record.problem("shows", "the body is tapped for what is no skin", right)


@rule
def a_choice_has_one_name(dataset: Dataset) -> Iterator[Problem]:
    for step in dataset.tour_steps.values():
        choices = choices_of(dataset, step)
        if not is_tapped(choices):
            yield from (_unnamed(dataset, choice) for choice in choices if not _is_named(choice))


def _is_named(choice: TourChoice) -> bool:
    return bool(choice.text) != (len(choice.shows) == 1) and len(choice.shows) < 2


def _unnamed(dataset: Dataset, choice: TourChoice) -> Problem:
    right = "write a text, or name one thing in shows"
    return dataset.records["tour_choices"][choice.key].problem("text", "the choice has no name, or two", right)
