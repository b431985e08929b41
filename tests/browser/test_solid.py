"""The limb in three dimensions: fetched only where it is opened, turned by button and key, chosen from like a figure."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import expect

from atlas.resources import resource_dir
from tests.browser.access import breaches
from tests.support.page_menus import MENU, SHARE, unfold

pytestmark = pytest.mark.slow

MESH = "figures/limb.json"


def opened(reader, query: str = ""):
    reader.open(f"?plate=solid{query}")
    reader.page.wait_for_selector("#solid[data-drawn]")
    return reader.page


def looked_at(page, view: str) -> list[float]:
    page.locator(f"[data-look='{view}']").click()
    page.wait_for_timeout(200)
    return page.evaluate("(({ x, y, z }) => [x, y, z])(document.getElementById('solid-scene').layout.scene.camera.eye)")


def test_the_model_is_below_half_a_megabyte_and_fetched_only_when_it_is_opened(reader) -> None:
    assert len(gzip.compress((resource_dir("data") / MESH).read_bytes())) < 500_000
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.open("?select=L5")
    assert not [url for url in asked if "plotly" in url or "solid" in url]
    reader.page.locator("button[data-plate=solid]").click()
    reader.page.wait_for_selector("#solid[data-drawn]")
    assert [url for url in asked if "plotly" in url] and [url for url in asked if "solid-" in url]


def test_a_click_on_the_model_selects_what_is_drawn_there(reader, atlas) -> None:
    page = opened(reader)
    named = {node.name: id_ for id_, node in atlas.nodes.items()}
    for view, right, down in (("leg_anterior", 0.5, 0.5), ("foot_lateral", 0.5, 0.6), ("foot_plantar", 0.5, 0.5)):
        looked_at(page, view)
        box = page.locator("#solid-scene").bounding_box()
        at = box["x"] + box["width"] * right, box["y"] + box["height"] * down
        page.mouse.move(*at)
        expect(page.locator("#tooltip")).to_be_visible()
        name = page.locator("#tooltip").inner_text()
        assert named[name] in {shape for shape, _ in atlas.dataset.figures[view].shapes}
        page.mouse.click(*at)
        reader.wait_for_panel(name)
        assert f"select={named[name]}" in page.url or page.wait_for_url(f"**select={named[name]}*") is None


def test_buttons_and_keys_turn_it_and_change_how_the_skin_is_drawn(reader) -> None:
    page = opened(reader, "&select=S1")
    front, back = looked_at(page, "leg_anterior"), looked_at(page, "leg_posterior")
    assert front[2] * back[2] < 0
    page.locator("#solid-scene").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(
        "z => Math.abs(document.getElementById('solid-scene').layout.scene.camera.eye.z - z) > 0.01", arg=back[2]
    )
    whole = page.evaluate("document.getElementById('solid-scene').data.length")
    page.locator("[data-manner=xray]").click()
    expect(page.locator("[data-manner=xray]")).to_have_attribute("aria-pressed", "true")
    page.wait_for_function("n => document.getElementById('solid-scene').data.length > n", arg=whole)


def test_axe_finds_nothing(reader) -> None:
    assert breaches(opened(reader, "&select=L5")) == []


def test_the_model_can_be_taken_along_as_it_is_turned(reader) -> None:
    page = opened(reader, "&select=S1")
    unfold(page, MENU, SHARE)
    with page.expect_download() as taken:
        page.locator("[data-take=svg]").click()
    text = taken.value.path().read_text("utf-8")
    assert "data:image/png" in text and "CC BY 4.0" in text and "S1" in text
    assert page.locator("#solid-scene .still").count() == 0


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720), (390, 844)])
def test_the_model_stays_within_its_frame_and_says_nothing_of_other_plates(reader, width, height) -> None:
    reader.page.set_viewport_size({"width": width, "height": height})
    page = opened(reader, "&select=S1")
    inside = """() => {
      const [frame, scene] = ["solid", "solid-scene"].map((id) => document.getElementById(id).getBoundingClientRect());
      return scene.height > 200 && scene.top >= frame.top && scene.bottom <= frame.bottom + 1;
    }"""
    assert page.evaluate(inside)
    expect(page.locator("#elsewhere")).to_be_hidden()
