"""The plate of figures and the nerve graph, as sections of the page."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.drawing.arrangement import is_wide, plates
from atlas.drawing.colours import Dress
from atlas.drawing.graph import draw_graph
from atlas.drawing.skin import draw_skin, stands_first
from atlas.drawing.zones import border_kinds
from atlas.facts.tables.origins import Aspect
from atlas.views.legend import legend
from atlas.views.maps_page import method_line
from atlas.views.markup import Inline
from atlas.views.solid import solid


def _figure(atlas: Atlas, aspect: Aspect, dressed: dict[str, Dress]) -> html.Figure:
    told = html.Span(aspect.describe, id=f"told-{aspect.id}", className="told")
    caption = html.Figcaption([html.Span(aspect.name, id=f"aspect-{aspect.id}"), told])
    stands = [plate.id for plate in plates(atlas) if aspect.id in plate.aspects]
    on = {"data-plates": " ".join(stands)} if plates(atlas) else {}
    first = stands_first(atlas, aspect)
    drawn = [Inline(draw_skin(atlas, aspect, dressed, border_kinds(atlas)[atlas.default_map]))] if first else []
    return html.Figure([*drawn, caption], id=f"figure-{aspect.id}", hidden=not first, **on)


def _block(atlas: Atlas, group: str, aspects: list[Aspect], dressed: dict[str, Dress]) -> html.Div:
    shapes = {"tall": False, "wide": True}
    parts = {name: [aspect for aspect in aspects if is_wide(atlas, aspect) is wide] for name, wide in shapes.items()}
    rows = {name: [_figure(atlas, one, dressed) for one in own] for name, own in parts.items() if own}
    shown = [html.Div(own, className=name) for name, own in rows.items()]
    return html.Div(shown, className="block", **{"data-group": group})


def plate(atlas: Atlas, dressed: dict[str, Dress]) -> html.Section:
    """The aspects of the first plate in their order, those of a group together, and places for the other aspects."""
    groups: dict[str, list[Aspect]] = {}
    for aspect in sorted(atlas.facts["aspects"].values(), key=lambda aspect: aspect.order):
        groups.setdefault(aspect.group, []).append(aspect)
    blocks = [_block(atlas, group, aspects, dressed) for group, aspects in groups.items()]
    words = atlas.strings
    elsewhere = {"data-said": words["plate.elsewhere"] + " "}
    first = {"data-plate": plates(atlas)[0].id} if plates(atlas) else {}
    return html.Section(
        [
            html.H2(words["plate.heading"], id="plate-heading"),
            html.Div(blocks, className="figures", id="figures", **first),
            solid(atlas),
            html.P("", id="elsewhere", className="elsewhere", role="status", hidden=True, **elsewhere),
            legend(atlas),
            html.P(words["plate.keys"], className="keys"),
        ],
        className="plate",
        id="plate",
        **{"aria-labelledby": "plate-heading"},
    )


def method(atlas: Atlas) -> html.P:
    """How the chosen dermatome map was made."""
    return html.P(method_line(atlas, atlas.default_map), id="method", className="method")


def nerve_graph(atlas: Atlas, dressed: dict[str, Dress]) -> html.Section:
    """The nerve graph with its heading and the key to its marks."""
    words = atlas.strings
    key = [
        html.Li([html.Span(className=f"sign {kind}"), words[f"graph.{kind}"]])
        for kind in ("root", "segment", "territory", "muscle", "reflex")
    ]
    return html.Section(
        [
            html.H2(words["graph.heading"], id="graph-heading"),
            html.P(words["graph.lead"], className="lead"),
            html.Ul(key, className="signs"),
            html.Div(Inline(draw_graph(atlas, dressed, "graph-heading")), className="scroll", id="graph"),
        ],
        className="nerves",
        **{"aria-labelledby": "graph-heading"},
    )
