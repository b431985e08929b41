"""The body in three dimensions in an app of your own: a menu selects, and a click on the body says what it is."""

from dash import Dash, Input, Output, callback, dcc, html

from atlas import Atlas
from atlas.components import Solid

atlas = Atlas.load()
roots = [{"label": root.name, "value": root.id} for root in atlas.dataset.roots.values()]
app = Dash(__name__)
app.layout = html.Main(
    [
        html.H1("Nerves in three dimensions"),
        dcc.Dropdown(roots, "S1", id="root"),
        html.P(id="name"),
        Solid(id="body", style={"height": "80vh"}),
    ]
)
callback(Output("body", "selected"), Input("root", "value"))(lambda root: root or "")


@callback(Output("name", "children"), Input("body", "selected"))
def name(selected: str | None) -> str:
    """The name of what is selected."""
    return atlas.node(selected).name if selected else "Select something on the body."


if __name__ == "__main__":
    app.run()
