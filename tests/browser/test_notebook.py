"""What a notebook shows of a pathway, in the frame that it brings."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from atlas import Atlas

SHOWN = "all => all.filter(one => getComputedStyle(one).opacity === '1').map(one => one.getAttribute('aria-label'))"


@pytest.fixture
def notebook(page: Page, atlas: Atlas) -> Page:
    """A page with styles of its own around the pathway of a root."""
    styles = "<style>svg{display:none} h1{color:rgb(1, 2, 3)}</style>"
    html = atlas.pathway("L5")._repr_html_()
    page.set_content(
        f'<!DOCTYPE html><html lang="en"><title>Notebook</title>{styles}<main><h1>Cell</h1>{html}</main></html>'
    )
    page.frame_locator("iframe").locator(".network svg").wait_for()
    return page


def test_pointing_at_a_part_shows_what_it_is_connected_to(notebook: Page, atlas: Atlas) -> None:
    frame = notebook.frame_locator("iframe")
    parts = frame.locator(".network [data-part]")
    everything = parts.evaluate_all(SHOWN)
    muscle = next(m for m in atlas.pathway("L5").muscles if m in atlas.reachable("L5"))
    route = {atlas.node(node).name for node in atlas.path("L5", muscle)}
    part = frame.locator(".network").get_by_label(atlas.node(muscle).name, exact=True)
    for use in (part.hover, part.focus, part.click):
        use()
        shown = set(parts.evaluate_all(SHOWN))
        assert route <= shown < set(everything)
    assert part.locator("title").text_content() == atlas.node(muscle).name
    frame.locator("h1").click()
    expect(part).not_to_be_focused()
    assert parts.evaluate_all(SHOWN) == everything


@pytest.mark.slow
def test_the_body_lights_up_too(notebook: Page, atlas: Atlas) -> None:
    frame = notebook.frame_locator("iframe")
    pathway = atlas.pathway("L5")
    drawn = frame.locator(".body [data-part]")
    names = set(drawn.locator("> title").all_text_contents())
    assert {atlas.node(node).name for node in pathway.muscles} & names
    frame.locator(".network").get_by_label(atlas.node("L5").name, exact=True).focus()
    assert set(drawn.evaluate_all("all => all.map(one => getComputedStyle(one).opacity)")) != {"0.13"}


@pytest.mark.slow
def test_styles_do_not_leak_either_way(notebook: Page) -> None:
    assert notebook.locator("h1").evaluate("one => getComputedStyle(one).color") == "rgb(1, 2, 3)"
    frame = notebook.frame_locator("iframe")
    assert frame.locator("h1").evaluate("one => getComputedStyle(one).color") != "rgb(1, 2, 3)"
    expect(frame.locator(".network svg")).to_be_visible()


@pytest.mark.slow
def test_nothing_is_loaded(page: Page, atlas: Atlas) -> None:
    asked: list[str] = []
    refused: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: refused.append(message.text))
    page.set_content(f"<title>Notebook</title>{atlas.pathway('L5')._repr_html_()}", wait_until="load")
    at_load = [*refused]  # later the browser may also refuse what looks for the drawing here
    page.frame_locator("iframe").locator(".network svg").wait_for()
    assert not [url for url in asked if not url.startswith(("about:", "data:"))] and not at_load


@pytest.mark.slow
def test_axe_finds_nothing(notebook: Page, atlas: Atlas) -> None:
    document = notebook.locator("iframe").get_attribute("srcdoc")
    notebook.set_content(document or "")
    notebook.evaluate("document.querySelector('meta[http-equiv]').remove()")
    found = Axe().run(notebook, options={"resultTypes": ["violations"]}).response["violations"]
    assert not [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"][:3]]
