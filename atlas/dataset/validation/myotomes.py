"""Every measured value belongs to one series and fits its scale, and every muscle belongs to a group."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import table_file
from atlas.dataset.measurements import read_share
from atlas.dataset.problems import Problem
from atlas.dataset.suggestions import did_you_mean
from atlas.dataset.validation import rule


@rule
def a_value_belongs_to_a_series(dataset: Dataset) -> Iterator[Problem]:
    if not dataset.root_series:
        return
    known = {(series.measure, cited.key) for series in dataset.root_series.values() for cited in series.cites}
    for key, row in dataset.root_measures.items():
        for cited in row.cites:
            if (row.measure, cited.key) not in known:
                wrong = f"no series of '{cited.key}' has the measure '{row.measure}'"
                right = f"describe it in {table_file('root_series')}"
                yield dataset.records["root_measures"][key].problem("measure", wrong, right)


@rule
def a_series_has_its_own_measure(dataset: Dataset) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for series in dataset.root_series.values():
        first = seen.setdefault(series.measure, series.id)
        if first != series.id:
            wrong, right = f"'{first}' has the same measure", "describe what each series measures in its own words"
            yield dataset.records["root_series"][series.id].problem("measure", wrong, right)


@rule
def a_value_fits_its_scale(dataset: Dataset) -> Iterator[Problem]:
    scales = {series.measure: series.scale for series in dataset.root_series.values()}
    for key, row in dataset.root_measures.items():
        scale, record = scales.get(row.measure), dataset.records["root_measures"][key]
        if scale == "share" and read_share(row.value) is None:
            yield record.problem("value", f"'{row.value}' is not a share", "write it as 3/5 or 62%")
        if scale == "main" and any(character.isdigit() for character in row.value):
            wrong = f"'{row.value}' is a number, but the series only names main roots"
            yield record.problem("value", wrong, "use words")


@rule
def a_muscle_belongs_to_a_group(dataset: Dataset) -> Iterator[Problem]:
    groups = dataset.muscle_groups
    for muscle in dataset.muscles.values() if groups else ():
        if muscle.group not in groups:
            right = did_you_mean(muscle.group, groups, f"add it to {table_file('muscle_groups')}")
            yield dataset.records["muscles"][muscle.id].problem("group", f"there is no group '{muscle.group}'", right)
