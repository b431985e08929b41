"""Every line from a root to a last branch as stops, from proximal to distal, along which a lesion can be moved.

A stop is a site where one sits there, else the stretch of nerve. Where a site takes several stretches of one nerve that
run side by side, the line passes that site; the line through the single stretch is there too, after the others.
"""

from __future__ import annotations

import networkx as nx

from atlas.graph.fibres import Fibres, fibres_of_map
from atlas.graph.nerve_graph import NerveGraph

Line = tuple[str, ...]


def _single_sites(nerve_graph: NerveGraph) -> dict[str, str]:
    found: dict[str, str] = {}
    for site in nerve_graph.dataset["sites"].values():
        if len(site.on) == 1 and site.on[0] not in nerve_graph.bits:
            found.setdefault(site.on[0], site.id)
    return found


def _joint_sites(nerve_graph: NerveGraph) -> dict[str, str]:
    """Each stretch → the site that takes it together with others of the same nerve."""
    found: dict[str, str] = {}
    segments = nerve_graph.dataset["segments"]
    for site in nerve_graph.dataset["sites"].values():
        if len(site.on) < 2 or site.standing != "focal" or not all(node in segments for node in site.on):
            continue
        if set.intersection(*(set(nerve_graph.nerves_of(node)) for node in site.on)):
            for node in site.on:
                found.setdefault(node, site.id)
    return found


def _carried_along(nerve_graph: NerveGraph, fibres: Fibres, path: list[str]) -> float:
    """How much of all targets the root of a path serves by the stretches on it."""
    bit = nerve_graph.bits[path[0]]
    return sum(
        fibre_share.share for node in path[1:] for fibre_share in fibres.get(node, ()) if fibre_share.root == bit
    )


def paths(nerve_graph: NerveGraph) -> list[tuple[str, ...]]:
    """Each way from a root to a last branch that brings it to a target; the one that serves most comes first."""
    fibres, segment_graph = fibres_of_map(nerve_graph, nerve_graph.default_map), nerve_graph.segment_graph
    found: list[tuple[float, list[str]]] = []
    tips = [node for node in segment_graph if not segment_graph.out_degree(node) and node not in nerve_graph.bits]
    for tip in tips:
        brought = {fibre_share.root for fibre_share in fibres.get(tip, ())}
        for root, bit in nerve_graph.bits.items():
            if bit & nerve_graph.reaching_roots[tip] and (bit in brought or not brought):
                ways = nx.all_simple_paths(segment_graph, root, tip)
                found += [(_carried_along(nerve_graph, fibres, way), way) for way in ways]
    order = nerve_graph.order
    return [tuple(way) for _, way in sorted(found, key=lambda f: (-f[0], [order[node] for node in f[1]]))]


def lines(nerve_graph: NerveGraph) -> tuple[Line, ...]:
    """Each of those ways as stops, first by the sites that take several stretches at once, then by single ones."""
    single, joint, ways = _single_sites(nerve_graph), _joint_sites(nerve_graph), paths(nerve_graph)
    by_joint = [dict.fromkeys(joint.get(node) or single.get(node) or node for node in way) for way in ways]
    by_single = [dict.fromkeys(single.get(node) or node for node in way) for way in ways]
    return tuple(dict.fromkeys(tuple(line) for line in (*by_joint, *by_single)))
