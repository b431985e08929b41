"""The pairs that sources tell apart: what each discriminator says, and where the graph disagrees, by dermatome map.

What both places take and what only one does is not stored here: the page reads it off the two lesions.
"""

from __future__ import annotations

from itertools import combinations

from atlas.api import Atlas
from atlas.reasoning.comparison.result import CitedDiscriminator, Comparison


def triples(pairs: tuple[tuple[str, str], ...]) -> list[tuple[str, str, str]]:
    """Three of which each two are a pair, in the order in which they are met.

    >>> triples((("a", "b"), ("c", "b"), ("b", "d"), ("a", "c")))
    [('a', 'b', 'c')]
    """
    known = {frozenset(pair) for pair in pairs}
    ids = list(dict.fromkeys(id_ for pair in pairs for id_ in pair))
    return [three for three in combinations(ids, 3) if all(frozenset(two) in known for two in combinations(three, 2))]


def _said(told: CitedDiscriminator, at: dict[str, int]) -> dict:
    return {
        "finding": told.finding,
        "a": told.a_shows,
        "b": told.b_shows,
        "strength": told.strength,
        "by": told.by,
        "targets": [at[target] for target in told.targets],
    }


def _against(atlas: Atlas, usual: Comparison, map_id: str) -> list[list]:
    """[place in told, side] for each discriminator with which the graph, read by this map, disagrees."""
    place = {one.finding: at for at, one in enumerate(usual.discriminators)}
    found = atlas.apart(usual.a.id, usual.b.id, map_id)
    return [[place[one.finding], side] for one in found.discriminators for side in one.against]


def build_pairs(atlas: Atlas) -> dict:
    """Everything by its place in the payload.

    `pairs`: a and b; `triples`: three of which each two are a pair; `told`: for each pair its discriminators, the best
    first; `best`: whether the first one separates at all; `against`: by map, for each pair, [place in told, side];
    `off`: what lies off the nerves.
    """
    at = {id_: place for place, id_ in enumerate(atlas.nodes)}
    usual = [atlas.apart(a, b) for a, b in atlas.pairs]
    told = [[_said(one, at) for one in found.discriminators] for found in usual]
    off = {side.id for found in usual for side in (found.a, found.b) if not side.places}
    return {
        "pairs": [[at[a], at[b]] for a, b in atlas.pairs],
        "triples": [[at[id_] for id_ in three] for three in triples(atlas.pairs)],
        "told": told,
        "best": [found.best is not None for found in usual],
        "against": {map_id: [_against(atlas, found, map_id) for found in usual] for map_id in atlas.maps},
        "off": [at[id_] for id_ in atlas.nodes if id_ in off],
    }
