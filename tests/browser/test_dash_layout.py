"""Dash's layout in the browser: the components take the figures in without anything moving, and callbacks reach them."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Held, Reader, opening

LAYOUT = "**/_dash-layout"
BOXES = """() => [...document.querySelectorAll(".screen, .screen *:not(svg *, #panel), #graph, footer")]
  .filter((element) => element.getClientRects().length)
  .map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.tagName, element.id, x, y, width, height].join(" ");
  })"""
WIDE, PHONE = (1440, 900), (390, 844)
WAYS = {"kept": "", "inserted": "delete Element.prototype.moveBefore;"}
"""How the figures are moved: with all that the browser knows of them, or without, as older browsers do."""
UNDRAW = "dash_clientside.set_props('app', { children: [] })"


def resting(reader: Reader, query: str = "") -> Held:
    """Open the page and load all but Dash's layout, with the pointer on no figure."""
    page, held = reader.page, reader.hold(LAYOUT)
    page.goto(opening(reader.address, query))
    page.wait_for_selector("html[data-ready]")
    page.mouse.move(5, 5)
    page.mouse.move(9, 9)
    page.wait_for_selector("html[data-figures=all]")
    held.asked()
    page.wait_for_timeout(300)
    return held


def props_of(page: Page, id_: str) -> dict:
    return page.evaluate("id => dash_component_api.getLayout(id).props", id_)


def mounted(page: Page) -> None:
    page.wait_for_selector(".adopting > #stage")
    page.wait_for_selector(".adopting > #network", state="attached")
    page.wait_for_selector("#panel", state="attached")


@pytest.mark.parametrize(
    ("size", "way"),
    [
        (WIDE, "kept"),
        (PHONE, "inserted"),
        pytest.param(WIDE, "inserted", marks=pytest.mark.slow),
        pytest.param(PHONE, "kept", marks=pytest.mark.slow),
    ],
    ids=["wide-kept", "phone-inserted", "wide-inserted", "phone-kept"],
)
def test_the_components_take_the_figures_in_and_nothing_moves(
    reader, asking_the_server, size: tuple[int, int], way: str
) -> None:
    page = reader.page
    page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    page.add_init_script(WAYS[way])
    held = resting(reader)
    page.locator("#stage details summary").first.focus()
    page.keyboard.press("Enter")
    folds = page.locator("#stage details[open]").count()
    assert folds
    page.evaluate("document.querySelector('.roots-row').scrollLeft = 12; scrollTo(0, 30)")
    scrolled = "[document.querySelector('.roots-row').scrollLeft, scrollY]"
    before, place = page.evaluate(BOXES), page.evaluate(scrolled)
    page.evaluate(
        "shifts = 0; new PerformanceObserver((all) => all.getEntries().forEach(({ value }) => (shifts += value)))"
        ".observe({ type: 'layout-shift' })"
    )
    assert not page.locator(".adopting").count()
    held.let_go()
    mounted(page)
    assert page.evaluate(BOXES) == before
    assert page.evaluate(scrolled) == place
    assert page.locator("#stage details[open]").count() == folds
    assert page.evaluate("document.activeElement.matches('#stage summary')")
    page.wait_for_timeout(100)
    assert page.evaluate("shifts") == 0


def test_the_figures_return_when_the_components_go(reader, asking_the_server) -> None:
    page = reader.page
    held = resting(reader)
    order = "[...document.querySelectorAll('.screen > *')].map((one) => one.id || one.className)"
    first, before = page.evaluate(order), page.evaluate(BOXES)
    held.let_go()
    mounted(page)
    layout = page.evaluate("dash_component_api.getLayout('app').props.children")
    page.evaluate(UNDRAW)
    expect(page.locator(".adopting, #panel")).to_have_count(0)
    assert page.evaluate(order) == first and page.evaluate(BOXES) == before
    page.evaluate("children => dash_clientside.set_props('app', { children })", layout)
    mounted(page)
    assert page.evaluate(BOXES) == before


def test_the_figures_stay_on_the_lecture_view(reader, asking_the_server) -> None:
    page = reader.page
    held = resting(reader, "?stage=on")
    box = page.locator("#figures").bounding_box()
    held.let_go()
    mounted(page)
    assert box and page.locator("#figures").bounding_box() == box


def test_a_long_press_begun_before_dash_came_still_counts(reader, asking_the_server, atlas) -> None:
    page = reader.page
    held = resting(reader)
    page.locator(".roots [data-node=S1]").hover()
    page.mouse.down()
    held.let_go()
    page.wait_for_selector("#panel", state="attached")
    assert page.locator(".screen > #stage").count()
    page.mouse.up()
    reader.wait_for_panel(atlas.node("S1").name)
    mounted(page)


def test_a_notice_says_that_the_layout_did_not_come(reader, asking_the_server) -> None:
    page = reader.page
    page.route(LAYOUT, lambda route: route.fulfill(status=500, body="{}"))
    page.goto(reader.address)
    page.wait_for_selector("html[data-ready]")
    page.locator(".roots [data-node=S1]").click()
    expect(page.locator("#notice-text")).not_to_be_empty()
    assert "S1" in reader.highlighted("#graph") and page.locator(".screen > #stage").count()
    expect(page.locator("._dash-error")).to_be_hidden()


@pytest.mark.parametrize("lost", [LAYOUT, "**/_dash-dependencies"])
def test_what_the_network_loses_after_the_scripts_came_is_asked_for_again(
    reader, asking_the_server, atlas, lost
) -> None:
    page = reader.page
    page.route(lost, lambda route: route.abort())
    page.goto(reader.address)
    page.wait_for_selector("html[data-ready]")
    page.locator(".roots [data-node=S1]").click()
    expect(page.locator("#notice-text")).to_have_text(atlas.strings["page.failed"])
    page.unroute(lost)
    reader.wait_for_panel(atlas.node("S1").name)
    expect(page.locator("#notice")).to_be_hidden()


def test_a_callback_can_select(reader, atlas) -> None:
    page = reader.open().page
    for figure, root in (("body", "S1"), ("network", "L5")):
        page.evaluate("([id, root]) => dash_clientside.set_props(id, { selected: root })", [figure, root])
        reader.wait_for_panel(atlas.node(root).name)
        assert reader.highlighted("#figures") and root in reader.highlighted("#graph")
        page.wait_for_url(f"**select={root}*")
        for id_ in ("body", "network"):
            assert props_of(page, id_)["selected"] == root
        page.evaluate("id => dash_clientside.set_props(id, { selected: '' })", figure)
        reader.silent()


def test_a_callback_can_place_a_lesion_and_leave_it_for_a_selection(reader, atlas) -> None:
    page = reader.open().page
    page.evaluate("dash_clientside.set_props('body', { lesion: 'L5' })")
    page.wait_for_selector("#figures .lost")
    page.wait_for_url(lambda url: "mode=lesion" in url and "lesion=L5" in url)
    page.evaluate("dash_clientside.set_props('body', { selected: 'S1' })")
    reader.wait_for_panel(atlas.node("S1").name)
    page.wait_for_url(lambda url: "mode=" not in url)


def test_what_does_not_exist_is_not_shown(reader, atlas) -> None:
    page = reader.open("?select=S1").page
    reader.wait_for_panel(atlas.node("S1").name)
    page.wait_for_selector("html[data-figures=all]")
    lit = reader.highlighted("#figures")
    page.evaluate("dash_clientside.set_props('body', { selected: 'nonsense' })")
    page.wait_for_function("() => dash_component_api.getLayout('body').props.selected === 'S1'")
    assert reader.highlighted("#figures") == lit and reader.heading() == atlas.node("S1").name


def test_the_figures_report_what_the_reader_does(reader, atlas) -> None:
    page = reader.open().page
    page.locator(".roots [data-node=L4]").hover()
    reader.wait_for_panel(atlas.node("L4").name)
    assert props_of(page, "body")["hovered"] == "L4" and not props_of(page, "body").get("selected")
    reader.choose("L5", ".roots")
    reader.wait_for_panel(atlas.node("L5").name)
    for id_ in ("body", "network"):
        told = props_of(page, id_)
        assert (told["selected"], told["hovered"]) == ("L5", "")
    page.goto(opening(reader.address, "?mode=lesion&lesion=S1"))
    mounted(page)
    page.wait_for_function("() => dash_component_api.getLayout('body').props.lesion === 'S1'")
    assert props_of(page, "page")["data"]["mode"] == "lesion"
