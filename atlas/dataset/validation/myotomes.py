"""What was measured belongs to a series, and its values can be read on that series' scale."""

from __future__ import annotations

from atlas.dataset.measurements import read_share
from atlas.dataset.suggestions import did_you_mean
from atlas.dataset.validation import rule


@rule
def a_value_belongs_to_one_series(dataset):
    if not dataset["root_series"]:
        return
    series = {(one.measure, cited.key) for one in dataset["root_series"].values() for cited in one.cites}
    for key, row in dataset["root_measures"].items():
        for cited in row.cites:
            if (row.measure, cited.key) not in series:
                wrong = f"no series of '{cited.key}' has the measure '{row.measure}'"
                yield dataset.records["root_measures"][key].problem(
                    "measure", wrong, "describe it in myotomes/root_series.csv"
                )


@rule
def a_series_is_told_apart_by_its_measure(dataset):
    seen: dict[str, str] = {}
    for one in dataset["root_series"].values():
        other = seen.setdefault(one.measure, one.id)
        if other != one.id:
            right = "give each series words of its own for what it measures"
            wrong = f"'{other}' has this measure too"
            yield dataset.records["root_series"][one.id].problem("measure", wrong, right)


@rule
def a_value_can_be_read_on_its_scale(dataset):
    scales = {one.measure: one.scale for one in dataset["root_series"].values()}
    for key, row in dataset["root_measures"].items():
        told, scale = read_share(row.value), scales.get(row.measure)
        record = dataset.records["root_measures"][key]
        if scale == "share" and told is None:
            yield record.problem("value", f"'{row.value}' is no share", "write it as 3/5 or 62%")
        if scale == "main" and any(sign.isdigit() for sign in row.value):
            yield record.problem("value", f"'{row.value}' counts, but its series only names main roots", "use words")


@rule
def a_muscle_stands_in_a_group(dataset):
    groups = dataset["muscle_groups"]
    for muscle in dataset["muscles"].values() if groups else ():
        if muscle.group not in groups:
            right = did_you_mean(muscle.group, groups, "add it to myotomes/muscle_groups.csv")
            yield dataset.records["muscles"][muscle.id].problem("group", f"'{muscle.group}' is no group", right)
