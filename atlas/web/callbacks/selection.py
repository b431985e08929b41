"""What happens in the panel when the scripts report a selection."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output


def register(app: Dash) -> None:
    """Let the panel be put together from the payload's fragments by `assets/panel/panel.js`."""
    app.clientside_callback(
        ClientsideFunction("atlas", "panel"),
        Output("panel", "children"),
        Input("selection", "data-state"),
        prevent_initial_call=True,
    )
