"""The exported atlas, opened from a disk without a network: as a folder, and as one file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from atlas.web.layout.controls import MODES
from tests.browser.conftest import DISK, Reader
from tests.support.exported_site import exported
from tests.support.glb import read_glb
from tests.support.page_menus import LANGUAGES, MENU, SHARE, go_to_mode, unfold

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first page of the folder form."""
    return Path(DISK).resolve() / "index.html" if DISK else exported(tmp_path_factory.mktemp("disk") / "site")


@pytest.fixture(scope="session")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The single file on its own, without the files next to it."""
    page = exported(tmp_path_factory.mktemp("disk") / "one", single=True)
    return page.rename(page.parent.parent / "alone.html")


@pytest.fixture
def apart(browser: Browser) -> Iterator[Page]:
    """A page without a network, which must ask for nothing but files and must not complain."""
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
    page, wrong = context.new_page(), []
    page.on("request", lambda sent: sent.url.startswith(("file:", "data:", "blob:")) or wrong.append(sent.url))
    page.on("console", lambda said: said.type == "error" and wrong.append(said.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert not wrong


@pytest.fixture(params=["folder", "one"])
def reader(request: pytest.FixtureRequest, apart: Page) -> Reader:
    """A reader of each form."""
    return Reader(apart, request.getfixturevalue(request.param).as_uri())


def test_a_choice_lights_tells_and_stands_in_the_address(reader, atlas) -> None:
    page = reader.open("?select=L5").page
    reader.wait_for_panel(atlas.node("L5").name)
    lit = reader.highlighted("#figures")
    page.locator(".roots [data-node='S1']").click()
    reader.wait_for_panel(atlas.node("S1").name)
    assert reader.highlighted("#figures") not in (lit, set())
    page.wait_for_url("**?select=S1")
    page.reload()
    reader.wait_for_panel(atlas.node("S1").name)
    page.go_back()
    reader.wait_for_panel(atlas.node("L5").name)


def test_every_way_of_using_the_page_opens(reader) -> None:
    page = reader.open().page
    for mode in MODES[1:]:
        go_to_mode(page, mode)
        page.wait_for_selector(f"html[data-entered='{mode}']")
        expect(page.locator("#notice")).to_be_hidden()


def test_a_quiz_asks_and_a_tour_begins(reader) -> None:
    page = reader.open("?mode=quiz").page
    page.locator("#quiz .setup .start").click()
    page.wait_for_url("**n=1*")
    assert page.locator("#quiz h2, #quiz h3").first.inner_text()
    reader.open("?mode=tours").page.locator("button[data-tour]").first.click()
    page.wait_for_url("**tour=*")


def test_rival_maps_stand_side_by_side(reader, atlas) -> None:
    first, second = [*atlas.maps][:2]
    page = reader.open(f"?mode=maps&maps={first},{second}").page
    page.wait_for_selector("html[data-entered=maps]")
    assert page.locator("#figures .view").count() > 0 and f"maps={first},{second}" in page.url


def test_the_body_is_drawn_in_three_dimensions(reader) -> None:
    page = reader.open("?plate=solid").page
    page.wait_for_selector("#solid-scene[data-muscles][data-triangles] canvas", timeout=60_000)
    unfold(page, MENU, SHARE)
    with page.expect_download(timeout=60_000) as told:
        page.locator("[data-take=glb]").click()
    asset = read_glb(Path(told.value.path())).asset
    assert asset["extras"]["address"].startswith("?plate=solid"), "no path of the disk"


def test_the_languages_and_the_latin_names_lead_on_with_what_is_shown(apart, folder, atlas) -> None:
    reader = Reader(apart, folder.as_uri()).open("?select=sural")

    for link, language, latin in [
        ("[lang=de]", "de", False),
        ("[data-named=latin]", "de", True),
        ("[lang=en]", "en", True),
    ]:
        unfold(apart, MENU, LANGUAGES)
        apart.locator(f"#languages a{link}").click()
        apart.wait_for_selector(f"html[lang={language}][data-ready]")
        told = atlas.in_language(language) if language != "en" else atlas
        reader.wait_for_panel((told.in_latin() if latin else told).node("sural").name)
    assert apart.url == (folder.parent / "latin" / "index.html").as_uri() + "?select=sural"


def test_one_file_says_where_the_other_languages_are(apart, one, atlas) -> None:
    Reader(apart, one.as_uri()).open()
    assert atlas.strings["page.single"] in apart.locator("#languages").text_content()


def test_the_link_that_is_handed_on_is_that_of_the_file(reader) -> None:
    page = reader.open("?select=L5").page
    unfold(page, MENU, SHARE)
    page.locator('[data-share="link"]').click()
    assert page.get_by_role("dialog").locator("textarea").input_value() == f"{reader.address}?select=L5"
