"""The nerve graph in columns, one for each anatomical level, ordered so that few edges cross."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from atlas.api import Atlas

Edge = tuple[str, str]
Stop = str | tuple[str, int]
"""A node, or where the bundle of a node's far-reaching edges passes a column: (node, column)."""
_SWEEPS = 24
_OVERLAP = 0.2
"""Pull of an overlapping innervation on where a target stands; a main one pulls with 1."""


@dataclass
class Columns:
    """Nodes by column in drawing order, and each edge as the stops it passes with the pull it has."""

    stops: list[list[Stop]] = field(default_factory=list)
    ways: dict[Edge, tuple[Stop, ...]] = field(default_factory=dict)
    pull: dict[Edge, float] = field(default_factory=dict)

    def links(self) -> dict[Stop, dict[Stop, float]]:
        """Every stop → its neighbours on ways and how strongly they pull."""
        found: dict[Stop, dict[Stop, float]] = {stop: {} for column in self.stops for stop in column}
        for edge, way in self.ways.items():
            for a, b in itertools.pairwise(way):
                found[a][b] = found[b][a] = found[a].get(b, 0.0) + self.pull[edge]
        return found


def column_of(atlas: Atlas) -> dict[str, int]:
    """Each node of the graph → its column: roots in the first, targets in the last, segments at their level."""
    levels = sorted(atlas.dataset["levels"].values(), key=lambda level: level.order)
    place = {level.id: at for at, level in enumerate(levels)}
    found = dict.fromkeys(sorted(atlas.dataset["roots"], key=lambda r: atlas.dataset["roots"][r].order), 0)
    found |= {s.id: place[s.level] for s in atlas.dataset["segments"].values()}
    hung = {row.target for row in atlas.dataset["innervation"].values()}
    return found | {e: len(levels) - 1 for e in atlas.nodes if e in hung}


def _edges(atlas: Atlas) -> dict[Edge, float]:
    found = {(up, s.id): 1.0 for s in atlas.dataset["segments"].values() for up in s.upstream}
    for row in atlas.dataset["innervation"].values():
        found[(row.branch, row.target)] = 1.0 if row.role == "main" else _OVERLAP
    return found


def _walked(columns: Columns, column: dict[str, int]) -> None:
    """Fill the columns in the order of a walk down from each root, so that each branch starts out in one piece."""
    children: dict[str, list[str]] = {}
    for a, b in sorted(columns.pull, key=lambda edge: -columns.pull[edge]):
        columns.ways[(a, b)] = (a, *((a, number) for number in range(column[a] + 1, column[b])), b)
        children.setdefault(a, []).append(b)
    placed: set[Stop] = set()
    waiting: list[tuple[Stop, ...]] = [(node,) for node in reversed(column)]
    while waiting:
        way = waiting.pop()
        for stop in way:
            if stop not in placed:
                placed.add(stop)
                columns.stops[column[stop] if isinstance(stop, str) else stop[1]].append(stop)
                if isinstance(stop, str):
                    waiting += [columns.ways[(stop, child)][1:] for child in reversed(children.get(stop, []))]


def _mean(links: dict[Stop, float], at: dict[Stop, float], own: float) -> float:
    known = [(at[stop], pull) for stop, pull in links.items() if stop in at]
    weight = sum(pull for _, pull in known)
    return sum(place * pull for place, pull in known) / weight if weight else own


def crossings(columns: Columns) -> int:
    """How many pairs of ways cross between neighbouring columns."""
    at = {stop: place for column in columns.stops for place, stop in enumerate(column)}
    level = {stop: number for number, column in enumerate(columns.stops) for stop in column}
    count = 0
    gaps: dict[int, set[tuple[int, int]]] = {}
    for way in columns.ways.values():
        for a, b in itertools.pairwise(way):
            if level[a] != level[b]:
                gaps.setdefault(level[a], set()).add((at[a], at[b]))
    for pairs in gaps.values():
        ends: list[int] = []
        for _, end in sorted(pairs):
            count += sum(1 for other in ends if other > end)
            ends.append(end)
    return count


def arrange(atlas: Atlas) -> Columns:
    """Columns in an order found by moving every stop to the barycentre of its neighbours, to and fro."""
    column = column_of(atlas)
    columns = Columns([[] for _ in range(max(column.values()) + 1)], {}, _edges(atlas))
    _walked(columns, column)
    links, stems = columns.links(), _stems(columns)
    best, fewest = [], -1
    for _ in range(_SWEEPS):
        _sweep(columns, links, stems)
        count = crossings(columns)
        if fewest < 0 or count < fewest:
            best, fewest = [list(c) for c in columns.stops], count
    columns.stops = best
    for _ in range(_SWEEPS):
        if not _swap(columns, links, stems):
            break
    return columns


def _stems(columns: Columns) -> dict[Stop, Stop]:
    """Each node with a neighbour of its own column upstream → that neighbour."""
    level = {stop: number for number, column in enumerate(columns.stops) for stop in column}
    return {b: a for a, b in columns.ways if level[a] == level[b]}


def _in_bunches(own: list[Stop], stems: dict[Stop, Stop], at: dict[Stop, float]) -> list[Stop]:
    """A column sorted by `at`, with what hangs on a node of the same column right below that node."""
    hung: dict[Stop, list[Stop]] = {}
    for stop in own:
        if stop in stems:
            hung.setdefault(stems[stop], []).append(stop)

    def bunch(stop: Stop) -> list[Stop]:
        return [stop, *(inner for child in sorted(hung.get(stop, []), key=at.__getitem__) for inner in bunch(child))]

    bunches = [bunch(stop) for stop in own if stop not in stems]
    bunches.sort(key=lambda members: sum(at[stop] for stop in members) / len(members))
    return [stop for members in bunches for stop in members]


def _sweep(columns: Columns, links: dict[Stop, dict[Stop, float]], stems: dict[Stop, Stop]) -> None:
    """Let every stop take the height of what hangs on it, then the targets the height of what they hang on."""
    at: dict[Stop, float] = {stop: float(place) for place, stop in enumerate(columns.stops[-1])}
    for own in reversed(columns.stops[:-1]):
        for _ in range(2):  # twice, for neighbours that share a column
            at |= {stop: _mean(links[stop], at, at.get(stop, 0.0)) for stop in own}
    for own in columns.stops[1:]:
        at |= {stop: _mean(links[stop], at, at[stop]) for stop in own}
    for own in columns.stops[1:]:  # roots stay in anatomical order
        own[:] = _in_bunches(own, stems, at)


def _swap(columns: Columns, links: dict[Stop, dict[Stop, float]], stems: dict[Stop, Stop]) -> bool:
    """Exchange neighbours in a column wherever that undoes more crossings than it makes. True if any was."""
    at = {stop: place for column in columns.stops for place, stop in enumerate(column)}
    level = {stop: number for number, column in enumerate(columns.stops) for stop in column}
    swapped, bunched = False, {*stems, *stems.values()}
    for number, own in enumerate(columns.stops[1:], start=1):
        for place in range(len(own) - 1):
            upper, lower = own[place], own[place + 1]
            if upper in bunched or lower in bunched:
                continue
            gain = sum(
                (pull * other) * ((at[a] > at[b]) - (at[a] < at[b]))
                for a, pull in links[upper].items()
                for b, other in links[lower].items()
                if level[a] == level[b] != number
            )
            if gain > 1e-9:
                own[place], own[place + 1], at[upper], at[lower] = lower, upper, place + 1, place
                swapped = True
    return swapped
