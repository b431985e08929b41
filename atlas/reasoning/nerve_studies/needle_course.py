"""The course of needle EMG in a muscle at rest: fibrillations by distance and day, then reinnervation."""

from __future__ import annotations

from atlas.dataset.tables.nerve_studies import NeedleMuscle, NeedleRegion
from atlas.reasoning.nerve_studies.course import BLOCK, DEMYELINATION, LAST_DAY, Course, Injury, Stage
from atlas.reasoning.nerve_studies.tested_fibres import TestedFibres
from atlas.reasoning.nerve_studies.times import Times


def region_of(own: str, distance: int | None, regions: tuple[NeedleRegion, ...]) -> NeedleRegion:
    """The region whose days count for a muscle: its own, or one nearer to the spine if the lesion is near the muscle.

    Sources give days by region, for lesions at the spine; how near counts as near is our reading of them.
    """
    for region in regions:
        if region.id == own or (distance is not None and region.within_mm and distance <= region.within_mm):
            return region
    raise KeyError(own)


def needle_course(
    row: NeedleMuscle, fibres: TestedFibres, injury: Injury, times: Times, distance: int | None, regrown: int
) -> Course:
    """The course in a muscle at rest. `distance`: millimetres from the lesion. `regrown`: when axons can be back.

    Recruitment changes on the first day; the sentences say so.
    """
    if fibres.none:
        back = "back_other_root" if fibres.central else "back_branch_left"
        return (Stage(0, "normal", back, {"root": row.root}) if row.root else Stage(0, "normal", "muscle_elsewhere"),)
    if injury == DEMYELINATION:
        return (Stage(0, "normal", "needle_slowing"),)
    if injury == BLOCK:
        return (Stage(0, "normal", "needle_block_all" if fibres.all and not row.root else "needle_block"),)
    region = region_of(row.region, distance, times.regions)
    first, day = region.first_day, region.day
    recruits = "recruits_none" if fibres.all else "recruits_few" if fibres.much else "recruits_some"
    waiting = "back_not_yet" if row.root else recruits
    stages = [Stage(0, "normal", waiting, {"day": day})]
    if first < day:
        stages.append(Stage(first, "uncertain", "fibrillates_early", {"day": day}))
    if fibres.much:
        stages.append(Stage(day, "abnormal", "back_fibrillates" if row.root else "fibrillates", {"day": day}))
    else:
        stages.append(Stage(day, "uncertain", "fibrillates_some", {"day": day}))
    later = max(times.fades, regrown if fibres.all and not row.root else 0)
    if fibres.much and later <= LAST_DAY:
        back = "regrown_needle" if fibres.all else "reinnervated"
        stages.append(Stage(later, "uncertain", "back_settles" if row.root else back, {"day": later}))
    return tuple(stages)
