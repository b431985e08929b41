"""Where everything of the nerve graph stands: a column for each level, room for every label, smooth ways between."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import wrap

from atlas.api import Atlas
from atlas.figures.network_layout import Columns, Edge, Stop, arrange
from atlas.figures.spacing import spaced

ROW = 17
"""Height of a target's row."""
LINE = 13
LETTER = 6.7
"""Mean width of a letter of a label when it is lit, which makes it bold."""
_WRAP = 16
_INDENT = 12
_GAP = 32
_TOP = 40
_PASSES = 6


@dataclass
class Plan:
    """Width, height, the x of each column, and the place and label lines of each node. `ways` are path data."""

    width: float = 0.0
    height: float = 0.0
    columns: list[float] = field(default_factory=list)
    at: dict[str, tuple[float, float]] = field(default_factory=dict)
    lines: dict[str, list[str]] = field(default_factory=dict)
    ways: dict[Edge, str] = field(default_factory=dict)


def _indents(columns: Columns) -> dict[Stop, int]:
    """How many steps each node lies below another one of its own column."""
    level = {stop: number for number, column in enumerate(columns.stops) for stop in column}
    above = {b: a for a, b in columns.ways if level[a] == level[b]}
    found: dict[Stop, int] = {}
    for node in above:
        depth, up = 0, node
        while up in above and depth < len(above):
            depth, up = depth + 1, above[up]
        found[node] = depth
    return found


def _rooms(columns: Columns, lines: dict[str, list[str]]) -> list[list[float]]:
    last = len(columns.stops) - 1
    rooms = []
    for number, column in enumerate(columns.stops):
        if number in (0, last):
            rooms.append([ROW if number else 2.2 * ROW] * len(column))
        else:
            rooms.append([LINE * len(lines[stop]) + 11.0 if isinstance(stop, str) else 8.0 for stop in column])
    return rooms


def _heights(columns: Columns, rooms: list[list[float]], height: float) -> dict[Stop, float]:
    """The y of every stop: targets in rows, all else as near as there is room to the mean of its neighbours."""
    links = columns.links()
    total = sum(rooms[-1])
    start = _TOP + (height - total) / 2
    y: dict[Stop, float] = {stop: start + ROW * (at + 0.5) for at, stop in enumerate(columns.stops[-1])}
    number_of = {stop: number for number, column in enumerate(columns.stops) for stop in column}
    for turn in range(_PASSES):
        order = range(1, len(columns.stops) - 1) if turn % 2 else range(len(columns.stops) - 2, -1, -1)
        for number in order:
            own, wanted = columns.stops[number], []
            for stop in own:
                pulls = {s: p for s, p in links[stop].items() if s in y and number_of[s] != number}
                weight = sum(pulls.values())
                fallback = wanted[-1] if wanted else _TOP
                wanted.append(sum(y[s] * p for s, p in pulls.items()) / weight if weight else fallback)
            y |= dict(zip(own, spaced(wanted, rooms[number], _TOP, _TOP + height), strict=True))
    return y


def _curve(points: list[tuple[float, float, float]]) -> str:
    """A line through stops given as (x where it comes in, x where it leaves, y), level across each column."""
    _, x, y = points[0]
    d = f"M{x:.0f} {y:.1f}"
    for enters, leaves, down in points[1:]:
        if enters != x:
            bend = (enters - x) / 2
            d += f"C{x + bend:.0f} {y:.1f} {enters - bend:.0f} {down:.1f} {enters:.0f} {down:.1f}"
        if leaves != enters:
            d += f"H{leaves:.0f}"
        x, y = leaves, down
    return d


def plan(atlas: Atlas) -> Plan:
    """Lay the graph out."""
    columns, found = arrange(atlas), Plan()
    last, indents = len(columns.stops) - 1, _indents(columns)
    nodes = [(number, stop) for number, column in enumerate(columns.stops) for stop in column if isinstance(stop, str)]
    for number, node in nodes:
        name = node if number == 0 else atlas.node(node).name
        found.lines[node] = [name] if number in (0, last) else wrap(name, _WRAP, break_long_words=False)
    rooms = _rooms(columns, found.lines)
    found.height = max(sum(room) for room in rooms)
    y = _heights(columns, rooms, found.height)
    ends, x = [], 34.0
    for number, column in enumerate(columns.stops):
        longest = max((len(line) for stop in column if isinstance(stop, str) for line in found.lines[stop]), default=0)
        deepest = max((indents.get(stop, 0) for stop in column), default=0)
        wide = 0.0 if number == 0 else LETTER * longest + 10 + _INDENT * deepest
        found.columns.append(x)
        ends.append(x + wide)
        x += wide + _GAP + (36 if number in (0, last - 1) else 0)
    found.width, found.height = ends[-1] + 8, found.height + _TOP + 12
    for number, node in nodes:
        low = 0.0 if number in (0, last) else LINE * len(found.lines[node]) / 2 + 1
        found.at[node] = (found.columns[number] + _INDENT * indents.get(node, 0), y[node] + low)
    for edge, way in columns.ways.items():
        found.ways[edge] = _way(found, way, y, ends)
    return found


def _way(found: Plan, way: tuple[Stop, ...], y: dict[Stop, float], ends: list[float]) -> str:
    first, last = found.at[way[0]], found.at[way[-1]]
    column = max(number for number, x in enumerate(found.columns) if x <= first[0])
    if len(way) == 2 and last[0] <= ends[column]:
        return f"M{first[0]:.0f} {first[1]:.1f}V{last[1]:.1f}H{last[0]:.0f}"
    between = [(found.columns[stop[1]], ends[stop[1]], y[stop]) for stop in way[1:-1]]
    start = (first[0], first[0], first[1])
    return _curve([start, (first[0], ends[column], first[1]), *between, (last[0], last[0], last[1])])
