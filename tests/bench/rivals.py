"""Alternatives: the same selection by other means, each as a small Dash page, and Dash with almost nothing on it.

`python -m tests.bench.rivals NAME` serves one on a free port, by the server that serves the atlas. In each, a
plain click on one button makes the selection, and the result is precomputed where possible. So none of them pays for
finding the element under the pointer, and Plotly is called directly, without Dash.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from dash import Dash, Input, Output, State, dcc, html

from atlas import Atlas
from atlas.figures.network_routing import plan_network
from atlas.figures.pathway_table import HIGHLIGHTED
from atlas.figures.svg_files import group_shapes
from tests.bench.old_figures import figures

LIT_COLOUR, PLAIN = "#b3261e", "#dddddd"
_CLOCK = """
window.bench = {rows: [], since: 0};
addEventListener("click", (event) => { bench.since = event.timeStamp; }, true);
bench.changed = () => {
  if (!bench.since) return;
  const since = bench.since, dom = performance.now() - since, painted = new MessageChannel();
  bench.since = 0;
  performance.mark("bench:changed");
  painted.port1.onmessage = () => bench.rows.push([dom, performance.now() - since]);
  requestAnimationFrame(() => painted.port2.postMessage(0));
};
"""
CLOCK = f"() => {{ {_CLOCK} }}"
"""Takes the time from a click to `bench.changed()`, and on to the frame after it."""
_PAGE = (
    "<!DOCTYPE html><html><head>{%metas%}{%title%}{%css%}<style>.lit{fill:#b3261e}#ask{position:fixed;top:0;left:0;z-index:9}</style></head><body>"
    f"MORE{{%app_entry%}}<footer>{{%config%}}{{%scripts%}}<script>{_CLOCK}</script>"
    "{%renderer%}</footer></body></html>"
)
_RESTYLE = """
addEventListener("click", async ({ target }) => {
  if (target.id !== "ask") return;
  const graph = document.querySelector(".js-plotly-plot");
  const lit = new Set(LITS[target.dataset.node]), traces = [], colours = [];
  graph.data.forEach((trace, at) => {
    const colour = lit.has(trace.name) ? LIT : PLAIN;
    if (trace.fillcolor !== colour) { traces.push(at); colours.push(colour); }
  });
  if (traces.length) await Plotly.restyle(graph, { fillcolor: colours }, traces);
  bench.changed();
});
"""
_CLASSES = """(n, elements) => {
  if (!n) return window.dash_clientside.no_update;
  const lit = new Set(LITS[document.getElementById("ask").dataset.node]);
  const cy = document.getElementById("cy")._cyreg.cy;
  cy.one("render", () => bench.changed());
  return elements.map((one) => ({ ...one, classes: lit.has(one.data.id) ? "lit" : "" }));
}"""
_LIGHT = """(lit) => {
  if (!lit) return window.dash_clientside.no_update;
  const set = new Set(lit);
  for (const shape of document.querySelectorAll("[data-node]")) shape.classList.toggle("lit", set.has(shape.dataset.node));
  bench.changed();
  return "";
}"""


def highlighted(atlas: Atlas, id_: str) -> list[str]:
    """What a selection highlights: nodes, and edges as `a b`."""
    found = atlas.pathway(id_)
    nodes = {id_} | {one for part in HIGHLIGHTED for one in getattr(found, part)}
    return sorted(nodes) + [" ".join(edge) for edge in found.edges]


def _lits(atlas: Atlas, script: str) -> str:
    return script.replace("LITS", json.dumps({id_: highlighted(atlas, id_) for id_ in atlas.nodes}))


def _app(layout: list, more: str = "", **options: object) -> Dash:
    app = Dash("rival", **options)
    app.index_string = _PAGE.replace("MORE", more)
    app.layout = html.Div([html.Button("Ask", id="ask"), *layout])
    return app


def bare(compress: bool = False) -> Dash:
    """A Dash app with a heading."""
    app = Dash("rival", compress=compress)
    app.layout = html.H1("Hello")
    return app


def plotly(outlines: Path) -> Dash:
    """Patches of skin as polygons of one Plotly figure; `outlines`: JSON of [id, points] (None parts polygons)."""
    traces = [
        {
            "type": "scatter",
            "mode": "lines",
            "fill": "toself",
            "hoveron": "fills",
            "name": id_,
            "fillcolor": PLAIN,
            "line": {"width": 1, "color": "#555555"},
            "x": [point and point[0] for point in points],
            "y": [point and point[1] for point in points],
        }
        for id_, points in json.loads(outlines.read_text("utf-8"))
    ]
    axis = {"visible": False}
    drawn = {"showlegend": False, "xaxis": axis, "yaxis": axis | {"autorange": "reversed", "scaleanchor": "x"}}
    script = _lits(Atlas.load(), _RESTYLE).replace("PLAIN", json.dumps(PLAIN))
    script = f"const LIT = {json.dumps(LIT_COLOUR)};{script}"
    figure = {"data": traces, "layout": drawn | {"height": 850}}
    return _app([dcc.Graph(figure=figure)], f"<script>{script}</script>")


def cytoscape(_: Path) -> Dash:
    """The nerve graph by dash-cytoscape, where the atlas draws it; a selection changes classes of its elements."""
    import dash_cytoscape

    atlas = Atlas.load()
    drawn = plan_network(atlas)
    elements = [{"data": {"id": id_}, "position": {"x": x, "y": y}} for id_, (x, y) in drawn.positions.items()]
    elements += [{"data": {"id": f"{a} {b}", "source": a, "target": b}} for a, b in drawn.paths]
    style = [{"selector": ".lit", "style": {"background-color": LIT_COLOUR, "line-color": LIT_COLOUR}}]
    shown = dash_cytoscape.Cytoscape(
        id="cy",
        elements=elements,
        stylesheet=style,
        layout={"name": "preset"},
        style={"height": "850px", "width": "100%"},
    )
    app = _app([shown])
    given = [Output("cy", "elements"), Input("ask", "n_clicks"), State("cy", "elements")]
    app.clientside_callback(_lits(atlas, _CLASSES), *given)
    return app


def callback(_: Path) -> Dash:
    """The atlas's own figures, highlighted by classes, but a server callback decides what is highlighted."""
    atlas = Atlas.load()
    shapes = []
    for svg in figures():
        paths = "".join(
            f'<path data-node="{one.get("data-node")}" d="{one.get("d")}"/>' for one in group_shapes(svg, "skin")
        )
        shapes.append(f'<svg viewBox="{svg.get("viewBox")}" height="800" fill="{PLAIN}">{paths}</svg>')
    # a click leaves the id with the button, as a property that Dash sends along
    script = """<script>addEventListener("click", ({ target }) => {
      if (target.id === "ask") dash_clientside.set_props("asked", { data: target.dataset.node });
    });</script>"""
    app = _app([dcc.Store(id="asked"), dcc.Store(id="lit"), html.Div(id="none")], script + "".join(shapes))
    app.clientside_callback(_LIGHT, Output("none", "children"), Input("lit", "data"))

    @app.callback(Output("lit", "data"), Input("asked", "data"), prevent_initial_call=True)
    def answer(asked: str) -> list[str]:
        return highlighted(atlas, asked)

    return app


RIVALS = {
    "bare": lambda _: bare(),
    "bare-compressed": lambda _: bare(compress=True),
    "plotly": plotly,
    "cytoscape": cytoscape,
    "callback": callback,
}


def serve_rival(name: str, given: Path | None = None) -> list[str]:
    """The command that serves a rival."""
    return [sys.executable, "-m", "tests.bench.rivals", name, *([str(given)] if given else [])]


if __name__ == "__main__":
    from waitress import create_server

    made = RIVALS[sys.argv[1]](Path(sys.argv[-1]))
    server = create_server(made.server, host="127.0.0.1", port=0, threads=8, ident=None)
    print(f"http://127.0.0.1:{server.effective_port}/", flush=True)
    server.run()
