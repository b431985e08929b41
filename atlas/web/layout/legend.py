"""The legend of the skin colours, for each layer. Every colour also has letters or a number."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.figures.skin_colours import NERVES, UNREAD, nerve_class, root_class, skin_nerves


def _swatch(tone: str) -> html.Span:
    return html.Span(className=f"swatch {tone}")


def _named(atlas: Atlas, id_: str, tone: str, mark: str) -> html.Li:
    node = atlas.node(id_)
    button = html.Button([_swatch(tone), html.B(mark), " ", node.name], className="link", **{"data-node": id_})
    return html.Li(button)


def _signs(atlas: Atlas, names: tuple[str, ...], where: str) -> list[html.Li]:
    """The legend of the lines over the skin. `where`: the class that says when they are visible."""
    words = atlas.strings
    return [html.Li([html.Span(className=f"line {name}"), words[f"legend.{name}"]], className=where) for name in names]


def legend(atlas: Atlas) -> html.Div:
    """The legend below the figures, for the chosen layer."""
    words = atlas.strings
    context = [root for root in atlas.dataset.roots.values() if root.scope == "context"]
    patches = [html.Li([_swatch(sign), words[f"legend.{sign}"]]) for sign in ("patterned", UNREAD, "silent", "blank")]
    roots = [_named(atlas, root.id, root_class(atlas, root.id), "") for root in context]
    lines = [*_signs(atlas, ("doubt",), "always"), *_signs(atlas, ("near", "deep"), "with-nerves")]
    of_maps = [*patches, *lines, *_signs(atlas, ("maybe",), "with-zones"), *roots]
    numbers = html.Li(words["legend.numbers"])
    of_nerves = [numbers, patches[0], *lines, *_signs(atlas, ("overlap", "own"), "with-zones")]
    return html.Div(
        [html.Ul(of_maps, className="of-dermatomes"), html.Ul(of_nerves, className=f"of-{NERVES}")],
        className="legend",
    )


def numbered(atlas: Atlas) -> html.Div:
    """The nerves behind the numbers on the skin; shown with the cutaneous territories."""
    nerves = [_named(atlas, nerve, nerve_class(n), str(n)) for nerve, n in skin_nerves(atlas).items()]
    head = html.H3(atlas.strings["legend.nerves"], id="numbered")
    return html.Div([head, html.Ul(nerves)], className=f"legend numbered of-{NERVES}")
