"""The page in a real browser under its policy: everything works, and nothing that it does is against it."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from atlas.web.layout.controls import MODES, THEMES
from tests.browser.conftest import DISK, Reader
from tests.support.page_menus import MENU, SHARE, unfold

pytestmark = pytest.mark.slow

FORBIDDEN = ("Content Security Policy", "strict CSP", "violates")


@pytest.fixture
def reader(page: Page, served: str) -> Reader:
    """A reader that records each violation of the content policy, which the browser reports on its console."""
    told: list[str] = []
    page.context.on("console", lambda said: any(one in said.text for one in FORBIDDEN) and told.append(said.text))
    reader = Reader(page, served)
    reader.told_off = told
    return reader


QUERIES = [
    *(f"mode={mode}" for mode in MODES),
    *(f"select=L5&theme={theme}" for theme in THEMES),
    "plate=solid&select=L5",
    "select=L5&embed=1",
    "select=L5&voice=plain&show=nerves,bones,sites,labels,zones",
    "mode=maps&maps=all",
]


@pytest.mark.parametrize("query", QUERIES)
def test_every_way_of_using_the_page_keeps_to_it(reader: Reader, query: str) -> None:
    reader.open(f"?{query}")
    if "solid" in query:
        reader.page.wait_for_selector("#solid[data-drawn]")
    if "myotomes" in query:
        reader.page.wait_for_selector(".matrix-plot .ytick")
        group = reader.page.locator(".matrix-plot .ytick tspan").first
        expect(group).to_have_css("font-weight", "700")
    reader.page.wait_for_timeout(700)
    assert reader.told_off == []


def test_taking_sharing_and_telling_keep_to_it(reader: Reader, atlas) -> None:
    page = reader.page
    for query in ("", "?select=L5"):  # at rest the drawing blends its colours
        reader.open(query)
        for form in ("svg", "png"):
            unfold(page, MENU, SHARE)
            with page.expect_download():
                page.locator(f"[data-take={form}]").click()
    reader.open("?plate=solid")
    page.wait_for_selector("#solid-scene[data-muscles]")
    for form in ("png4", "glb"):
        unfold(page, MENU, SHARE)
        with page.expect_download():
            page.locator(f"[data-take={form}]").click()
    reader.open("?select=L5")
    for way in ("link", "qr", "embed"):
        unfold(page, MENU, SHARE)
        page.locator(f"[data-share={way}]").click()
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
    page.locator("#panel [data-claim]").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    tour = next(iter(atlas.dataset["tours"]))
    reader.open(f"?tour={tour}")
    page.wait_for_timeout(500)
    with page.expect_popup() as notes:
        page.keyboard.press("n")
    expect(notes.value.locator(".text")).not_to_be_empty()
    assert reader.told_off == []


@pytest.mark.skipif(bool(DISK), reason="a disk has no worker")
def test_what_the_browser_keeps_is_kept_under_it(browser, served: str) -> None:
    context: BrowserContext = browser.new_context()
    page, told = context.new_page(), []
    context.on("console", lambda said: any(one in said.text for one in FORBIDDEN) and told.append(said.text))
    page.goto(served)
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    page.reload()
    assert page.evaluate("Boolean(navigator.serviceWorker.controller)")
    page.wait_for_timeout(300)
    assert told == []
    context.close()
