"""The page as a Dash app: its layout, its callbacks and the scripts of Dash that it loads."""

import json
import re
from html import unescape
from inspect import signature
from pathlib import Path

import pytest
from dash import Dash, html
from flask.testing import FlaskClient

from atlas.components import Body, Network, Solid
from atlas.web.app import create_app
from atlas.web.dash_app import AtlasDash
from atlas.web.layout.dash_layout import Panel, Store
from tests.support.limbs import TINY

ARCHITECTURE = Path(__file__).resolve().parents[2] / "docs/architecture.md"
CALLBACK = re.compile(r"^\| `([\w.]+)` \| ([^|]+) \| `(\w+)` in", flags=re.M)


@pytest.fixture(scope="module")
def app() -> AtlasDash:
    return create_app(TINY)


@pytest.fixture(scope="module")
def client(app: AtlasDash) -> FlaskClient:
    return app.server.test_client()


def test_the_layout_holds_the_figures_and_the_panel(app: AtlasDash) -> None:
    found = {part.id: type(part) for part in app.layout.children}
    assert found == {"body": Body, "network": Network, "solid": Solid, "panel": Panel, "page": Store}
    assert isinstance(app.layout, html.Div)


def test_the_browser_gets_the_layout(app: AtlasDash, client: FlaskClient) -> None:
    written = json.dumps(app.layout, default=lambda component: component.to_plotly_json())
    assert client.get("/_dash-layout").json == json.loads(written)


def test_the_callbacks_are_those_of_the_documentation(app: AtlasDash, client: FlaskClient) -> None:
    documented = {
        output: (re.findall(r"`([\w.]+)`", inputs), function)
        for output, inputs, function in CALLBACK.findall(ARCHITECTURE.read_text("utf-8"))
    }
    sent = {
        one["output"]: (
            [f"{given['id']}.{given['property']}" for given in one["inputs"]],
            one["clientside_function"]["function_name"],
        )
        for one in client.get("/_dash-dependencies").json
    }
    assert sent == documented and app.callback_map.keys() == documented.keys()


def test_every_callback_names_props_that_its_component_has(app: AtlasDash) -> None:
    parts = {part.id: part for part in app.layout.children}
    for output, callback in app.callback_map.items():
        for id_, prop in [output.split("."), *((one["id"], one["property"]) for one in callback["inputs"])]:
            assert prop in signature(type(parts[id_])).parameters, f"{id_}.{prop}"


class Plain(Dash):
    """An app as Dash makes it, which keeps the scripts of its index page."""

    def interpolate_index(self, **parts: str) -> str:
        self.scripts_html = parts["scripts"]
        return super().interpolate_index(**parts)


def test_the_scripts_are_those_of_any_dash_app_in_the_same_order(client: FlaskClient) -> None:
    plain = Plain("plain", include_assets_files=False)
    plain.layout = html.Div()
    plain.server.test_client().get("/")
    paths = re.findall(r'src="([^"?]+/dash/[^"?]+)', plain.scripts_html)
    own = unescape(re.search(r'id="_dash-renderer" data-src="([^"]+)"', client.get("/").text)[1])
    contents = [client.get(path.removeprefix(".")).data for path in json.loads(own)]
    server = plain.server.test_client()
    theirs = [content for path in paths if (content := server.get(path).data) in contents]
    assert len(contents) > 3 and theirs == contents
    left_out = [path for path in paths if server.get(path).data not in contents]
    assert all(re.search("polyfill|/dcc/|dash_table", path) for path in left_out), left_out


def test_the_configuration_is_that_of_dash_without_what_tells_about_the_server(client: FlaskClient) -> None:
    for path, top in (("/", "./"), ("/de/", "../")):
        page = client.get(path)
        config = json.loads(re.search(r'id="_dash-config"[^>]*>(.*?)</script>', page.text)[1])
        assert config["requests_pathname_prefix"] == top
        assert {config[name] for name in ("end_id", "dash_version", "python_version", "plotly_version")} == {""}
        assert config["serve_locally"] is True and "Div" in config["children_props"]["dash_html_components"]
