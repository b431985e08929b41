"""The course of needle EMG in a muscle at rest: fibrillations by distance and day, then reinnervation."""

from __future__ import annotations

from atlas.dataset.tables.nerve_studies import NeedleMuscle, NeedleRegion
from atlas.reasoning.nerve_studies.course import BLOCK, DEMYELINATION, LAST_DAY, Course, Injury, Stage
from atlas.reasoning.nerve_studies.tested_fibres import TestedFibres
from atlas.reasoning.nerve_studies.times import FADES, Times


def region_of(own: str, distance: int | None, regions: tuple[NeedleRegion, ...]) -> NeedleRegion:
    """The region whose days count for a muscle: its own, or one nearer to the spine if the lesion is near the muscle.

    Sources give days by region, for lesions at the spine; the limits in millimetres are our reading.
    """
    for region in regions:
        if region.id == own or (distance is not None and region.within_mm and distance <= region.within_mm):
            return region
    raise KeyError(own)


def needle_course(
    row: NeedleMuscle, fibres: TestedFibres, injury: Injury, times: Times, distance: int | None, regrown: int
) -> Course:
    """The course in a muscle at rest. `distance`: millimetres from the lesion. `regrown`: when axons can be back."""
    is_back = bool(row.root)
    if fibres.none:
        spared = "back_other_root" if fibres.central else "back_branch_left"
        return (Stage(0, "normal", spared if is_back else "muscle_elsewhere", {"root": row.root}),)
    if injury == DEMYELINATION:
        return (Stage(0, "normal", "needle_slowing"),)
    if injury == BLOCK:
        return (Stage(0, "normal", "needle_block_all" if fibres.all and not is_back else "needle_block"),)
    region = region_of(row.region, distance, times.regions)
    values, rests_on = {"day": region.day}, (region.id,)
    recruits = "recruits_none" if fibres.all else "recruits_few" if fibres.much else "recruits_some"
    stages = [Stage(0, "normal", "back_not_yet" if is_back else recruits, values, rests_on=rests_on)]
    if region.first_day < region.day:
        stages.append(Stage(region.first_day, "uncertain", "fibrillates_early", values, rests_on=rests_on))
    if not fibres.much:
        return (*stages, Stage(region.day, "uncertain", "fibrillates_some", values, rests_on=rests_on))
    shown = "back_fibrillates" if is_back else "fibrillates"
    stages.append(Stage(region.day, "abnormal", shown, values, rests_on=rests_on))
    later = max(times.days[FADES], regrown if fibres.all and not is_back else 0)
    if later <= LAST_DAY:
        settled = "back_settles" if is_back else "regrown_needle" if fibres.all else "reinnervated"
        stages.append(Stage(later, "uncertain", settled, {"day": later}, rests_on=(FADES,)))
    return tuple(stages)
