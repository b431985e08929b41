"""Positions in the nerve graph: a column for each level, room for every label, smooth paths between nodes."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import wrap

from atlas.api import Atlas
from atlas.figures.network_layout import Columns, Edge, Stop, arrange_columns
from atlas.figures.spacing import spaced

ROW = 17
"""Height of a target's row."""
LINE = 13
"""Height of a line of a label."""
LETTER = 6.7
"""Mean width of a letter of a highlighted label, which is bold."""
_WRAP = 16
_INDENT = 12
_GAP = 32
_TOP = 40
_PASSES = 6


@dataclass
class NetworkPlan:
    """Size of the graph, the x of each column, position and label lines of each node, and SVG path data of each edge.

    Lengths are in units of the SVG.
    """

    width: float = 0.0
    height: float = 0.0
    columns: list[float] = field(default_factory=list)
    positions: dict[str, tuple[float, float]] = field(default_factory=dict)
    lines: dict[str, list[str]] = field(default_factory=dict)
    paths: dict[Edge, str] = field(default_factory=dict)


def _indents(columns: Columns) -> dict[Stop, int]:
    """Node → number of its ancestors in its own column, for nodes that have any."""
    parents = columns.parents()
    found: dict[Stop, int] = {}
    for node in parents:
        depth, ancestor = 0, node
        while ancestor in parents and depth < len(parents):
            depth, ancestor = depth + 1, parents[ancestor]
        found[node] = depth
    return found


def _stop_heights(columns: Columns, lines: dict[str, list[str]]) -> list[list[float]]:
    """The height that each stop needs, by column."""
    last = len(columns.stops) - 1
    heights: list[list[float]] = []
    for number, column in enumerate(columns.stops):
        if number in (0, last):
            heights.append([ROW if number else 2.2 * ROW] * len(column))
        else:
            heights.append([LINE * len(lines[stop]) + 11.0 if isinstance(stop, str) else 8.0 for stop in column])
    return heights


def _vertical_positions(columns: Columns, sizes: list[list[float]], height: float) -> dict[Stop, float]:
    """The y of every stop: targets in rows, everything else as near to the mean of its neighbours as there is room."""
    links, number_of = columns.links(), columns.column_numbers()
    start = _TOP + (height - sum(sizes[-1])) / 2
    y: dict[Stop, float] = {stop: start + ROW * (place + 0.5) for place, stop in enumerate(columns.stops[-1])}
    for turn in range(_PASSES):
        order = range(1, len(columns.stops) - 1) if turn % 2 else range(len(columns.stops) - 2, -1, -1)
        for number in order:
            stops = columns.stops[number]
            wanted: list[float] = []
            for stop in stops:
                pulls = {s: pull for s, pull in links[stop].items() if s in y and number_of[s] != number}
                weight = sum(pulls.values())
                fallback = wanted[-1] if wanted else _TOP
                wanted.append(sum(y[s] * pull for s, pull in pulls.items()) / weight if weight else fallback)
            y |= dict(zip(stops, spaced(wanted, sizes[number], _TOP, _TOP + height), strict=True))
    return y


def _curve(points: list[tuple[float, float, float]]) -> str:
    """Path data through (x where the path enters, x where it leaves, y), level across each column."""
    _, x, y = points[0]
    d = f"M{x:.0f} {y:.1f}"
    for enter_x, leave_x, next_y in points[1:]:
        if enter_x != x:
            bend = (enter_x - x) / 2
            d += f"C{x + bend:.0f} {y:.1f} {enter_x - bend:.0f} {next_y:.1f} {enter_x:.0f} {next_y:.1f}"
        if leave_x != enter_x:
            d += f"H{leave_x:.0f}"
        x, y = leave_x, next_y
    return d


def plan_network(atlas: Atlas) -> NetworkPlan:
    """The layout of the whole nerve graph."""
    columns, plan = arrange_columns(atlas), NetworkPlan()
    last, indents = len(columns.stops) - 1, _indents(columns)
    nodes = [(number, stop) for number, column in enumerate(columns.stops) for stop in column if isinstance(stop, str)]
    for number, node in nodes:
        name = node if number == 0 else atlas.node(node).name
        plan.lines[node] = [name] if number in (0, last) else wrap(name, _WRAP, break_long_words=False)
    sizes = _stop_heights(columns, plan.lines)
    plan.height = max(sum(column) for column in sizes)
    y = _vertical_positions(columns, sizes, plan.height)
    ends, x = [], 34.0
    for number, column in enumerate(columns.stops):
        longest = max((len(line) for stop in column if isinstance(stop, str) for line in plan.lines[stop]), default=0)
        deepest = max((indents.get(stop, 0) for stop in column), default=0)
        width = 0.0 if number == 0 else LETTER * longest + 10 + _INDENT * deepest
        plan.columns.append(x)
        ends.append(x + width)
        x += width + _GAP + (36 if number in (0, last - 1) else 0)
    plan.width, plan.height = ends[-1] + 8, plan.height + _TOP + 12
    for number, node in nodes:
        below_label = 0.0 if number in (0, last) else LINE * len(plan.lines[node]) / 2 + 1
        plan.positions[node] = (plan.columns[number] + _INDENT * indents.get(node, 0), y[node] + below_label)
    for edge, path in columns.paths.items():
        plan.paths[edge] = _path_data(plan, edge, path[1:-1], y, ends)
    return plan


def _path_data(
    plan: NetworkPlan, edge: Edge, between: tuple[Stop, ...], y: dict[Stop, float], ends: list[float]
) -> str:
    first, last = plan.positions[edge[0]], plan.positions[edge[1]]
    column = max(number for number, x in enumerate(plan.columns) if x <= first[0])
    if not between and last[0] <= ends[column]:
        return f"M{first[0]:.0f} {first[1]:.1f}V{last[1]:.1f}H{last[0]:.0f}"
    passed = [(plan.columns[stop[1]], ends[stop[1]], y[stop]) for stop in between if isinstance(stop, tuple)]
    start = (first[0], first[0], first[1])
    return _curve([start, (first[0], ends[column], first[1]), *passed, (last[0], last[0], last[1])])
