"""The pathway of anything a person can select, with everything on it and its sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from atlas.graph.nerve_graph import NerveGraph
from atlas.graph.pathway_chains import root_chains, segment_chains, target_chains
from atlas.graph.traversal import Subgraph, root_subgraph, segment_subgraph, target_subgraph


@dataclass(frozen=True)
class Pathway:
    """What a selection lights. All tuples hold ids in anatomical order.

    edges: pairs (from, to), proximal first, the last ones to targets. chains: lines of ids for the ribbon.
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
    edges: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    chains: tuple[tuple[str, ...], ...]

    def as_dict(self) -> dict:
        """The pathway as plain lists, ready for JSON."""
        return {f.name: _plain(getattr(self, f.name)) for f in fields(self)}


def _plain(value):
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _ordered(nerve_graph: NerveGraph, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(ids), key=nerve_graph.order.__getitem__))


def _light_place(nerve_graph: NerveGraph, node: str, map_id: str) -> Subgraph:
    return (
        root_subgraph(nerve_graph, node, map_id)
        if node in nerve_graph.bits
        else segment_subgraph(nerve_graph, node, map_id)
    )


def _light(nerve_graph: NerveGraph, id_: str, kind: str, map_id: str) -> tuple[Subgraph, tuple[tuple[str, ...], ...]]:
    """What an id lights, and its lines."""
    if kind == "root":
        subgraph = root_subgraph(nerve_graph, id_, map_id)
        return subgraph, root_chains(nerve_graph, subgraph, id_)
    if kind in ("territory", "muscle", "reflex"):
        subgraph = target_subgraph(nerve_graph, id_, map_id)
        return subgraph, target_chains(nerve_graph, subgraph, id_)
    if kind in ("nerve", "segment"):
        places = nerve_graph.segments_of[id_] if kind == "nerve" else (id_,)
    else:
        sites = nerve_graph.dataset["conditions"][id_].sites if kind == "condition" else (id_,)
        places = tuple(dict.fromkeys(place for site in sites for place in nerve_graph.dataset["sites"][site].on))
    subgraph, lines = Subgraph(), {}
    for place in places:
        one = _light_place(nerve_graph, place, map_id)
        subgraph.add(one)
        if place in nerve_graph.bits:
            lines |= dict.fromkeys(root_chains(nerve_graph, one, place)[:1])
    segments = tuple(place for place in places if place not in nerve_graph.bits)
    if segments:
        lines |= dict.fromkeys(segment_chains(nerve_graph, subgraph, segments))
    return subgraph, tuple(lines)


def _sources(nerve_graph: NerveGraph, keys: dict[str, Iterable]) -> tuple[str, ...]:
    cited = {c.key for table, rows in keys.items() for key in rows for c in nerve_graph.dataset[table][key].cites}
    order = nerve_graph.source_place
    return tuple(sorted(cited, key=order.__getitem__))


def pathway(nerve_graph: NerveGraph, id_: str, map_id: str) -> Pathway:
    """The pathway of a root, nerve, segment, muscle, reflex, territory, site or condition by its id.

    For skin the roots are those of the dermatome map `map_id`; the nerve does not depend on it.
    """
    kind = nerve_graph.kinds[id_]
    subgraph, chains = _light(nerve_graph, id_, kind, map_id)
    roots = [node for node in subgraph.nodes if node in nerve_graph.bits]
    segments = [node for node in subgraph.nodes if node not in nerve_graph.bits]
    sites = {site for node in subgraph.nodes for site in nerve_graph.sites_on.get(node, ())}
    conditions = {condition for site in sites for condition in nerve_graph.conditions_at.get(site, ())}
    if kind == "condition":
        own = nerve_graph.dataset["conditions"][id_]
        sites = set(own.sites)
        conditions = {id_} | {c for site in sites for c in nerve_graph.conditions_at.get(site, ())}
    if kind == "site":
        sites, conditions = {id_}, set(nerve_graph.conditions_at.get(id_, ()))
    found = {
        kind_: [e for e in subgraph.targets if nerve_graph.kinds[e] == kind_]
        for kind_ in ("territory", "muscle", "reflex")
    }
    nerves = {nerve for segment in segments for nerve in nerve_graph.nerves_of(segment)}
    skin = [(t, map_id) for t in found["territory"] if (t, map_id) in nerve_graph.dataset["dermatomes"]]
    used = {
        "roots": roots,
        "segments": segments,
        "nerves": nerves,
        "innervation": subgraph.innervations,
        "territories": found["territory"],
        "dermatomes": skin,
        "muscles": found["muscle"],
        "reflexes": found["reflex"],
        "sites": sites,
        "conditions": conditions,
    }
    place = nerve_graph.order
    return Pathway(
        selected=id_,
        kind=kind,
        map=map_id,
        roots=_ordered(nerve_graph, roots),
        segments=_ordered(nerve_graph, segments),
        nerves=_ordered(nerve_graph, nerves),
        territories=_ordered(nerve_graph, found["territory"]),
        muscles=_ordered(nerve_graph, found["muscle"]),
        reflexes=_ordered(nerve_graph, found["reflex"]),
        conditions=_ordered(nerve_graph, conditions),
        sites=_ordered(nerve_graph, sites),
        edges=tuple(sorted(subgraph.edges, key=lambda edge: (place[edge[0]], place[edge[1]]))),
        sources=_sources(nerve_graph, used),
        chains=chains,
    )
