"""Every territory is drawn in a figure, every shape of a figure belongs to a row, and each region has its own key."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import table_file
from atlas.dataset.problems import Problem
from atlas.dataset.suggestions import did_you_mean
from atlas.dataset.validation import rule

DRAWN = ("muscles", "territories", "segments", "roots", "sites", "reflexes")
"""The tables whose ids a shape of a figure can have."""
MOST_INSETS = 3
"""The bottom left, bottom right and top right corner of a plate; the roots are at the top left."""


@rule
def every_territory_is_drawn(dataset: Dataset) -> Iterator[Problem]:
    if not dataset.views:
        yield Problem(table_file("views"), 1, 1, "there is no view", "list at least one figure")
        return
    if not all(figure.svg for figure in dataset.figures.values()):
        return  # nobody knows what the broken figure would show
    drawn = {shape for figure in dataset.figures.values() for shape, _ in figure.shapes}
    for id_ in dataset.territories:
        if id_ not in drawn:
            right = "draw it in the figure of at least one view, or remove the row"
            yield dataset.records["territories"][id_].problem("id", f"'{id_}' is not drawn in any figure", right)


@rule
def every_shape_is_known(dataset: Dataset) -> Iterator[Problem]:
    known = {id_ for table in DRAWN for id_ in dataset[table] if isinstance(id_, str)}
    for figure in dataset.figures.values():
        for shape, line in figure.shapes:
            if shape not in known:
                wrong = f"the shape '{shape}' is not a territory, segment, root, site, reflex or muscle"
                right = did_you_mean(shape, sorted(known), f"add it to {table_file('territories')}")
                yield Problem(figure.file, line, 1, wrong, right)


@rule
def every_region_has_its_own_key(dataset: Dataset) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for id_, region in dataset.regions.items():
        other = taken.setdefault(region.digit, id_)
        if other != id_:
            wrong = f"the key {region.digit} already enlarges '{other}'"
            yield dataset.records["regions"][id_].problem("digit", wrong, "choose another digit")


@rule
def insets_are_on_their_plate(dataset: Dataset) -> Iterator[Problem]:
    for id_, plate in dataset.plates.items():
        for inset in plate.insets:
            if inset not in plate.views:
                wrong = f"'{inset}' is an inset of a plate that does not show it"
                yield dataset.records["plates"][id_].problem("insets", wrong, "add it to the views of the plate")
        if len(plate.insets) > MOST_INSETS:
            wrong = f"a plate has {MOST_INSETS} corners for insets, but this one names {len(plate.insets)} insets"
            yield dataset.records["plates"][id_].problem("insets", wrong, "name fewer")
