"""The three-dimensional view in the page: its place, its buttons and its text alternative."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.dataset.sides import on_side
from atlas.dataset.tables.sources import View
from atlas.web.bundles.solid import has_mesh
from atlas.web.layout.sided import LABEL, TEXT, forms

MANNERS = ("opaque", "xray", "focus")
"""How the skin is drawn: opaque, translucent, or opaque only where it is highlighted."""
PLATE = "solid"
"""The name of this view among the plates in the address."""


def _bar(buttons: list[html.Button], label: str) -> html.Div:
    return html.Div([html.Span(label), *buttons], role="group", **{"aria-label": label})


def _shows_skin(atlas: Atlas, view: View) -> bool:
    return any(shape in atlas.dataset.territories for shape, _ in atlas.dataset.figures[view.id].shapes)


def solid(atlas: Atlas) -> html.Div | None:
    """The view, hidden and empty until it is opened; None when the data have no mesh.

    It can be seen from the same directions as the figures.
    """
    if not has_mesh(atlas):
        return None
    words = atlas.strings
    views = sorted(atlas.dataset.views.values(), key=lambda view: view.order)
    looks = [
        html.Button(on_side(view.name), **{"data-look": view.id}, **forms(TEXT, view.name))
        for view in views
        if _shows_skin(atlas, view)
    ]
    manners = [
        html.Button(
            words[f"solid.{manner}"],
            title=words[f"solid.{manner}.title"],
            **{"data-manner": manner, "aria-pressed": "true" if manner == MANNERS[0] else "false"},
        )
        for manner in MANNERS
    ]
    scene = html.Div(
        html.P(words["solid.wait"], className="solid-wait"),
        id="solid-scene",
        role="application",
        tabIndex=0,
        **{"aria-label": on_side(words["solid.label"]), "aria-describedby": "solid-twin"},
        **forms(LABEL, words["solid.label"]),
    )
    bars = [_bar(manners, words["solid.manner"]), _bar(looks, words["solid.look"])]
    twin = html.P(words["solid.twin"], id="solid-twin", className="solid-keys")
    attributes = {"data-failed": words["solid.failed"], "data-nogl": words["solid.nogl"]}
    return html.Div([html.Div([*bars, twin], className="solid-bar"), scene], id="solid", hidden=True, **attributes)
