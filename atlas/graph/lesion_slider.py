"""The stops of the lesion slider: every line from a root to a branch, proximal first, along which a lesion can move.

A stop is the site on a segment, or the segment itself if it has no site. Some focal sites lie on several parallel
segments of one nerve; a line stops at that site, and a second line through the single segments comes after the others.
"""

from __future__ import annotations

from atlas.graph.fibres import Fibres, field_fibres, join, muscle_fibres
from atlas.graph.nerve_graph import NerveGraph

Line = tuple[str, ...]


def _single_sites(nerve_graph: NerveGraph) -> dict[str, str]:
    """Each segment → the first site that lies on it alone."""
    found: dict[str, str] = {}
    for site in nerve_graph.dataset.sites.values():
        if len(site.on) == 1 and site.on[0] not in nerve_graph.bits:
            found.setdefault(site.on[0], site.id)
    return found


def _joint_sites(nerve_graph: NerveGraph) -> dict[str, str]:
    """Each segment → the first focal site that lies on it together with other segments of the same nerve.

    A site that is not focal covers several places at once, so a lesion cannot be moved to it.
    """
    found: dict[str, str] = {}
    segments = nerve_graph.dataset.segments
    for site in nerve_graph.dataset.sites.values():
        if len(site.on) < 2 or site.standing != "focal" or not all(node in segments for node in site.on):
            continue
        if set.intersection(*(set(nerve_graph.nerves_of(node)) for node in site.on)):
            for node in site.on:
                found.setdefault(node, site.id)
    return found


def _share_served(nerve_graph: NerveGraph, fibres: Fibres, path: list[str]) -> float:
    """How much of all targets the root of a path serves through the segments on it."""
    bit = nerve_graph.bits[path[0]]
    return sum(
        fibre_share.share for node in path[1:] for fibre_share in fibres.get(node, ()) if fibre_share.root == bit
    )


def paths(nerve_graph: NerveGraph) -> list[Line]:
    """Each path from a root to a branch without further branches; the path that serves most comes first."""
    import networkx as nx

    segment_graph = nerve_graph.segment_graph
    fibres = muscle_fibres(nerve_graph)
    join(fibres, field_fibres(nerve_graph))
    found: list[tuple[float, list[str]]] = []
    tips = [node for node, children in nerve_graph.children.items() if not children and node not in nerve_graph.bits]
    for root, bit in nerve_graph.bits.items():
        with_root = segment_graph.subgraph(n for n in segment_graph if nerve_graph.reaching_roots[n] & bit)
        for tip in tips:
            brought = {fibre_share.root for fibre_share in fibres.get(tip, ())}
            if tip in with_root and (bit in brought or not brought):
                routes = nx.all_simple_paths(with_root, root, tip)
                found += [(_share_served(nerve_graph, fibres, route), route) for route in routes]
    order = nerve_graph.order
    return [tuple(route) for _, route in sorted(found, key=lambda f: (-f[0], [order[node] for node in f[1]]))]


def slider_lines(nerve_graph: NerveGraph) -> tuple[Line, ...]:
    """Each path as stops: first with the sites on several segments, then with single segments only."""
    single, joint, routes = _single_sites(nerve_graph), _joint_sites(nerve_graph), paths(nerve_graph)
    by_joint = [dict.fromkeys(joint.get(node) or single.get(node) or node for node in route) for route in routes]
    by_single = [dict.fromkeys(single.get(node) or node for node in route) for route in routes]
    return tuple(dict.fromkeys(tuple(line) for line in (*by_joint, *by_single)))
