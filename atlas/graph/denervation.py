"""What a lesion denervates along the path below it: segments and edges with no fibres left, and those with fewer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.graph.lesion import ALL, NOTHING
from atlas.graph.nerve_graph import NerveGraph
from atlas.graph.traversal import Edge


@dataclass(frozen=True)
class Denervation:
    """Nodes and edges at and below a lesion: `lost` ones conduct nothing, `reduced` ones less than before."""

    lost_nodes: tuple[str, ...]
    reduced_nodes: tuple[str, ...]
    lost_edges: tuple[Edge, ...]
    reduced_edges: tuple[Edge, ...]


def _lost_fraction(arrives: dict[int, float], roots: int, reaching: int) -> float:
    """The mean fraction of these roots (bits) that no longer arrives; if none of them reaches the node, of all."""
    counted = roots & reaching or reaching
    shares = [share for bit, share in arrives.items() if bit & counted]
    return 1.0 - sum(shares) / len(shares) if shares else 0.0


def denervated(nerve_graph: NerveGraph, on: Iterable[str], map_id: str) -> Denervation:
    """What the removal of the nodes `on` denervates, with the skin assigned to roots by one dermatome map."""
    on, conduction, flow = tuple(on), nerve_graph.conduction, nerve_graph.root_flow(map_id)
    arrives = conduction.after_lesion(on)
    roots_only = all(node in nerve_graph.bits for node in on)
    reaching = nerve_graph.reaching_roots
    nodes = {node: _lost_fraction(here, flow.below[node], reaching[node]) for node, here in arrives.items()}
    edges: dict[Edge, float] = {}
    for node, here in arrives.items():
        for child in conduction.below[node]:
            edges[node, child] = _lost_fraction(here, flow.below[child], reaching[node])
        for innervation in nerve_graph.innervation_by_branch.get(node, ()):
            roots = (flow.claimed if roots_only else flow.carried).get(innervation.key, 0)
            # where nothing runs in the usual person, or on this map, the edge goes only with its segment
            only_with_node = float(nodes[node] >= ALL)
            lost = _lost_fraction(here, roots, reaching[node]) if roots else only_with_node
            edges[node, innervation.target] = lost
    return Denervation(
        lost_nodes=tuple(node for node, lost in nodes.items() if lost >= ALL),
        reduced_nodes=tuple(node for node, lost in nodes.items() if NOTHING < lost < ALL),
        lost_edges=tuple(edge for edge, lost in edges.items() if lost >= ALL),
        reduced_edges=tuple(edge for edge, lost in edges.items() if NOTHING < lost < ALL),
    )
