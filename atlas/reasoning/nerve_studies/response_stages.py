"""The stages that motor and sensory responses and late responses share."""

from __future__ import annotations

from atlas.reasoning.nerve_studies.course import BLOCK, LAST_DAY, Course, Expected, Injury, Stage
from atlas.reasoning.nerve_studies.tested_fibres import TestedFibres
from atlas.reasoning.nerve_studies.times import BLOCK_RECOVERS, FADES, SPEED, Times


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
    start, end = (times.days[id_] for id_ in BLOCK_RECOVERS)
    days = {"from": start, "to": end}
    return (
        first,
        Stage(start, "uncertain", "block_recovers", days, rests_on=BLOCK_RECOVERS),
        Stage(end, "normal", "block_recovered", days, rests_on=BLOCK_RECOVERS),
    )


def slowed(fibres: TestedFibres) -> Stage:
    """The stage if the demyelination lies between a stimulus and the recording."""
    expected: Expected = "slowed" if fibres.much else "uncertain"
    why = "slowed" if fibres.much else "slowed_some"
    return Stage(0, expected, why, whole=fibres.between.index(True))


def degenerating(fibres: TestedFibres, times: Times, ends: tuple[str, str]) -> list[Stage]:
    """The stages while the axons distal to a lesion degenerate. `ends`: the times at which the response starts to fall
    and is gone."""
    falls, gone = (times.days[id_] for id_ in ends)
    days = {"from": falls, "to": gone}
    first = blocked(fibres) if any(fibres.between) else Stage(0, "normal", "still_conducts", days, rests_on=ends)
    falling: Expected = "absent" if first.expected == "absent" else "reduced" if fibres.much else "uncertain"
    last: tuple[Expected, str] = ("uncertain", "some_died")
    if fibres.much:
        last = ("absent", "all_died") if fibres.all else ("reduced", "much_died")
    return [first, Stage(falls, falling, "falling", days, rests_on=ends), Stage(gone, *last, rests_on=ends)]


def returning(regrown: int, times: Times) -> list[Stage]:
    """The stage from the day on which regrown axons can be back; none if that lies after what is predicted.

    Regrowth starts late, and the first axons to arrive are too few for a response. No source read gives a day for that,
    so none is earlier than the day on which fibrillations fade in a reinnervated muscle.
    """
    day = max(regrown, times.days[FADES])
    return [Stage(day, "uncertain", "regrown", {"day": day}, rests_on=(SPEED, FADES))] if day <= LAST_DAY else []
