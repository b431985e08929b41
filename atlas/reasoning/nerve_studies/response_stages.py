"""The stages that motor and sensory responses and late responses share."""

from __future__ import annotations

from atlas.reasoning.nerve_studies.course import BLOCK, LAST_DAY, Course, Expected, Injury, Stage
from atlas.reasoning.nerve_studies.tested_fibres import TestedFibres
from atlas.reasoning.nerve_studies.times import Times


def proximal(injury: Injury) -> Stage:
    """The stage if a block or demyelination lies proximal to every stimulus."""
    return Stage(0, "normal", "block_proximal" if injury == BLOCK else "slowing_proximal")


def blocked(fibres: TestedFibres) -> Stage:
    """The stage of the first days if nothing passes the lesion, which lies between a stimulus and the recording."""
    if not all(fibres.between):
        expected: Expected = "reduced" if fibres.much else "uncertain"
        why = "above_nothing" if fibres.all else "above_only" if fibres.much else "above_some"
        return Stage(0, expected, why, whole=fibres.between.index(True))
    if fibres.all:
        return Stage(0, "absent", "nothing_passes")
    return Stage(0, "reduced", "part_passes") if fibres.much else Stage(0, "uncertain", "few_blocked")


def recovering(first: Stage, times: Times) -> Course:
    """The course of a response that a conduction block changes: the block passes, unless its cause persists."""
    days = {"from": times.block_recovers, "to": times.block_recovered}
    return (
        first,
        Stage(times.block_recovers, "uncertain", "block_recovers", days),
        Stage(times.block_recovered, "normal", "block_recovered", days),
    )


def slowed(fibres: TestedFibres) -> Stage:
    """The stage if the demyelination lies between a stimulus and the recording."""
    expected: Expected = "slowed" if fibres.much else "uncertain"
    why = "slowed" if fibres.much else "slowed_some"
    return Stage(0, expected, why, whole=fibres.between.index(True))


def degenerating(fibres: TestedFibres, falls: int, gone: int) -> list[Stage]:
    """The stages while the axons distal to a lesion degenerate, from the day it `falls` to the day it is `gone`."""
    days = {"from": falls, "to": gone}
    first = blocked(fibres) if any(fibres.between) else Stage(0, "normal", "still_conducts", days)
    falling: Expected = "absent" if first.expected == "absent" else "reduced" if fibres.much else "uncertain"
    last: tuple[Expected, str] = ("uncertain", "some_died")
    if fibres.much:
        last = ("absent", "all_died") if fibres.all else ("reduced", "much_died")
    return [first, Stage(falls, falling, "falling", days), Stage(gone, *last)]


def returning(regrown: int, times: Times) -> list[Stage]:
    """The stage from the day on which regrown axons can be back; none if that lies after what is predicted.

    Regrowth starts late and a first twig does not make a response, so no day is earlier than the first on which sources
    see reinnervation.
    """
    day = max(regrown, times.fades)
    return [Stage(day, "uncertain", "regrown", {"day": day})] if day <= LAST_DAY else []
