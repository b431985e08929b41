"""A result in a notebook: the body and the network in a frame, where pointing at a part shows what it is connected to.

The frame is sandboxed and holds plain HTML and CSS: it runs no script, loads nothing, and its styles cannot leak into
the notebook.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from xml.etree import ElementTree

import networkx as nx

from atlas.api import Atlas
from atlas.figures.network_routing import LINE, NetworkPlan
from atlas.figures.svg_files import Shape, qualified

HEIGHT = 660
"""Height of the frame in pixels; what is larger scrolls."""
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_STYLE = """
body{margin:0;font:14px/1.4 system-ui,sans-serif}
h1{font-size:1rem;margin:0}
p{margin:0 0 .5rem}
.parts{display:flex;gap:1rem;align-items:flex-start}
.body{flex:none}
.body svg{display:block;width:auto;height:580px}
.network{flex:1 1 40rem;min-width:40rem}
.network svg{display:block;width:100%;height:auto}
[data-part]{cursor:pointer;outline:none}
[data-part]:is(:hover,:focus) text{text-decoration:underline}
.result:has([data-part]:is(:hover,:focus)) [data-on]{opacity:.13}
"""


class Connections:
    """Which parts of a result light up with which, numbered for the style sheet.

    A part lights up with everything that fibres of one of its roots pass before and after it. `graph`: the part of the
    public graph that the result covers; `map_id`: the dermatome map by which it does.
    """

    def __init__(self, graph: nx.DiGraph[str], map_id: str) -> None:
        self.number = {node: at for at, node in enumerate(graph)}
        self._lit_by: dict[str | tuple[str, str], set[int]] = {node: {at} for node, at in self.number.items()}
        for root, kind in graph.nodes("kind"):
            if kind == "root":
                self._follow(_fibres(graph, root, map_id))

    def _follow(self, fibres: nx.DiGraph[str]) -> None:
        for node in fibres:
            before, after = nx.ancestors(fibres, node), nx.descendants(fibres, node)
            edges = [(a, b) for a, b in fibres.edges if b in before or b == node or a in after or a == node]
            parts: list[str | tuple[str, str]] = [*before, *after, *edges]
            for part in parts:
                self._lit_by.setdefault(part, set()).add(self.number[node])

    def lit_by(self, part: str | tuple[str, str]) -> str:
        """The numbers of the parts that light up a node or an edge, as the attribute `data-on` has them."""
        return " ".join(map(str, sorted(self._lit_by.get(part, ()))))

    def rules(self) -> str:
        """The style rules that light up what is connected with the part in use."""
        return "".join(
            f'.result:has([data-part="{at}"]:is(:hover,:focus)) [data-on~="{at}"]{{opacity:1}}'
            for at in self.number.values()
        )


def _fibres(graph: nx.DiGraph[str], root: str, map_id: str) -> nx.DiGraph[str]:
    """The edges along which fibres of a root run: those of the map, and to skin those of the nerve itself."""
    return graph.edge_subgraph(
        edge
        for edge, attributes in graph.edges.items()
        if root in attributes["roots"][map_id] or root in attributes.get("field_roots", ())
    )


def mark_shapes(svg: Shape, nodes: Mapping[Shape, str], connections: Connections, names: Mapping[str, str]) -> str:
    """A drawing as text in which the shapes of these nodes have a title and answer to the pointer and the keyboard."""
    for shape, node in nodes.items():
        if node not in connections.number:
            continue
        shape.set("data-part", str(connections.number[node]))
        shape.set("data-on", connections.lit_by(node))
        title = ElementTree.Element(qualified("title"))
        title.text = names[node]
        shape.insert(0, title)
    return ElementTree.tostring(svg, encoding="unicode")


def network_node(plan: NetworkPlan, node: str, name: str, connections: Connections) -> str:
    """The label of a node of the network, as a part that can be pointed at and focused."""
    (x, y), lines = plan.positions[node], plan.lines[node]
    at_end = x >= plan.columns[-1]
    left, top = (x + 6, y + 4) if at_end else (x + 4, y - 5 - LINE * (len(lines) - 1))
    spans = (
        f'<tspan x="{left:.0f}" y="{top + LINE * number:.0f}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return (
        f'<g data-part="{connections.number[node]}" data-on="{connections.lit_by(node)}" tabindex="0" role="img"'
        f' aria-label="{escape(name)}"><title>{escape(name)}</title><text>{" ".join(spans)}</text></g>'
    )


def frame(atlas: Atlas, title: str, summary: str, body: str, network: str, connections: Connections, ink: str) -> str:
    """The frame with everything in it. `body` and `network`: SVG; `ink`: the colour of the text and its background."""
    document = (
        f'<!DOCTYPE html><html lang="{escape(atlas.language)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}"><title>{escape(title)}</title>'
        f"<style>{_STYLE}{ink}{connections.rules()}</style></head>"
        f'<body><main class="result"><h1>{escape(title)}</h1><p>{escape(summary)}</p>'
        f'<div class="parts"><div class="body">{body}</div><div class="network">{network}</div></div>'
        "</main></body></html>"
    )
    return (
        f'<iframe sandbox="" title="{escape(title)}" srcdoc="{escape(document)}"'
        f' style="width:100%;height:{HEIGHT}px;border:0"></iframe>'
    )
