"""What the colours of the skin mean, for each layer. Every tone has its letters or number beside it."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.drawing.colours import NERVES, nerve_class, root_class, skin_nerves


def _swatch(tone: str) -> html.Span:
    return html.Span(className=f"swatch {tone}")


def _named(atlas: Atlas, id_: str, tone: str, mark: str) -> html.Li:
    node = atlas.node(id_)
    button = html.Button([_swatch(tone), html.B(mark), " ", node.name], className="link", **{"data-node": id_})
    return html.Li(button)


def legend(atlas: Atlas) -> html.Div:
    """Both legends; the page shows the one of the layer that is chosen."""
    words = atlas.strings
    context = [root for root in atlas.facts["roots"].values() if root.scope == "context"]
    signs = [html.Li([_swatch(sign), words[f"legend.{sign}"]]) for sign in ("woven", "silent", "blank")]
    roots = [_named(atlas, root.id, root_class(atlas, root.id), "") for root in context]
    nerves = [_named(atlas, nerve, nerve_class(n), str(n)) for nerve, n in skin_nerves(atlas).items()]
    return html.Div(
        [
            html.Ul([*signs, *roots], className="of-dermatomes"),
            html.Ul([*nerves, html.Li([_swatch("woven"), words["legend.woven"]])], className=f"of-{NERVES}"),
        ],
        className="legend",
    )
