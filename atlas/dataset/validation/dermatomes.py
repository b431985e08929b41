"""There is one default dermatome map, it covers every territory, and the rows of maps are consistent."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import table_file
from atlas.dataset.problems import Problem
from atlas.dataset.validation import rule


@rule
def one_default_map(dataset: Dataset) -> Iterator[Problem]:
    defaults = [row.id for row in dataset.dermatome_maps.values() if row.default == "yes"]
    if len(defaults) != 1:
        wrong = f"{len(defaults)} maps have default=yes" if defaults else "no map has default=yes"
        yield Problem(table_file("dermatome_maps"), 1, 1, wrong, "exactly one map is the default")
        return
    if dataset.dermatome_maps[defaults[0]].selectable != "yes":
        record = dataset.records["dermatome_maps"][defaults[0]]
        yield record.problem("selectable", "the default map cannot be selected", "write yes")
    for territory in dataset.territories:
        if (territory, defaults[0]) not in dataset.dermatomes:
            wrong = f"the default map has no row for '{territory}'"
            right = f"add a row to {table_file('dermatomes')} for it and {defaults[0]}"
            yield dataset.records["territories"][territory].problem("id", wrong, right)


@rule
def only_drawn_rows_name_roots(dataset: Dataset) -> Iterator[Problem]:
    for key, row in dataset.dermatomes.items():
        if (row.standing == "drawn") != bool(row.roots):
            wrong = f"the row is {row.standing}, but names {'roots' if row.roots else 'no root'}"
            right = "a drawn row names roots; a silent or blank row names none"
            yield dataset.records["dermatomes"][key].problem("roots", wrong, right)


@rule
def dissent_names_maps_and_roots(dataset: Dataset) -> Iterator[Problem]:
    for key, row in dataset.dermatomes.items():
        for part in row.dissent:
            map_, _, roots = part.partition(":")
            unknown = [root for root in roots.split("+") if root not in dataset.roots]
            if map_ not in dataset.dermatome_maps or unknown:
                wrong, right = f"'{part}' is not a map with roots", "write map:ROOT+ROOT with existing ids"
                yield dataset.records["dermatomes"][key].problem("dissent", wrong, right)
