"""`Body` and `Network` in somebody else's Dash app."""

import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from dash import Dash, Input, Output, State, html
from playwright.sync_api import Locator, Page, expect

from atlas import Atlas
from atlas.components import Body, Network, serve_data
from tests.browser.conftest import DISK, Held, Reader
from tests.support.limbs import TINY
from tests.support.serving import hosting

pytestmark = pytest.mark.skipif(bool(DISK), reason="the components need a server")
EXAMPLE = Path(__file__).resolve().parents[2] / "examples/embed_in_dash.py"
PATIENCE = 30_000
"""Milliseconds until the data of the real limb has been worked out."""


@pytest.fixture(scope="module")
def example() -> Iterator[str]:
    spec = spec_from_file_location(EXAMPLE.stem, EXAMPLE)
    assert spec and spec.loader
    module = sys.modules[EXAMPLE.stem] = module_from_spec(spec)
    spec.loader.exec_module(module)
    with hosting(module.app.server) as address:
        yield f"{address}/"
    del sys.modules[EXAMPLE.stem]


@pytest.fixture(scope="module")
def workshop() -> Iterator[str]:
    """An app over the tiny limb: two bodies, a network, a body that comes and goes, and what they report."""
    app = Dash("workshop", include_assets_files=False)
    data = serve_data(app, Atlas.load(TINY), "tiny")
    app.layout = html.Main(
        [
            html.H1("Workshop"),
            html.Button("toggle", id="toggle", n_clicks=0),
            html.Button("look", id="look", n_clicks=0),
            html.Div(id="guest"),
            Body(id="one", data=data, theme="light"),
            Body(id="two", data=data, selected="lower_skin", views=["back"], side="left", className="mine"),
            Network(id="net", data=data, part="lit"),
            *(html.P(id=f"{name}-{prop}") for name in ("one", "two", "net") for prop in ("selected", "hovered")),
        ]
    )
    for name in ("one", "two", "net"):
        for prop in ("selected", "hovered"):
            app.callback(Output(f"{name}-{prop}", "children"), Input(name, prop))(lambda value: repr(value))
    app.callback(Output("net", "selected"), Input("one", "selected"))(lambda value: value or "")

    @app.callback(Output("guest", "children"), Input("toggle", "n_clicks"))
    def toggle(count: int) -> Body | None:
        return Body(id="visitor", data=data, selected="lower_skin") if count % 2 else None

    @app.callback(
        Output("one", "theme"),
        Output("one", "layers"),
        Output("one", "side"),
        Output("one", "map"),
        Input("look", "n_clicks"),
        State("one", "theme"),
        prevent_initial_call=True,
    )
    def look(count: int, theme: str) -> tuple[str, list[str], str, str]:
        return "dark", ["nerves", "fields"], "left", "keepers"

    with hosting(app.server) as address:
        yield f"{address}/"


@pytest.fixture(scope="module")
def clinic() -> Iterator[str]:
    """An app over the real limb: a lesion on the body and on the network, with a button that removes it."""
    app = Dash("clinic", include_assets_files=False)
    app.layout = html.Main(
        [
            html.H1("Clinic"),
            Body(id="body", views=["foot_plantar"], lesion="S1", layers=["bones"]),
            Network(id="network", lesion="S1"),
            *(html.P(id=id_) for id_ in ("selected", "lesion")),
        ]
    )
    for prop in ("selected", "lesion"):
        app.callback(Output(prop, "children"), Input("body", prop))(lambda value: repr(value))
    with hosting(app.server) as address:
        yield f"{address}/"


def opened(page: Page, address: str, *ids: str) -> None:
    """Open an app and wait until the components with these ids have drawn."""
    page.goto(address)
    for id_ in ids:
        expect(page.locator(f"#{id_} atlas-figure[data-ready]")).to_be_attached(timeout=PATIENCE)


def lit(place: Locator) -> set[str]:
    """The ids that are highlighted in a component."""
    return set(place.locator("[data-node].lit").evaluate_all("all => all.map(one => one.dataset.node)"))


def chosen(place: Locator) -> set[str]:
    """The ids that are pressed in a component."""
    pressed = place.locator('[data-node][aria-pressed="true"]')
    return set(pressed.evaluate_all("all => all.map(one => one.dataset.node)"))


def click(page: Page, within: str, id_: str) -> None:
    """Click a node of a component at a point that is really it, and well inside it if there is such a point."""
    point = page.evaluate(
        """([within, id]) => {
          const root = document.querySelector(within).shadowRoot;
          const is = (element, x, y) => root.elementFromPoint(x, y)?.closest("[data-node]") === element;
          const clear = (element, [x, y]) =>
            [-8, -4, 0, 4, 8].every((dx) => [-8, -4, 0, 4, 8].every((dy) => is(element, x + dx, y + dy)));
          for (const element of root.querySelectorAll(`[data-node="${id}"]`)) {
            element.scrollIntoView({ block: "center" });
            const box = element.getBoundingClientRect();
            const points = [];
            for (let i = 1; i < 20; i++) for (let j = 1; j < 20; j++)
              points.push([box.left + (box.width * i) / 20, box.top + (box.height * j) / 20]);
            const hits = points.filter(([x, y]) => is(element, x, y));
            if (hits.length) return hits.find((hit) => clear(element, hit)) ?? hits[0];
          }
          return null;
        }""",
        [within, id_],
    )
    assert point, f"{id_} cannot be reached by pointer in {within}"
    page.mouse.click(*point)


def test_a_click_on_skin_changes_the_answer_and_the_network_follows(page: Page, example: str, atlas: Atlas) -> None:
    opened(page, example, "body", "network")
    answer, network = page.locator("#answer"), page.locator("#network")
    expect(answer).to_have_text("Select something on the body.")
    patch = next(t for t in atlas.pathway("S1").territories if atlas.pathway(t).roots == ("S1",))
    click(page, "#body", patch)
    muscles = {atlas.node(muscle).name for muscle in atlas.pathway("S1").muscles}
    expect(answer).to_have_text(", ".join(sorted(muscles)))
    expect(network.locator(f'[data-node="{patch}"]')).to_have_attribute("aria-pressed", "true")
    assert "S1" in lit(network)
    click(page, "#body", patch)
    expect(answer).to_have_text("Select something on the body.")
    expect(network.locator(".lit")).to_have_count(0)


def test_a_click_is_answered_before_the_app_hears_of_it(page: Page, example: str) -> None:
    opened(page, example, "body", "network")
    page.route("**/_dash-update-component*", lambda route: None)
    click(page, "#network", "L5")
    assert chosen(page.locator("#network")) == {"L5"}
    assert len(lit(page.locator("#network"))) > 10


@pytest.mark.slow
@pytest.mark.parametrize("state", ["at rest", "selected"])
def test_axe_finds_nothing(page: Page, example: str, state: str) -> None:
    opened(page, example, "body", "network")
    if state == "selected":
        click(page, "#body", "lateral_malleolus")
        expect(page.locator("#network .lit").first).to_be_attached()
    page.evaluate("document.documentElement.lang = 'en'")  # the app's own duty, not the components'
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert not [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"][:3]]


@pytest.mark.slow
def test_two_bodies_do_not_disturb_each_other(page: Page, workshop: str) -> None:
    opened(page, workshop, "one", "two", "net")
    one, two = page.locator("#one"), page.locator("#two")
    assert chosen(one) == set() and chosen(two) == {"lower_skin"}
    click(page, "#one", "upper_skin")
    expect(page.locator("#one-selected")).to_have_text("'upper_skin'")
    assert chosen(one) == {"upper_skin"}
    assert chosen(two) == {"lower_skin"}
    expect(page.locator("#two-selected")).to_have_text("'lower_skin'")
    assert len(one.locator(".view").all()) > len(two.locator(".view").all()) == 1
    assert two.get_attribute("class") == "mine"


@pytest.mark.slow
def test_a_component_comes_and_goes(page: Page, workshop: str) -> None:
    opened(page, workshop, "one", "two", "net")
    visitor = page.locator("#visitor")
    for _ in range(2):
        page.click("#toggle")
        expect(visitor.locator("atlas-figure[data-ready]")).to_be_attached()
        assert chosen(visitor) == {"lower_skin"}
        page.click("#toggle")
        expect(visitor).to_have_count(0)
    click(page, "#one", "upper_skin")
    expect(page.locator("#one-selected")).to_have_text("'upper_skin'")


def test_the_keyboard_selects_and_clears(page: Page, workshop: str) -> None:
    opened(page, workshop, "one", "two", "net")
    net = page.locator("#net")
    stops = net.locator('[data-node][tabindex="0"]')
    expect(stops).to_have_count(1)
    stops.focus()
    page.keyboard.press("ArrowDown")
    reached = page.evaluate("document.querySelector('#net').shadowRoot.activeElement.dataset.node")
    expect(page.locator("#net-hovered")).to_have_text(repr(reached))
    page.keyboard.press("Enter")
    expect(page.locator("#net-selected")).to_have_text(repr(reached))
    assert chosen(net) == {reached} and reached in lit(net)
    expect(net.locator(":focus")).to_have_attribute("aria-label", f"{Atlas.load(TINY).node(reached).name}, highlighted")
    page.keyboard.press("Escape")
    expect(page.locator("#net-selected")).to_have_text("''")
    assert chosen(net) == set()


@pytest.mark.slow
def test_hovering_names_and_reports(page: Page, workshop: str) -> None:
    opened(page, workshop, "one", "two", "net")
    node = page.locator('#net [data-node="K1"] .mark')
    node.hover()
    expect(page.locator("#net-hovered")).to_have_text("'K1'")
    expect(page.locator("#net .tooltip")).to_have_text(Atlas.load(TINY).node("K1").name)
    assert "K1" in lit(page.locator("#net"))
    page.mouse.move(1, 1)
    expect(page.locator("#net-hovered")).to_have_text("''")
    assert not lit(page.locator("#net"))


@pytest.mark.slow
def test_only_the_lit_part_of_the_network_is_shown(page: Page, workshop: str) -> None:
    opened(page, workshop, "one", "two", "net")
    shown = page.locator("#net .node:visible")
    everything = shown.count()
    click(page, "#net", "K1")
    highlighted = page.locator("#net .node.lit")
    expect(shown).to_have_count(highlighted.count())
    assert highlighted.count() < everything
    for node in highlighted.all():
        assert node.evaluate("node => node.getBBox().height > 0")


def test_a_lesion_shows_what_is_lost_and_moves_by_clicks(page: Page, clinic: str, atlas: Atlas) -> None:
    opened(page, clinic, "body", "network")
    body, network = page.locator("#body"), page.locator("#network")
    expect(network.locator('[data-node="S1"] .strike')).to_be_attached(timeout=PATIENCE)
    expect(body.locator(".lost").first).to_be_attached(timeout=PATIENCE)
    lesion = atlas.lesion("S1")
    for place in (body, network):
        drawn = set(place.locator("[data-node]").evaluate_all("all => all.map(one => one.dataset.node)"))
        for state, targets in (
            ("lost", {*lesion.lost, *lesion.reflexes_lost}),
            ("reduced", {*lesion.reduced, *lesion.reflexes_reduced}),
        ):
            marked = place.locator(f"[data-node].{state}").evaluate_all("all => all.map(one => one.dataset.node)")
            assert set(marked) == targets & drawn and marked
    skin = max(atlas.pathway("S1").territories, key=lambda patch: _area(body, patch))
    click(page, "#body", skin)
    expect(page.locator("#selected")).to_have_text(repr(skin))
    expect(page.locator("#lesion")).to_have_text("'S1'")
    nerve = next(id_ for id_ in atlas.pathway("S1").segments if body.locator(f'.nerves [data-node="{id_}"]').count())
    body.locator(f'.nerves [data-node="{nerve}"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator("#lesion")).to_have_text(repr(nerve))
    expect(page.locator("#selected")).to_have_text("''")
    page.keyboard.press("Escape")
    expect(page.locator("#lesion")).to_have_text("''")
    expect(body.locator(".strike")).to_have_count(0)
    expect(body.locator("[data-node].lost")).to_have_count(0)


def _area(place: Locator, id_: str) -> float:
    patch = place.locator(f'.skin [data-node="{id_}"]')
    box = patch.first.bounding_box() if patch.count() else None
    return box["width"] * box["height"] if box else 0


@pytest.mark.slow
def test_looks_follow_the_props(page: Page, workshop: str) -> None:
    opened(page, workshop, "one", "two", "net")
    sheet = "document.querySelector('#one').shadowRoot.querySelector('atlas-figure')"
    colour = f"getComputedStyle({sheet}).backgroundColor"
    before = page.evaluate(colour)
    skin = page.locator("#one .skin [data-node]").first
    tone = skin.get_attribute("class")
    page.click("#look")
    page.wait_for_function(f"before => {colour} !== before", arg=before)
    assert skin.get_attribute("class") != tone, "the skin is coloured by nerves"
    view = page.locator("#one .view").first
    assert view.evaluate("view => new DOMMatrix(getComputedStyle(view).transform).a") == -1, "the left side is mirrored"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)", "no style leaks"


@pytest.mark.slow
def test_a_view_may_load_slowly_or_fail(page: Page) -> None:
    """A render while a view loads changes nothing yet, and a view that failed to load is asked for again."""
    app = Dash("darkroom", include_assets_files=False)
    views = {"front": ["front"], "back": ["back"]}
    app.layout = html.Main(
        [
            *(html.Button(id_, id=id_, n_clicks=0) for id_ in ("front", "back", "left")),
            Body(id="body", data=serve_data(app, Atlas.load(TINY), "darkroom"), views=views["front"]),
        ]
    )
    for id_, shown in views.items():
        app.callback(Output("body", "views", allow_duplicate=True), Input(id_, "n_clicks"), prevent_initial_call=True)(
            lambda _, shown=shown: shown
        )
    app.callback(Output("body", "side"), Input("left", "n_clicks"), prevent_initial_call=True)(
        lambda count: "left" if count % 2 else "right"
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    with hosting(app) as address:
        opened(page, address, "body")
        drawn = page.locator("#body .view")
        frame = page.locator("#body atlas-figure")
        expect(drawn).to_have_attribute("data-view", "front")
        held = Held(page, "**/view?id=back")
        page.click("#back")
        held.asked()
        page.click("#left")
        page.wait_for_timeout(200)
        expect(drawn).to_have_attribute("data-view", "front")
        held.abort()
        page.unroute("**/view?id=back")
        page.wait_for_timeout(100)
        page.click("#left")
        expect(drawn).to_have_attribute("data-view", "back")
        page.click("#front")
        expect(drawn).to_have_attribute("data-view", "front")
        expect(frame).to_have_attribute("data-side", "right")
    assert not errors


def test_the_page_of_the_atlas_has_no_part_of_the_components(page: Page, serve) -> None:  # type: ignore[no-untyped-def]
    """Both may be imported in one process: the page neither loads the script nor answers the routes."""
    address = serve()
    Reader(page, address).open()
    assert not page.locator('script[src*="atlas.components"]').count()
    assert page.request.get(f"{address}/_nerve-atlas/pathways").status == 404
