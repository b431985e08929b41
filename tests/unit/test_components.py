"""The Dash components: their props, how they are serialised, and what they serve."""

import ast
import gzip
import inspect
import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from dash import Dash, html
from dash.development.base_component import Component
from flask.testing import FlaskClient

import atlas.components
from atlas import Atlas
from atlas.components import Body, Network, Solid, serve_data
from atlas.components.routes import FOLDER, NAMES, FigureRoutes
from atlas.components.scoped_styles import STATIC, scope, scoped_styles
from atlas.figures.pathway_table import build_payload
from tests.support.limbs import TINY

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = (Body, Network, Solid)
BUILT = (STATIC / "figures.css").is_file()
needs_build = pytest.mark.skipif(not BUILT, reason="the front end is not built: run npm run build")
ENTRY = re.compile(r"^- (\w+) \(([^)]+)\): (.+?)(?=^- |\Z)", flags=re.M | re.S)


def documented(component: type[Component]) -> dict[str, tuple[str, str]]:
    """Prop → its type and its description, from the docstring."""
    text = inspect.cleandoc(component.__doc__ or "").partition("Keyword arguments:")[2]
    return {name: (kind, " ".join(about.split())) for name, kind, about in ENTRY.findall(text)}


@pytest.mark.parametrize("component", COMPONENTS)
def test_every_prop_is_documented_and_typed(component: type[Component]) -> None:
    parameters = list(inspect.signature(component.__init__).parameters.values())[1:]
    assert list(documented(component)) == [one.name for one in parameters]
    assert all(one.default is None and one.annotation is not inspect.Parameter.empty for one in parameters)


@pytest.mark.parametrize("component", COMPONENTS)
def test_the_guide_has_the_props_of_the_docstring(component: type[Component]) -> None:
    guide = (ROOT / "docs/dash-components.md").read_text("utf-8")
    section = guide.partition(f"## Props of `{component.__name__}`")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|$", section, flags=re.M)
    assert [(name, (kind, about)) for name, kind, about in rows] == list(documented(component).items())


def test_a_component_is_serialised_with_the_props_it_was_given() -> None:
    body = Body(id="body", selected="K1", layers=["nerves"], style={"width": "50%"})
    assert body.to_plotly_json() == {
        "namespace": "nerve_atlas",
        "type": "Body",
        "props": {"id": "body", "selected": "K1", "layers": ["nerves"], "style": {"width": "50%"}},
    }
    assert Network().to_plotly_json() == {"namespace": "nerve_atlas", "type": "Network", "props": {}}
    assert Body(lesion="").to_plotly_json()["props"] == {"lesion": ""}, "an empty lesion is not the same as none"


def test_ids_of_pattern_matching_callbacks_are_accepted() -> None:
    assert Body(id={"type": "body", "index": 1}).to_plotly_json()["props"]["id"] == {"type": "body", "index": 1}


@pytest.mark.parametrize("component", COMPONENTS)
def test_unknown_props_are_refused(component: type[Component]) -> None:
    with pytest.raises(TypeError, match="colour"):
        component(colour="red")
    with pytest.raises(TypeError, match="Component for a prop"):
        component(style=html.Div())


def test_few_lines_touch_private_names_of_dash() -> None:
    private = {name for name in dir(Component) if name.startswith("_") and not name.endswith("__")}
    private |= {name for name in dir(Dash) if name.startswith("_") and not name.endswith("__")}
    private |= {"_namespace", "_type", "_prop_names", "_valid_wildcard_attributes", "_js_dist", "_css_dist", "_add_url"}
    lines = set()
    for path in (path for folder in ("components", "web") for path in (ROOT / "atlas" / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(node, "attr", None) or getattr(node, "id", None)
            modules = [
                getattr(node, "module", None) or "",
                *(alias.name for alias in getattr(node, "names", []) if hasattr(alias, "name")),
            ]
            of_dash = modules[0].split(".")[0] == "dash" and any(name.startswith("_") for name in modules[1:])
            if name in private or of_dash or any(part.startswith("dash") and "._" in part for part in modules):
                lines.add((path.name, node.lineno))
    assert 0 < len(lines) < 10, sorted(lines)


def test_scoped_rules_apply_to_the_component_alone() -> None:
    page = '@media print{:root:root{--a:1}}main:is([data-mode="lesion"]) .view{}.domain .main-line{}'
    assert scope(page) == (
        '@media print{.atlas.atlas{--a:1}}atlas-figure:is([data-mode="lesion"]) .view{}.domain .main-line{}'
    )


@needs_build
def test_no_rule_of_the_components_names_the_page(tiny: Atlas) -> None:
    css = scoped_styles(tiny)
    assert ":root" not in css and not re.search(r"(?<![\w.#-])(?:main|html|body)(?=[\[:. ,{>])", css)
    assert ".atlas{" in css and "atlas-figure[data-show~=" in css


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    app = Dash("elsewhere", include_assets_files=False, url_base_pathname="/lab/")
    app.layout = html.Div(Body(id="body"))
    assert serve_data(app, Atlas.load(TINY), "tiny") == f"/lab/{FOLDER}/tiny/"
    return app.server.test_client()


@needs_build
def test_an_app_has_the_script_without_a_call(client: FlaskClient) -> None:
    page = client.get("/lab/").text
    (script,) = re.findall(r'src="([^"]*atlas\.components[^"]*)"', page)
    assert client.get(script).text == (STATIC / "components.js").read_text("utf-8")


def test_an_atlas_of_ones_own_needs_a_name() -> None:
    app = Dash("nameless", include_assets_files=False)
    with pytest.raises(ValueError, match="needs a name"):
        serve_data(app, Atlas.load(TINY))


def test_several_requests_at_once_load_the_atlas_once() -> None:
    loads: list[int] = []

    def load() -> Atlas:
        loads.append(1)
        time.sleep(0.05)
        return Atlas.load(TINY)

    routes = FigureRoutes(load)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda name: routes.content(name, lambda _: ""), ("pathways", "network", "lesions", "pathways")))
    assert len(loads) == 1


def test_every_app_has_the_routes_of_the_package() -> None:
    app = Dash("another", include_assets_files=False)
    rules = {rule.rule for rule in app.server.url_map.iter_rules()}
    assert {f"/{FOLDER}/{name}" for name in NAMES} <= rules


@needs_build
def test_the_data_is_that_of_the_atlas(client: FlaskClient, tiny: Atlas) -> None:
    found = client.get(f"/lab/{FOLDER}/tiny/pathways").json
    assert found.items() >= json.loads(json.dumps(build_payload(tiny))).items()
    assert list(found["views"]) == list(tiny.dataset.views)
    assert set(found["first_views"]) <= set(found["views"])
    assert found["words"].items() <= tiny.strings.items()


def test_views_and_the_network_are_drawings_with_every_node(client: FlaskClient, tiny: Atlas) -> None:
    nodes = set()
    for view in tiny.dataset.views:
        drawn = client.get(f"/lab/{FOLDER}/tiny/view?id={view}").json
        nodes |= set(re.findall(r'data-node="([^"]+)"', drawn["svg"] + drawn["layers"]))
    assert set(tiny.dataset.territories) <= nodes
    network = client.get(f"/lab/{FOLDER}/tiny/network").json["svg"]
    assert {*tiny.dataset.roots, *tiny.dataset.muscles} <= set(re.findall(r'data-node="([^"]+)"', network))


@pytest.mark.parametrize(
    "path",
    [
        "view",
        "view?id=nothing",
        "view?id=../roots",
        "picture?id=front&theme=pink&size=",
        "picture?id=front&theme=light&size=huge",
    ],
)
def test_unknown_views_and_pictures_are_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(f"/lab/{FOLDER}/tiny/{path}").status_code == 404


def test_responses_are_compressed_and_revalidated(client: FlaskClient) -> None:
    address = f"/lab/{FOLDER}/tiny/network"
    plain, small = client.get(address), client.get(address, headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(small.data) == plain.data and len(small.data) < len(plain.data)
    assert plain.headers["Cache-Control"] == "no-cache"
    again = client.get(address, headers={"If-None-Match": plain.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_the_picture_of_a_view_is_an_image(atlas: Atlas) -> None:
    app = Dash("pictures", include_assets_files=False)
    app.layout = html.Div()
    folder = serve_data(app, atlas, "real")
    view = next(view for view in atlas.dataset.views if (atlas.folder / f"figures/{view}.light.avif").is_file())
    found = app.server.test_client().get(f"{folder}picture?id={view}&theme=light&size=")
    assert found.mimetype == "image/avif"
    assert found.data == (atlas.folder / f"figures/{view}.light.avif").read_bytes()


def test_the_package_lists_what_it_offers() -> None:
    assert set(atlas.components.__all__) == {"Body", "Network", "Solid", "__version__", "serve_data"}


def test_the_meshes_are_served_as_they_are(atlas: Atlas) -> None:
    app = Dash("meshes", include_assets_files=False)
    app.layout = html.Div()
    folder, tiny = serve_data(app, atlas, "whole"), serve_data(app, Atlas.load(TINY), "without")
    client = app.server.test_client()
    for route, name in (("solid", "solid"), ("solid-muscles", "solid_muscles")):
        assert client.get(f"{folder}{route}").data == (atlas.folder / f"figures/{name}.json").read_bytes()
    assert client.get(f"{tiny}solid").json == {}
