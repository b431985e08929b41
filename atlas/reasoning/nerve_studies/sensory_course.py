"""The course of a sensory or mixed study: the response of the nerve itself."""

from __future__ import annotations

from atlas.reasoning.nerve_studies.course import AXON_LOSS, BLOCK, Course, Expected, Injury, Stage
from atlas.reasoning.nerve_studies.motor_course import after_degeneration, blocked, recovering, returning, slowed
from atlas.reasoning.nerve_studies.tested_fibres import TestedFibres
from atlas.reasoning.nerve_studies.times import Times


def sensory_course(fibres: TestedFibres, injury: Injury, times: Times, regrown: int) -> Course:
    """The course of a sensory response. Proximal to the ganglion, no injury changes it.

    `regrown`: the day on which regrown axons can reach the distal electrode.
    """
    if fibres.none:
        if fibres.central and injury == AXON_LOSS:
            return (Stage(0, "normal", "ganglion", {"roots": fibres.central}),)
        if fibres.central:
            return (Stage(0, "normal", "block_proximal" if injury == BLOCK else "slowing_proximal"),)
        return (Stage(0, "normal", "beyond" if fibres.beyond else "elsewhere"),)
    within = any(fibres.between)
    if injury != AXON_LOSS:
        if not within:
            return (Stage(0, "normal", "block_proximal" if injury == BLOCK else "slowing_proximal"),)
        if injury == BLOCK:
            return recovering(blocked(fibres), times)
        return (slowed(fibres),)
    days: dict[str, str | int | tuple[str, ...]] = {"from": times.sensory_falls, "to": times.sensory_gone}
    first = blocked(fibres) if within else Stage(0, "normal", "still_conducts", days)
    falling: Expected = "absent" if first.expected == "absent" else "reduced" if fibres.much else "uncertain"
    last = after_degeneration(fibres, times.sensory_gone)
    later = returning(regrown, times) if fibres.all else []
    return (first, Stage(times.sensory_falls, falling, "falling", days), last, *later)
