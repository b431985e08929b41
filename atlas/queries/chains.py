"""The pathway as a person would say it: one readable line from the root to the skin for each way it takes."""

from __future__ import annotations

from atlas.graph.anatomy import Anatomy
from atlas.queries.lighting import Lit

MOST = 4
"""A ribbon of more lines than this is not read."""
SKIN = 1000
"""A patch of skin weighs as much as this many muscles."""


def _neighbours(edges, forward: bool) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for a, b in edges:
        found.setdefault(a if forward else b, []).append(b if forward else a)
    return found


def _weights(anatomy: Anatomy, children: dict[str, list[str]], start: str) -> dict[str, int]:
    """How much lies beyond each node reached from `start`. Skin outweighs muscles: a line ends where it is felt."""
    weight: dict[str, int] = {}
    stack = [(start, False)]
    while stack:
        node, done = stack.pop()
        if done:
            own = SKIN if anatomy.kinds[node] == "territory" else 1
            weight[node] = sum(weight[child] for child in children.get(node, ())) or own
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
    weight = _weights(anatomy, children, root)
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
    """For each way into a nerve: from its foremost root through its segments on to the skin that it serves most."""
    parents = _neighbours(lit.edges, forward=False)
    children = _neighbours(lit.edges, forward=True)
    lines: dict[tuple[str, ...], None] = {}
    for first in [s for s in segments if not set(parents.get(s, ())) & set(segments)] or list(segments[:1]):
        roots = anatomy.roots_in(lit.nodes.get(first, 0))
        weight = _weights(anatomy, children, first)
        onward = _follow(children, first, weight, anatomy)
        lit_roots = [root for root in roots if root in lit.nodes]
        foremost = max(lit_roots, key=lambda r: len(_children_of(anatomy, r, lit)), default=None)
        line = _trace(anatomy, parents, first, foremost)
        lines[(*line[:-1], *onward)] = None
    return tuple(lines)[:MOST]


def _children_of(anatomy: Anatomy, root: str, lit: Lit) -> list[str]:
    return [e for e, roots in lit.endings.items() if roots & anatomy.bits[root]]
