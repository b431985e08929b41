"""The page can be read: by rules of access, at any width, before scripts, in every theme and layer."""

import re

import pytest
from playwright.sync_api import expect

from atlas.figures.plate_layout import plates
from tests.browser.access import breaches

WIDTHS = [(320, 640), (390, 844), (768, 1024), (1440, 900)]


@pytest.mark.parametrize(
    ("theme", "names"),
    [("light", ("L5", "first web space", "sciatica")), ("dark", ("achilles",))],
)
def test_axe_finds_nothing_whatever_is_selected(reader, atlas, theme, names) -> None:
    reader.open(f"?theme={theme}")
    # a theme changes nothing of the drawings but colours, which axe cannot see in them
    assert breaches(reader.page, drawings=theme == "light") == []
    for id_ in map(atlas.resolve, names):
        reader.page.evaluate(
            "id => document.querySelector(`[data-node='${id}']`).dispatchEvent(new MouseEvent('click', { bubbles: true }))",
            id_,
        )
        reader.wait_for_panel(atlas.node(id_).name)
        assert breaches(reader.page) == [], id_


@pytest.mark.parametrize("query", ["?layer=nerves", pytest.param("?select=nothing", marks=pytest.mark.slow)])
def test_axe_finds_nothing_on_other_states(reader, query) -> None:
    assert breaches(reader.open(query).page, drawings=True) == []


def test_no_width_scrolls_sideways(reader, atlas) -> None:
    reader.open("?select=L5").wait_for_panel(atlas.node("L5").name)
    for width, height in WIDTHS:
        page = reader.resize(width, height)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = page.eval_on_selector_all(
            ".roots-row button",
            "all => all.map(b => b.getBoundingClientRect()).filter(b => b.width < 44 || b.height < 44).length",
        )
        assert small == 0, width


def test_the_figures_stand_in_the_first_response(page, served, asking_the_server, atlas) -> None:
    html = page.request.get(served).text()
    first = plates(atlas)[0]
    assert set(re.findall(r'<svg[^>]* data-view="(\w+)"', html)) == {
        view for view in first.views if not atlas.dataset.views[view].appears_with
    }
    assert html.count("<figure") == len(atlas.dataset["views"])
    assert 'class="graph"' in html and " style=" not in html.partition("<main")[2].partition("</main>")[0]


def test_labels_of_the_graph_do_not_overlap(reader) -> None:
    reader.open()
    clashes = reader.page.evaluate(
        """() => {
          const boxes = [...document.querySelectorAll("#graph text")].map((t) => [t.textContent, t.getBoundingClientRect()]);
          const found = [];
          boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
            const [w, h] = [Math.min(p.right, q.right) - Math.max(p.left, q.left), Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top)];
            if (w > 1 && h > 3) found.push(`${a} × ${b}`);
          }));
          return found;
        }"""
    )
    assert clashes == []


def test_a_tap_lights_and_the_panel_begins_on_the_same_screen(browser, served, atlas) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(served)
    page.wait_for_selector("html[data-ready]")
    page.locator(".roots [data-node='S1']").tap()
    expect(page.locator("#status")).to_contain_text(atlas.node("S1").name)
    assert page.evaluate("scrollY") == 0
    expect(page.locator("#panel h2")).to_be_in_viewport()
    context.close()


def test_a_finger_beside_the_first_web_space_hits_it(browser, served, atlas) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{served}?plate=foot")
    page.wait_for_selector("html[data-figures=all]")
    box = page.locator("#figure-foot_dorsal .skin [data-node=first_web_dorsal]").bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 - 14)
    expect(page.locator("#status")).to_contain_text(atlas.node("first_web_dorsal").name)
    context.close()
