"""What the article and the tours have the page show can be shown."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.csv_reader import Record
from atlas.dataset.tables.display_state import Shown
from atlas.dataset.validation import rule

KINDS_OF_LIGHT = ("select", "lesion", "pair")
LAYERS = ("dermatomes", "nerves")
SHOWS = ("nerves", "bones", "sites", "labels", "zones")
"""What the page can show of the skin, and lay over it."""
TEXTS = ("article", "tour_steps")
"""Tables of texts that have the page show something."""


def _texts(dataset) -> Iterator[tuple[Record, Shown]]:
    for table in TEXTS:
        for key, text in dataset[table].items():
            yield dataset.records[table][key], text


def _places(dataset, id_: str) -> int:
    """In how many places a thing can sit."""
    sites, row = dataset["sites"], dataset["conditions"].get(id_)
    named = row.sites if row else (id_,) if id_ in sites else ()
    return sum(bool(site in sites and sites[site].on) for site in named) if row or id_ in sites else 1


@rule
def a_text_lights_what_can_be_lit(dataset):
    for record, text in _texts(dataset):
        kinds = [kind for kind in KINDS_OF_LIGHT if getattr(text, kind)]
        if len(kinds) > 1:
            right = "keep one of them; two texts can show two things"
            yield record.problem(kinds[1], f"it lights {' and '.join(kinds)}", right)
        if text.lesion and _places(dataset, text.lesion) != 1:
            yield record.problem("lesion", f"'{text.lesion}' is not one place on the nerves", "name one site")
        if text.pair and (len(set(text.pair)) != 2 or not all(_places(dataset, one) for one in text.pair)):
            yield record.problem("pair", "a pair is two places on the nerves", "name two, separated by ';'")


@rule
def figures_can_show_what_is_asked(dataset):
    for record, text in _texts(dataset):
        for column, asked, known in (("layer", text.layer, LAYERS), ("show", text.show, SHOWS)):
            for one in (asked,) if isinstance(asked, str) else asked:
                if one and one not in known:
                    yield record.problem(column, f"'{one}' cannot be shown", f"it should be {' or '.join(known)}")
