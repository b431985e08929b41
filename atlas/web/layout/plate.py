"""The plate of figures and the network, as sections of the page."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.dataset.tables.sources import View
from atlas.figures.borders import border_kinds
from atlas.figures.network_svg import draw_graph
from atlas.figures.plate_layout import is_wide, plates, section_numbers
from atlas.figures.skin_colours import SkinStyle
from atlas.figures.skin_svg import draw_skin, on_first_plate
from atlas.web.layout.html_renderer import Inline
from atlas.web.layout.maps_page import method_line
from atlas.web.layout.sided import sided_span
from atlas.web.layout.solid import solid


def _figure(atlas: Atlas, view: View, styles: dict[str, SkinStyle]) -> html.Figure:
    description = sided_span(view.describe, id=f"told-{view.id}", className="told")
    number = section_numbers(atlas).get(view.id)
    level = {"data-level": str(number)} if number else {}
    caption = html.Figcaption([sided_span(view.name, id=f"aspect-{view.id}"), description], **level)
    on_plates = [plate.id for plate in plates(atlas) if view.id in plate.views]
    on = {"data-plates": " ".join(on_plates)} if plates(atlas) else {}
    # by its title alone, for the whole caption would be read as the name and again as the caption
    on["aria-labelledby"] = f"aspect-{view.id}"
    if view.appears_with:
        on["data-appears-with"] = " ".join(view.appears_with)
    first = on_first_plate(atlas, view)
    drawn = [Inline(draw_skin(atlas, view, styles, border_kinds(atlas)[atlas.default_map]))] if first else []
    return html.Figure([*drawn, caption], id=f"figure-{view.id}", hidden=not first, **on)


def _block(atlas: Atlas, group: str, views: list[View], styles: dict[str, SkinStyle]) -> html.Div:
    shapes = {"tall": False, "wide": True}
    parts = {name: [view for view in views if is_wide(atlas, view) is wide] for name, wide in shapes.items()}
    rows = {name: [_figure(atlas, view, styles) for view in own] for name, own in parts.items() if own}
    shown = [html.Div(own, className=name) for name, own in rows.items()]
    return html.Div(shown, className="block", **{"data-group": group})


def plate(atlas: Atlas, styles: dict[str, SkinStyle]) -> html.Section:
    """The views of the first plate in order, grouped, and empty figures for the other views."""
    groups: dict[str, list[View]] = {}
    for view in sorted(atlas.dataset.views.values(), key=lambda view: view.order):
        groups.setdefault(view.group, []).append(view)
    blocks = [_block(atlas, group, views, styles) for group, views in groups.items()]
    words = atlas.strings
    elsewhere = {"data-said": words["plate.elsewhere"] + " "}
    first = {"data-plate": plates(atlas)[0].id} if plates(atlas) else {}
    return html.Section(
        [
            html.H2(words["plate.heading"], id="plate-heading"),
            html.Div(blocks, className="figures", id="figures", **first),
            solid(atlas),
            html.P("", id="elsewhere", className="elsewhere", role="status", hidden=True, **elsewhere),
            html.P(words["plate.keys"], className="keys"),
        ],
        className="plate",
        id="plate",
        **{"aria-labelledby": "plate-heading"},
    )


def method(atlas: Atlas) -> html.P:
    """How the default dermatome map was made."""
    return html.P(method_line(atlas, atlas.default_map), id="method", className="method")


def network_section(atlas: Atlas, styles: dict[str, SkinStyle]) -> html.Section:
    """The network with its heading and the key to its signs."""
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
            html.Div(Inline(draw_graph(atlas, styles, "graph-heading")), className="scroll", id="graph"),
        ],
        className="nerves",
        **{"aria-labelledby": "graph-heading"},
    )
