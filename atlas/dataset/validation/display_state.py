"""The page can show what the article and the tours ask it to show."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.csv_reader import Record
from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.tables.display_state import DisplayState
from atlas.dataset.validation import rule

SELECTIONS = ("select", "lesion", "pair")
"""Columns of which a text fills in at most one."""
LAYERS = ("dermatomes", "nerves")
"""The layers of the skin."""
SHOWS = ("nerves", "muscles", "bones", "sites", "labels", "zones")
"""What the page can draw over the skin."""


def _texts(dataset: Dataset) -> Iterator[tuple[Record, DisplayState]]:
    for id_, passage in dataset.article.items():
        yield dataset.records["article"][id_], passage
    for key, step in dataset.tour_steps.items():
        yield dataset.records["tour_steps"][key], step


def _places(dataset: Dataset, id_: str) -> int:
    """The number of places on the nerves that an id means."""
    condition = dataset.conditions.get(id_)
    if condition is None and id_ not in dataset.sites:
        return 1
    sites = condition.sites if condition else (id_,)
    return sum(bool(site in dataset.sites and dataset.sites[site].on) for site in sites)


@rule
def a_text_selects_one_kind_of_thing(dataset: Dataset) -> Iterator[Problem]:
    for record, text in _texts(dataset):
        used = [column for column in SELECTIONS if getattr(text, column)]
        if len(used) > 1:
            yield record.problem(used[1], f"the row fills in {' and '.join(used)}", "fill in one of them only")
        if text.lesion and _places(dataset, text.lesion) != 1:
            yield record.problem("lesion", f"'{text.lesion}' is not a single place on the nerves", "name one site")
        if text.pair and (len(set(text.pair)) != 2 or not all(_places(dataset, id_) for id_ in text.pair)):
            yield record.problem("pair", "this is not a pair of places on the nerves", "name two, separated by ';'")


@rule
def the_figures_can_show_it(dataset: Dataset) -> Iterator[Problem]:
    for record, text in _texts(dataset):
        layers = (text.layer,) if text.layer else ()
        for column, values, known in (("layer", layers, LAYERS), ("show", text.show, SHOWS)):
            for value in values:
                if value not in known:
                    yield record.problem(column, f"'{value}' cannot be shown", f"it should be {' or '.join(known)}")
