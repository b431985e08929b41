"""The body and the nerve graph in an app of your own: click skin and read which muscles have the same roots."""

from dash import Dash, Input, Output, callback, html

from atlas import Atlas
from atlas.components import Body, Network

atlas = Atlas.load()
app = Dash(__name__)
app.layout = html.Main(
    [html.H1("Muscles of the same roots"), html.P(id="answer"), Body(id="body"), Network(id="network")]
)


@callback(Output("answer", "children"), Output("network", "selected"), Input("body", "selected"))
def answer(selected: str | None) -> tuple[str, str]:
    """The muscles of the roots that serve what was selected."""
    roots = atlas.pathway(selected).roots if selected else ()
    muscles = {atlas.node(muscle).name for root in roots for muscle in atlas.pathway(root).muscles}
    return ", ".join(sorted(muscles)) or "Select something on the body.", selected or ""


if __name__ == "__main__":
    app.run()
