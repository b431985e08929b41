"""What happens in the panel when the scripts report a selection."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output


def register(app: Dash) -> None:
    """Have `assets/panel/panel.js` build the panel from the payload's fragments."""
    app.clientside_callback(
        ClientsideFunction("atlas", "panel"),
        Output("panel", "children"),
        Input("selection", "data-state"),
        prevent_initial_call=True,
    )
