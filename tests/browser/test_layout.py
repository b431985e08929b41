"""The first screen: how many controls it has, how much of it the figures take, and that the body is whole on it."""

import pytest
from playwright.sync_api import expect

from atlas.web.layout.controls import MODES
from tests.support.page_menus import go_to_mode

SIZES = [(1440, 900), (1920, 1080), (1024, 768), (820, 1180), (390, 844)]
CONTROLS = """() => {
  const isSeen = (e) => {
    const box = e.getBoundingClientRect();
    return e.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1
      && box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0;
  };
  const all = [...document.querySelectorAll("button, select, input, summary, a[href]")].filter(isSeen);
  const groups = new Set();
  return all.filter((e) => {
    if (e.closest("svg, #network")) return false;
    const group = e.closest(".roots-row, .plates"); // one of each is chosen: a group counts as one control
    if (!group) return true;
    const isFirst = !groups.has(group);
    groups.add(group);
    return isFirst;
  }).map((e) => e.id || e.className || e.textContent);
}"""
BODY = """() => [...document.querySelectorAll("#figure-leg_anterior > svg, #figure-leg_posterior > svg")].map((svg) => {
  const { left, top, right, bottom } = svg.getBoundingClientRect();
  return [left, top, right, bottom];
})"""


def test_the_first_screen_has_few_controls_and_the_whole_body(reader) -> None:
    reader.page.set_viewport_size(dict(zip(("width", "height"), SIZES[0], strict=True)))
    page = reader.open().page
    for width, height in SIZES:
        reader.resize(width, height)
        controls = page.evaluate(CONTROLS)
        assert len(controls) <= 18, (width, controls)
        for left, top, right, bottom in page.evaluate(BODY):
            assert left >= 0 and right <= width and top >= 0 and bottom <= height, (width, height)
            assert bottom - top > 0.4 * height, (width, height)


def test_the_stage_takes_almost_half_of_the_window(reader) -> None:
    reader.open("?select=L5")
    for width, height in SIZES[:2]:
        box = reader.resize(width, height).locator("#stage").bounding_box()
        assert box["width"] * box["height"] >= 0.45 * width * height, (width, height)


def test_a_notice_does_not_push_the_body_out_of_the_window(reader) -> None:
    reader.page.set_viewport_size({"width": 1440, "height": 900})
    page = reader.open("?mode=lesions").page
    expect(page.locator("#notice-text")).to_be_visible()
    bar = page.locator(".stage-bar")
    page.wait_for_function("(bar) => bar.getBoundingClientRect().bottom <= innerHeight", arg=bar.element_handle())
    for _, top, _, bottom in page.evaluate(BODY):
        assert top >= 0 and bottom <= 900
    before = bar.bounding_box()["y"]
    page.evaluate("document.getElementById('notice').classList.add('passing')")  # it covers the page now
    page.wait_for_function("() => document.documentElement.style.getPropertyValue('--notice') === '0px'")
    assert bar.bounding_box()["y"] == pytest.approx(before, abs=1)
    page.evaluate("document.getElementById('notice').classList.remove('passing')")
    page.locator("#notice-close").click()
    expect(page.locator("#notice")).to_be_hidden()
    reader.painted()
    assert bar.bounding_box()["y"] == pytest.approx(before, abs=1), "the bar stays at the lower edge"


def test_at_twice_the_zoom_of_a_laptop_the_body_is_on_the_first_screen(reader) -> None:
    page = reader.page
    page.set_viewport_size({"width": 720, "height": 450})
    reader.open()
    for _, top, _, bottom in page.evaluate(BODY):
        assert top >= 0 and bottom <= 450 and bottom - top > 150


def test_each_destination_shows_its_own_modes(reader) -> None:
    page = reader.page
    reader.open()
    assert not page.locator(".modes").is_visible()
    for name, modes in (
        ("learn", ["article", "tours", "quiz", "drills", "editor"]),
        ("compare", ["lesion", "apart", "cases"]),
    ):
        page.locator(f"[data-destination={name}]").click()
        page.wait_for_selector(f"html[data-entered={modes[0]}]")
        shown = page.locator(".modes button:visible")
        assert [shown.nth(at).get_attribute("data-mode") for at in range(shown.count())] == modes
        assert shown.first.get_attribute("aria-pressed") == "true"
        page.locator(f".modes [data-mode={modes[1]}]").click()
        page.wait_for_selector(f"html[data-entered={modes[1]}]")
        assert page.locator(f"[data-destination={name}]").get_attribute("aria-pressed") == "true"
    page.locator("[data-destination=explore]").click()
    page.wait_for_function("() => !new URLSearchParams(location.search).has('mode')")


def test_the_starters_begin_a_path_the_story_and_the_quiz(reader) -> None:
    page = reader.open().page
    for starter, expected in (("nerve", "select=L5"), ("story", "mode=article"), ("quiz", "mode=quiz")):
        page.locator(f".starter.{starter}").click()
        page.wait_for_function("asked => location.search.includes(asked)", arg=expected)
        page.go_back()


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height"), [(390, 844), (360, 800), (820, 1180)])
def test_above_the_bar_of_a_phone_all_starters_are_whole(reader, width, height) -> None:
    page = reader.page
    page.set_viewport_size({"width": width, "height": height})
    reader.open()
    bar = page.locator(".destinations").bounding_box()
    boxes = [one.bounding_box() for one in page.locator(".starter").all()]
    assert len(boxes) == 3
    for box in boxes:
        assert box["y"] + box["height"] <= bar["y"] and box["height"] >= 44
        assert box["x"] >= 0 and box["x"] + box["width"] <= width


def test_on_an_upright_tablet_the_last_line_of_the_panel_is_above_the_bar(reader) -> None:
    reader.open()
    for size in ((820, 1180), (768, 1024)):
        page = reader.resize(*size)
        bar = page.locator(".destinations").bounding_box()
        for part in (".purpose", ".signs-fold summary"):
            box = page.locator(f".panel-foot {part}").bounding_box()
            assert box["y"] + box["height"] <= bar["y"], (size, part)


def test_on_a_projector_the_plates_are_one_row_and_the_purpose_is_shown(reader) -> None:
    page = reader.page
    page.set_viewport_size({"width": 1024, "height": 768})
    reader.open("?theme=projector")
    foot = page.locator(".panel-foot").bounding_box()
    last = page.locator(".starter").last.bounding_box()
    assert last["y"] + last["height"] <= foot["y"]
    for mode in ("", "article", "tours", "quiz"):
        if mode == "article":
            go_to_mode(page, mode)
        elif mode:
            page.locator(f".modes [data-mode={mode}]").click()
        if mode:
            page.wait_for_selector(f"html[data-entered={mode}]")
        tops = page.evaluate(
            "[...document.querySelectorAll('.plates button')].filter(b => b.offsetWidth).map(b => b.offsetTop)"
        )
        assert len(set(tops)) == 1, mode
        expect(page.locator(".panel-foot .purpose")).to_be_in_viewport(ratio=1)


HINT = """input => {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${getComputedStyle(input, "::placeholder").fontSize} ${getComputedStyle(input).fontFamily}`;
  const { paddingLeft, paddingRight } = getComputedStyle(input);
  return [pen.measureText(input.placeholder).width, input.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)];
}"""


@pytest.mark.parametrize(
    ("theme", "widths"),
    [
        ("light", (320, 360, 390, 820, 1024, 1440)),
        ("projector", (320, 360, 390, 820, 1024, 1280, 1440, 1920)),
    ],
    ids=["light", "projector"],
)
def test_the_hint_of_the_search_is_whole(reader, theme, widths) -> None:
    reader.open(f"?theme={theme}")
    for width in widths:
        hint, room = reader.resize(width, 844).locator(".find input").evaluate(HINT)
        assert hint <= room, width


def test_each_page_has_a_title_of_its_own(reader, atlas) -> None:
    page = reader.open().page
    titles = {atlas.strings["page.title"]}
    for mode in filter(None, MODES):
        page.evaluate("mode => document.querySelector(`.modes [data-mode='${mode}']`).click()", mode)
        page.wait_for_selector(f"html[data-entered={mode}]")
        page.wait_for_function("before => !before.includes(document.title)", arg=list(titles))
        titles.add(page.title())
    assert len(titles) == len(MODES)
