"""The pathway as a person would say it: one readable line from the root to the skin for each way it takes."""

from __future__ import annotations

from atlas.graph.anatomy import Anatomy
from atlas.queries.lighting import Lit

MOST = 4
"""A ribbon of more lines than this is not read."""
SKIN, KEY = 10_000, 100
"""What a patch of skin and a key muscle of the root weigh, where any other muscle weighs 1."""


def _neighbours(edges, forward: bool) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for a, b in edges:
        found.setdefault(a if forward else b, []).append(b if forward else a)
    return found


def _own_weight(anatomy: Anatomy, node: str, root: str | None) -> int:
    """Skin outweighs muscles, for a line ends where it is felt; the root's key muscles outweigh others."""
    if anatomy.kinds[node] == "territory":
        return SKIN
    return KEY if root and node in anatomy.facts["roots"][root].key_muscles else 1


def _weights(anatomy: Anatomy, children: dict[str, list[str]], start: str, root: str | None) -> dict[str, int]:
    """How much lies beyond each node reached from `start`."""
    weight: dict[str, int] = {}
    stack = [(start, False)]
    while stack:
        node, done = stack.pop()
        if done:
            beyond = sum(weight[child] for child in children.get(node, ()))
            weight[node] = beyond or _own_weight(anatomy, node, root)
        elif node not in weight:
            stack.append((node, True))
            stack += [(child, False) for child in children.get(node, ()) if child not in weight]
    return weight


def _follow(children: dict[str, list[str]], start: str, weight: dict[str, int], anatomy: Anatomy) -> list[str]:
    line = [start]
    while children.get(line[-1]):
        line.append(max(children[line[-1]], key=lambda n: (weight.get(n, 0), -anatomy.place[n])))
    return line


def root_chains(anatomy: Anatomy, lit: Lit, root: str) -> tuple[tuple[str, ...], ...]:
    """One line for each way a root sets out, the way that serves most first."""
    children = _neighbours(lit.edges, forward=True)
    weight = _weights(anatomy, children, root, root)
    firsts = sorted(children.get(root, ()), key=lambda n: (-weight[n], anatomy.place[n]))
    return tuple((root, *_follow(children, first, weight, anatomy)) for first in firsts[:MOST])


def ending_chains(anatomy: Anatomy, lit: Lit, ending: str) -> tuple[tuple[str, ...], ...]:
    """One line for each root of an ending and each last branch; the nerve alone where no root is claimed."""
    parents = _neighbours(lit.edges, forward=False)
    lines: dict[tuple[str, ...], None] = {}
    for branch in sorted(parents.get(ending, ()), key=anatomy.place.__getitem__):
        claimed = [
            root for root in anatomy.roots_in(lit.endings.get(ending, 0)) if anatomy.up[branch] & anatomy.bits[root]
        ]
        for root in claimed or [None]:
            line = _trace(anatomy, parents, branch, root)
            if line:
                lines[(*line, ending)] = None
    return tuple(lines)[:MOST]


def _trace(anatomy: Anatomy, parents: dict[str, list[str]], node: str, root: str | None) -> list[str]:
    bit = anatomy.bits.get(root, 0) if root else 0
    line = [node]
    while True:
        onward = [p for p in parents.get(line[0], ()) if not bit or anatomy.up[p] & bit]
        if not onward:
            return line if root is None or line[0] == root else []
        line.insert(0, min(onward, key=anatomy.place.__getitem__))


def segment_chains(anatomy: Anatomy, lit: Lit, segments: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """For each way into a nerve: from its foremost root through its segments to the skin that root serves most."""
    parents = _neighbours(lit.edges, forward=False)
    lines: dict[tuple[str, ...], None] = {}
    for first in [s for s in segments if not set(parents.get(s, ())) & set(segments)] or list(segments[:1]):
        lit_roots = [root for root in anatomy.roots_in(lit.nodes.get(first, 0)) if root in lit.nodes]
        foremost = max(lit_roots, key=lambda root: _served(anatomy, root, lit), default=None)
        children = _neighbours(_edges_of(anatomy, lit, foremost), forward=True)
        weight = _weights(anatomy, children, first, foremost)
        onward = _follow(children, first, weight, anatomy)
        line = _trace(anatomy, parents, first, foremost)
        lines[(*line[:-1], *onward)] = None
    return tuple(lines)[:MOST]


def _served(anatomy: Anatomy, root: str, lit: Lit) -> int:
    return sum(1 for roots in lit.endings.values() if roots & anatomy.bits[root])


def _edges_of(anatomy: Anatomy, lit: Lit, root: str | None) -> list[tuple[str, str]]:
    if root is None:
        return list(lit.edges)
    bit = anatomy.bits[root]
    return [edge for edge in lit.edges if (lit.nodes.get(edge[1], 0) | lit.endings.get(edge[1], 0)) & bit]


def by_nerve(anatomy: Anatomy, chain: tuple[str, ...]) -> tuple[str, ...]:
    """A line with each nerve named once, however many of its segments it runs through."""
    segments = anatomy.facts["segments"]
    named = (segments[node].nerve if node in segments else node for node in chain)
    return tuple(dict.fromkeys(named))
