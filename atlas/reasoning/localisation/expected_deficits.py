"""The deficits to expect from a lesion at each site, pooled over all sources.

A lesion of roots on the page follows one dermatome map. Reasoning back must not depend on one author, so here the roots
of a target are pooled: its own row (for skin, the default map) counts half, and all rival sources (for skin, other maps
of sensation that were read and draw it) count half together. Below the roots skin follows the fields of nerves; a small
part of each patch goes to the nerves that supply it only in some people. What the cause at a site only sometimes takes
as well, such as a neighbouring trunk, is not expected, but can explain a loss.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from atlas.graph.conduction import Conduction
from atlas.graph.fibres import (
    Fibres,
    FibreShare,
    field_fibres,
    join,
    muscle_fibres,
    occasional_fibres,
    rival_fibres,
    skin_by_map,
    weight,
)
from atlas.graph.lesion import losses
from atlas.graph.nerve_graph import NerveGraph

OWN_ROW_WEIGHT = 0.5
"""The weight of a target's own row where other sources differ."""
FURTHER_WEIGHT = 0.5
"""The part of a further loss that counts where the cause at a site only sometimes takes it as well."""
HURTS_SHARE = 0.5
"""The share that a site explains of pain near its place, in skin that the nerve does not supply."""
DIGITS = 4


class ExpectedDeficits:
    """The matrix of sites and targets.

    targets: all muscles, patches of skin and reflexes, in the order of the tables.
    by_site: site → target → the share of it (0 to 1) that a lesion there is expected to remove. Sites off the nerves
    and shares of zero are missing.
    further: site → target → the further share that its cause may explain, although it is not expected.
    hurts: site → the skin near its place.
    distal_nodes: each node with a site → that node and all nodes distal to it.
    profile: target → the number of its group; the targets of a group are removed to the same share by every site.
    autonomous: the skin that one nerve supplies alone, where normal feeling says most about a nerve. Neighbouring roots
    overlap, so it says less about them. below_roots: the sites on the nerves that are not only of roots.
    target_weight: target → how much it counts alone. A group of n targets carries one piece of information, so each of
    them weighs 1/√n.
    """

    def __init__(self, nerve_graph: NerveGraph, conduction: Conduction):
        tables = nerve_graph.dataset
        self.conduction = conduction
        self.targets = [*tables.muscles, *tables.territories, *tables.reflexes]
        muscles = _pooled_muscles(nerve_graph)
        by_root, by_nerve = _pooled_maps(nerve_graph), _pooled_fields(nerve_graph)
        self.by_site: dict[str, dict[str, float]] = {}
        self.further: dict[str, dict[str, float]] = {}
        self.hurts = {site: frozenset(row.hurts) for site, row in tables.reach.items()}
        self.below_roots = {
            site.id for site in tables.sites.values() if any(node not in nerve_graph.bits for node in site.on)
        }
        for site in tables.sites.values():
            if site.on:
                skin = by_nerve if site.id in self.below_roots else by_root
                shares = _lost(muscles, skin, conduction, site.on)
                if further := tables.reach[site.id].may_take if site.id in tables.reach else ():
                    more = _lost(muscles, skin, conduction, (*site.on, *further))
                    extra = {target: FURTHER_WEIGHT * (more[target] - shares.get(target, 0.0)) for target in more}
                    self.further[site.id] = _rounded(extra)
                self.by_site[site.id] = _rounded(shares)
        nodes = {node for site in tables.sites.values() for node in site.on}
        self.distal_nodes: dict[str, set[str]] = {node: set(conduction.distal_to((node,))) for node in nodes}
        groups = self._groups()
        self.profile = {target: number for number, group in enumerate(groups) for target in group}
        self.autonomous = _autonomous_skin(nerve_graph)
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


def _rounded(shares: Mapping[str, float]) -> dict[str, float]:
    return {target: round(min(1.0, share), DIGITS) for target, share in shares.items() if share >= 10**-DIGITS}


def _lost(muscles: Fibres, skin: Fibres, conduction: Conduction, on: Iterable[str]) -> dict[str, float]:
    arrives = conduction.after_lesion(on)
    return losses(muscles, arrives) | losses(skin, arrives)


def _autonomous_skin(nerve_graph: NerveGraph) -> set[str]:
    """The skin with an autonomous zone, and the skin of which one branch supplies all."""
    tables = nerve_graph.dataset
    whole = {row.territory for row in tables.fields.values() if row.share == "all"}
    return whole | {row.territory for row in tables.autonomous.values()}


def _by_target(fibres: Fibres) -> dict[str, Fibres]:
    """Target → its fibres, by node."""
    found: dict[str, Fibres] = {}
    for node, shares in fibres.items():
        for fibre_share in shares:
            found.setdefault(fibre_share.target, {}).setdefault(node, []).append(fibre_share)
    return found


def _pooled(own: dict[str, Fibres], rivals: Mapping[str, list[Fibres]]) -> Fibres:
    """The fibres of each target: its own row counts half, all rival sources count half together."""
    pooled: Fibres = {}
    for target in {**own, **rivals}:
        others, share = rivals.get(target, []), OWN_ROW_WEIGHT if target in own else 0.0
        join(pooled, own.get(target, {}), share if others else 1.0)
        for other in others:
            join(pooled, other, (1 - share) / len(others))
    return pooled


def _pooled_muscles(nerve_graph: NerveGraph) -> Fibres:
    rivals: dict[str, list[Fibres]] = {}
    for target, fibres in rival_fibres(nerve_graph):
        if fibres:
            rivals.setdefault(target, []).append(fibres)
    return _pooled(_by_target(muscle_fibres(nerve_graph)), rivals)


def _pooled_maps(nerve_graph: NerveGraph) -> Fibres:
    """The skin of each root, by all maps of sensation that were read. A map from memory has no vote."""
    tables = nerve_graph.dataset
    rivals: dict[str, list[Fibres]] = {}
    for (territory, map_id), row in tables.dermatomes.items():
        is_rival = map_id != nerve_graph.default_map and tables.dermatome_maps[map_id].shows == "feeling"
        if is_rival and row.roots and row.checked != "memory":
            shares = {root: [FibreShare(territory, nerve_graph.bits[root], 1 / len(row.roots))] for root in row.roots}
            rivals.setdefault(territory, []).append(shares)
    return _pooled(_by_target(skin_by_map(nerve_graph, nerve_graph.default_map)), rivals)


def _pooled_fields(nerve_graph: NerveGraph) -> Fibres:
    """The fields of nerves, of which a small part goes to the nerves that supply a patch only in some people."""
    occasional = _by_target(occasional_fibres(nerve_graph))
    factor = weight(nerve_graph, "sometimes_in_field", otherwise=0.0)
    pooled: Fibres = {}
    for target, fibres in _by_target(field_fibres(nerve_graph)).items():
        others = occasional.get(target, {})
        join(pooled, fibres, 1 - factor if others else 1.0)
        join(pooled, others, factor / len(others) if others else 0.0)
    return pooled
