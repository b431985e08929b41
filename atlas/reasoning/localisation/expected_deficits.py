"""What each site would take, softened by all that the literature leaves open: the table findings are held against.

A lesion follows one dermatome map. Reasoning back must not hang on one author: here a target's own row (for skin, the
default map) counts half and all rival sources (for skin, the other maps of feeling that draw it) together the other
half, and a little of each patch of skin is left to the neighbouring nerves that may overlap it.
"""

from __future__ import annotations

from atlas.graph.fibres import (
    Fibres,
    arriving_by,
    fibre_shares,
    fibres_of_map,
    join,
    rival_fibres,
    root_parts,
    weight,
)
from atlas.graph.lesion import TARGETS, losses
from atlas.graph.nerve_graph import NerveGraph

OWN = 0.5
"""What the target's own row counts where other sources differ."""
DIGITS = 4


def _only(fibres: Fibres, target: str) -> Fibres:
    kept = {branch: [s for s in some if s.target == target] for branch, some in fibres.items()}
    return {branch: some for branch, some in kept.items() if some}


def _skin(nerve_graph: NerveGraph, territory: str, map_id: str) -> Fibres:
    ways = arriving_by(nerve_graph.root_flow(map_id).claimed, nerve_graph, territory)
    row = nerve_graph.dataset["dermatomes"][territory, map_id]
    return fibre_shares(ways, territory, root_parts(nerve_graph, row.roots, (), "value"))


def _overlap(nerve_graph: NerveGraph, territory: str, roots: int) -> Fibres:
    """The ways of the neighbours, by the roots of the map where they bring any, else by all that they bring."""
    ways = {
        h.branch: nerve_graph.reaching_roots[h.branch] & h.admitted
        for h in nerve_graph.innervation_by_target.get(territory, ())
        if not h.main
    }
    ways = {branch: (here & roots) or here for branch, here in ways.items()}
    each = [
        fibre_shares({branch: here}, territory, root_parts(nerve_graph, nerve_graph.roots_in(here), (), "value"))
        for branch, here in ways.items()
    ]
    found: Fibres = {}
    for fibres in each:
        join(found, fibres, 1 / len(each))
    return found


def softened_fibres(nerve_graph: NerveGraph) -> Fibres:
    """The fibres of every target with rival sources and overlap weighed in."""
    usual, found = fibres_of_map(nerve_graph, nerve_graph.default_map), {}
    own: dict[str, Fibres] = {}
    for branch, some in usual.items():
        for fibre_share in some:
            own.setdefault(fibre_share.target, {}).setdefault(branch, []).append(fibre_share)
    rivals: dict[str, list[Fibres]] = {}
    for target, fibres in rival_fibres(nerve_graph):
        rivals.setdefault(target, []).append(fibres)
    maps = nerve_graph.dataset["dermatome_maps"]
    for (territory, map_id), row in nerve_graph.dataset["dermatomes"].items():
        if map_id != nerve_graph.default_map and row.roots and maps[map_id].shows == "feeling":
            rivals.setdefault(territory, []).append(_skin(nerve_graph, territory, map_id))
    overlapping = weight(nerve_graph, "overlap_branch", otherwise=0.0)
    for target, fibres in own.items():
        others = [other for other in rivals.get(target, ()) if other]
        mixed: Fibres = {}
        join(mixed, fibres, OWN if others else 1.0)
        for other in others:
            join(mixed, other, (1 - OWN) / len(others))
        row = nerve_graph.dataset["dermatomes"].get((target, nerve_graph.default_map))
        beside = _overlap(nerve_graph, target, nerve_graph.root_mask(row.roots)) if row is not None else {}
        join(found, mixed, 1 - overlapping if beside else 1.0)
        join(found, beside, overlapping)
    return found


class ExpectedDeficits:
    """Site → target → the share a lesion there would take, for every site on the nerves."""

    def __init__(self, nerve_graph: NerveGraph, conduction):
        self.nerve_graph = nerve_graph
        self.targets = [id_ for table in TARGETS for id_ in nerve_graph.dataset[table]]
        fibres = softened_fibres(nerve_graph)
        self.taken: dict[str, dict[str, float]] = {}
        for site in nerve_graph.dataset["sites"].values():
            if site.on:
                taken = losses(fibres, conduction.after_lesion(site.on))
                self.taken[site.id] = {e: round(min(1.0, x), DIGITS) for e, x in taken.items() if x >= 10**-DIGITS}
        places = {node for site in nerve_graph.dataset["sites"].values() for node in site.on}
        self.below = {node: set(conduction.distal_to((node,))) for node in places}
        self.alike = self._weights()

    def _weights(self) -> dict[str, float]:
        """Each target → how much it says alone: targets that every lesion takes together say one thing between them."""
        profiles: dict[str, list[str]] = {}
        for target in self.targets:
            profile = str([taken.get(target, 0.0) for taken in self.taken.values()])
            profiles.setdefault(profile, []).append(target)
        self.profile = {e: at for at, group in enumerate(profiles.values()) for e in group}
        return {e: len(group) ** -0.5 for group in profiles.values() for e in group}
