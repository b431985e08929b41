"""The course of a motor study: the response of a muscle to a stimulus of its nerve."""

from __future__ import annotations

from atlas.reasoning.nerve_studies.course import AXON_LOSS, BLOCK, LAST_DAY, Course, Expected, Injury, Stage
from atlas.reasoning.nerve_studies.tested_fibres import TestedFibres
from atlas.reasoning.nerve_studies.times import Times


def motor_course(fibres: TestedFibres, injury: Injury, times: Times, regrown: int) -> Course:
    """The course of a motor response. `regrown`: the day on which regrown axons can reach the muscle."""
    if fibres.none:
        return (Stage(0, "normal", "elsewhere"),)
    if injury == AXON_LOSS:
        return _after_axon_loss(fibres, times, regrown)
    if not any(fibres.between):
        return (Stage(0, "normal", "block_proximal" if injury == BLOCK else "slowing_proximal"),)
    if injury == BLOCK:
        return recovering(blocked(fibres), times)
    return (slowed(fibres),)


def blocked(fibres: TestedFibres) -> Stage:
    """The stage of the first days if nothing passes the lesion, which lies between a stimulus and the recording."""
    if not all(fibres.between):
        expected: Expected = "reduced" if fibres.much else "uncertain"
        why = "above_nothing" if fibres.all else "above_only" if fibres.much else "above_some"
        return Stage(0, expected, why, whole=fibres.between.index(True))
    if fibres.all:
        return Stage(0, "absent", "nothing_passes")
    return Stage(0, "reduced" if fibres.much else "uncertain", "part_passes" if fibres.much else "few_blocked")


def recovering(first: Stage, times: Times) -> Course:
    """The course of a response that a conduction block changes: the block passes, unless its cause stays."""
    days: dict[str, str | int | tuple[str, ...]] = {"from": times.block_recovers, "to": times.block_recovered}
    return (
        first,
        Stage(times.block_recovers, "uncertain", "block_recovers", days),
        Stage(times.block_recovered, "normal", "block_recovered", days),
    )


def slowed(fibres: TestedFibres) -> Stage:
    """The stage if the sheaths are damaged between a stimulus and the recording."""
    whole = fibres.between.index(True)
    return (
        Stage(0, "slowed", "slowed", whole=whole) if fibres.much else Stage(0, "uncertain", "slowed_some", whole=whole)
    )


def _after_axon_loss(fibres: TestedFibres, times: Times, regrown: int) -> Course:
    days: dict[str, str | int | tuple[str, ...]] = {"from": times.motor_falls, "to": times.motor_gone}
    first = blocked(fibres) if any(fibres.between) else Stage(0, "normal", "still_conducts", days)
    falling: Expected = "absent" if first.expected == "absent" else "reduced" if fibres.much else "uncertain"
    stages = [first, Stage(times.motor_falls, falling, "falling", days), after_degeneration(fibres, times.motor_gone)]
    if fibres.all:
        stages += returning(regrown, times)
    elif not fibres.all:
        stages.append(Stage(times.sprouting, "uncertain", "sprouted", {"day": times.sprouting}))
    return tuple(stages)


def returning(regrown: int, times: Times) -> list[Stage]:
    """The stage from the day on which regrown axons can be back; none if that lies after what is predicted.

    Regrowth starts late and a first twig does not make a response, so no day is earlier than the first on which sources
    see reinnervation.
    """
    day = max(regrown, times.fades)
    return [Stage(day, "uncertain", "regrown", {"day": day})] if day <= LAST_DAY else []


def after_degeneration(fibres: TestedFibres, day: int) -> Stage:
    """The stage from the day on which the fibres beyond the lesion have died."""
    if fibres.all:
        return Stage(day, "absent", "all_died")
    return Stage(day, "reduced", "much_died") if fibres.much else Stage(day, "uncertain", "some_died")
