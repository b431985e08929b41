"""Pairs of lesions that are often confused: their discriminators, and where the graph disagrees with a discriminator.

Which deficits the two share is not stored here: the page computes it from the lesions bundle.
"""

from __future__ import annotations

from itertools import combinations

from atlas.api import Atlas
from atlas.reasoning.comparison.result import CitedDiscriminator, Comparison


def triples(pairs: tuple[tuple[str, str], ...]) -> list[tuple[str, str, str]]:
    """Every three things of which each two are a pair, in the order of the pairs.

    >>> triples((("a", "b"), ("c", "b"), ("b", "d"), ("a", "c")))
    [('a', 'b', 'c')]
    """
    known = {frozenset(pair) for pair in pairs}
    ids = list(dict.fromkeys(id_ for pair in pairs for id_ in pair))
    return [
        triple for triple in combinations(ids, 3) if all(frozenset(two) in known for two in combinations(triple, 2))
    ]


def _entry(discriminator: CitedDiscriminator, index_of: dict[str, int]) -> dict:
    return {
        "finding": discriminator.finding,
        "a": discriminator.a_shows,
        "b": discriminator.b_shows,
        "strength": discriminator.strength,
        "by": discriminator.by,
        "targets": [index_of[target] for target in discriminator.targets],
    }


def _against(atlas: Atlas, by_default_map: Comparison, map_id: str) -> list[list]:
    """[index in `discriminators`, side] for each discriminator that contradicts the graph under this map."""
    index_of = {discriminator.finding: index for index, discriminator in enumerate(by_default_map.discriminators)}
    found = atlas.compare(by_default_map.a.id, by_default_map.b.id, map_id)
    return [[index_of[entry.finding], side] for entry in found.discriminators for side in entry.against]


def build_comparisons(atlas: Atlas) -> dict:
    """Things are indexes of the pathways bundle.

    `pairs`: a and b; `triples`: three of which each two are a pair; `discriminators`: for each pair, the best first;
    `best`: whether the first one separates at all; `against`: by map, for each pair, [index in its discriminators,
    side]; `off`: what is not on a nerve.
    """
    index_of = {id_: index for index, id_ in enumerate(atlas.nodes)}
    comparisons = [atlas.compare(a, b) for a, b in atlas.pairs]
    off = {side.id for found in comparisons for side in (found.a, found.b) if not side.places}
    return {
        "pairs": [[index_of[a], index_of[b]] for a, b in atlas.pairs],
        "triples": [[index_of[id_] for id_ in three] for three in triples(atlas.pairs)],
        "discriminators": [[_entry(entry, index_of) for entry in found.discriminators] for found in comparisons],
        "best": [found.best is not None for found in comparisons],
        "against": {map_id: [_against(atlas, found, map_id) for found in comparisons] for map_id in atlas.maps},
        "off": [index_of[id_] for id_ in atlas.nodes if id_ in off],
    }
