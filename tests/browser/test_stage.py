"""The stage shows the figures alone for a lecture, and no key of a presenter's remote scrolls or reloads the page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.access import breaches
from tests.browser.test_tours import TOURS, asking, at, opened, steps
from tests.support.page_menus import MENU, SHARE, VIEW, unfold

pytestmark = pytest.mark.slow

OLD_PROJECTOR = {"width": 1024, "height": 768}
SIZES = [(1024, 768, ""), (1024, 768, "projector"), (1920, 1080, "projector")]
REMOTE = (
    *("PageDown", "PageUp", "ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft", " ", "Shift+ ", "Escape", "F5"),
    *("Shift+F5", "b", "b", ".", ".", "End", "Home"),
)
FIGURES = """() => [...document.querySelectorAll('#figures figure:not([hidden], [data-off-stage]) svg.view')]
  .map(svg => ({ id: svg.dataset.view, box: svg.viewBox.baseVal, at: svg.getBoundingClientRect() }))
  .map(({ id, box, at }) => ({ id, units: box.height, top: at.top, bottom: at.bottom, height: at.height }))"""
LETTERS = """() => ['h1', '.text']
  .map(part => getComputedStyle(document.querySelector(`#stage-caption ${part}`)).fontSize).join(' ')"""
STILL = """() => {
  const root = document.documentElement;
  return [scrollX, scrollY, Math.max(0, root.scrollWidth - innerWidth), Math.max(0, root.scrollHeight - innerHeight)];
}"""


def staged(reader, query: str = "select=L5"):
    """A page with the stage on and all its figures."""
    reader.open(f"?{query}&stage=on")
    reader.page.wait_for_selector("#stage-caption:not([hidden]) h1:not(:empty)")
    reader.page.wait_for_selector("html[data-figures=all]")
    return reader.page


def bodies(page) -> list[dict]:
    """The shown figures of the standing body: those that have the most units of height."""
    figures = page.evaluate(FIGURES)
    tallest = max(figure["units"] for figure in figures)
    return [figure for figure in figures if figure["units"] >= 0.85 * tallest]


def mark(page) -> None:
    """Leave something on the page that a reload would take away, and note every F5 that the page leaves to the browser.

    A browser without a window does not reload on F5.
    """
    page.evaluate(
        """() => {
          window.reloads = [];
          const note = event => event.key === "F5" && !event.defaultPrevented && window.reloads.push(event.key);
          addEventListener("keydown", event => setTimeout(note, 0, event));
        }"""
    )


def is_still(page) -> bool:
    return page.evaluate("window.reloads?.length === 0 && scrollY === 0")


@pytest.mark.parametrize("theme", ["", "projector"])
@pytest.mark.parametrize("stage", [False, True], ids=["page", "stage"])
def test_no_key_of_a_remote_scrolls_or_reloads_a_tour(reader, theme, stage) -> None:
    reader.page.set_viewport_size(OLD_PROJECTOR)
    page, query = reader.page, f"mode=tours&tour={TOURS[0]}&step=1&theme={theme}"
    if stage:
        staged(reader, query)
    else:
        opened(reader, query.removeprefix("mode=tours"))
    page.wait_for_selector("html[data-entered]")
    mark(page)
    for key in REMOTE:
        page.keyboard.press(key)
        page.wait_for_timeout(60)
        assert is_still(page), key


def test_no_key_of_a_remote_scrolls_or_reloads_the_stage_without_a_tour(reader) -> None:
    page = staged(reader)
    mark(page)
    for key in (key for key in REMOTE if key not in ("Escape", "F5", "Shift+F5")):
        page.keyboard.press(key)
        assert is_still(page), key
    expect(page).to_have_url(re.compile("stage=on"))


def test_the_first_key_is_held_back_while_its_script_loads(reader) -> None:
    page = reader.page
    page.set_viewport_size(OLD_PROJECTOR)
    held = reader.hold("**/features-*.js")
    page.goto(f"{reader.address}/?mode=tours&tour={TOURS[0]}&step=1", wait_until="commit")
    held.asked()
    page.wait_for_selector("html[data-ready]")
    mark(page)
    page.keyboard.press("PageDown")
    page.wait_for_timeout(200)
    assert is_still(page)
    page.evaluate("addEventListener('keydown', event => { window.isLeft = !event.defaultPrevented })")
    for key in ("Control+Home", "Alt+ArrowDown", "Meta+ArrowLeft"):
        page.keyboard.press(key)
        assert page.evaluate("window.isLeft"), f"{key} belongs to the browser"
    held.let_go()
    at(reader, "2a")


def test_outside_a_lecture_the_keys_scroll(reader) -> None:
    page = reader.page
    page.set_viewport_size(OLD_PROJECTOR)
    reader.open("?select=L5")
    page.wait_for_selector("html[data-figures=all]")
    page.keyboard.press("b")  # the script of the keys is there
    page.keyboard.press("b")
    expect(page.locator("dialog.blank")).to_have_count(0)
    page.keyboard.press("PageDown")
    page.wait_for_function("() => scrollY > 100")
    mark(page)
    page.keyboard.press("F5")
    page.wait_for_function("() => window.reloads.length")


def test_space_presses_the_button_that_has_the_focus(reader) -> None:
    opened(reader, f"&tour={TOURS[0]}&step=1")
    page = reader.page
    page.locator("#tour").get_by_role("button", name="Stage", exact=True).focus()
    page.keyboard.press(" ")
    expect(page).to_have_url(re.compile("stage=on"))
    at(reader, "1")
    page.wait_for_function("() => document.activeElement.id === 'stage-caption'")
    page.keyboard.press(" ")
    at(reader, "2a")
    page.locator("#stage-caption .leave").focus()
    page.keyboard.press(" ")
    expect(page.locator("#stage-caption")).to_be_hidden()
    at(reader, "2a")


def test_fields_keep_their_keys_during_a_tour(reader) -> None:
    page = reader.page
    page.set_viewport_size(OLD_PROJECTOR)
    opened(reader, f"&tour={TOURS[0]}&step=1")
    find = page.locator("#find")
    find.fill("sciatic")
    find.press("Home")
    find.press("ArrowRight")
    assert find.evaluate("field => field.selectionStart") == 1
    scroll = page.evaluate("scrollY")
    find.press("PageDown")
    at(reader, "1")
    assert page.evaluate("scrollY") == scroll
    unfold(page, VIEW)
    page.locator("#map").focus()
    before = page.locator("#map").input_value()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#map")).not_to_have_value(before)


@pytest.mark.parametrize(("width", "height", "theme"), SIZES)
def test_the_body_fills_the_stage_and_nothing_scrolls(reader, width, height, theme) -> None:
    reader.page.set_viewport_size({"width": width, "height": height})
    page = staged(reader, f"select=L5&theme={theme}")
    page.wait_for_function("() => document.querySelector('#figures').dataset.arranged === 'whole'")
    shown = bodies(page)
    assert shown
    for body in shown:
        assert body["height"] >= 0.85 * height, body
        assert body["top"] >= 0 and body["bottom"] <= height, body
    assert page.evaluate(STILL) == [0, 0, 0, 0]
    for hidden in (".masthead", "#panel", ".controls", "#graph", "body > footer"):
        assert not page.locator(hidden).first.is_visible(), hidden


@pytest.mark.parametrize(("width", "height", "theme"), SIZES)
def test_every_step_has_its_whole_text_in_two_lines_and_its_buttons_in_sight(
    reader, atlas, width, height, theme
) -> None:
    reader.page.set_viewport_size({"width": width, "height": height})
    tour = max(TOURS, key=lambda id_: max(len(step.text) for step in steps(atlas, id_)))
    page = staged(reader, f"mode=tours&tour={tour}&step=1&theme={theme}")
    way = steps(atlas, tour)
    page.keyboard.press("Home")
    sizes = set()
    for step in way:
        if step.ask:
            expect(page.locator("#stage-caption h1")).to_have_text(step.ask)
            expect(page.locator("#stage-caption h1")).to_be_in_viewport(ratio=1)
            expect(page.locator("#stage-caption")).not_to_contain_text(step.text)
            page.locator("#stage-caption .next").click()
        expect(page.locator("#stage-caption h1")).to_have_text(step.title)
        text = page.locator("#stage-caption .text")
        expect(text).to_have_text(step.text)
        expect(text).to_be_in_viewport(ratio=1)
        lines = text.evaluate("text => text.scrollHeight / parseFloat(getComputedStyle(text).lineHeight)")
        assert lines < 2.1, step.key
        sizes.add(page.evaluate(LETTERS))
        expect(page.locator("#stage-caption .counter")).to_have_text(f"{step.step}/{len(way)}")
        expect(page.locator("#stage-caption .next")).to_be_in_viewport(ratio=1)
        assert page.evaluate(STILL) == [0, 0, 0, 0]
        page.keyboard.press("PageDown")
    expect(page.locator("#stage-caption .next")).to_be_disabled()
    assert len(sizes) == 1, "all steps of a tour have letters of the same size"


def test_a_question_shows_no_answer_on_the_stage(reader, atlas) -> None:
    step = asking(atlas)
    page = staged(reader, f"mode=tours&tour={step.tour}&step={step.step}a")
    expect(page.locator("#stage-caption h1")).to_have_text(step.ask)
    assert not page.locator("#figures .lit").count()
    page.keyboard.press("PageDown")
    expect(page.locator("#stage-caption h1")).to_have_text(step.title)
    page.wait_for_selector("#figures .lit", state="attached")


@pytest.mark.parametrize("digit", ["2", "3", "4", "5"])
def test_number_keys_enlarge_a_region_and_bring_all_back(reader, atlas, digit) -> None:
    region = next(region for region in atlas.dataset.regions.values() if region.digit == digit)
    page = staged(reader)
    page.wait_for_function("() => document.querySelector('#figures').dataset.arranged === 'whole'")
    before = page.evaluate(FIGURES)
    page.keyboard.press(digit)
    expect(page).to_have_url(re.compile(f"zoom={digit}"))
    expect(page.locator("#stage-caption [role=status]")).to_contain_text(region.name)
    page.wait_for_function("() => document.querySelector('#figures').dataset.arranged === 'enlarged'")
    shown = page.evaluate(FIGURES)
    assert {figure["id"] for figure in shown} <= set(region.views)
    size = {figure["id"]: figure["height"] / figure["units"] for figure in before}
    assert all(figure["height"] / figure["units"] > size[figure["id"]] for figure in shown)
    # each part of the region that a figure draws lies within the window
    assert page.evaluate(
        """parts => [...document.querySelectorAll('#figures figure:not([hidden], [data-off-stage]) .skin [data-node]')]
          .filter(patch => parts.includes(patch.dataset.node)).map(patch => [patch, patch.getBoundingClientRect()])
          .every(([patch, { top, bottom }]) => top > -1 && bottom < document.getElementById('stage-caption').offsetTop + 1)""",
        list(region.parts),
    )
    assert page.evaluate(STILL) == [0, 0, 0, 0]
    page.keyboard.press("0" if digit in "24" else "1")
    expect(page).not_to_have_url(re.compile("zoom="))
    page.wait_for_function("() => document.querySelector('#figures').dataset.arranged === 'whole'")
    assert [figure["units"] for figure in page.evaluate(FIGURES)] == [figure["units"] for figure in before]


def test_labels_leave_for_the_stage_and_come_back(reader) -> None:
    reader.open("?select=L5&show=labels")
    page = reader.page
    page.wait_for_selector("#figures .labels text")
    page.keyboard.press("s")
    page.wait_for_function("() => document.querySelector('#figures').dataset.arranged === 'whole'")
    expect(page.locator("#figures .labels")).to_have_count(0)
    assert page.evaluate("() => document.querySelector('#figures').scrollHeight <= innerHeight")
    page.keyboard.press("3")
    page.wait_for_function("() => document.querySelector('#figures').dataset.arranged === 'enlarged'")
    page.keyboard.press("Escape")
    page.wait_for_selector("#figures .labels text")
    assert not page.locator("#figures[data-arranged], #figures [data-whole]").count()


def test_number_keys_do_nothing_off_the_stage(reader) -> None:
    reader.open("?select=L5")
    reader.page.keyboard.press("3")
    reader.page.keyboard.press("s")
    expect(reader.page).to_have_url(re.compile("stage=on"))
    reader.page.wait_for_url(lambda url: "zoom" not in url)


def test_the_figure_at_the_pointer_is_enlarged_there(reader) -> None:
    page = staged(reader, "select=L5&side=left")
    page.wait_for_function("() => document.querySelector('#figures').dataset.arranged === 'whole'")
    patch = "#figure-leg_anterior .skin [data-node=anterior_knee]"
    box = page.locator(patch).bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.keyboard.press("z")
    page.wait_for_function("() => document.querySelector('#figures').dataset.arranged === 'enlarged'")
    assert [figure["id"] for figure in page.evaluate(FIGURES)] == ["leg_anterior"]
    large = page.locator(patch).bounding_box()
    frame = page.locator("#figure-leg_anterior svg").bounding_box()
    assert large["height"] > 2 * box["height"]
    for side, length in (("x", "width"), ("y", "height")):
        middle = frame[side] + frame[length] / 2
        assert abs(large[side] + large[length] / 2 - middle) < 0.1 * frame[length]
    page.keyboard.press("z")
    page.wait_for_function("() => document.querySelector('#figures').dataset.arranged === 'whole'")


def test_escape_leaves_and_keeps_the_selection(reader) -> None:
    reader.open("?select=L5")
    page = reader.page
    page.wait_for_selector("html[data-figures=all]")
    button = page.locator(".root-button").first
    button.focus()
    page.keyboard.press("s")
    page.wait_for_function("() => document.activeElement.id === 'stage-caption'")
    page.keyboard.press("3")
    expect(page).to_have_url(re.compile("zoom=3"))
    page.keyboard.press("Escape")
    expect(page.locator("#stage-caption")).to_be_hidden()
    expect(page.locator(".masthead")).to_be_visible()
    expect(page).not_to_have_url(re.compile("stage=|zoom="))
    expect(page).to_have_url(re.compile("select=L5"))
    expect(button).to_be_focused()
    assert not page.locator("#figures [data-whole], #figures [data-off-stage]").count()


def test_the_address_keeps_the_stage_and_back_leaves_it(reader) -> None:
    reader.open("?select=L5")
    page = reader.page
    page.wait_for_selector("html[data-figures=all]")
    page.keyboard.press("s")
    expect(page).to_have_url(re.compile("stage=on"))
    page.keyboard.press("4")
    expect(page).to_have_url(re.compile("stage=on.*zoom=4"))
    page.reload()
    page.wait_for_selector("#figures[data-arranged=enlarged]")
    page.go_back()
    expect(page.locator("#stage-caption")).to_be_hidden()
    expect(page.locator("#panel h2")).to_have_text("L5 nerve root")
    page.go_forward()
    expect(page.locator("#stage-caption")).to_be_visible()


@pytest.mark.parametrize(("query", "value"), [("stage=balcony", "balcony"), ("stage=on&zoom=77", "77")])
def test_an_unknown_stage_or_region_is_named(reader, query, value) -> None:
    reader.open(f"?select=L5&{query}")
    expect(reader.page.locator("#notice-text")).to_contain_text(value)
    expect(reader.page.locator("#notice-text")).to_be_in_viewport()
    expect(reader.page).not_to_have_url(re.compile(value))


def test_f5_starts_and_leaves_the_stage_of_a_tour(reader) -> None:
    opened(reader, f"&tour={TOURS[0]}&step=1")
    page = reader.page
    mark(page)
    page.keyboard.press("F5")
    expect(page.locator("#stage-caption")).to_be_visible()
    page.keyboard.press("Shift+F5")
    expect(page.locator("#stage-caption")).to_be_hidden()
    assert is_still(page)


def test_the_menu_opens_the_stage(reader, atlas) -> None:
    reader.open("?select=S1")
    page = reader.page
    unfold(page, MENU, SHARE)
    page.locator("#take").get_by_role("button", name=atlas.strings["stage.open"], exact=True).click()
    expect(page.locator("#stage-caption h1")).to_have_text("S1 nerve root")
    expect(page.locator("#stage-caption .text")).not_to_be_empty()
    for name in (".back", ".next", ".counter"):
        expect(page.locator(f"#stage-caption {name}")).to_be_hidden()


def test_the_stage_is_announced_and_axe_finds_nothing(reader, atlas) -> None:
    page = staged(reader, f"mode=tours&tour={TOURS[0]}&step=1")
    stage = page.get_by_role("region", name=atlas.strings["stage.name"], exact=True)
    expect(stage).to_be_focused()
    expect(stage.locator("[aria-live=polite] h1")).to_have_text(steps(atlas, TOURS[0])[0].title)
    assert breaches(page, "dark", "projector") == []


def test_a_dot_follows_the_mouse_and_goes(reader) -> None:
    page = staged(reader)
    page.keyboard.press("l")
    page.mouse.move(400, 300)
    box = page.locator("#laser").bounding_box()
    assert abs(box["x"] + box["width"] / 2 - 400) < 2 and abs(box["y"] + box["height"] / 2 - 300) < 2
    assert box["width"] >= 24
    page.mouse.click(400, 300)
    page.keyboard.press("l")
    expect(page.locator("#laser")).to_have_count(0)


def test_a_pen_draws_and_its_strokes_are_wiped(reader) -> None:
    page = staged(reader, f"mode=tours&tour={TOURS[0]}&step=1")
    strokes = page.locator("#stage-pen polyline")

    def draw() -> None:
        page.mouse.move(300, 200)
        page.mouse.down()
        page.mouse.move(360, 260, steps=4)
        page.mouse.up()

    draw()
    expect(strokes).to_have_count(0)
    page.keyboard.press("d")
    draw()
    expect(strokes.last).to_have_attribute("points", re.compile("^300,200 .* 360,260"))
    page.keyboard.press("c")
    expect(strokes).to_have_count(0)
    draw()
    page.keyboard.press("PageDown")
    at(reader, "2a")
    expect(strokes).to_have_count(0)
    draw()
    page.keyboard.press("Escape")
    expect(page.locator("#stage-caption")).to_be_hidden()
    expect(page.locator("html[data-pen]")).to_have_count(0)
    assert not page.evaluate("localStorage.length + sessionStorage.length")


def test_the_timer_counts_from_the_start_of_the_tour(reader, atlas) -> None:
    page = reader.page
    page.clock.install()
    opened(reader)
    page.clock.run_for(600_000)
    page.locator("#panel .start").first.click()
    at(reader, "1a?")
    page.clock.run_for(125_000)
    with page.context.expect_page() as window:
        page.keyboard.press("n")
    notes = window.value
    expect(notes.locator(".passed")).to_contain_text(re.compile("02:0[5-9]"))
    first = min(atlas.dataset["tours"].values(), key=lambda tour: tour.order)
    expect(notes).to_have_title(f"{first.name} · {atlas.strings['notes.title']}")


@pytest.mark.parametrize("language", ["de", "es"])
def test_the_notes_are_titled_in_the_readers_language(reader, language, asking_the_server) -> None:
    page = reader.page
    page.goto(f"{reader.address}/{language}/?mode=tours&tour={TOURS[0]}&step=1")
    page.wait_for_selector("#tour:not([hidden]) .said h2")
    with page.context.expect_page() as window:
        page.locator("#tour .notes").click()
    notes = window.value
    name, label = (page.locator(f"#tour {part}").text_content() for part in (".kind", ".notes"))
    expect(notes).to_have_title(re.compile(f"^{re.escape(name)} · .+"))
    assert label != "Speaker notes" and "Speaker notes" not in notes.title()
