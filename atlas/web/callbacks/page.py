"""All callbacks of the page. Their functions are in `assets/panel/panel.js`."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output


def register(app: Dash) -> None:
    """Have the panel show what the body reports, in the mode and the voice that the store holds."""
    app.clientside_callback(
        ClientsideFunction("atlas", "panel"),
        Output("panel", "children"),
        Input("body", "selected"),
        Input("body", "hovered"),
        Input("body", "lesion"),
        Input("page", "data"),
        prevent_initial_call=True,
    )
