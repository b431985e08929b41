"""People drawn by chance: which variants of the anatomy each of them has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from random import Random

from atlas.dataset.dataset import Dataset
from atlas.reasoning.pooled_rates import pooled_rate

Shares = Mapping[str, Mapping[str, float]]
"""Pattern → variant → the share of people who have it. What is missing to 1 has none of the listed variants."""


def variant_shares(dataset: Dataset) -> Shares:
    """How many people have each variant, from 0 to 1.

    The studies of one variant are pooled by how many people or limbs they had. Where the variants of a pattern come to
    more than 1 together, all are scaled to 1. Variants without a rate are left out.
    """
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for id_, variant in dataset.variants.items():
        rates = [
            (row.rate, row.n) for row in dataset.variant_rates.values() if row.variant == id_ and row.rate is not None
        ]
        if rates:
            found[variant.pattern][id_] = pooled_rate(rates) / 100
    for shares in found.values():
        if (whole := sum(shares.values())) > 1:
            shares.update({id_: share / whole for id_, share in shares.items()})
    return found


def rates_in_words(dataset: Dataset, variant: str) -> str:
    """How often studies found a variant, as a range in the language of the data set.

    >>> from atlas import Atlas
    >>> rates_in_words(Atlas.load().dataset, "accessory_deep_fibular")
    '8.2 to 23 % in 5 studies'
    """
    rates = [row.rate for row in dataset.variant_rates.values() if row.variant == variant and row.rate is not None]
    low, high = (f"{share:g}" for share in (min(rates, default=0), max(rates, default=0)))
    key = "none" if not rates else "one" if len(rates) == 1 else "same" if low == high else "range"
    return dataset.strings[f"variant.rate.{key}"].format(low=low, high=high, n=len(rates))


def draw_people(dataset: Dataset, n: int, seed: int) -> list[tuple[str, ...]]:
    """The variants of `n` people, each a tuple of ids with at most one of each pattern, drawn independently.

    Raises ValueError if `n` is negative.
    """
    if n < 0:
        raise ValueError(f"there cannot be {n} people; ask for 0 or more")
    chance, shares = Random(seed), variant_shares(dataset)
    return [tuple(filter(None, (_drawn(of_pattern, chance) for of_pattern in shares.values()))) for _ in range(n)]


def _drawn(shares: Mapping[str, float], chance: Random) -> str | None:
    """A variant, or None for somebody with none of them."""
    at = chance.random()
    for id_, share in shares.items():
        at -= share
        if at < 0:
            return id_
    return None
