"""The course of a motor study: the response of a muscle to a stimulus of its nerve."""

from __future__ import annotations

from atlas.reasoning.nerve_studies.course import AXON_LOSS, BLOCK, Course, Injury, Stage
from atlas.reasoning.nerve_studies.response_stages import blocked, degenerating, proximal, recovering, returning, slowed
from atlas.reasoning.nerve_studies.tested_fibres import TestedFibres
from atlas.reasoning.nerve_studies.times import MOTOR, SPROUTING, Times


def motor_course(fibres: TestedFibres, injury: Injury, times: Times, regrown: int) -> Course:
    """The course of a motor response. `regrown`: the day on which regrown axons can reach the muscle."""
    if fibres.none:
        return (Stage(0, "normal", "elsewhere"),)
    if injury == AXON_LOSS:
        day = times.days[SPROUTING]
        sprouted = Stage(day, "uncertain", "sprouted", {"day": day}, rests_on=(SPROUTING,))
        later = returning(regrown, times) if fibres.all else [sprouted]
        return (*degenerating(fibres, times, MOTOR), *later)
    if not any(fibres.between):
        return (proximal(injury),)
    return recovering(blocked(fibres), times) if injury == BLOCK else (slowed(fibres),)
