"""Tours are walked as a remote control walks them: the question first, then its light; keys, black screen and notes."""

import csv
import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from atlas.resources import resource_dir
from tests.browser.access import THEMES, breaches
from tests.browser.conftest import opening
from tests.browser.test_article import highlighted_count
from tests.support.limbs import TINY
from tests.support.page_menus import go_to_mode

pytestmark = pytest.mark.slow

PHONE = {"width": 390, "height": 844}
TOURS = [
    row["id"] for row in csv.DictReader((resource_dir("data") / "teaching/tours.csv").read_text("utf-8").splitlines())
]


def opened(reader, query: str = ""):
    """The list of tours, or a place on one, with all figures."""
    reader.open(f"?mode=tours{query}")
    reader.page.wait_for_selector("html[data-entered]")
    reader.page.wait_for_selector("html[data-figures=all]")
    if "tour=" in query:
        reader.page.wait_for_selector("#tour:not([hidden]) .said h2")
    return reader


def at(reader, place: str) -> None:
    """Wait until the address and the step stand at this place, and its mode has been entered."""
    expect(reader.page).to_have_url(re.compile(rf"step={place}(&|$)"))
    reader.page.wait_for_function(
        "() => document.documentElement.dataset.entered === document.getElementById('main').dataset.mode"
    )


def steps(atlas, tour: str) -> list:
    return sorted(
        (step for step in atlas.dataset["tour_steps"].values() if step.tour == tour), key=lambda one: one.step
    )


def asking(atlas) -> tuple[str, object]:
    """A step that asks and lights what it selects."""
    return next(step for step in atlas.dataset["tour_steps"].values() if step.ask and step.select and not step.mode)


def test_the_list_has_every_tour_and_starts_it(reader, atlas) -> None:
    opened(reader)
    starts = reader.page.locator("#panel .tour .start")
    expect(starts).to_have_count(len(atlas.dataset["tours"]))
    assert not highlighted_count(reader)
    starts.first.click()
    at(reader, "1a?")
    expect(reader.page.locator("#tour")).to_be_visible()
    reader.page.locator("#tour .finish").click()
    expect(reader.page.locator("#tour")).to_be_hidden()
    expect(starts).to_have_count(len(atlas.dataset["tours"]))


@pytest.mark.slow
@pytest.mark.parametrize("tour", TOURS)
def test_a_tour_is_walked_by_remote_control_alone(reader, atlas, tour) -> None:
    way = steps(atlas, tour)
    opened(reader, f"&tour={tour}&step={'1a' if way[0].ask else '1'}")
    page = reader.page
    for step in way:
        if step.ask:
            at(reader, f"{step.step}a")
            expect(page.locator("#tour .said h2")).to_have_text(step.ask)
            expect(page.locator("#tour")).not_to_contain_text(step.text)
            # what the question itself names stays lit
            assert bool(highlighted_count(reader)) == bool(step.ask_shows), step.key
            page.keyboard.press("PageDown")
        at(reader, str(step.step))
        expect(page.locator("#tour .said h2")).to_have_text(step.title)
        expect(page.locator("#tour .prose")).to_have_text(step.text)
        if not step.mode:
            page.wait_for_function(
                "() => document.querySelector('#graph :is(.lit, .lost, .reduced, .both, .only-a, .only-b)')"
            )
        elif step.mode == "text":
            assert not highlighted_count(reader), step.key
        page.keyboard.press("PageDown")
    at(reader, "end")
    expect(page.locator("#tour .points .link")).to_have_text([step.title for step in way])
    page.keyboard.press("PageUp")
    for step in reversed(way):
        at(reader, str(step.step))
        page.keyboard.press("PageUp")
        if step.ask:
            at(reader, f"{step.step}a")
            page.keyboard.press("PageUp")
    expect(page.locator("#tour .leading .back")).to_be_disabled()


def test_a_question_is_shown_alone_until_the_answer_is_shown(reader, atlas) -> None:
    step = asking(atlas)
    opened(reader, f"&tour={step.tour}&step={step.step}a")
    page = reader.page
    assert not highlighted_count(reader) and not page.locator("#figures .marks:visible").count()
    page.locator("#tour .reveal").click()
    at(reader, str(step.step))
    for id_ in step.select:
        page.wait_for_selector(f"#graph [data-node='{id_}'].lit", state="attached")
    expect(page.locator("#tour .reveal")).to_be_hidden()


def test_the_other_keys_of_a_tour(reader) -> None:
    opened(reader, f"&tour={TOURS[0]}&step=1")
    keyboard = reader.page.keyboard
    for key, place in ((" ", "2a"), ("ArrowRight", "2"), ("ArrowLeft", "2a"), ("End", "end"), ("Home", "1")):
        keyboard.press(key)
        at(reader, place)
    reader.page.locator("#tour .leading .back").evaluate(
        "button => button.nextElementSibling.nextElementSibling.focus()"
    )
    keyboard.press(" ")
    at(reader, "2a")


def test_two_presses_before_the_next_frame_move_two_stops(reader) -> None:
    opened(reader, f"&tour={TOURS[0]}&step=1")
    page = reader.page
    page.keyboard.press("PageDown")  # loads the shortcuts
    at(reader, "2a")
    twice = """key => {
      for (const _ of [1, 2]) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    }"""
    page.evaluate(twice, "PageUp")  # the second has no stop to go back to
    at(reader, "1")
    page.evaluate(twice, "PageDown")
    at(reader, "2")
    page.evaluate(twice, "PageUp")
    at(reader, "1")


@pytest.mark.parametrize("stage", ["", "&stage=on"])
def test_presses_while_the_tour_is_loading_count_and_the_way_back_is_the_way_forward(reader, stage: str) -> None:
    page, held = reader.page, reader.hold("**/tours-*")
    page.goto(f"{reader.address}/?mode=tours&tour={TOURS[0]}&step=1{stage}")
    page.wait_for_selector("html[data-ready]")
    page.keyboard.press("PageDown")
    held.asked()
    page.wait_for_timeout(500)  # the shortcuts have been loaded meanwhile
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    held.let_go()
    at(reader, "3")
    for place in ("2", "2a", "1"):
        page.keyboard.press("PageUp")
        at(reader, place)


def test_arrows_in_a_figure_and_letters_in_a_field_are_left_alone(reader) -> None:
    opened(reader, f"&tour={TOURS[0]}&step=1")
    page = reader.page
    page.locator("#figures figure:not([hidden]) [data-node][tabindex='0']").first.focus()
    page.keyboard.press("ArrowRight")
    page.locator("#find").focus()
    page.keyboard.type("b.pn? ")
    page.keyboard.press("PageDown")
    at(reader, "1")
    assert not page.locator("dialog[open]").count()
    page.wait_for_url(lambda url: "projector" not in url)


def test_a_detour_ends_at_the_next_key(reader) -> None:
    opened(reader, f"&tour={TOURS[0]}&step=1")
    page = reader.page
    go_to_mode(page, "")
    page.locator(".roots [data-node]").first.click()
    page.wait_for_selector("#graph .lit")
    page.locator("body").press("PageDown")
    at(reader, "2a")
    assert not highlighted_count(reader)


def test_back_and_an_address_opened_fresh_show_the_step(reader, atlas) -> None:
    pair = next(step for step in atlas.dataset["tour_steps"].values() if step.pair and not step.mode)
    opened(reader, f"&tour={pair.tour}&step={pair.step}")
    page = reader.page
    page.wait_for_selector("main[data-struck=pair]")
    before = highlighted_count(reader)
    page.keyboard.press("PageDown")
    page.wait_for_selector("main:not([data-struck=pair])")
    page.go_back()
    page.wait_for_selector("main[data-struck=pair]")
    assert highlighted_count(reader) == before


def test_the_plain_voice_shows_the_plain_words(reader, atlas) -> None:
    step = steps(atlas, TOURS[0])[0]
    opened(reader, f"&tour={step.tour}&step=1&voice=plain")
    expect(reader.page.locator("#tour .prose")).to_have_text(step.plain)


@pytest.mark.parametrize("query", ["&tour=nowhere", f"&tour={TOURS[0]}&step=99"])
def test_an_unknown_tour_or_step_is_said(reader, query) -> None:
    reader.open(f"?mode=tours{query}")
    expect(reader.page.locator("#notice-text")).to_contain_text(query.rsplit("=", 1)[1])


def lit_outside(page, button) -> int:
    """How many points of the screen are not black, without the words of a button and with the ring around it."""
    picture = Image.open(BytesIO(page.screenshot())).convert("L")
    words = button.evaluate(
        """button => {
          const range = document.createRange();
          range.selectNodeContents(button);
          const { left, top, right, bottom } = range.getBoundingClientRect();
          return [left, top, right, bottom].map(Math.round);
        }"""
    )
    picture.paste(0, tuple(words))
    return sum(picture.histogram()[1:])


def test_any_key_brings_the_page_back_from_black(reader) -> None:
    opened(reader)
    page = reader.page
    for black, back in (("b", "x"), (".", "PageDown"), ("b", "Escape")):
        page.keyboard.press(black)
        cover = page.locator("dialog.blank[open]")
        expect(cover).to_be_visible()
        box = cover.bounding_box()
        assert box["width"] >= 1000 and box["height"] >= 500
        expect(cover.locator("button")).not_to_be_empty()
        assert lit_outside(page, cover.locator("button")) == 0
        page.keyboard.press(back)
        expect(cover).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "projector"])
@pytest.mark.parametrize("stage", ["", "&stage=on"], ids=["page", "stage"])
def test_after_the_summary_the_tour_says_that_it_ends(reader, atlas, stage, theme) -> None:
    last = "end"
    reader.open(f"?mode=tours&tour={TOURS[0]}&step={last}{stage}&theme={theme}")
    page, notice = reader.page, reader.page.locator("#notice")
    page.wait_for_selector("#stage-caption h1:not(:empty)" if stage else "#tour .said h2")
    at(reader, last)
    expect(notice).to_be_hidden()
    if stage:
        page.locator("#stage-caption .next").click(force=True)  # it is marked as having no further step
    else:
        page.keyboard.press("PageDown")
    expect(notice).to_have_text(re.compile(atlas.strings["tours.end"]))
    expect(notice).to_be_in_viewport(ratio=1)
    at(reader, last)
    page.keyboard.press("PageUp")
    expect(notice).to_be_hidden()


def test_the_summary_leads_back_to_the_list(reader, atlas) -> None:
    opened(reader, f"&tour={TOURS[0]}&step=end")
    button = reader.page.locator("#tour .leading .next")
    expect(button).to_have_text(atlas.strings["tours.finish"])
    expect(reader.page.locator("#tour").get_by_role("button", name=atlas.strings["tours.finish"])).to_have_count(1)
    button.click()
    expect(reader.page.locator("#panel .tour .start")).to_have_count(len(atlas.dataset["tours"]))


def test_the_summary_marks_answers_and_leads_to_steps_quiz_and_next_tour(reader, atlas) -> None:
    way = steps(atlas, TOURS[0])
    asked = [step for step in way if step.ask]
    page = opened(reader, f"&tour={TOURS[0]}&step=end").page
    box = page.locator("#tour")
    expect(box.locator("legend")).to_have_text([step.ask for step in asked])
    expect(box.locator(".score")).to_be_empty()
    for n in range(len(asked)):
        box.get_by_label("I knew it" if n else "I missed it").nth(n).check()
    expect(box.locator(".score")).to_have_text(f"You knew {len(asked) - 1} of {len(asked)}.")
    box.locator(".points .link").first.click()
    at(reader, "1")
    page.go_back()
    at(reader, "end")
    expect(box.locator(".score")).to_have_text(f"You knew {len(asked) - 1} of {len(asked)}.")
    box.get_by_role("button", name="Next tour").click()
    expect(page).to_have_url(re.compile(f"tour={TOURS[1]}"))
    page.go_back()
    at(reader, "end")
    box.get_by_role("button", name="Quiz on this tour").click()
    expect(page.locator("#quiz .question .kind")).to_have_text(re.compile("^Question 1 of"))
    expect(page.locator("#tour")).to_be_hidden()


def test_the_summary_is_printed_alone_with_its_address(reader, atlas) -> None:
    way = steps(atlas, TOURS[0])
    page = opened(reader, f"&tour={TOURS[0]}&step=end").page
    page.evaluate("() => { window.print = () => {}; }")
    page.get_by_role("button", name="Print this summary").click()
    sheet = page.locator("#tour-sheet")
    sheet.wait_for(state="attached")
    page.emulate_media(media="print")
    expect(sheet.locator("> ol").first.locator("li")).to_have_text([step.title for step in way])
    expect(sheet.locator(".paper-address")).to_have_text(page.url)
    expect(page.locator("body > :visible")).to_have_count(1)
    page.emulate_media(media="screen")
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(sheet).to_have_count(0)


@pytest.mark.parametrize("stage", ["", "&stage=on"], ids=["page", "stage"])
def test_a_projector_shows_all_points_of_every_summary(reader, atlas, stage) -> None:
    reader.page.set_viewport_size({"width": 1024, "height": 768})
    for tour in TOURS:
        reader.open(f"?mode=tours&tour={tour}&step=end{stage}&theme=projector")
        points = reader.page.locator(f"{'#stage-caption' if stage else '#tour'} .points li")
        expect(points).to_have_count(len(steps(atlas, tour)))
        for point in points.all():
            expect(point).to_be_in_viewport(ratio=1)
        lowest = points.last.bounding_box()
        below = reader.page.locator("#tour .tour-controls").bounding_box()
        assert stage or lowest["y"] + lowest["height"] <= below["y"], tour


@pytest.mark.parametrize("voice", ["", "&voice=plain"], ids=["clinical", "plain"])
def test_the_buttons_below_every_summary_are_in_sight_on_a_laptop(reader, voice) -> None:
    reader.page.set_viewport_size({"width": 1440, "height": 900})
    for tour in TOURS:
        opened(reader, f"&tour={tour}&step=end{voice}")
        buttons = reader.page.locator("#tour .tour-controls button:visible")
        assert buttons.count() >= 4, "back, end, stage, notes"
        for button in buttons.all():
            expect(button).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720)], ids=str)
def test_on_an_old_projector_the_step_and_all_its_buttons_are_in_sight(reader, atlas, size) -> None:
    reader.page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    way = max((steps(atlas, tour) for tour in TOURS), key=lambda way: max(len(step.text) for step in way))
    opened(reader, f"&tour={way[0].tour}&step={'1a' if way[0].ask else '1'}&theme=projector")
    page = reader.page
    for step in way:
        if step.ask:
            at(reader, f"{step.step}a")
            page.keyboard.press("PageDown")
        at(reader, str(step.step))
        expect(page.locator("#tour .prose")).to_have_text(step.text)
        for part in page.locator("#tour :is(.prose, button:not([hidden]))").all():
            expect(part).to_be_in_viewport(ratio=1)
        assert page.locator("#tour").evaluate("box => box.scrollHeight <= box.clientHeight"), step.key
        number = page.locator("#tour .which")
        assert number.evaluate("number => number.offsetHeight < 2 * parseFloat(getComputedStyle(number).fontSize)")
        page.keyboard.press("PageDown")


COVERED = """() => {
  const boxes = (selector) => [...document.querySelectorAll(selector)]
    .map((element) => [element.textContent, element.getBoundingClientRect()]).filter(([, box]) => box.width);
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const found = [];
  for (const [name, caption] of boxes("#figures figcaption > :first-child"))
    for (const [, body] of boxes("#figures .view > .outline")) if (meet(caption, body)) found.push(name);
  for (const figure of document.querySelectorAll("#figures svg.view"))
    for (const a of figure.querySelectorAll(".strike.side-a")) for (const b of figure.querySelectorAll(".strike.side-b"))
      if (meet(a.getBoundingClientRect(), b.getBoundingClientRect())) found.push(`A and B in ${figure.dataset.view}`);
  return found;
}"""


def test_on_an_old_projector_nothing_covers_a_figure_and_a_legend_leaves_room(reader, atlas) -> None:
    reader.page.set_viewport_size({"width": 1024, "height": 768})
    page = reader.page
    for step in steps(atlas, TOURS[0]):
        opened(reader, f"&tour={TOURS[0]}&step={step.step}&theme=projector")
        struck = "lesion" if step.lesion else "pair" if step.pair else ""
        page.wait_for_selector(f"main[data-struck='{struck}']")
        assert page.evaluate(COVERED) == [], step.key
        for legend in page.locator(".taken-legend:visible").all():
            assert legend.bounding_box()["height"] <= 0.2 * page.locator("#plate").bounding_box()["height"], step.key


def test_the_number_of_a_passage_is_one_line_on_an_old_projector(reader) -> None:
    reader.page.set_viewport_size({"width": 1024, "height": 768})
    reader.open("?mode=article&theme=projector")
    number = reader.page.locator("#article-tools .which")
    expect(number).not_to_be_empty()
    assert number.evaluate("number => number.offsetHeight < 2 * parseFloat(getComputedStyle(number).fontSize)")


def test_one_key_turns_the_projector_on_and_off(reader) -> None:
    opened(reader, "&theme=dark")
    page = reader.page
    page.keyboard.press("p")
    page.wait_for_selector("html[data-theme=projector]")
    expect(page).to_have_url(re.compile("theme=projector"))
    page.keyboard.press("P")
    page.wait_for_selector("html[data-theme=dark]")


def test_keys_pressed_while_their_script_loads_work_in_their_order(reader) -> None:
    page, held = reader.page, reader.hold("**/features-*.js")
    page.goto(opening(reader.address))
    page.wait_for_selector("html[data-ready]")
    page.keyboard.press("p")
    held.asked()
    page.keyboard.press("b")
    held.let_go()
    page.wait_for_selector("dialog.blank[open]")
    page.wait_for_selector("html[data-theme=projector]")
    page.keyboard.press("x")
    expect(page.locator("dialog.blank")).to_have_count(0)


def test_one_key_fills_the_screen_and_leaves_it(reader) -> None:
    opened(reader)
    page = reader.page
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement")
    page.keyboard.press("f")
    page.wait_for_function("() => !document.fullscreenElement")


def test_help_lists_every_key_and_turns_all_of_them_off(reader) -> None:
    opened(reader, f"&tour={TOURS[0]}&step=1")
    page = reader.page
    page.keyboard.press("?")
    dialog = page.locator("dialog.shortcuts[open]")
    dialog.wait_for()
    named = dialog.locator("kbd").all_inner_texts()
    assert {"Page Down", "→", "Space", "Page Up", "←", "Home", "End", "N", "B", ".", "F", "P", "/", "?"} <= set(named)
    dialog.locator("input").uncheck()
    expect(page).to_have_url(re.compile("keys=off"))
    dialog.get_by_role("button").click()
    for key in ("b", "p", "?", "PageDown", "ArrowRight", "/", "End"):
        page.keyboard.press(key)
    assert not page.locator("dialog[open]").count()
    at(reader, "1")
    assert page.evaluate("document.activeElement.id") != "find"
    assert not page.evaluate("localStorage.length + sessionStorage.length")
    page.locator("#tour [data-keys]").click()
    dialog.locator("input").check()
    dialog.get_by_role("button").click()
    page.locator("#tour .leading .next").evaluate("button => button.blur()")
    page.keyboard.press("PageDown")
    at(reader, "2a")


def test_modifiers_belong_to_the_browser(reader) -> None:
    opened(reader)
    for key in ("Control+b", "Alt+p", "Meta+b"):
        reader.page.keyboard.press(key)
    assert not reader.page.locator("dialog[open]").count()
    reader.page.wait_for_url(lambda url: "projector" not in url)


def test_the_notes_follow_the_page_and_lead_it(reader, atlas) -> None:
    way = steps(atlas, TOURS[0])
    opened(reader, f"&tour={TOURS[0]}&step=1")
    page = reader.page
    with page.context.expect_page() as window:
        page.keyboard.press("n")
    notes = window.value
    expect(notes.locator(".text")).to_have_text(way[0].notes)
    expect(notes.locator(".following")).to_contain_text(way[1].title)
    expect(notes.locator(".place")).to_contain_text(f"1 of {len(way)}")
    expect(notes.locator(".passed")).to_contain_text(re.compile(r"\d\d:\d\d"))
    page.keyboard.press("PageDown")
    expect(notes.locator(".asking")).to_contain_text(way[1].ask)
    notes.locator(".next").click()
    at(reader, "2")
    notes.keyboard.press("PageDown")
    at(reader, "3a" if way[2].ask else "3")
    notes.keyboard.press("PageUp")
    at(reader, "2")
    expect(notes.locator("h1")).to_have_text(way[1].title)
    assert breaches(notes) == []
    notes.close()
    page.keyboard.press("PageUp")
    at(reader, "2a")


@pytest.mark.slow
@pytest.mark.parametrize("what", ["list", "step", "asking", "maps", "end", "help"])
def test_axe_finds_nothing(reader, atlas, what) -> None:
    maps = next(step for step in atlas.dataset["tour_steps"].values() if step.mode == "maps")
    places = {"step": f"{TOURS[1]}&step=1", "asking": f"{TOURS[1]}&step=3a", "maps": f"{maps.tour}&step={maps.step}"}
    places["end"] = f"{TOURS[1]}&step=end"
    opened(reader, f"&tour={places[what]}" if what in places else "")
    if what == "help":
        reader.page.keyboard.press("?")
        reader.page.wait_for_selector("dialog.shortcuts[open]")
    assert breaches(reader.page, *THEMES) == []


@pytest.mark.parametrize(
    "what", ["", f"&tour={TOURS[2]}&step=2", f"&tour={TOURS[2]}&step=2a", f"&tour={TOURS[4]}&step=3"]
)
def test_on_a_phone_the_step_is_in_sight_with_large_buttons(reader, what) -> None:
    reader.page.set_viewport_size(PHONE)
    opened(reader, what)
    page = reader.page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if what:
        expect(page.locator("#tour .said h2")).to_be_in_viewport()
        buttons = page.locator("#tour button:visible, #panel .start:visible").all()
        assert all(box["height"] >= 44 for box in (button.bounding_box() for button in buttons))
    assert breaches(page) == []


def test_help_opens_without_a_key_on_a_phone(reader) -> None:
    reader.page.set_viewport_size(PHONE)
    opened(reader)
    reader.page.locator("footer [data-keys]").click()
    reader.page.wait_for_selector("dialog.shortcuts[open]")
    assert reader.page.locator("dialog.shortcuts").evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    assert breaches(reader.page) == []


@pytest.mark.parametrize("what", ["1", "2a", "3"])
def test_on_a_wall_the_step_is_large_and_whole(reader, what) -> None:
    reader.page.set_viewport_size({"width": 1920, "height": 1080})
    opened(reader, f"&tour={TOURS[1]}&step={what}&theme=projector")
    parts = reader.page.locator("#tour .said h2, #tour .prose")
    for text in parts.all():
        expect(text).to_be_in_viewport(ratio=1)
        assert float(text.evaluate("text => parseFloat(getComputedStyle(text).fontSize)")) >= 30
    expect(reader.page.locator("#tour .leading")).to_be_in_viewport(ratio=1)


def test_another_limb_has_its_own_tour(reader_of) -> None:
    reader = opened(reader_of(TINY), "&tour=arm")
    assert highlighted_count(reader)
    reader.page.keyboard.press("PageDown")
    at(reader, "2a")
    assert not highlighted_count(reader)
    reader.page.keyboard.press("PageDown")
    reader.page.wait_for_selector("#graph [data-node='tip_skin'].lost")


def test_a_step_opens_what_it_rests_on_in_whatever_mode_it_is_shown(reader, atlas) -> None:
    step = next(step for step in atlas.dataset["tour_steps"].values() if step.mode == "maps")
    opened(reader, f"&tour={step.tour}&step={step.step}")
    page = reader.page
    page.locator("#tour").get_by_role("button", name=atlas.strings["tours.sources"]).click()
    dialog = page.locator("#claim[open]")
    for cited in step.cites:
        expect(dialog).to_contain_text(atlas.dataset["sources"][cited.key].title)


def test_focus_goes_with_what_was_pressed(reader) -> None:
    opened(reader)
    page = reader.page
    page.locator("#panel .start").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'tour'")
    page.keyboard.press(" ")
    at(reader, "2a")
    page.locator("#tour .reveal").focus()
    page.keyboard.press("Enter")
    at(reader, "2")
    page.wait_for_function("() => document.activeElement.matches('#tour .next')")
    page.locator("#tour .finish").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.closest('#told')")
