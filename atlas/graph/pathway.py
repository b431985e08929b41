"""The pathway of anything that can be selected: everything on it, and its sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, cast

from atlas.dataset.rows import Claim
from atlas.graph.nerve_graph import NerveGraph
from atlas.graph.pathway_chains import Chain, root_chains, segment_chains, target_chains
from atlas.graph.result import Result
from atlas.graph.traversal import Edge, Subgraph, root_subgraph, segment_subgraph, target_subgraph

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, repr=False)
class Pathway(Result):
    """Everything on the pathway of a selection. All tuples hold ids in anatomical order.

    selected, kind, map: ids and kind of the selection, id of the dermatome map.
    edges: pairs (from, to), proximal first; the last ones lead to targets.
    chains: route lines, each a tuple of ids from a root to a target (see `atlas.graph.pathway_chains`).
    """

    selected: str
    kind: str
    map: str
    roots: tuple[str, ...]
    segments: tuple[str, ...]
    nerves: tuple[str, ...]
    territories: tuple[str, ...]
    muscles: tuple[str, ...]
    reflexes: tuple[str, ...]
    conditions: tuple[str, ...]
    sites: tuple[str, ...]
    edges: tuple[Edge, ...]
    sources: tuple[str, ...]
    chains: tuple[Chain, ...]
    nerve_graph: NerveGraph = field(compare=False, kw_only=True)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(getattr(self, part))} {part}" for part in ("roots", "segments", *_TARGET_PARTS))
        return f"Pathway({self.selected!r}, {self.kind}, map={self.map!r}: {counts})"

    def as_dict(self) -> dict[str, Any]:
        """The pathway as plain lists, ready for JSON."""
        return {f.name: _as_lists(getattr(self, f.name)) for f in fields(self) if f.compare}

    @property
    def about(self) -> str:
        """The id of the selection."""
        return self.selected

    @property
    def listed_roots(self) -> tuple[str, ...]:
        """The roots of the pathway."""
        return self.roots

    def subgraph(self) -> nx.DiGraph[str]:
        """The part of `Atlas.graph` on the pathway, as a copy: only its nodes and edges, with their attributes."""
        from atlas.graph.public_graph import part_of_graph

        nodes = (*self.roots, *self.segments, *self.territories, *self.muscles, *self.reflexes)
        return part_of_graph(self.nerve_graph, nodes, self.edges)


_TARGET_PARTS = ("territories", "muscles", "reflexes")


def _as_lists(value: object) -> object:
    return [_as_lists(item) for item in value] if isinstance(value, tuple) else value


def _ordered(nerve_graph: NerveGraph, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(ids), key=nerve_graph.order.__getitem__))


def _place_subgraph(nerve_graph: NerveGraph, node: str, map_id: str) -> Subgraph:
    if node in nerve_graph.bits:
        return root_subgraph(nerve_graph, node, map_id)
    return segment_subgraph(nerve_graph, node)


def _subgraph_and_chains(
    nerve_graph: NerveGraph, id_: str, kind: str, map_id: str
) -> tuple[Subgraph, tuple[Chain, ...]]:
    if kind == "root":
        subgraph = root_subgraph(nerve_graph, id_, map_id)
        return subgraph, root_chains(nerve_graph, subgraph, id_)
    if kind in ("territory", "muscle", "reflex"):
        subgraph = target_subgraph(nerve_graph, id_, map_id)
        return subgraph, target_chains(nerve_graph, subgraph, id_)
    places = _places(nerve_graph, id_, kind)
    subgraph = Subgraph()
    chains: dict[Chain, None] = {}
    for place in places:
        at_place = _place_subgraph(nerve_graph, place, map_id)
        subgraph.add(at_place)
        if place in nerve_graph.bits:
            chains |= dict.fromkeys(root_chains(nerve_graph, at_place, place)[:1])
    segments = tuple(place for place in places if place not in nerve_graph.bits)
    if segments:
        chains |= dict.fromkeys(segment_chains(nerve_graph, subgraph, segments))
    return subgraph, tuple(chains)


def _places(nerve_graph: NerveGraph, id_: str, kind: str) -> tuple[str, ...]:
    """The roots and segments at which a nerve, segment, site or condition lies."""
    if kind == "nerve":
        return nerve_graph.segments_of[id_]
    if kind == "segment":
        return (id_,)
    sites = nerve_graph.dataset.conditions[id_].sites if kind == "condition" else (id_,)
    on = nerve_graph.dataset.sites
    return tuple(dict.fromkeys(place for site in sites for place in on[site].on))


def follows_map(nerve_graph: NerveGraph, id_: str) -> bool:
    """Whether the skin of a pathway is that of a dermatome map: of a root, of a patch, or of a place on roots."""
    kind = nerve_graph.kinds[id_]
    if kind in ("root", "territory"):
        return True
    return kind in ("site", "condition") and any(node in nerve_graph.bits for node in _places(nerve_graph, id_, kind))


def _sources(
    nerve_graph: NerveGraph, keys: Mapping[str, Iterable[str | tuple[str, str]]], rows: Iterable[Claim]
) -> tuple[str, ...]:
    claims = [*(cast(Claim, nerve_graph.dataset[table][key]) for table, used in keys.items() for key in used), *rows]
    cited = {citation.key for claim in claims for citation in claim.cites}
    return tuple(sorted(cited, key=nerve_graph.source_place.__getitem__))


def _sites_and_conditions(
    nerve_graph: NerveGraph, id_: str, kind: str, nodes: Iterable[str]
) -> tuple[set[str], set[str]]:
    if kind == "site":
        sites = {id_}
    elif kind == "condition":
        sites = set(nerve_graph.dataset.conditions[id_].sites)
    else:
        sites = {site for node in nodes for site in nerve_graph.sites_on.get(node, ())}
    conditions = {condition for site in sites for condition in nerve_graph.conditions_at.get(site, ())}
    return sites, conditions | ({id_} if kind == "condition" else set())


def pathway(nerve_graph: NerveGraph, id_: str, map_id: str) -> Pathway:
    """The pathway of a root, nerve, segment, muscle, reflex, territory, site or condition by its id.

    The dermatome map `map_id` assigns skin to roots; the pathway of a nerve does not depend on it.
    """
    kind = nerve_graph.kinds[id_]
    subgraph, chains = _subgraph_and_chains(nerve_graph, id_, kind, map_id)
    roots = [node for node in subgraph.nodes if node in nerve_graph.bits]
    segments = [node for node in subgraph.nodes if node not in nerve_graph.bits]
    sites, conditions = _sites_and_conditions(nerve_graph, id_, kind, subgraph.nodes)
    territories, muscles, reflexes = (
        [target for target in subgraph.targets if nerve_graph.kinds[target] == target_kind]
        for target_kind in ("territory", "muscle", "reflex")
    )
    nerves = {nerve for segment in segments for nerve in nerve_graph.nerves_of(segment)}
    # the skin of a nerve does not come from a map, so it does not cite one
    on_map = [(territory, map_id) for territory in territories] if follows_map(nerve_graph, id_) else []
    used: dict[str, Iterable[str | tuple[str, str]]] = {
        "roots": roots,
        "segments": segments,
        "nerves": nerves,
        "territories": territories,
        "dermatomes": [key for key in on_map if key in nerve_graph.dataset["dermatomes"]],
        "muscles": muscles,
        "reflexes": reflexes,
        "sites": sites,
        "conditions": conditions,
    }
    order = nerve_graph.order
    return Pathway(
        selected=id_,
        kind=kind,
        map=map_id,
        roots=_ordered(nerve_graph, roots),
        segments=_ordered(nerve_graph, segments),
        nerves=_ordered(nerve_graph, nerves),
        territories=_ordered(nerve_graph, territories),
        muscles=_ordered(nerve_graph, muscles),
        reflexes=_ordered(nerve_graph, reflexes),
        conditions=_ordered(nerve_graph, conditions),
        sites=_ordered(nerve_graph, sites),
        edges=tuple(sorted(subgraph.edges, key=lambda edge: (order[edge[0]], order[edge[1]]))),
        sources=_sources(nerve_graph, used, (edge.row for edge in subgraph.innervations.values())),
        chains=chains,
        nerve_graph=nerve_graph,
    )
