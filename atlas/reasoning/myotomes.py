"""Myotomes: which root supplies which muscle, by the rows of the atlas and by each series of measurements.

1. **Status of a root** (`Myotomes.root_status`): what the rows say about a muscle and a root. The muscle's own row
   names its roots and main roots; rows of rival roots say where sources differ. The values run from "none" to "main".
2. **Measurements** (`Myotomes.measurements`): what each series (a paper, or a part of one) printed for a muscle and a
   root. A printed share such as "3/5" or "62 %" becomes a number from 0 to 1; a series that only names main roots has
   none. A value that belongs to no single muscle of the atlas is in `unassigned`.

Rows and series are never averaged.
"""

from __future__ import annotations

from dataclasses import dataclass

from atlas.dataset.loader import Dataset
from atlas.dataset.measurements import read_share
from atlas.dataset.tables.myotomes import RootMeasure, RootSeries
from atlas.dataset.tables.targets import RivalRoots

ROOT_STATUS = {"none": 0.0, "rival": 0.25, "rival_main": 0.35, "root": 0.55, "root_main": 0.75, "main": 1.0}
"""Status of a root for a muscle → its strength (0 to 1): not a root of it; a root, or a main root, by some sources
only; a root; a root that some sources call a main root; a main root."""


@dataclass(frozen=True)
class Measurement:
    """What one series says about a muscle and a root.

    as_named: the muscle as the series names it. value: as printed.
    share: from 0 to 1, or None where the series only names main roots.
    tested: the number of cases behind the share, where it is stated.
    """

    series: str
    as_named: str
    value: str
    share: float | None
    tested: int | None
    row: RootMeasure

    @property
    def strength(self) -> float:
        """How strongly it supports the root, from 0 to 1; naming a main root counts as 1."""
        return 1.0 if self.share is None else self.share


class Myotomes:
    """The matrix of muscles and roots.

    series: in their order. rivals: muscle → rows of sources that give it other roots.
    unassigned: measurements of something that is not one muscle of the atlas.
    """

    def __init__(self, dataset: Dataset):
        self.tables = dataset
        self.series: tuple[RootSeries, ...] = tuple(sorted(self.tables.root_series.values(), key=lambda row: row.order))
        self.rivals: dict[str, list[RivalRoots]] = {muscle: [] for muscle in self.tables.muscles}
        for row in self.tables.rival_roots.values():
            if row.target in self.rivals:
                self.rivals[row.target].append(row)
        self._measurements: dict[tuple[str, str], list[Measurement]] = {}
        self.unassigned: list[Measurement] = []
        self._read_measurements()

    def _read_measurements(self) -> None:
        series_by_measure = {(row.measure, cite.key): row.id for row in self.series for cite in row.cites}
        for row in self.tables.root_measures.values():
            matching = (series_by_measure.get((row.measure, cite.key)) for cite in row.cites)
            series = next(filter(None, matching), None)
            if series is None:
                continue
            measurement = self._measurement(series, row)
            if not row.muscle:
                self.unassigned.append(measurement)
                continue
            for root in row.root:
                self._measurements.setdefault((row.muscle, root), []).append(measurement)

    def _measurement(self, series: str, row: RootMeasure) -> Measurement:
        share = read_share(row.value) if self.tables.root_series[series].scale == "share" else None
        return Measurement(
            series=series,
            as_named=row.as_named,
            value=row.value,
            share=share.share if share else None,
            tested=share.tested if share else None,
            row=row,
        )

    @property
    def groups(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each group of muscles with its name and its muscles, from proximal to distal."""
        groups = sorted(self.tables.muscle_groups.values(), key=lambda group: group.order)
        names = {group.id: group.name for group in groups}
        members: dict[str, list[str]] = {group.id: [] for group in groups}
        for muscle in self.tables.muscles.values():
            members.setdefault(muscle.group, []).append(muscle.id)
        return tuple((names.get(group, group), tuple(muscles)) for group, muscles in members.items() if muscles)

    @property
    def roots(self) -> tuple[str, ...]:
        """The core roots of the atlas and every other root that a muscle has, in their order."""
        named = {root for muscle in self.tables.muscles for root in self._all_roots(muscle)}
        ordered = sorted(self.tables.roots.values(), key=lambda root: root.order)
        return tuple(root.id for root in ordered if root.scope == "core" or root.id in named)

    def _all_roots(self, muscle: str) -> set[str]:
        return {*self.tables.muscles[muscle].roots, *(root for row in self.rivals[muscle] for root in row.roots)}

    def root_status(self, muscle: str, root: str) -> str:
        """What the rows say about this root and this muscle: a key of ROOT_STATUS."""
        row = self.tables.muscles[muscle]
        main_elsewhere = any(root in rival.main_roots for rival in self.rivals[muscle])
        if root in row.main_roots:
            return "main"
        if root in row.roots:
            return "root_main" if main_elsewhere else "root"
        if root in self._all_roots(muscle):
            return "rival_main" if main_elsewhere else "rival"
        return "none"

    def is_key_muscle(self, muscle: str, root: str) -> bool:
        """Whether the table of roots names the muscle as the key muscle by which the root is graded."""
        return muscle in self.tables.roots[root].key_muscles

    def measurements(self, muscle: str, root: str) -> tuple[Measurement, ...]:
        """What each series says, in the order of the series. A series can have several, for parts of a muscle."""
        order = {row.id: row.order for row in self.series}
        return tuple(sorted(self._measurements.get((muscle, root), ()), key=lambda found: order[found.series]))

    def roots_in_series(self, series: str) -> tuple[str, ...]:
        """The roots that a series says something about, in their order."""
        named = {root for (_, root), found in self._measurements.items() if any(m.series == series for m in found)}
        return tuple(root for root in self.roots if root in named)
