"""Dermatome maps compared: the roots of every patch on each map, how any two maps relate, and how far all differ."""

from __future__ import annotations

from itertools import combinations

from atlas.api import Atlas
from atlas.reasoning.map_disagreement.disagreement import Disagreement, RootAnswer, disagreements
from atlas.reasoning.map_disagreement.distance import MapAgreement
from atlas.reasoning.map_disagreement.map_pairs import compare_maps, rows_read

RELATION_LETTERS = {"differ": "d", "same": "s", "only-a": "a", "only-b": "b", "neither": "n"}
"""How two maps relate on a patch → the letter for it in the bundle."""


def _tallied(one: MapAgreement) -> list:
    return [one.maps, one.answers, one.degree if one.degree is None else round(one.degree, 2), one.step]


def _answers(found: Disagreement, at: dict[str, int]) -> dict:
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
    """Maps are indexes of `ids`, patches are indexes of `skin` in the pathways bundle.

    `read`: for each map [rows that were read, all rows]; `patches`: for each patch the answers with their maps (and
    those of `pain` maps), and two tallies [maps, answers, degree, step]: of the maps that were `read`, and of `all`;
    `order`: patches, by how much the maps differ, most first; `pairs`: "a b" → for each patch, a letter of
    RELATION_LETTERS.
    """
    maps = sorted(atlas.dataset.dermatome_maps.values(), key=lambda one: one.order)
    skin = {territory: at for at, territory in enumerate(atlas.dataset.territories)}
    found, read = disagreements(atlas.nerve_graph), rows_read(atlas.nerve_graph)
    at = {one.id: place for place, one in enumerate(maps)}
    pairs = {
        f"{a} {b}": "".join(RELATION_LETTERS[how] for how in compare_maps(atlas.nerve_graph, a, b).values())
        for a, b in combinations(atlas.maps, 2)
    }
    return {
        "ids": list(at),
        "names": [one.name for one in maps],
        "years": [one.year for one in maps],
        "methods": [one.method for one in maps],
        "read": [read[map_id] for map_id in at],
        "patches": [_answers(found[territory], at) for territory in skin],
        "order": [skin[territory] for territory in found],
        "pairs": pairs,
    }
