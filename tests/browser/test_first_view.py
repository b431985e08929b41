"""The first view: drawn before anything is fetched for it, light, and never deaf to a choice made too early."""

import pytest
from playwright.sync_api import expect

from tests.support.page_address import wait_for_address
from tests.support.page_menus import go_to_mode

LIGHT = 160 * 1024
"""Bytes of a first load, on which a click lights its pathway: the page, its style, its script and the answers."""
TYPE = 50 * 1024
"""Bytes of the style sheet that holds the font. Nothing waits for it."""
FEW = 20
EARLY = {
    "pointer": lambda page: page.locator(".roots [data-node=S1]").click(),
    "key": lambda page: (page.locator(".roots [data-node=S1]").focus(), page.keyboard.press("Enter")),
}


def test_the_figures_are_painted_before_the_answers_are_asked_for(reader, asking_the_server) -> None:
    reader.open()
    # the browser may record its paints later than the page is ready
    reader.page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
    painted, asked = reader.page.evaluate(
        """() => [performance.getEntriesByName("first-contentful-paint")[0].startTime,
        performance.getEntriesByType("resource").find((one) => one.name.includes("pathways")).startTime]"""
    )
    assert painted <= asked


def test_the_first_view_is_light_and_asks_for_little(browser, served, asking_the_server) -> None:
    page = browser.new_page()
    network, names, sent = page.context.new_cdp_session(page), {}, {}
    network.send("Network.enable")
    network.on("Network.requestWillBeSent", lambda told: names.update({told["requestId"]: told["request"]["url"][:80]}))
    network.on("Network.loadingFinished", lambda told: sent.update({told["requestId"]: told["encodedDataLength"]}))
    page.goto(served)
    page.wait_for_selector("html[data-ready]")
    page.wait_for_load_state("networkidle")
    fetched = {names[id_]: size for id_, size in sent.items()}
    assert len(fetched) <= FEW
    type_sheet = sum(size for name, size in fetched.items() if "/type-" in name)
    assert 0 < type_sheet <= TYPE
    network = {name: size for name, size in fetched.items() if name.startswith("http")}
    assert sum(network.values()) - type_sheet <= LIGHT, fetched
    page.close()


def _never_rested(reader, query: str = "") -> None:
    """Open a page for which no time passes until it would bring the rest by itself, and do not stir."""
    reader.page.add_init_script(
        """const own = window.setTimeout;
        window.setTimeout = (work, wait, ...more) => (wait >= 4000 ? 0 : own(work, wait, ...more));"""
    )
    reader.page.goto(f"{reader.address}/{query}")
    reader.page.wait_for_selector("html[data-ready]")


def test_the_rest_comes_when_the_mouse_moves_and_not_where_it_merely_rests(reader, asking_the_server) -> None:
    page, asked = reader.page, []
    page.on("request", lambda request: asked.append(request.url))
    _never_rested(reader)
    page.evaluate(
        "document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: 9, clientY: 9 }))"
    )
    reader.painted()  # what an interaction brings is asked for at once
    assert not [url for url in asked if "/panel_contents-" in url or "/dash/" in url]
    assert not page.locator("#panel, html[data-figures]").count()
    page.mouse.move(300, 300)
    page.mouse.move(310, 300)
    page.wait_for_selector("#panel", state="attached")
    page.wait_for_selector("html[data-figures=all]")


def test_a_link_to_a_pathway_brings_all_that_tells_of_it(reader, atlas, asking_the_server) -> None:
    _never_rested(reader, "?select=S1")
    reader.wait_for_panel(atlas.node("S1").name)
    reader.page.wait_for_selector("html[data-figures=all]")


@pytest.mark.parametrize("by", EARLY)
def test_a_choice_made_before_the_answers_came_is_answered(reader, atlas, asking_the_server, by: str) -> None:
    page, held = reader.page, reader.hold("**/pathways-*")
    page.goto(f"{reader.address}/")
    page.wait_for_selector(".roots [data-node=S1]")
    page.wait_for_function("() => document.readyState === 'complete'")
    EARLY[by](page)
    expect(page.locator(".roots [data-node=S1]")).to_have_attribute("aria-pressed", "true")
    assert not reader.highlighted("#figures")
    held.let_go()
    reader.wait_for_panel(atlas.node("S1").name)
    assert "S1" in reader.highlighted("#graph")
    wait_for_address(page, "select=S1")


def test_a_choice_made_before_the_mode_came_is_answered(reader) -> None:
    page, held = reader.page, reader.hold("**/lesions-*")
    reader.open("?mode=lesion")
    page.wait_for_timeout(100)
    reader.choose("tibial.tarsal_tunnel", "#graph")
    page.wait_for_url(lambda url: "lesion=" not in url)
    held.let_go()
    page.wait_for_url(lambda url: "lesion=" in url)
    page.wait_for_selector("#figures .lost")


def test_a_choice_made_in_a_mode_that_was_left_is_forgotten(reader) -> None:
    page, held = reader.page, reader.hold("**/lesions-*")
    reader.open("?mode=lesion")
    held.asked()
    reader.choose("tibial.tarsal_tunnel", "#graph")
    go_to_mode(page, "maps")
    page.wait_for_selector("html[data-entered=maps]")
    go_to_mode(page, "lesion")
    held.let_go()
    page.wait_for_selector("html[data-entered=lesion]")
    reader.painted()
    wait_for_address(page, "mode=lesion", lacks="&lesion=")


def test_what_the_panel_tells_is_asked_for_again_when_it_failed_to_come(reader, atlas) -> None:
    page = reader.page
    page.route("**/panel_contents-*", lambda route: route.abort())
    reader.open()
    expect(page.locator("#notice-text")).not_to_be_empty()
    page.locator(".roots [data-node=S1]").click()
    expect(page.locator(".roots [data-node=S1]")).to_have_attribute("aria-pressed", "true")
    assert "S1" in reader.highlighted("#graph")
    page.unroute("**/panel_contents-*")
    page.locator(".roots [data-node=L4]").click()
    reader.wait_for_panel(atlas.node("L4").name)
