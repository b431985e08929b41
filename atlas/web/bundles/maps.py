"""Dermatome maps side by side: what each says of every patch of skin, how any two stand to each other, how far all
differ."""

from __future__ import annotations

from itertools import combinations

from atlas.api import Atlas
from atlas.reasoning.map_disagreement.disagreement import Disagreement, RootAnswer, disagreements
from atlas.reasoning.map_disagreement.distance import MapAgreement
from atlas.reasoning.map_disagreement.map_pairs import compare_maps, rows_read

STANDINGS = {"differ": "d", "same": "s", "only-a": "a", "only-b": "b", "neither": "n"}
"""How two maps stand to each other on a patch, and the letter for it in an answer."""


def _tallied(one: MapAgreement) -> list:
    return [one.maps, one.answers, one.degree if one.degree is None else round(one.degree, 2), one.step]


def _told(found: Disagreement, at: dict[str, int]) -> dict:
    def grouped(answers: tuple[RootAnswer, ...]) -> list:
        return [["/".join(answer.roots), [at[map_id] for map_id in answer.maps]] for answer in answers]

    return {
        "answers": grouped(found.answers),
        "pain": grouped(found.pain),
        "blank": [at[map_id] for map_id in found.blank],
        "silent": [at[map_id] for map_id in found.silent],
        "read": _tallied(found.in_read_maps),
        "all": _tallied(found.in_all_maps),
    }


def build_maps(atlas: Atlas) -> dict:
    """Maps by their place in `ids`, patches by their place in the set `pathways` (`skin`).

    `read`: for each map how many of its rows were read, of how many; `told`: for each patch the answers with their
    maps (and those of maps of `pain`), and two tallies [maps, answers, degree, step], of the maps that were `read` and
    of `all`; `order`: patches, those first on which maps differ most; `pairs`: "a b" → one letter of STANDINGS for
    each patch.
    """
    maps = sorted(atlas.dataset["dermatome_maps"].values(), key=lambda one: one.order)
    skin = {territory: at for at, territory in enumerate(atlas.dataset["territories"])}
    found, read = disagreements(atlas.nerve_graph), rows_read(atlas.nerve_graph)
    at = {one.id: place for place, one in enumerate(maps)}
    pairs = {
        f"{a} {b}": "".join(STANDINGS[how] for how in compare_maps(atlas.nerve_graph, a, b).values())
        for a, b in combinations(atlas.maps, 2)
    }
    return {
        "ids": list(at),
        "names": [one.name for one in maps],
        "years": [one.year for one in maps],
        "methods": [one.method for one in maps],
        "read": [read[map_id] for map_id in at],
        "told": [_told(found[territory], at) for territory in skin],
        "order": [skin[territory] for territory in found],
        "pairs": pairs,
    }
