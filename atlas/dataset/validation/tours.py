"""The steps of a tour are numbered without gaps, and each step shows what its mode needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import table_file
from atlas.dataset.problems import Problem
from atlas.dataset.tables.nerve_studies import LAST_PREDICTED_DAY
from atlas.dataset.tables.tours import TourStep
from atlas.dataset.validation import rule

ALL = "all"
"""In the column maps: every dermatome map."""
STUDIES = "studies"
_NEEDS: dict[str, tuple[Callable[[TourStep], bool], str]] = {
    "": (lambda step: bool(step.highlighted), "fill in select, lesion or pair, or set the mode to text"),
    "text": (lambda step: not step.highlighted, "leave select, lesion and pair empty"),
    "maps": (lambda step: bool(step.maps) and not (step.lesion or step.pair), "name two maps, or all"),
    "lesion": (lambda step: bool(step.lesion), "name the place of the lesion"),
    "apart": (lambda step: bool(step.pair), "name the two places"),
    "conditions": (lambda step: len(step.select) == 1, "name one condition in select"),
    STUDIES: (lambda step: bool(step.lesion), "name the place of the lesion"),
    "myotomes": (lambda step: not (step.lesion or step.pair), "leave lesion and pair empty"),
}
"""Mode → whether a step has what it needs, and how to fix it."""
_SINGLE = ("maps", "myotomes", "conditions")
"""The modes in which at most one thing is selected."""


@rule
def steps_are_numbered(dataset: Dataset) -> Iterator[Problem]:
    for id_ in dataset.tours:
        found = sorted(step.step for step in dataset.tour_steps.values() if step.tour == id_)
        if found != list(range(1, len(found) + 1)) or not found:
            numbers = ", ".join(map(str, found))
            wrong = f"its steps are numbered {numbers}" if found else "the tour has no steps"
            right = f"number its rows in {table_file('tour_steps')} from 1, without gaps"
            yield dataset.records["tours"][id_].problem("id", wrong, right)


@rule
def a_step_has_what_its_mode_needs(dataset: Dataset) -> Iterator[Problem]:
    for key, step in dataset.tour_steps.items():
        record, (is_complete, right) = dataset.records["tour_steps"][key], _NEEDS[step.mode]
        if not is_complete(step):
            yield record.problem("mode", f"the step does not have what the mode '{step.mode}' needs", right)
        if step.mode in _SINGLE and len(step.select) > 1:
            yield record.problem("select", "several things are selected", f"select at most one in the mode {step.mode}")
        if step.mode == "conditions" and any(id_ not in dataset.conditions for id_ in step.select):
            right = f"name a row of {table_file('conditions')}"
            yield record.problem("select", f"'{step.select[0]}' is not a condition", right)
        if (step.study or step.days is not None) and step.mode != STUDIES:
            wrong, right = "the columns study and days belong to the mode studies", "leave them empty"
            yield record.problem("study" if step.study else "days", wrong, right)
        if step.days is not None and step.days > LAST_PREDICTED_DAY:
            yield record.problem(
                "days", f"day {step.days} is not predicted", f"name a day from 0 to {LAST_PREDICTED_DAY}"
            )
        if bool(step.maps) != (step.mode == "maps"):
            yield record.problem("maps", "the column maps belongs to the mode maps", "fill in both or neither")
        if step.maps and step.maps != (ALL,) and len({*step.maps} & {*dataset.dermatome_maps}) != 2:
            yield record.problem("maps", "these are not two dermatome maps", f"name two, or '{ALL}'")
