"""The course of the H reflex and of the F wave, which run from the muscle's nerve to the cord and back.

They cross every lesion on the way at once, so they can change on the first day, when the nerve beyond still conducts.
"""

from __future__ import annotations

from atlas.reasoning.nerve_studies.course import BLOCK, DEMYELINATION, Course, Injury, Stage
from atlas.reasoning.nerve_studies.response_stages import recovering, returning
from atlas.reasoning.nerve_studies.tested_fibres import TestedFibres
from atlas.reasoning.nerve_studies.times import Times


def h_reflex_course(fibres: TestedFibres, injury: Injury, roots: tuple[str, ...], times: Times) -> Course:
    """The course of an H reflex, from the fibres of the roots that carry it."""
    values = {"roots": roots}
    if fibres.none:
        return (Stage(0, "normal", "loop_elsewhere", values),)
    if not fibres.much:
        return (Stage(0, "uncertain", "loop_some", values),)
    if injury == DEMYELINATION:
        return (Stage(0, "slowed", "loop_slowed", values),)
    cut = Stage(0, "absent", "loop_cut", values) if fibres.all else Stage(0, "reduced", "loop_part", values)
    return recovering(cut, times) if injury == BLOCK else (cut,)


def f_wave_course(fibres: TestedFibres, injury: Injury, roots: tuple[str, ...], times: Times, regrown: int) -> Course:
    """The course of an F wave, from all motor fibres of the muscle. The other roots hide the loss of one.

    `regrown`: the day on which regrown axons can reach the muscle.
    """
    values = {"roots": roots}
    if fibres.none:
        return (Stage(0, "normal", "loop_elsewhere", values),)
    if not fibres.all:
        return (Stage(0, "uncertain", "f_other_fibres", values),)
    if injury == DEMYELINATION:
        return (Stage(0, "slowed", "loop_slowed", values),)
    cut = Stage(0, "absent", "loop_cut", values)
    return recovering(cut, times) if injury == BLOCK else (cut, *returning(regrown, times))
