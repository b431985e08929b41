"""The first view: drawn before anything is fetched for it, light, and never deaf to a choice made too early."""

import re

import pytest
from playwright.sync_api import expect

LIGHT = 160 * 1024
"""Bytes until a click lights its pathway: the page, its style, its script and the answers."""
LATER = re.compile(r"/(told|figures|origins)-|/rest-|/_?dash|webmanifest|icon-")
"""What is fetched behind it: what the panel tells, other plates and modes, and Dash when someone stirs."""
FEW = 20
EARLY = {
    "pointer": lambda page: page.locator(".roots [data-node=S1]").click(),
    "key": lambda page: (page.locator(".roots [data-node=S1]").focus(), page.keyboard.press("Enter")),
}


def test_the_figures_are_painted_before_the_answers_are_asked_for(reader) -> None:
    reader.open()
    painted, asked = reader.page.evaluate(
        """() => [performance.getEntriesByName("first-contentful-paint")[0].startTime,
        performance.getEntriesByType("resource").find((one) => one.name.includes("pathways")).startTime]"""
    )
    assert painted <= asked


def test_the_first_view_is_light_and_asks_for_little(browser, served) -> None:
    page = browser.new_page()
    network, sent = page.context.new_cdp_session(page), {}
    network.send("Network.enable")
    names = {}
    network.on("Network.requestWillBeSent", lambda told: names.update({told["requestId"]: told["request"]["url"]}))
    network.on("Network.loadingFinished", lambda told: sent.update({told["requestId"]: told["encodedDataLength"]}))
    page.goto(served)
    page.wait_for_selector("html[data-figures=all]")
    page.wait_for_load_state("networkidle")
    page.mouse.move(300, 300)
    page.wait_for_selector("#panel", state="attached")
    page.wait_for_load_state("networkidle")
    fetched = {names[id_]: size for id_, size in sent.items() if names[id_].startswith("http")}
    assert len(fetched) <= FEW
    assert sum(size for name, size in fetched.items() if not LATER.search(name)) <= LIGHT, fetched
    page.close()


def test_dash_comes_when_the_mouse_moves_and_not_where_it_merely_rests(reader) -> None:
    page = reader.page
    page.goto(reader.address)
    page.wait_for_selector("html[data-figures=all]")
    rest = "document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: 9, clientY: 9 }))"
    page.evaluate(rest)
    page.wait_for_timeout(1500)
    assert not page.locator("#panel").count()
    page.mouse.move(300, 300)
    page.mouse.move(310, 300)
    page.wait_for_selector("#panel", state="attached")


@pytest.mark.parametrize("by", EARLY)
def test_a_choice_made_before_the_answers_came_is_answered(reader, atlas, by: str) -> None:
    page, held = reader.page, []
    page.route("**/pathways-*", lambda route: held.append(route))
    page.goto(f"{reader.address}/")
    page.wait_for_selector(".roots [data-node=S1]")
    page.wait_for_function("() => document.readyState === 'complete'")
    EARLY[by](page)
    expect(page.locator(".roots [data-node=S1]")).to_have_attribute("aria-pressed", "true")
    assert not reader.lit("#figures")
    held[0].continue_()
    reader.told(atlas.node("S1").name)
    assert "S1" in reader.lit("#graph") and "select=S1" in page.url


def test_a_choice_made_before_the_mode_came_is_answered(reader) -> None:
    page, held = reader.page, []
    page.route("**/lesions-*", lambda route: held.append(route))
    reader.open("?mode=lesion")
    page.wait_for_timeout(100)
    reader.choose("tibial.tarsal_tunnel", "#graph")
    assert "lesion=" not in page.url
    held[0].continue_()
    page.wait_for_url(lambda url: "lesion=" in url)
    page.wait_for_selector("#figures .lost")


def test_what_the_panel_tells_is_asked_for_again_when_it_failed_to_come(reader, atlas) -> None:
    page = reader.page
    page.route("**/told-*", lambda route: route.abort())
    reader.open()
    expect(page.locator("#notice-text")).not_to_be_empty()
    page.locator(".roots [data-node=S1]").click()
    expect(page.locator(".roots [data-node=S1]")).to_have_attribute("aria-pressed", "true")
    assert "S1" in reader.lit("#graph")
    page.unroute("**/told-*")
    page.locator(".roots [data-node=L4]").click()
    reader.told(atlas.node("L4").name)
