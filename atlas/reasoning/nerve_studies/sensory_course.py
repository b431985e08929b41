"""The course of a sensory or mixed study: the response of the nerve itself."""

from __future__ import annotations

from atlas.reasoning.nerve_studies.course import AXON_LOSS, BLOCK, GANGLION, Course, Injury, Stage
from atlas.reasoning.nerve_studies.response_stages import blocked, degenerating, proximal, recovering, returning, slowed
from atlas.reasoning.nerve_studies.tested_fibres import TestedFibres
from atlas.reasoning.nerve_studies.times import SENSORY, Times


def sensory_course(fibres: TestedFibres, injury: Injury, times: Times, regrown: int) -> Course:
    """The course of a sensory response. Proximal to the ganglion, no injury changes it.

    `regrown`: the day on which regrown axons can reach the distal electrode.
    """
    if fibres.none:
        if fibres.central and injury == AXON_LOSS:
            return (Stage(0, "normal", GANGLION, {"roots": fibres.central}),)
        if fibres.central:
            return (proximal(injury),)
        return (Stage(0, "normal", "beyond" if fibres.beyond else "elsewhere"),)
    if injury == AXON_LOSS:
        later = returning(regrown, times) if fibres.all else []
        return (*degenerating(fibres, times, SENSORY), *later)
    if not any(fibres.between):
        return (proximal(injury),)
    return recovering(blocked(fibres), times) if injury == BLOCK else (slowed(fibres),)
