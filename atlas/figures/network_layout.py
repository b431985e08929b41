"""The nerve graph in columns, one for each anatomical level, ordered so that few edges cross (Sugiyama's method)."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from atlas.api import Atlas

Edge = tuple[str, str]
Stop = str | tuple[str, int]
"""A node, or the point where a node's longer edges, bundled, pass a column: (node, column)."""
_SWEEPS = 24
_OVERLAP_PULL = 0.2
"""Weight of an overlapping innervation in the order of a column; a main innervation has 1."""


@dataclass
class Columns:
    """Stops by column in drawing order, and each edge with the stops on its path and its weight (`pull`)."""

    stops: list[list[Stop]] = field(default_factory=list)
    paths: dict[Edge, tuple[Stop, ...]] = field(default_factory=dict)
    pull: dict[Edge, float] = field(default_factory=dict)

    def links(self) -> dict[Stop, dict[Stop, float]]:
        """Stop → its neighbours on paths → their total weight."""
        found: dict[Stop, dict[Stop, float]] = {stop: {} for column in self.stops for stop in column}
        for edge, path in self.paths.items():
            for a, b in itertools.pairwise(path):
                found[a][b] = found[b][a] = found[a].get(b, 0.0) + self.pull[edge]
        return found

    def column_numbers(self) -> dict[Stop, int]:
        """Stop → number of its column."""
        return {stop: number for number, column in enumerate(self.stops) for stop in column}

    def places(self) -> dict[Stop, int]:
        """Stop → its place in its column."""
        return {stop: place for column in self.stops for place, stop in enumerate(column)}

    def parents(self) -> dict[Stop, Stop]:
        """Node with an upstream neighbour in its own column → that neighbour."""
        number = self.column_numbers()
        return {b: a for a, b in self.paths if number[a] == number[b]}


def node_columns(atlas: Atlas) -> dict[str, int]:
    """Node → its column: roots in the first, targets in the last, segments at their level."""
    levels = sorted(atlas.dataset.levels.values(), key=lambda level: level.order)
    number = {level.id: at for at, level in enumerate(levels)}
    roots = sorted(atlas.dataset.roots.values(), key=lambda root: root.order)
    found = dict.fromkeys((root.id for root in roots), 0)
    found |= {segment.id: number[segment.level] for segment in atlas.dataset.segments.values()}
    targets = set(atlas.nerve_graph.innervation_by_target)
    return found | {node: len(levels) - 1 for node in atlas.nodes if node in targets}


def _edge_weights(atlas: Atlas) -> dict[Edge, float]:
    segments = atlas.dataset.segments.values()
    found = {(upstream, segment.id): 1.0 for segment in segments for upstream in segment.upstream}
    for edge in atlas.nerve_graph.innervation:
        found[(edge.branch, edge.target)] = 1.0 if edge.main else _OVERLAP_PULL
    return found


def _fill_columns(columns: Columns, column: dict[str, int]) -> None:
    """Fill the columns in depth-first order from each root, so that each branch starts as one block."""
    children: dict[str, list[str]] = {}
    for a, b in sorted(columns.pull, key=lambda edge: -columns.pull[edge]):
        columns.paths[(a, b)] = (a, *((a, number) for number in range(column[a] + 1, column[b])), b)
        children.setdefault(a, []).append(b)
    placed: set[Stop] = set()
    waiting: list[tuple[Stop, ...]] = [(node,) for node in reversed(column)]
    while waiting:
        for stop in waiting.pop():
            if stop not in placed:
                placed.add(stop)
                columns.stops[column[stop] if isinstance(stop, str) else stop[1]].append(stop)
                if isinstance(stop, str):
                    waiting += [columns.paths[(stop, child)][1:] for child in reversed(children.get(stop, []))]


def _mean_position(links: dict[Stop, float], position: dict[Stop, float], default: float) -> float:
    """The weighted mean position of a stop's neighbours, as far as they are known."""
    known = [(position[stop], pull) for stop, pull in links.items() if stop in position]
    weight = sum(pull for _, pull in known)
    return sum(place * pull for place, pull in known) / weight if weight else default


def crossings(columns: Columns) -> int:
    """The number of pairs of paths that cross between neighbouring columns."""
    place, number = columns.places(), columns.column_numbers()
    count = 0
    gaps: dict[int, set[tuple[int, int]]] = {}
    for path in columns.paths.values():
        for a, b in itertools.pairwise(path):
            if number[a] != number[b]:
                gaps.setdefault(number[a], set()).add((place[a], place[b]))
    for pairs in gaps.values():
        ends: list[int] = []
        for _, end in sorted(pairs):
            count += sum(1 for other in ends if other > end)
            ends.append(end)
    return count


def arrange_columns(atlas: Atlas) -> Columns:
    """The columns in an order found by barycentre sweeps, then by swapping neighbours."""
    column = node_columns(atlas)
    columns = Columns([[] for _ in range(max(column.values()) + 1)], {}, _edge_weights(atlas))
    _fill_columns(columns, column)
    links, parents = columns.links(), columns.parents()
    best: list[list[Stop]] = []
    fewest = -1
    for _ in range(_SWEEPS):
        _sweep(columns, links, parents)
        count = crossings(columns)
        if fewest < 0 or count < fewest:
            best, fewest = [list(stops) for stops in columns.stops], count
    columns.stops = best
    for _ in range(_SWEEPS):
        if not _swap(columns, links, parents):
            break
    return columns


def _in_blocks(stops: list[Stop], parents: dict[Stop, Stop], position: dict[Stop, float]) -> list[Stop]:
    """A column sorted by position, with the children of a node of the same column directly below it."""
    children: dict[Stop, list[Stop]] = {}
    for stop in stops:
        if stop in parents:
            children.setdefault(parents[stop], []).append(stop)

    def block(stop: Stop) -> list[Stop]:
        own = sorted(children.get(stop, []), key=position.__getitem__)
        return [stop, *(inner for child in own for inner in block(child))]

    blocks = [block(stop) for stop in stops if stop not in parents]
    blocks.sort(key=lambda members: sum(position[stop] for stop in members) / len(members))
    return [stop for members in blocks for stop in members]


def _sweep(columns: Columns, links: dict[Stop, dict[Stop, float]], parents: dict[Stop, Stop]) -> None:
    """Move every stop to the mean of its neighbours: from the targets to the roots, then back."""
    position: dict[Stop, float] = {stop: float(place) for place, stop in enumerate(columns.stops[-1])}
    for stops in reversed(columns.stops[:-1]):
        for _ in range(2):  # twice, for neighbours that share a column
            position |= {stop: _mean_position(links[stop], position, position.get(stop, 0.0)) for stop in stops}
    for stops in columns.stops[1:]:
        position |= {stop: _mean_position(links[stop], position, position[stop]) for stop in stops}
    for stops in columns.stops[1:]:  # roots keep their anatomical order
        stops[:] = _in_blocks(stops, parents, position)


def _swap(columns: Columns, links: dict[Stop, dict[Stop, float]], parents: dict[Stop, Stop]) -> bool:
    """Swap neighbours in a column wherever that removes more crossings than it adds. True if any were swapped."""
    place, number = columns.places(), columns.column_numbers()
    swapped, in_block = False, {*parents, *parents.values()}
    for column, stops in enumerate(columns.stops[1:], start=1):
        for at in range(len(stops) - 1):
            upper, lower = stops[at], stops[at + 1]
            if upper in in_block or lower in in_block:
                continue
            gain = sum(
                (pull * other) * ((place[a] > place[b]) - (place[a] < place[b]))
                for a, pull in links[upper].items()
                for b, other in links[lower].items()
                if number[a] == number[b] != column
            )
            if gain > 1e-9:
                stops[at], stops[at + 1], place[upper], place[lower] = lower, upper, at + 1, at
                swapped = True
    return swapped
