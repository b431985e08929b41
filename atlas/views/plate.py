"""The plate of figures and the nerve graph, as sections of the page."""

from __future__ import annotations

from itertools import groupby

from dash import html

from atlas.api import Atlas
from atlas.drawing.colours import Dress
from atlas.drawing.graph import draw_graph
from atlas.drawing.skin import draw_skin
from atlas.facts.tables.origins import Aspect, Plate
from atlas.views.legend import legend
from atlas.views.markup import Inline

_WIDE = 1.1
"""From this proportion of width to height on, figures of a group stand one above the other."""


def _is_wide(atlas: Atlas, aspect: Aspect) -> bool:
    svg = atlas.facts.drawn[aspect.id].svg
    box = svg.partition('viewBox="')[2].partition('"')[0].replace(",", " ").split()
    return float(box[2]) >= _WIDE * float(box[3]) if len(box) == 4 else False


def _figure(atlas: Atlas, aspect: Aspect, dressed: dict[str, Dress]) -> html.Figure:
    told = html.Span(aspect.describe, id=f"told-{aspect.id}", className="told")
    caption = html.Figcaption([html.Span(aspect.name, id=f"aspect-{aspect.id}"), told])
    stands = [plate.id for plate in plates(atlas) if aspect.id in plate.aspects]
    on = {"data-plates": " ".join(stands)} if stands else {}
    hidden = bool(stands) and plates(atlas)[0].id not in stands
    return html.Figure([Inline(draw_skin(atlas, aspect, dressed)), caption], hidden=hidden, **on)


def plates(atlas: Atlas) -> list[Plate]:
    """The plates in their order; the first is shown first. None, when all aspects stand together."""
    return sorted(atlas.facts["plates"].values(), key=lambda plate: plate.order)


def plate(atlas: Atlas, dressed: dict[str, Dress]) -> html.Section:
    """All aspects in their order, figures of one group and shape together; those of the first plate are shown."""
    aspects = sorted(atlas.facts["aspects"].values(), key=lambda aspect: aspect.order)
    blocks = [
        html.Div(
            [_figure(atlas, aspect, dressed) for aspect in block], className="block wide" if wide else "block tall"
        )
        for (_, wide), block in groupby(aspects, key=lambda aspect: (aspect.group, _is_wide(atlas, aspect)))
    ]
    words = atlas.strings
    first = {"data-plate": plates(atlas)[0].id} if plates(atlas) else {}
    return html.Section(
        [
            html.H2(words["plate.heading"], id="plate-heading"),
            html.Div(blocks, className="figures", id="figures", **first),
            html.P(atlas.facts["dermatome_maps"][atlas.default_map].method, id="method", className="method"),
            legend(atlas),
            html.P(words["plate.keys"], className="keys"),
        ],
        className="plate",
        id="plate",
        **{"aria-labelledby": "plate-heading"},
    )


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
