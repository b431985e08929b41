"""`Solid`, the body in three dimensions, in somebody else's Dash app."""

import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from dash import Dash, Input, Output, html
from playwright.sync_api import Page, expect

from atlas import Atlas
from atlas.components import Body, Solid
from tests.browser.conftest import DISK
from tests.browser.test_solid import camera_text, projected
from tests.support import mesh_file
from tests.support.serving import hosting

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(DISK), reason="the components need a server")]
EXAMPLE = Path(__file__).resolve().parents[2] / "examples/solid_in_dash.py"
PATIENCE = 60_000
REPORTED = ("selected", "hovered", "camera")
NERVE = "common_fibular.neck"


def beside(id_: str) -> tuple[np.ndarray, np.ndarray]:
    """A place on a nerve, and an eye that sees it from the side."""
    at = mesh_file.nerves()[id_][0][4]
    return at + np.array([-0.5, 0.05, 0.1]), at


@pytest.fixture(scope="module")
def theatre() -> Iterator[str]:
    """An app that looks at a nerve, shows what is reported, and has buttons that set the props."""
    app = Dash("theatre", include_assets_files=False)
    sets = {"select": {"selected": "S1"}, "strike": {"selected": "", "lesion": "L5"}, "whole": {"camera": ""}}
    app.layout = html.Main(
        [
            html.H1("Theatre"),
            *(html.Button(name, id=name) for name in sets),
            *(html.P(id=prop) for prop in REPORTED),
            Solid(id="solid", camera=camera_text(*beside(NERVE)), style={"height": "600px"}),
        ]
    )
    for prop in REPORTED:
        app.callback(Output(prop, "children"), Input("solid", prop))(lambda value: repr(value))
    for name, values in sets.items():
        outputs = [Output("solid", prop, allow_duplicate=True) for prop in values]
        answer = list(values.values())
        app.callback(outputs, Input(name, "n_clicks"), prevent_initial_call=True)(lambda _, answer=answer: answer)
    with hosting(app.server) as address:
        yield f"{address}/"


def opened(page: Page, address: str, id_: str) -> None:
    page.goto(address)
    expect(page.locator(f"#{id_} .scene[data-muscles][data-triangles]")).to_be_attached(timeout=PATIENCE)
    expect(page.locator(f"#{id_} atlas-figure[data-ready]")).to_be_attached(timeout=PATIENCE)


def picture(page: Page, id_: str = "solid") -> str:
    """The picture, once nothing changes any more."""
    canvas, before = page.locator(f"#{id_} canvas"), ""
    for _ in range(30):
        page.wait_for_timeout(600)
        page.wait_for_selector(f"#{id_} .scene[data-detail=fine]")
        now = canvas.evaluate("canvas => canvas.toDataURL()")
        if now == before:
            return now
        before = now
    raise AssertionError("the picture goes on changing")


def test_the_pointer_names_and_selects_a_nerve(page: Page, theatre: str, atlas: Atlas) -> None:
    opened(page, theatre, "solid")
    box = page.locator("#solid canvas").bounding_box()
    assert box and box["height"] == 600
    eye, at = beside(NERVE)
    point = projected(at, eye, at, box)
    before = picture(page)
    page.mouse.move(point[0] + 3, point[1])
    page.mouse.move(*point)
    expect(page.locator("#hovered")).to_have_text(repr(NERVE), timeout=PATIENCE)
    expect(page.locator("#solid .tooltip")).to_have_text(atlas.nodes[NERVE].name)
    page.mouse.click(*point)
    expect(page.locator("#selected")).to_have_text(repr(NERVE))
    page.mouse.move(1, 1)
    expect(page.locator("#hovered")).to_have_text("''")
    assert picture(page) != before, "its pathway is highlighted"
    page.locator("#solid .scene").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#selected")).to_have_text("''")


def test_it_shows_what_callbacks_set_and_reports_the_camera(page: Page, theatre: str) -> None:
    opened(page, theatre, "solid")
    seen = [picture(page)]
    for name in ("whole", "select", "strike"):
        page.click(f"#{name}")
        if name == "strike":
            expect(page.locator("#solid .lost").first).to_be_attached(timeout=PATIENCE)
        page.wait_for_timeout(1500)
        seen.append(picture(page))
    assert len(set(seen)) == len(seen)
    expect(page.locator("#camera")).to_have_text("''")
    page.locator("#solid .scene").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#camera")).not_to_have_text("''")
    assert len(page.locator("#camera").inner_text().strip("'").split(",")) == 6
    assert picture(page) not in seen


def test_the_example_selects_by_its_menu(page: Page, atlas: Atlas) -> None:
    spec = spec_from_file_location(EXAMPLE.stem, EXAMPLE)
    assert spec and spec.loader
    module = sys.modules[EXAMPLE.stem] = module_from_spec(spec)
    spec.loader.exec_module(module)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    with hosting(module.app.server) as address:
        opened(page, f"{address}/", "body")
        expect(page.locator("#name")).to_have_text(atlas.nodes["S1"].name)
        scene = page.locator("#body .scene")
        assert "{" not in (scene.get_attribute("aria-label") or "{")
        page.evaluate("document.documentElement.lang = 'en'")
        found = Axe().run(page, context="#body", options={"resultTypes": ["violations"]}).response["violations"]
        assert not [rule["id"] for rule in found]
    del sys.modules[EXAMPLE.stem]
    assert not errors


def test_an_app_without_it_loads_no_part_of_it(page: Page) -> None:
    app = Dash("plain", include_assets_files=False)
    app.layout = html.Main([Body(id="body")])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with hosting(app.server) as address:
        page.goto(address)
        expect(page.locator("#body atlas-figure[data-ready]")).to_be_attached(timeout=PATIENCE)
    assert not [url for url in asked if "solid" in url]
