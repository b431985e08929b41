"""The course of a result after an injury: stages from the first day on, each with what is expected and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from atlas.dataset.tables.nerve_studies import LAST_PREDICTED_DAY

Injury = Literal["axon-loss", "conduction-block", "demyelination"]
INJURIES: tuple[Injury, ...] = get_args(Injury)
AXON_LOSS, BLOCK, DEMYELINATION = INJURIES
Expected = Literal["normal", "reduced", "absent", "slowed", "abnormal", "uncertain"]
"""What a study is expected to show. Only needle EMG is `abnormal`, and it is never reduced, absent or slowed."""
EXPECTED: tuple[Expected, ...] = get_args(Expected)
USUAL_DAY = 21
"""Three weeks, when axons have degenerated and fibrillations have come to most muscles."""
GANGLION = "ganglion"
"""The reason of a sensory response that a lesion proximal to the ganglion leaves."""
LAST_DAY = LAST_PREDICTED_DAY


@dataclass(frozen=True)
class Stage:
    """What is expected from a day on. `why`: the key of a sentence, after `studies.why.`, and `values` what it names.

    Values are ids, numbers, or tuples of ids. `whole`: how many stimuli, distal first, still get a normal response.
    `rests_on`: ids of the rows of times or regions that the day comes from.
    """

    day: int
    expected: Expected
    why: str
    values: Mapping[str, Any] = field(default_factory=dict)
    whole: int = 0
    rests_on: tuple[str, ...] = ()


Course = tuple[Stage, ...]
"""Stages by ascending day; the first is of day 0."""


def stage_on(course: Course, day: int) -> Stage:
    """The stage that a day belongs to."""
    return [stage for stage in course if stage.day <= day][-1]


def injury_of(text: str) -> Injury:
    """An injury by its name. Raises ValueError for an unknown one.

    >>> injury_of("Axon loss")
    'axon-loss'
    """
    wanted = text.strip().casefold().replace(" ", "-").replace("_", "-")
    for injury in INJURIES:
        if wanted == injury:
            return injury
    raise ValueError(f"there is no injury '{text}'; it is {', '.join(INJURIES[:-1])} or {INJURIES[-1]}")


def day_of(day: int) -> int:
    """A day that is predicted. Raises ValueError for any other."""
    if isinstance(day, bool) or not isinstance(day, int) or not 0 <= day <= LAST_DAY:
        raise ValueError(f"{day!r} is not a day that is predicted; name a whole day from 0 to {LAST_DAY}")
    return day
