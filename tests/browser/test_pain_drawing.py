"""The pain drawing: what is painted is listed, nothing of it leaves the page, and it prints on one sheet."""

import pytest

from tests.browser.access import THEMES, breaches
from tests.browser.test_handout import printed

LEG, FOOT = "front", "feet"
KEPT = """async () => JSON.stringify([
  location.href, {...localStorage}, {...sessionStorage}, (await indexedDB.databases()).map(({ name }) => name),
  document.cookie, history.state,
])"""


def opened(reader, more: str = ""):
    """The page in this mode, with its charts and its panel."""
    page = reader.open(f"?mode=drawing{more}").page
    page.wait_for_selector("#panel h2")
    page.wait_for_selector("html[data-figures=all]")
    page.wait_for_load_state("networkidle")
    return page


def paint(page, chart: str, *points: tuple[float, float]) -> None:
    """Draw a stroke. The points are fractions of the chart's width and height."""
    box = page.locator(f"[data-chart={chart}] .paper-chart").bounding_box()
    places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in points]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places[1:]:
        page.mouse.move(*place, steps=4)
    page.mouse.up()


def test_a_stroke_is_listed_and_nothing_of_it_is_kept(reader, atlas) -> None:
    page = opened(reader)
    words = atlas.strings
    before = page.evaluate(KEPT)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("[data-choice=tingling]").click()
    paint(page, LEG, (0.24, 0.75), (0.23, 0.85))  # the front of the right shin
    page.wait_for_selector("#panel .drawn-roots")
    roots = page.locator("#panel .drawn-roots table:not(.all-maps) tbody th").all_inner_texts()
    levels = list(atlas.dataset.roots)
    named = [levels.index(text.split(",")[0]) for text in roots if text != words["drawing.maps.outside"]]
    assert named and named == sorted(named), "in the order of the roots"
    assert all(words["drawing.side.right"] in text for text in roots)
    assert words["drawing.feeling.tingling"] in page.locator("#panel .painted").inner_text()
    assert words["drawing.feeling.tingling"] in page.locator("#status").inner_text()
    assert page.evaluate(KEPT) == before
    assert not asked
    page.reload()
    page.wait_for_selector("#panel h2")
    assert words["drawing.none"] in page.locator("#panel").inner_text()
    assert not page.locator("#panel .drawn-roots").count()


def test_a_patch_is_painted_by_key_and_all_prints_on_one_sheet(reader, atlas, tmp_path) -> None:
    page = opened(reader)
    patch = page.locator(f"[data-chart={LEG}] [tabindex='0'][data-place]")
    patch.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    name = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.wait_for_function("(name) => document.querySelector('#panel .painted')?.textContent.includes(name)", arg=name)
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    page.evaluate("window.print = () => {}")
    for key, said in (("print", name), ("blank", atlas.strings["drawing.sheet.how"])):
        page.get_by_role("button", name=atlas.strings[f"drawing.{key}"], exact=True).click()
        (sheet,) = printed(page, tmp_path / f"{key}.pdf")
        assert said in sheet
        page.wait_for_selector("html:not([data-drawing-sheet])", state="attached")


@pytest.mark.slow
def test_axe_finds_nothing(reader) -> None:
    page = opened(reader)
    paint(page, LEG, (0.24, 0.75), (0.23, 0.85))
    page.wait_for_selector("#panel .drawn-roots")
    for page_of_charts in ("body", FOOT):
        page.locator(f".chart-pages [data-choice={page_of_charts}]").click()
        assert breaches(page, *THEMES, drawings=True) == []
    opened(reader, "&voice=plain")
    assert breaches(reader.page) == []
