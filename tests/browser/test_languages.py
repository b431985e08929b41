"""The page in other languages: the same state, nothing lost to sight, and a layout that holds from right to left."""

import pytest
from playwright.sync_api import expect

from tests.browser.access import breaches
from tests.browser.conftest import Reader
from tests.support.limbs import TINY
from tests.support.page_menus import LANGUAGES, MENU, unfold
from tests.support.pseudo_language import OPEN, odd, pseudo

STATES = ["?select=L5", "?mode=maps&maps=all", "?mode=cases", "?mode=sources", "?mode=myotomes"]


@pytest.fixture(scope="module")
def abroad(serve, atlas) -> str:
    """The address of a server that also speaks a pseudo-language, and one that is written from right to left."""
    return serve(more={"qps": pseudo(atlas), "ar": pseudo(atlas, "ar")})


@pytest.fixture
def small_abroad(serve, tiny) -> str:
    """The address of a server over the tiny limb that also speaks a pseudo-language."""
    return serve(TINY, {"qps": pseudo(tiny)})


def read(page, address: str, language: str) -> Reader:
    if address.endswith(".html"):
        return Reader(page, f"{address.removesuffix('index.html')}{language}/index.html")
    home = f"{address}/{language}" if language else address
    page.request.get(f"{home}/", timeout=180_000)  # a language is made when it is first asked for
    return Reader(page, home)


@pytest.mark.slow
def test_the_switch_keeps_the_state_exactly(page, abroad) -> None:
    query = "?select=L5&layer=nerves&theme=dark&show=bones,nerves"
    reader = read(page, abroad, "").open(query)
    unfold(page, MENU, LANGUAGES)
    page.click("#languages a[lang=de]")
    page.wait_for_url(f"{abroad}/de/{query}")
    page.wait_for_selector("html[lang=de][data-ready]")
    unfold(page, MENU, LANGUAGES)
    page.click("#languages a[lang=en]")
    page.wait_for_url(f"{abroad}/{query}")
    page.wait_for_selector("html[lang=en][data-ready]")
    assert "L5" in reader.highlighted("#graph")


@pytest.mark.slow
def test_the_choice_of_latin_names_stands_in_the_address_and_keeps_the_state(page, abroad, atlas) -> None:
    row = next(row for row in atlas.dataset["latin"].values() if row.id in atlas.dataset["nerves"])
    reader = read(page, abroad, "").open(f"?select={row.id}")
    unfold(page, MENU, LANGUAGES)
    page.click("#languages a[data-names=latin]")
    page.wait_for_url(f"{abroad}/?select={row.id}&names=latin")
    reader.wait_for_panel(row.latin)
    unfold(page, MENU, LANGUAGES)
    page.click("#languages a[data-names='']")
    page.wait_for_url(f"{abroad}/?select={row.id}")


def test_the_panel_and_the_status_speak_the_language_of_the_page(page, small_abroad, tiny) -> None:
    reader = read(page, small_abroad, "qps").open("?select=K1")
    reader.wait_for_panel(odd(tiny.node("K1").name))
    expect(page.locator("#status")).to_contain_text(OPEN)
    expect(page.locator("#main")).to_have_attribute("data-voice", "plain")
    expect(page.locator(".unreviewed")).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["de", "es"])
def test_axe_finds_nothing(page, served, language) -> None:
    read(page, served, language).open("?select=L5")
    assert breaches(page) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "way", "width", "height"),
    [("ar", "rtl", 1440, 900), ("ar", "rtl", 390, 844), ("de", "ltr", 390, 844), ("es", "ltr", 390, 844)],
)
def test_nothing_scrolls_sideways(page, abroad, language, way, width, height) -> None:
    page.set_viewport_size({"width": width, "height": height})
    for query in STATES:
        read(page, abroad, language).open(query)
        assert page.evaluate("document.documentElement.dir") == way
        assert page.evaluate("document.documentElement.scrollWidth") <= width, query
        boxes = page.eval_on_selector_all(
            ".side, .modes, .tongue", "all => all.map(one => one.getBoundingClientRect()).map(b => [b.left, b.right])"
        )
        assert all(left >= -1 and right <= width + 1 for left, right in boxes), query
