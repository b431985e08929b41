"""The course of needle EMG in a muscle at rest: fibrillations by distance and day, then reinnervation."""

from __future__ import annotations

from atlas.dataset.tables.nerve_studies import NeedleMuscle, Region
from atlas.reasoning.nerve_studies.course import BLOCK, DEMYELINATION, LAST_DAY, Course, Injury, Stage
from atlas.reasoning.nerve_studies.tested_fibres import TestedFibres
from atlas.reasoning.nerve_studies.times import Times

WAYS: dict[Region, int] = {"hip": 450, "thigh": 650, "leg": 1000}
"""The longest way in millimetres from a lesion for which the days of a region count. Sources give days by region, for
lesions at the spine; these ways along the drawn nerves are our reading of them."""


def region_of(region: Region, way: int | None) -> Region:
    """The region whose days count for a muscle: a nearer one than its own if the way (mm) from the lesion is short.

    >>> region_of("leg", 120), region_of("leg", None), region_of("paraspinal", 120)
    ('hip', 'leg', 'paraspinal')
    """
    regions: tuple[Region, ...] = ("paraspinal", *WAYS, "foot")
    nearer = [near for near, most in WAYS.items() if way is not None and way <= most]
    return min((region, *nearer[:1]), key=regions.index)


def needle_course(
    row: NeedleMuscle, fibres: TestedFibres, injury: Injury, times: Times, way: int | None, regrown: int
) -> Course:
    """The course in a muscle at rest. `way`: millimetres from the lesion. `regrown`: when axons can be back.

    What the will recruits changes on the first day; the sentences say so.
    """
    if fibres.none:
        return (Stage(0, "normal", "back_branch_left" if row.root else "muscle_elsewhere"),)
    if injury == DEMYELINATION:
        return (Stage(0, "normal", "needle_slowing"),)
    if injury == BLOCK:
        return (Stage(0, "normal", "needle_block"),)
    region = region_of(row.region, way)
    first, day = times.first_fibrillations[region], times.fibrillations[region]
    waiting = "back_not_yet" if row.root else "recruits_few" if fibres.much else "recruits_some"
    stages = [Stage(0, "normal", waiting, {"day": day})]
    if first < day:
        stages.append(Stage(first, "uncertain", "fibrillates_early", {"day": day}))
    if fibres.much:
        stages.append(Stage(day, "abnormal", "fibrillates", {"day": day}))
    else:
        stages.append(Stage(day, "uncertain", "fibrillates_some", {"day": day}))
    later = max(day + 1, regrown if fibres.all else times.fades)
    if fibres.much and later <= LAST_DAY:
        stages.append(Stage(later, "uncertain", "back_settles" if row.root else "reinnervated", {"day": later}))
    return tuple(stages)
