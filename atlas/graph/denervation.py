"""The path below a lesion: which stretches and edges bring nothing any more, and which bring less."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.graph.lesion import ALL, NOTHING, Lesions

Edge = tuple[str, str]


@dataclass(frozen=True)
class Severed:
    """Nodes and edges at and below a lesion: `cut` and `cut_edges` bring nothing, the others less than before."""

    cut: tuple[str, ...]
    thinned: tuple[str, ...]
    cut_edges: tuple[Edge, ...]
    thinned_edges: tuple[Edge, ...]


def _gone(arrives: dict[int, float], roots: int) -> float:
    """The part of these roots (bits) that no longer arrives; of all that is known of, where none of them is."""
    shares = [share for bit, share in arrives.items() if bit & roots] or list(arrives.values())
    return 1.0 - sum(shares) / len(shares) if shares else 0.0


def denervated(lesions: Lesions, on: Iterable[str], map_id: str) -> Severed:
    """What the removal of the nodes `on` leaves of the path below, the skin read by one dermatome map."""
    nerve_graph, on = lesions.nerve_graph, tuple(on)
    carried = nerve_graph.root_flow(map_id)
    arrives = lesions.conduction.after_lesion(on)
    without_roots = lesions.conduction.after_lesion(node for node in on if node not in nerve_graph.bits)
    nodes = {node: _gone(here, carried.routed_below[node]) for node, here in arrives.items()}
    edges: dict[Edge, float] = {}
    for node, here in arrives.items():
        for child in lesions.conduction.below[node]:
            edges[node, child] = _gone(here, carried.routed_below[child])
        for innervation in nerve_graph.innervation_by_branch.get(node, ()):
            ways = carried.routed.get(innervation.key, 0)
            # skin to which the map ascribes no root follows its nerve alone
            source = here if carried.claimed.get(innervation.key, 0) or not ways else without_roots.get(node, {})
            edges[node, innervation.target] = _gone(source, ways) if ways or nodes[node] >= ALL else 0.0
    return Severed(
        cut=tuple(node for node, gone in nodes.items() if gone >= ALL),
        thinned=tuple(node for node, gone in nodes.items() if NOTHING < gone < ALL),
        cut_edges=tuple(edge for edge, gone in edges.items() if gone >= ALL),
        thinned_edges=tuple(edge for edge, gone in edges.items() if NOTHING < gone < ALL),
    )
