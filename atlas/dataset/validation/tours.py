"""A tour has steps from the first to the last without a gap, and each step what its mode of showing needs."""

from __future__ import annotations

from collections.abc import Callable

from atlas.dataset.tables.tours import TourStep
from atlas.dataset.validation import rule

ALL = "all"
"""In the column maps: every dermatome map."""
_NEEDS: dict[str, tuple[Callable[[TourStep], bool], str]] = {
    "": (lambda step: bool(step.lit), "say what it lights, or declare it as text in the column mode"),
    "text": (lambda step: not step.lit, "leave select, lesion and pair empty"),
    "maps": (lambda step: bool(step.maps) and not (step.lesion or step.pair), "name two maps, or all"),
    "lesion": (lambda step: bool(step.lesion), "name the place of the lesion"),
    "apart": (lambda step: bool(step.pair), "name the two places"),
    "conditions": (lambda step: len(step.select) == 1, "name one condition in select"),
    "myotomes": (lambda step: not (step.lesion or step.pair), "leave lesion and pair empty"),
}
"""Mode → whether a step has what it needs, and what would be right."""
_ONE = ("maps", "myotomes", "conditions")
"""The modes in which one thing at most is chosen."""


@rule
def steps_are_counted_through(dataset):
    for id_ in dataset["tours"]:
        found = sorted(step.step for step in dataset["tour_steps"].values() if step.tour == id_)
        if found != list(range(1, len(found) + 1)) or not found:
            record = dataset.records["tours"][id_]
            yield record.problem(
                "id", f"it has the steps {found}", "number its rows in teaching/tour_steps.csv from 1 on"
            )


@rule
def a_step_has_what_it_is_shown_with(dataset):
    for key, step in dataset["tour_steps"].items():
        record, (has, right) = dataset.records["tour_steps"][key], _NEEDS[step.mode]
        if not has(step):
            yield record.problem("mode", f"the mode '{step.mode}' does not fit what it shows", right)
        if step.mode in _ONE and len(step.select) > 1:
            yield record.problem("select", "several things are chosen", f"in {step.mode} only one can be")
        if step.mode == "conditions" and any(one not in dataset["conditions"] for one in step.select):
            yield record.problem(
                "select", f"'{step.select[0]}' is not a condition", "name a row of clinical/conditions.csv"
            )
        if bool(step.maps) != (step.mode == "maps"):
            yield record.problem("maps", "maps and their mode belong together", "fill in both or neither")
        if step.maps and step.maps != (ALL,) and len({*step.maps} & {*dataset["dermatome_maps"]}) != 2:
            yield record.problem("maps", "these are not two dermatome maps", f"name two, or '{ALL}'")
