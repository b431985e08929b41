"""Which root moves which muscle: what sources agree on, and what each piece of work measured."""

from __future__ import annotations

from dataclasses import dataclass

from atlas.dataset.loader import Dataset
from atlas.dataset.measurements import read_share
from atlas.dataset.tables.myotomes import RootMeasure, RootSeries

STANDINGS = {"none": 0.0, "rival": 0.25, "rival_main": 0.35, "root": 0.55, "root_main": 0.75, "main": 1.0}
"""What the atlas says of a root and a muscle → how strongly, from 0 to 1: no root of it; a root, or its main root, by
some sources only; a root of it; a root, which some sources call the main one; a main root of it."""


@dataclass(frozen=True)
class Measured:
    """What one series says of a root and a muscle. `as_named`: the muscle as the series calls it.

    `share`: from 0 to 1, None where the series only names main roots; `tested`: of how many, where that is told.
    """

    series: str
    as_named: str
    value: str
    share: float | None
    tested: int | None
    row: RootMeasure

    @property
    def strength(self) -> float:
        """How strongly it speaks for the root, from 0 to 1."""
        return 1.0 if self.share is None else self.share


class Myotomes:
    """The matrix of muscles, from proximal to distal, and roots."""

    def __init__(self, dataset: Dataset):
        self.dataset = dataset
        self.series: tuple[RootSeries, ...] = tuple(sorted(dataset["root_series"].values(), key=lambda one: one.order))
        rivals: dict[str, list] = {}
        for row in dataset["rival_roots"].values():
            rivals.setdefault(row.target, []).append(row)
        self.rivals = {muscle: tuple(rivals.get(muscle, ())) for muscle in dataset["muscles"]}
        self._keys = {(muscle, root.id) for root in dataset["roots"].values() for muscle in root.key_muscles}
        self._measured, self.apart = self._read()

    def _read(self) -> tuple[dict[tuple[str, str], list[Measured]], list[Measured]]:
        by_measure = {(one.measure, cited.key): one.id for one in self.series for cited in one.cites}
        found: dict[tuple[str, str], list[Measured]] = {}
        apart = []
        for row in self.dataset["root_measures"].values():
            belongs = (by_measure.get((row.measure, cited.key)) for cited in row.cites)
            series = next(filter(None, belongs), None)
            if series is None:
                continue
            told = read_share(row.value) if self.dataset["root_series"][series].scale == "share" else None
            share, tested = (told.share, told.tested) if told else (None, None)
            one = Measured(series, row.as_named, row.value, share, tested, row)
            if not row.muscle:
                apart.append(one)
                continue
            for root in row.root:
                found.setdefault((row.muscle, root), []).append(one)
        return found, apart

    @property
    def groups(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The name of each group of muscles and its muscles, in the order in which they stand on the limb."""
        known = sorted(self.dataset["muscle_groups"].values(), key=lambda group: group.order)
        names = {group.id: group.name for group in known}
        members: dict[str, list[str]] = {group: [] for group in names}
        for muscle in self.dataset["muscles"].values():
            members.setdefault(muscle.group, []).append(muscle.id)
        return tuple((names.get(group, group), tuple(own)) for group, own in members.items() if own)

    @property
    def roots(self) -> tuple[str, ...]:
        """The roots in their order: those of the atlas's core, and whatever other root a muscle has."""
        named = {root for muscle in self.dataset["muscles"] for root in self._of(muscle)}
        order = sorted(self.dataset["roots"].values(), key=lambda root: root.order)
        return tuple(root.id for root in order if root.scope == "core" or root.id in named)

    def _of(self, muscle: str) -> set[str]:
        return {*self.dataset["muscles"][muscle].roots, *(root for row in self.rivals[muscle] for root in row.roots)}

    def standing(self, muscle: str, root: str) -> str:
        """What the atlas says of this root and this muscle: a key of STANDINGS."""
        own = self.dataset["muscles"][muscle]
        rival_main = any(root in row.main_roots for row in self.rivals[muscle])
        if root in own.main_roots:
            return "main"
        if root in own.roots:
            return "root_main" if rival_main else "root"
        if root in self._of(muscle):
            return "rival_main" if rival_main else "rival"
        return "none"

    def is_key(self, muscle: str, root: str) -> bool:
        """Whether the muscle is the root's key muscle in grading, by the table of roots."""
        return (muscle, root) in self._keys

    def measured(self, muscle: str, root: str) -> tuple[Measured, ...]:
        """What each series says of it, in the order of the series; several values where parts were measured apart."""
        place = {one.id: one.order for one in self.series}
        return tuple(sorted(self._measured.get((muscle, root), ()), key=lambda one: place[one.series]))

    def span(self, series: str, muscle: str, root: str) -> tuple[float, float] | None:
        """The least and the most that a series tells of it; None where it tells nothing."""
        told = [one.strength for one in self.measured(muscle, root) if one.series == series]
        return (min(told), max(told)) if told else None

    def roots_of(self, series: str) -> tuple[str, ...]:
        """The roots of which a series tells anything, in their order."""
        told = {root for (_, root), all_ in self._measured.items() for one in all_ if one.series == series}
        return tuple(root for root in self.roots if root in told)
