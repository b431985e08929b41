"""Every area of referred pain has a rate or a word, and is drawn only if someone felt pain there."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.validation import rule


@rule
def referred_pain_has_a_rate_or_a_word(dataset: Dataset) -> Iterator[Problem]:
    for key, row in dataset.referred_pain.items():
        record = dataset.records["referred_pain"][key]
        if row.rate is None and not row.often:
            yield record.problem("rate", "nothing says how often", "give a rate, or write often or sometimes")
        if row.rate is not None and row.often:
            wrong = f"there is a rate, and also the word '{row.often}'"
            yield record.problem("often", wrong, "leave the word out; the rate says it")


@rule
def what_nobody_felt_is_not_drawn(dataset: Dataset) -> Iterator[Problem]:
    for key, row in dataset.referred_pain.items():
        if row.rate == 0 and row.territories:
            wrong = f"nobody in '{row.study}' felt pain there"
            yield dataset.records["referred_pain"][key].problem("territories", wrong, "leave this column empty")


@rule
def an_area_has_one_name(dataset: Dataset) -> Iterator[Problem]:
    names: dict[tuple[str, str], str] = {}
    for key, row in dataset.referred_pain.items():
        first = names.setdefault((row.origin, row.area), row.place)
        if row.place != first:
            wrong = f"the area '{row.area}' is called '{first}' above"
            yield dataset.records["referred_pain"][key].problem(
                "place", wrong, "call it the same, or give it another id"
            )


@rule
def every_origin_of_pain_has_areas_and_its_own_place(dataset: Dataset) -> Iterator[Problem]:
    used = {row.origin for row in dataset.referred_pain.values()}
    taken: dict[int, str] = {}
    for id_, origin in dataset.pain_origins.items():
        record = dataset.records["pain_origins"][id_]
        if id_ not in used:
            yield record.problem("id", f"no row of referred_pain.csv names '{id_}'", "add its areas, or remove the row")
        if (other := taken.setdefault(origin.order, id_)) != id_:
            yield record.problem("order", f"'{other}' has number {origin.order} already", "give each its own number")


@rule
def a_page_draws_referred_pain_or_a_lesion(dataset: Dataset) -> Iterator[Problem]:
    for id_, origin in dataset.pain_origins.items():
        for condition in origin.conditions:
            row = dataset.conditions.get(condition)
            sites = [dataset.sites[site] for site in row.sites if site in dataset.sites] if row else []
            if any(site.on for site in sites):
                wrong = f"'{condition}' sits on a nerve, and its page draws the lesion there"
                yield dataset.records["pain_origins"][id_].problem(
                    "conditions", wrong, "name a condition that is not on a nerve"
                )
