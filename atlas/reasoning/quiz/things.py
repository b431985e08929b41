"""What questions about the laboratory and the examination name that is no node: tests, days and pairs of places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.dataset.dataset import Dataset
from atlas.dataset.tables.nerve_studies import InjuryTime, NeedleRegion
from atlas.graph.severity import COMPLETE

NEEDLE_STUDY, DAYS, PAIR = "needle.", "days.", "~"
"""How ids of needle studies and of days begin, and what stands between the two places of a pair."""
_TIMED = "day"
"""The unit of the times that are days."""


@dataclass(frozen=True)
class Thing:
    """Something with a name that figures cannot select. `shows`: the nodes that stand for it."""

    id: str
    name: str
    shows: tuple[str, ...] = ()


def things(dataset: Dataset) -> dict[str, Thing]:
    """Every thing that a question may name, by id. Rows keep their ids; those of needle studies and days begin so."""
    return {thing.id: thing for thing in _things(dataset)}


def _things(dataset: Dataset) -> Iterator[Thing]:
    words = dataset.strings
    for study in dataset.studies.values():
        yield Thing(study.id, study.name, (study.muscle,) if study.muscle else study.segments)
    for row in dataset.needle_muscles.values():
        if not row.root:
            yield Thing(NEEDLE_STUDY + row.id, words["quiz.lab.needle"].format(name=row.name), (row.muscle,))
    for test in dataset.exam_tests.values():
        yield Thing(test.id, test.name, test.targets)
    for region in dataset.needle_regions.values():
        yield Thing(region.id, region.name, _muscles(dataset, region.id))
    for row_id, (first, day, last) in days(dataset).items():
        text = words["quiz.lab.days"].format(day=day, first=first, last=last)
        yield Thing(DAYS + row_id, text, _muscles(dataset, row_id))
    for pair in pairs(dataset):
        names = [place_name(dataset, id_) for id_ in pair]
        yield Thing(PAIR.join(pair), f" {words['ask.or']} ".join(names))


def _muscles(dataset: Dataset, region: str) -> tuple[str, ...]:
    """The muscles of a region for the needle; none for anything else."""
    return tuple(dict.fromkeys(row.muscle for row in dataset.needle_muscles.values() if row.region == region))


def days(dataset: Dataset) -> dict[str, tuple[int, int, int]]:
    """Row of regions or of times → the first day, the usual and the last that sources give, if all three are known."""
    rows: list[NeedleRegion | InjuryTime] = [*dataset.needle_regions.values(), *dataset.injury_times.values()]
    found = {}
    for row in rows:
        if isinstance(row, NeedleRegion):
            found[row.id] = (row.first_day, row.day, row.last_day)
        elif row.unit == _TIMED and None not in (row.low, row.value, row.high):
            found[row.id] = (round(row.low or 0), round(row.value or 0), round(row.high or 0))
    return found


def pairs(dataset: Dataset) -> tuple[tuple[str, str], ...]:
    """The pairs of places that sources compare and that each lie at one place on the nerves, as ids of the rows."""
    compared = dict.fromkeys((row.a, row.b) for row in dataset.discriminators.values())
    return tuple(pair for pair in compared if all(place_of(dataset, id_) for id_ in pair))


def place_of(dataset: Dataset, id_: str) -> tuple[str, ...]:
    """The nodes that a lesion at a site, or of a condition with a single site, interrupts; empty for anything else.

    A place that is seldom injured completely, such as one where a nerve is caught at times, counts as none.
    """
    condition = dataset.conditions.get(id_)
    sites = condition.sites if condition else (id_,)
    row = dataset.sites.get(sites[0]) if len(sites) == 1 else None
    return row.on if row is not None and row.standing == "focal" and row.severity in ("", COMPLETE) else ()


def place_name(dataset: Dataset, id_: str) -> str:
    """The name of a condition or site."""
    row = dataset.conditions.get(id_) or dataset.sites[id_]
    return row.name
