"""What each site would take, softened by all that the literature leaves open: the table findings are held against.

A lesion follows one dermatome map. Reasoning back must not hang on one author: here an ending's own row (for skin, the
default map) counts half and all rival sources (for skin, the other maps of feeling that draw it) together the other
half, and a little of each patch of skin is left to the neighbouring nerves that may overlap it.
"""

from __future__ import annotations

from atlas.graph.anatomy import Anatomy
from atlas.graph.fibres import (
    Fibres,
    arriving_by,
    fibres_of_map,
    join,
    rival_fibres,
    root_parts,
    strands,
    weight,
)
from atlas.queries.lesion import ENDINGS, losses

OWN = 0.5
"""What the ending's own row counts where other sources differ."""
DIGITS = 4


def _only(fibres: Fibres, ending: str) -> Fibres:
    kept = {branch: [s for s in some if s.ending == ending] for branch, some in fibres.items()}
    return {branch: some for branch, some in kept.items() if some}


def _skin(anatomy: Anatomy, territory: str, map_id: str) -> Fibres:
    ways = arriving_by(anatomy.carried(map_id).brought, anatomy, territory)
    row = anatomy.facts["dermatomes"][territory, map_id]
    return strands(ways, territory, root_parts(anatomy, row.roots, (), "value"))


def _overlap(anatomy: Anatomy, territory: str, roots: int) -> Fibres:
    """The ways of the neighbours, by the roots of the map where they bring any, else by all that they bring."""
    ways = {h.branch: anatomy.up[h.branch] & h.admitted for h in anatomy.above.get(territory, ()) if not h.main}
    ways = {branch: (here & roots) or here for branch, here in ways.items()}
    each = [
        strands({branch: here}, territory, root_parts(anatomy, anatomy.roots_in(here), (), "value"))
        for branch, here in ways.items()
    ]
    found: Fibres = {}
    for fibres in each:
        join(found, fibres, 1 / len(each))
    return found


def softened_fibres(anatomy: Anatomy) -> Fibres:
    """The fibres of every ending with rival sources and overlap weighed in."""
    usual, found = fibres_of_map(anatomy, anatomy.default_map), {}
    own: dict[str, Fibres] = {}
    for branch, some in usual.items():
        for strand in some:
            own.setdefault(strand.ending, {}).setdefault(branch, []).append(strand)
    rivals: dict[str, list[Fibres]] = {}
    for ending, fibres in rival_fibres(anatomy):
        rivals.setdefault(ending, []).append(fibres)
    maps = anatomy.facts["dermatome_maps"]
    for (territory, map_id), row in anatomy.facts["dermatomes"].items():
        if map_id != anatomy.default_map and row.roots and maps[map_id].shows == "feeling":
            rivals.setdefault(territory, []).append(_skin(anatomy, territory, map_id))
    overlapping = weight(anatomy, "overlap_branch", otherwise=0.0)
    for ending, fibres in own.items():
        others = [other for other in rivals.get(ending, ()) if other]
        mixed: Fibres = {}
        join(mixed, fibres, OWN if others else 1.0)
        for other in others:
            join(mixed, other, (1 - OWN) / len(others))
        row = anatomy.facts["dermatomes"].get((ending, anatomy.default_map))
        beside = _overlap(anatomy, ending, anatomy.mask(row.roots)) if row is not None else {}
        join(found, mixed, 1 - overlapping if beside else 1.0)
        join(found, beside, overlapping)
    return found


class Expected:
    """Site → ending → the share a lesion there would take, for every site on the nerves."""

    def __init__(self, anatomy: Anatomy, surviving):
        self.anatomy = anatomy
        self.endings = [id_ for table in ENDINGS for id_ in anatomy.facts[table]]
        fibres = softened_fibres(anatomy)
        self.taken: dict[str, dict[str, float]] = {}
        for site in anatomy.facts["sites"].values():
            if site.on:
                taken = losses(fibres, surviving.after(site.on))
                self.taken[site.id] = {e: round(min(1.0, x), DIGITS) for e, x in taken.items() if x >= 10**-DIGITS}
        places = {node for site in anatomy.facts["sites"].values() for node in site.on}
        self.below = {node: set(surviving.reached((node,))) for node in places}
        self.alike = self._weights()

    def _weights(self) -> dict[str, float]:
        """Each ending → how much it says alone: endings that every lesion takes together say one thing between them."""
        profiles: dict[str, list[str]] = {}
        for ending in self.endings:
            profile = str([taken.get(ending, 0.0) for taken in self.taken.values()])
            profiles.setdefault(profile, []).append(ending)
        self.profile = {e: at for at, group in enumerate(profiles.values()) for e in group}
        return {e: len(group) ** -0.5 for group in profiles.values() for e in group}
