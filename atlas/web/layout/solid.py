"""The place of the three-dimensional view in the page, and its text alternative. A script builds what it holds."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.figures.mesh_files import has_mesh

PLATE = "solid"
"""The name of this view among the plates in the address."""


def solid(atlas: Atlas) -> html.Div | None:
    """The view, hidden and empty until it is opened; None when the data have no meshes."""
    if not has_mesh(atlas):
        return None
    words = atlas.strings
    scene = html.Div(
        html.P(words["solid.wait"], className="solid-wait"),
        id="solid-scene",
        role="application",
        tabIndex=0,
    )
    failed = {"data-failed": words["solid.failed"]}
    return html.Div([html.Div(className="solid-bar"), scene], id="solid", hidden=True, **failed)
