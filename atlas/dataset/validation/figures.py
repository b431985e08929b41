"""Every territory is drawn somewhere, and every drawn shape stands for something in the tables."""

from __future__ import annotations

from atlas.dataset.problems import Problem
from atlas.dataset.suggestions import did_you_mean
from atlas.dataset.validation import rule

DRAWN = ("territories", "segments", "roots", "sites")
"""The tables whose rows a shape of a figure can stand for."""


@rule
def every_territory_is_drawn(dataset):
    if not dataset["views"]:
        yield Problem("ui/views.csv", 1, 1, "no aspect is listed", "list at least one figure")
        return
    drawn = {shape for figure in dataset.figures.values() for shape, _ in figure.shapes}
    for id_ in dataset["territories"]:
        if id_ not in drawn:
            right = "draw it in at least one aspect's figure, or remove the row"
            yield dataset.records["territories"][id_].problem("id", f"'{id_}' is drawn in no figure", right)


@rule
def every_drawn_shape_is_known(dataset):
    known = {id_ for table in DRAWN for id_ in dataset[table]}
    for figure in dataset.figures.values():
        for shape, line in figure.shapes:
            if shape not in known:
                wrong = f"the shape '{shape}' is not a territory, segment, root or site"
                right = did_you_mean(shape, sorted(known), "add it to dermatomes/territories.csv")
                yield Problem(figure.file, line, 1, wrong, right)
