"""Walks over the graph that light only what carries the roots asked for. Cost grows with what is lit."""

from __future__ import annotations

from dataclasses import dataclass, field

from atlas.graph.anatomy import Anatomy


@dataclass
class Lit:
    """What one walk lights: node → roots (bits) lit there, edges, and the rows of supply it went by."""

    nodes: dict[str, int] = field(default_factory=dict)
    edges: dict[tuple[str, str], None] = field(default_factory=dict)
    endings: dict[str, int] = field(default_factory=dict)
    supplies: dict[tuple[str, str], None] = field(default_factory=dict)

    def add(self, other: Lit) -> None:
        """Join another walk to this one."""
        for node, roots in other.nodes.items():
            self.nodes[node] = self.nodes.get(node, 0) | roots
        for ending, roots in other.endings.items():
            self.endings[ending] = self.endings.get(ending, 0) | roots
        self.edges |= other.edges
        self.supplies |= other.supplies


def _hang(anatomy: Anatomy, lit: Lit, node: str, shares: dict, roots: int) -> None:
    for hanging in anatomy.below.get(node, ()):
        share = shares.get(hanging.key, 0) & roots
        if share:
            lit.endings[hanging.ending] = lit.endings.get(hanging.ending, 0) | share
            lit.edges[(node, hanging.ending)] = None
            lit.supplies[hanging.key] = None


def _descend(anatomy: Anatomy, lit: Lit, start: str, roots: int, down: dict, shares: dict) -> None:
    stack = [(start, roots)]
    while stack:
        node, carried = stack.pop()
        known = lit.nodes.get(node, 0)
        if node in lit.nodes and carried & ~known == 0:
            continue
        lit.nodes[node] = known | carried
        _hang(anatomy, lit, node, shares, carried)
        for child in anatomy.wiring.successors(node):
            onward = carried & down[child]
            if onward:
                lit.edges[(node, child)] = None
                stack.append((child, onward))


def _ascend(anatomy: Anatomy, lit: Lit, start: str, roots: int, claimed: int) -> None:
    """Light the ways by which `roots` come to `start`; only those `claimed` are lit as roots themselves."""
    seen: dict[str, int] = {}
    stack = [(start, roots)]
    while stack:
        node, carried = stack.pop()
        if node in seen and carried & ~seen[node] == 0:
            continue
        seen[node] = seen.get(node, 0) | carried
        lit.nodes[node] = lit.nodes.get(node, 0) | (carried & claimed)
        for parent in anatomy.wiring.predecessors(node):
            onward = carried & anatomy.up[parent]
            if onward and (parent not in anatomy.bits or anatomy.bits[parent] & claimed):
                lit.edges[(parent, node)] = None
                stack.append((parent, onward))


def light_root(anatomy: Anatomy, root: str, map_id: str) -> Lit:
    """The edges that carry this root, and the endings they bring it to."""
    lit, carried = Lit(), anatomy.carried(map_id)
    _descend(anatomy, lit, root, anatomy.bits[root], carried.down, carried.brought)
    return lit


def light_ending(anatomy: Anatomy, ending: str, map_id: str) -> Lit:
    """The ways from an ending's roots to it. Where the map is silent, the nerve's way without roots."""
    lit, carried = Lit(endings={ending: 0}), anatomy.carried(map_id)
    for hanging in anatomy.above.get(ending, ()):
        roots = carried.routed.get(hanging.key, 0)
        if roots:
            claimed = carried.brought.get(hanging.key, 0)
            lit.endings[ending] |= claimed
            lit.edges[(hanging.branch, ending)] = None
            lit.supplies[hanging.key] = None
            _ascend(anatomy, lit, hanging.branch, roots, claimed)
    return lit


def light_segment(anatomy: Anatomy, segment: str, map_id: str) -> Lit:
    """Everything that passes a segment: its roots' ways down to it, and from it to the endings that it serves."""
    lit, carried = Lit(), anatomy.carried(map_id)
    passing = anatomy.up[segment] & carried.way[segment]
    claimed = anatomy.up[segment] & carried.down[segment]
    below = Lit()
    _descend(anatomy, below, segment, passing, carried.way, carried.routed)
    below.endings = {e: roots & claimed for e, roots in below.endings.items()}
    below.nodes = {n: roots & claimed for n, roots in below.nodes.items()}
    _ascend(anatomy, lit, segment, passing, claimed)
    lit.add(below)
    return lit
