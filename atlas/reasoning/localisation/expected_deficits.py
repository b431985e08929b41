"""The deficits to expect from a lesion at each site, pooled over all sources.

A lesion on the page follows one dermatome map. Reasoning back must not depend on one author, so here the roots of a
target are pooled: its own row (for skin, the default map) counts half, and all rival sources (for skin, other maps of
sensation that draw it) count half together. A small part of each patch of skin goes to the neighbouring nerves that can
overlap it.
"""

from __future__ import annotations

from collections.abc import Mapping

from atlas.dataset.typed_tables import typed_tables
from atlas.graph.conduction import Conduction
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
from atlas.graph.lesion import losses
from atlas.graph.nerve_graph import NerveGraph

OWN_ROW_WEIGHT = 0.5
"""The weight of a target's own row where other sources differ."""
DIGITS = 4


class ExpectedDeficits:
    """The matrix of sites and targets.

    targets: all muscles, patches of skin and reflexes, in the order of the tables.
    by_site: site → target → the share of it (0 to 1) that a lesion there is expected to remove. Sites off the nerves
    and shares of zero are missing.
    distal_nodes: each node with a site → that node and all nodes distal to it.
    profile: target → the number of its group; the targets of a group are removed to the same share by every site.
    target_weight: target → how much it counts alone. A group of n targets carries one piece of information, so each of
    them weighs 1/√n.
    """

    def __init__(self, nerve_graph: NerveGraph, conduction: Conduction):
        tables = typed_tables(nerve_graph.dataset)
        self.targets = [*tables.muscles, *tables.territories, *tables.reflexes]
        fibres = pooled_fibres(nerve_graph)
        self.by_site: dict[str, dict[str, float]] = {}
        for site in tables.sites.values():
            if site.on:
                shares = losses(fibres, conduction.after_lesion(site.on))
                self.by_site[site.id] = {
                    target: round(min(1.0, share), DIGITS) for target, share in shares.items() if share >= 10**-DIGITS
                }
        nodes = {node for site in tables.sites.values() for node in site.on}
        self.distal_nodes: dict[str, set[str]] = {node: set(conduction.distal_to((node,))) for node in nodes}
        groups = self._groups()
        self.profile = {target: number for number, group in enumerate(groups) for target in group}
        self.target_weight: dict[str, float] = {target: len(group) ** -0.5 for group in groups for target in group}

    def of(self, site: str) -> Mapping[str, float]:
        """Target → the share that a lesion at this site removes; empty for a site off the nerves."""
        return self.by_site.get(site, {})

    def _groups(self) -> list[list[str]]:
        groups: dict[tuple[float, ...], list[str]] = {}
        for target in self.targets:
            profile = tuple(shares.get(target, 0.0) for shares in self.by_site.values())
            groups.setdefault(profile, []).append(target)
        return list(groups.values())


def pooled_fibres(nerve_graph: NerveGraph) -> Fibres:
    """The fibres of every target, pooled over its own row, rival sources and overlapping nerves."""
    own: dict[str, Fibres] = {}
    for branch, branch_shares in fibres_of_map(nerve_graph, nerve_graph.default_map).items():
        for fibre_share in branch_shares:
            own.setdefault(fibre_share.target, {}).setdefault(branch, []).append(fibre_share)
    rivals = _rivals(nerve_graph)
    dermatomes = typed_tables(nerve_graph.dataset).dermatomes
    overlap_weight = weight(nerve_graph, "overlap_branch", otherwise=0.0)
    pooled: Fibres = {}
    for target, own_fibres in own.items():
        others = rivals.get(target, [])
        mixed: Fibres = {}
        join(mixed, own_fibres, OWN_ROW_WEIGHT if others else 1.0)
        for other in others:
            join(mixed, other, (1 - OWN_ROW_WEIGHT) / len(others))
        row = dermatomes.get((target, nerve_graph.default_map))
        overlap = _overlap(nerve_graph, target, nerve_graph.root_mask(row.roots)) if row is not None else {}
        join(pooled, mixed, 1 - overlap_weight if overlap else 1.0)
        join(pooled, overlap, overlap_weight)
    return pooled


def _rivals(nerve_graph: NerveGraph) -> dict[str, list[Fibres]]:
    """Target → its fibres by each rival source that names roots which reach it."""
    rivals: dict[str, list[Fibres]] = {}
    for target, fibres in rival_fibres(nerve_graph):
        rivals.setdefault(target, []).append(fibres)
    tables = typed_tables(nerve_graph.dataset)
    for (territory, map_id), row in tables.dermatomes.items():
        if map_id != nerve_graph.default_map and row.roots and tables.dermatome_maps[map_id].shows == "feeling":
            branches = arriving_by(nerve_graph.root_flow(map_id).claimed, nerve_graph, territory)
            parts = root_parts(nerve_graph, row.roots, (), "value")
            rivals.setdefault(territory, []).append(fibre_shares(branches, territory, parts))
    return {target: [fibres for fibres in sources if fibres] for target, sources in rivals.items()}


def _overlap(nerve_graph: NerveGraph, territory: str, roots: int) -> Fibres:
    """The fibres of neighbouring nerves, in equal parts: the roots of the map that they carry, else all their roots."""
    reaching = {
        edge.branch: nerve_graph.reaching_roots[edge.branch] & edge.admitted
        for edge in nerve_graph.innervation_by_target.get(territory, ())
        if not edge.main
    }
    overlap: Fibres = {}
    for branch, mask in reaching.items():
        carried = (mask & roots) or mask
        parts = root_parts(nerve_graph, nerve_graph.roots_in(carried), (), "value")
        join(overlap, fibre_shares({branch: carried}, territory, parts), 1 / len(reaching))
    return overlap
