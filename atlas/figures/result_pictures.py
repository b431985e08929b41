"""Pictures of a pathway or a lesion, for notebooks, scripts and slides: on the body, and on the network of nerves."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from atlas.api import Atlas
from atlas.dataset.tables.sources import View
from atlas.figures.lit_path import CASINGS
from atlas.figures.lit_styles import LESION_STATES, LIT, State
from atlas.figures.network_routing import LINE, NetworkPlan, plan_network
from atlas.figures.notebook import Connections, frame, mark_shapes, network_node
from atlas.figures.path_views import whole_views
from atlas.figures.standalone import ThemeStyler, make_standalone, standalone_text, styled_figure
from atlas.figures.svg_files import Shape, find_group, read_figure
from atlas.figures.theme_css import colours
from atlas.graph.nerve_graph import NerveGraph
from atlas.graph.result import Result

if TYPE_CHECKING:
    import networkx as nx
    from plotly.graph_objects import Figure

Point = tuple[float, float]
ON_PATHWAY = "on the pathway"
"""The state of a node or an edge that is not affected by a lesion."""
_TOKENS = {ON_PATHWAY: "lit", "lost": "alarm", "reduced": "mixed-line"}
"""State → the colour of the table of themes in which it is drawn."""
_COMMAND = re.compile(r"([MCHV])([^MCHV]*)")
_CURVE_STEPS = 8


@lru_cache(4)
def _atlas_of(nerve_graph: NerveGraph) -> Atlas:
    return Atlas.of_graph(nerve_graph)


def _state(attributes: dict[str, object]) -> str:
    return str(attributes.get("state", ON_PATHWAY))


def _best_view(atlas: Atlas, nodes: Collection[str]) -> str:
    """The view of the body that shows the whole path best; without one, the view that shows the most of it."""
    if whole := whole_views(atlas, nodes):
        return whole[0]
    wanted = set(nodes)

    def shown(view: str) -> int:
        return len(wanted & {shape.get("data-node") for shape in read_figure(atlas, view).iter()})

    return max(atlas.dataset.views, key=shown)


def _drawn_body(result: Result, view: str | None, layer: str, theme: str) -> tuple[Shape, ThemeStyler, View]:
    """One view of the body with a result highlighted, which is the best one by default."""
    atlas, graph = _atlas_of(result.nerve_graph), result.subgraph()
    views = atlas.dataset.views
    pathway = atlas.pathway(result.about, result.map)
    path = (*pathway.roots, *pathway.segments)
    view = view or _best_view(atlas, {*graph, *path})
    if view not in views:
        raise ValueError(f"'{view}' is not a view of the body; the views are {', '.join(views)}")
    shows = ["nerves", "bones"] if find_group(read_figure(atlas, view), "skin") is None else ["nerves"]
    states = {node: _state(attributes) for node, attributes in graph.nodes.items()}
    lit: dict[str, State] = {node: after for node, state in states.items() for after in LESION_STATES if after == state}
    if lit:
        nerves = (node for node in path if states.get(node, ON_PATHWAY) == ON_PATHWAY)
        lit |= dict.fromkeys(nerves, LIT)
    svg, styler = styled_figure(atlas, view, layer, theme, shows, result.map, result.about, states=lit or None)
    return svg, styler, views[view]


def body_svg(result: Result, view: str | None, layer: str, theme: str, side: str) -> str:
    """One view of the body with a pathway or a lesion highlighted.

    Raises ValueError for an unknown view, theme or side.
    """
    svg, styler, shown = _drawn_body(result, view, layer, theme)
    return standalone_text(svg, styler, shown.name, shown.describe, side)


def _points(path: str) -> list[Point]:
    """The points of an edge of the network, its curves as short straight lines.

    >>> _points("M0 0V4H6")
    [(0.0, 0.0), (0.0, 4.0), (6.0, 4.0)]
    """
    points: list[Point] = []
    for command, text in _COMMAND.findall(path):
        numbers = [float(number) for number in text.split()]
        if command == "M":
            points.append((numbers[0], numbers[1]))
        elif command == "H":
            points.append((numbers[0], points[-1][1]))
        elif command == "V":
            points.append((points[-1][0], numbers[0]))
        else:
            corners = [points[-1], *zip(numbers[::2], numbers[1::2], strict=True)]
            points += [_on_curve(corners, step / _CURVE_STEPS) for step in range(1, _CURVE_STEPS + 1)]
    return points


def _on_curve(corners: list[Point], t: float) -> Point:
    """A point of a cubic Bézier curve, `t` from 0 to 1."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(w * corner[axis] for w, corner in zip(weights, corners, strict=True)) for axis in (0, 1))
    return x, y


def _lines(drawn: NetworkPlan, edges: Iterable[tuple[str, str]]) -> tuple[list[float | None], list[float | None]]:
    """The x and y of several edges as one line with gaps."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for edge in edges:
        points = _points(drawn.paths[edge])
        xs += [*(x for x, _ in points), None]
        ys += [*(y for _, y in points), None]
    return xs, ys


def _title(atlas: Atlas, result: Result) -> str:
    map_name = atlas.dataset.dermatome_maps[result.map].name
    return f"{type(result).__name__}: {atlas.node(result.about).name} ({map_name})"


def _vertical_range(drawn: NetworkPlan, graph: nx.DiGraph[str]) -> tuple[float, float]:
    """The top and the bottom of the part of the network that a result covers, with room for labels."""
    heights = [drawn.positions[node][1] for node in graph] or [0.0]
    return min(heights) - 4 * LINE, max(heights) + 2 * LINE


def network_figure(result: Result) -> Figure:
    """The network around a pathway or a lesion, with its nodes and edges highlighted and labelled."""
    from plotly import graph_objects as go

    atlas, graph = _atlas_of(result.nerve_graph), result.subgraph()
    drawn, tones = plan_network(atlas), colours(atlas, "light")
    figure = go.Figure()

    def add_edges(edges: Iterable[tuple[str, str]], name: str, colour: str, width: float) -> None:
        xs, ys = _lines(drawn, edges)
        line = {"color": colour, "width": width}
        figure.add_scatter(x=xs, y=ys, mode="lines", line=line, name=name, hoverinfo="skip")

    def add_nodes(nodes: list[str], name: str, colour: str) -> None:
        at_end = [drawn.positions[node][0] >= drawn.columns[-1] for node in nodes]
        figure.add_scatter(
            x=[drawn.positions[node][0] for node in nodes],
            y=[drawn.positions[node][1] for node in nodes],
            customdata=nodes,
            text=["<br>".join(map(escape, drawn.lines[node])) for node in nodes],
            hovertext=[escape(graph.nodes[node]["name"]) for node in nodes],
            hovertemplate="%{hovertext} (%{customdata})<extra></extra>",
            mode="markers+text",
            textposition=["middle right" if last else "top right" for last in at_end],
            textfont={"size": 10},
            marker={"color": colour, "size": 7},
            name=name,
            showlegend=False,
        )

    add_edges((edge for edge in drawn.paths if edge not in graph.edges), "rest of the network", tones["line"], 1)
    for state, token in _TOKENS.items():
        edges = [edge for edge, attributes in graph.edges.items() if _state(attributes) == state]
        nodes = [node for node, attributes in graph.nodes.items() if _state(attributes) == state]
        if edges:
            add_edges(edges, state, tones[token], 3)
        if nodes:
            add_nodes(nodes, state, tones[token])
    top, bottom = _vertical_range(drawn, graph)
    hidden = {"visible": False, "showgrid": False}
    figure.update_layout(
        title=escape(_title(atlas, result)),
        width=drawn.width,
        height=max(300.0, bottom - top) + 100,
        xaxis={**hidden, "range": [0, drawn.width]},
        yaxis={**hidden, "range": [bottom, top]},
        plot_bgcolor=tones["sheet"],
        margin={"l": 20, "r": 20, "t": 60, "b": 40},
        legend={"orientation": "h"},
    )
    return figure


def _network_svg(
    atlas: Atlas, drawn: NetworkPlan, graph: nx.DiGraph[str], tones: dict[str, str], connections: Connections
) -> str:
    """The edges of a part of the graph where the whole network has them, with labels; cropped to that part."""
    edges = "".join(
        f'<path d="{drawn.paths[edge]}" stroke="{tones[_TOKENS[_state(attributes)]]}"'
        f' data-on="{connections.lit_by(edge)}"/>'
        for edge, attributes in graph.edges.items()
    )
    labels = "".join(network_node(drawn, node, atlas.node(node).name, connections) for node in graph)
    top, bottom = _vertical_range(drawn, graph)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {top:.0f} {drawn.width:.0f} {bottom - top:.0f}"'
        f' font-size="12" fill="{tones["ink"]}"><g fill="none" stroke-width="2.5">{edges}</g>{labels}</svg>'
    )


def result_html(result: Result) -> str:
    """A frame with a heading, a line that counts what is highlighted, the body, and the network around the result."""
    atlas, graph = _atlas_of(result.nerve_graph), result.subgraph()
    kinds = [attributes["kind"] for attributes in graph.nodes.values()]
    counts = ", ".join(f"{kind}: {kinds.count(kind)}" for kind in dict.fromkeys(kinds)) or "nothing"
    tones = colours(atlas, "light")
    connections = Connections(graph, result.map)
    svg, styler, view = _drawn_body(result, None, "", "light")
    shapes = {shape: node for shape in svg.iter() if (node := shape.get("data-node"))}
    casings = find_group(svg, CASINGS)
    make_standalone(svg, styler, view.name, view.describe)
    if casings is not None:
        casings.set("data-on", "")  # they are dimmed with all the rest
    names = {node: atlas.node(node).name for node in graph}
    body = mark_shapes(svg, shapes, connections, names)
    network = _network_svg(atlas, plan_network(atlas), graph, tones, connections)
    ink = f"body{{color:{tones['ink']};background:{tones['sheet']}}}"
    return frame(atlas, _title(atlas, result), counts, body, network, connections, ink)
