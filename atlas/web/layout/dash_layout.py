"""Dash's layout: the figures, the panel, and a store for the rest of the page's state.

The first HTML holds the figures and the panel already. In the browser `Body` shows the element `stage`, `Network` the
element `network`, and `Panel` writes into the element `told`. `Solid` stands for the element `solid`, which stays
within the stage; see assets/dash/components.js.
"""

from __future__ import annotations

from typing import Any

from dash import html

from atlas.components import Body, Network, Solid
from atlas.components.base import AtlasComponent, given


class Panel(AtlasComponent):
    """The place in the panel for what callbacks write. Only the page of the atlas has it."""

    def __init__(self, id: str | None = None, children: Any = None) -> None:
        super().__init__(**given(locals()))


class Store(AtlasComponent):
    """Data for callbacks, kept in the browser's memory: what `dcc.Store` is, without the scripts of `dash.dcc`."""

    def __init__(self, id: str | None = None, data: Any = None) -> None:
        super().__init__(**given(locals()))


def layout() -> html.Div:
    """The tree that Dash draws on the page of every language."""
    figures = [Body(id="body"), Network(id="network"), Solid(id="solid")]
    return html.Div([*figures, Panel(id="panel"), Store(id="page")], id="app")
