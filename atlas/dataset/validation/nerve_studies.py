"""A nerve study names what it tests, its electrodes are where the body can have them, and numbers are in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from atlas.dataset.csv_reader import Record
from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import table_file
from atlas.dataset.problems import Problem
from atlas.dataset.tables.nerve_studies import StudyPoint
from atlas.dataset.validation import rule

_SPEED = "axon_regrowth"
_OF_MUSCLES = ("motor", "h_reflex", "f_wave")
NEEDED_TIMES = (
    *("motor_amplitude_starts_to_fall", "motor_amplitude_gone"),
    *("sensory_amplitude_starts_to_fall", "sensory_amplitude_gone"),
    *("sprouting_starts", "fibrillations_fade", "axon_regrowth"),
    *("conduction_block_starts_to_recover", "conduction_block_recovers"),
)
"""What the predictions need from the table of times."""
_IN_ORDER = (
    ("motor_amplitude_starts_to_fall", "motor_amplitude_gone"),
    ("sensory_amplitude_starts_to_fall", "sensory_amplitude_gone"),
    ("conduction_block_starts_to_recover", "conduction_block_recovers"),
    ("motor_amplitude_gone", "sprouting_starts"),
    ("motor_amplitude_gone", "fibrillations_fade"),
)


@rule
def a_study_names_what_it_tests(dataset: Dataset) -> Iterator[Problem]:
    for id_, row in dataset.studies.items():
        needed, other = ("muscle", "segments") if row.kind in _OF_MUSCLES else ("segments", "muscle")
        record = dataset.records["studies"][id_]
        if not getattr(row, needed):
            yield record.problem(needed, f"a {row.kind} study needs its {needed}", f"fill in '{needed}'")
        if getattr(row, other):
            yield record.problem(other, f"a {row.kind} study has no {other}", f"leave '{other}' empty")


@rule
def the_segments_of_a_study_follow_each_other(dataset: Dataset) -> Iterator[Problem]:
    for id_, row in dataset.studies.items():
        for distal, proximal in pairwise(row.segments):
            known = dataset.segments
            if distal in known and proximal in known and proximal not in known[distal].upstream:
                wrong = f"'{distal}' does not come from '{proximal}'"
                yield dataset.records["studies"][id_].problem("segments", wrong, "list each segment, distal ones first")


def _leads_to(dataset: Dataset, proximal: str, distal: str) -> bool:
    """Whether a segment is another one or lies on its way from the roots."""
    seen, stack = set(), [distal]
    while stack:
        segment = stack.pop()
        if segment == proximal:
            return True
        if segment in dataset.segments and segment not in seen:
            seen.add(segment)
            stack += dataset.segments[segment].upstream
    return False


@rule
def stimuli_are_listed_distal_first(dataset: Dataset) -> Iterator[Problem]:
    by_study: dict[str, list[StudyPoint]] = {}
    for row in dataset.study_points.values():
        if row.first:
            by_study.setdefault(row.study, []).append(row)
    for points in by_study.values():
        for nearer, farther in pairwise(points):
            if not _leads_to(dataset, farther.first, nearer.first):
                wrong = f"'{farther.first}' does not lead to '{nearer.first}', at which the stimulus before it lies"
                right = "list the stimuli distal first, along one nerve"
                yield dataset.records["study_points"][farther.key].problem("first", wrong, right)


def _beyond(dataset: Dataset, on: str, at_mm: int | None, record: Record) -> Iterator[Problem]:
    """A place on a segment that lies farther from its start than its end does."""
    length = dataset.nerve_lengths.get(on)
    if length is not None and at_mm is not None and at_mm > length.length_mm:
        wrong = f"{at_mm} mm lies beyond the end of '{on}'"
        yield record.problem("at_mm", wrong, f"write at most {length.length_mm}, or the segment that comes after it")


@rule
def an_electrode_is_where_the_drawn_body_can_have_it(dataset: Dataset) -> Iterator[Problem]:
    for id_, row in dataset.studies.items():
        record = dataset.records["studies"][id_]
        if row.on and row.segments and row.on not in dataset.segments:
            yield record.problem(
                "on", f"there is no segment '{row.on}'", "write the segment that the recording lies on"
            )
        yield from _beyond(dataset, row.on, row.at_mm, record)
    for key, point in dataset.study_points.items():
        yield from _beyond(dataset, point.on, point.at_mm, dataset.records["study_points"][key])


@rule
def a_mark_is_of_an_electrode(dataset: Dataset) -> Iterator[Problem]:
    orders = {(point.study, point.order) for point in dataset.study_points.values()}
    for row in dataset.electrode_views.values():
        if row.electrode and (row.study, row.electrode) not in orders:
            wrong = f"'{row.study}' has no stimulus {row.electrode}"
            record = dataset.records["electrode_views"][row.key]
            yield record.problem("electrode", wrong, "run python -m tools.electrode_places")


@rule
def limits_are_in_order(dataset: Dataset) -> Iterator[Problem]:
    for key, row in dataset.study_limits.items():
        if row.low is not None and row.high is not None and row.low > row.high:
            wrong = f"the low limit {row.low:g} is above the high one {row.high:g}"
            yield dataset.records["study_limits"][key].problem("low", wrong, "swap them, or correct one")


@rule
def the_days_after_an_injury_are_in_order(dataset: Dataset) -> Iterator[Problem]:
    if not dataset.studies:
        return
    times = dataset.injury_times
    for id_ in NEEDED_TIMES:
        if id_ not in times or times[id_].value is None:
            yield Problem(
                table_file("injury_times"), 1, 1, f"there is no value of '{id_}'", "add it; the predictions need it"
            )
    for earlier, later in _IN_ORDER:
        first, second = (times[id_].value if id_ in times else None for id_ in (earlier, later))
        if first is not None and second is not None and first > second:
            wrong = f"it comes before '{earlier}', on day {first:g}"
            record = dataset.records["injury_times"][later]
            yield record.problem("value", wrong, f"write day {first:g} or later")


@rule
def the_days_of_a_region_are_in_order(dataset: Dataset) -> Iterator[Problem]:
    before = None
    for id_, row in sorted(dataset.needle_regions.items(), key=lambda item: item[1].order):
        record = dataset.records["needle_regions"][id_]
        if not row.first_day <= row.day <= row.last_day:
            wrong = f"day {row.day} is not between {row.first_day} and {row.last_day}"
            yield record.problem("day", wrong, "write the days from the first to the last")
        if before is not None and row.day < before.day:
            wrong = f"it comes before '{before.id}', on day {before.day}, which is nearer to the spine"
            yield record.problem("day", wrong, f"write day {before.day} or later")
        before = row


@rule
def a_time_lies_in_its_range_and_has_its_unit(dataset: Dataset) -> Iterator[Problem]:
    for id_, row in dataset.injury_times.items():
        record = dataset.records["injury_times"][id_]
        ends = [end for end in (row.low, row.value, row.high) if end is not None]
        if ends != sorted(ends):
            wrong = f"{', '.join(f'{end:g}' for end in ends)} are not in ascending order"
            yield record.problem("value", wrong, "correct low, value or high")
        unit = "mm_per_day" if id_ == _SPEED else "day"
        if row.unit != unit:
            yield record.problem("unit", f"'{id_}' is not in {row.unit}", f"write {unit}")
        if id_ == _SPEED and row.value == 0:
            yield record.problem("value", "axons that do not grow never arrive", "write millimetres a day, above 0")


@rule
def every_stretch_has_a_length(dataset: Dataset) -> Iterator[Problem]:
    if not dataset.studies:
        return
    for of in (*dataset.roots, *dataset.segments):
        if of not in dataset.nerve_lengths:
            wrong = f"there is no length of '{of}'"
            yield Problem(table_file("nerve_lengths"), 1, 1, wrong, "run python -m tools.nerve_lengths, or add the row")
