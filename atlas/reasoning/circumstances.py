"""What a text that is not a name points to: a circumstance or a complaint, read as a clue of a teaching case.

"numb outer thigh tight jeans" is not a name, but localisation reads both of its parts. Where one condition alone
has a place, it comes before the place, because a person who searches mostly means the condition.
"""

from __future__ import annotations

from itertools import islice

from atlas.dataset.dataset import Dataset
from atlas.reasoning.localisation.localiser import Localisation
from atlas.search.names import Match

LEAST_WORDS = 3
"""A text of fewer words is a name that the atlas does not know, and says too little to be a case."""
PLACES = 3
"""The places that are offered; those after them explain too little of a few words."""
BEST, STEP = 49.0, 1.0
"""The score of the first suggestion, below every match by name or description, and the step to the next."""


def suggestions(dataset: Dataset, found: Localisation, text: str, limit: int) -> list[Match]:
    """The conditions and sites that the answer to a case of these words names, best first."""
    if len(text.split()) < LEAST_WORDS or found.unrecognised:
        return []
    site_of = {row.site_key or row.id: row.id for row in dataset.sites.values()}
    offered: dict[str, tuple[str, str]] = {}
    for candidate in found.candidates[:PLACES]:
        site = site_of.get(candidate["site_key"])
        if site is None:
            continue
        only_there = [id_ for id_, condition in dataset.conditions.items() if condition.sites == (site,)]
        if len(only_there) == 1:
            offered.setdefault(only_there[0], (dataset.conditions[only_there[0]].name, "condition"))
        offered.setdefault(site, (dataset.sites[site].name, "site"))
    return [
        Match(id_, name, kind, text, BEST - STEP * at)
        for at, (id_, (name, kind)) in enumerate(islice(offered.items(), limit))
    ]
