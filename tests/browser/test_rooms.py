"""A classroom in real browsers: a wall and phones, with reloads and a network that goes away."""

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from atlas.rooms import Rooms
from atlas.rooms.memory_store import MemoryStore
from atlas.rooms.rooms import LIFETIME
from atlas.web.app import create_app
from tests.browser.access import breaches
from tests.browser.conftest import DISK
from tests.support.exported_site import ready
from tests.support.serving import hosting

pytestmark = [pytest.mark.browser, pytest.mark.skipif(bool(DISK), reason="a classroom needs a server")]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
MANY = 30
PATIENCE = 30_000


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with hosting(create_app(rooms=Rooms(MemoryStore(LIFETIME))).server) as served:
        yield served


@pytest.fixture
def opened(browser: Browser) -> Iterator:
    """Opens pages that share nothing, as those of different people."""
    with ExitStack() as stack:

        def open_page(url: str, **settings) -> Page:
            context = browser.new_context(**settings)
            stack.callback(context.close)
            page = context.new_page()
            page.goto(url)
            ready(page)
            return page

        yield open_page


def opened_room(opened, address: str) -> tuple[Page, str]:
    wall = opened(f"{address}/?mode=quiz", viewport={"width": 1440, "height": 900})
    wall.get_by_role("button", name="Open a classroom").click()
    code = wall.locator(".room-code")
    expect(code).to_be_visible(timeout=PATIENCE)
    return wall, code.inner_text()


def ask(wall: Page, kind: str) -> str:
    """Ask the first question of a kind; its text."""
    wall.locator("#room-kind").select_option(kind)
    question = wall.locator(".room-question")
    before = question.text_content() if question.count() else ""
    wall.get_by_role("button", name="Ask").click()
    expect(question).to_be_visible(timeout=PATIENCE)
    expect(question).not_to_have_text(before or "?")  # the question before it is shown until this one arrives
    return question.inner_text()


def choose(phone: Page, text: str, at: int) -> str:
    """Answer the question with the choice at this place; the name of the choice."""
    expect(phone.locator(".room-question")).to_have_text(text, timeout=PATIENCE)
    button = phone.locator(".room .choices button").nth(at)
    name = button.locator("span").inner_text()
    button.click()
    expect(phone.locator(".room [role=status]")).to_contain_text(f"{name}. Wait", timeout=PATIENCE)
    return name


def counted(wall: Page, answers: int) -> None:
    said = wall.locator(".room [role=status]")
    expect(said).to_have_text(re.compile(rf"^{answers} of \d+ phones have answered"), timeout=PATIENCE)


def test_a_phone_keeps_its_answer_through_a_reload_and_without_a_network(opened, address):
    wall, code = opened_room(opened, address)
    phones = [opened(f"{address}/r/{code}", **PHONE) for _ in range(2)]
    text = ask(wall, "root_of_muscle")
    first = choose(phones[0], text, 0)
    counted(wall, 1)
    phones[0].reload()
    ready(phones[0])
    expect(phones[0].locator(".room [role=status]")).to_contain_text(f"{first}. Wait", timeout=PATIENCE)
    expect(phones[0].locator(".room .choices button:not([disabled])")).to_have_count(0, timeout=PATIENCE)
    assert wall.locator(".room-results").count() == 0, "hidden until the lecturer shows them"

    expect(phones[1].locator(".room-question")).to_have_text(text, timeout=PATIENCE)
    phones[1].context.set_offline(True)
    phones[1].locator(".room .choices button").nth(1).click()
    expect(phones[1].locator(".room [role=status]")).to_contain_text("cannot be reached", timeout=PATIENCE)
    counted(wall, 1)
    phones[1].context.set_offline(False)
    counted(wall, 2)

    wall.get_by_role("button", name="Show the answers").click()
    expect(wall.locator(".room-results li").filter(has_text="1 answer")).to_have_count(2, timeout=PATIENCE)
    expect(wall.locator(".room-results .right")).to_have_count(1, timeout=PATIENCE)
    for phone in phones:
        expect(phone.locator(".room .choice.right")).to_have_count(1, timeout=PATIENCE)
    wall.reload()
    ready(wall)
    expect(wall.get_by_role("button", name="Ask the next question")).to_be_visible(timeout=PATIENCE)


def test_a_tap_on_the_body_is_shown_on_the_wall_where_it_was(opened, address):
    wall, code = opened_room(opened, address)
    phone = opened(f"{address}/r/{code}", **PHONE)
    text = ask(wall, "skin_of_root")
    expect(phone.locator(".room-question")).to_have_text(text, timeout=PATIENCE)
    patch = phone.locator("#figure-leg_anterior .skin [data-node]").locator("visible=true").first
    name = patch.get_attribute("aria-label")
    point = patch.evaluate(
        """(path) => {
          const box = path.getBoundingClientRect();
          for (let n = 1; n < 400; n++) {
            const x = box.left + (box.width * (n % 20)) / 20;
            const y = box.top + (box.height * Math.floor(n / 20)) / 20;
            if (document.elementFromPoint(x, y) === path) {
              const at = new DOMPoint(x, y).matrixTransform(path.ownerSVGElement.getScreenCTM().inverse());
              return [x, y, at.x, at.y];
            }
          }
        }"""
    )
    phone.touchscreen.tap(point[0], point[1])
    expect(phone.locator(".room [role=status]")).to_contain_text(f"{name}. Wait", timeout=PATIENCE)
    counted(wall, 1)
    wall.get_by_role("button", name="Show the answers").click()
    tap = wall.locator("#figure-leg_anterior .taps circle")
    expect(tap).to_have_count(1, timeout=PATIENCE)
    assert float(tap.get_attribute("cx")) == pytest.approx(point[2], abs=2)
    assert float(tap.get_attribute("cy")) == pytest.approx(point[3], abs=2)
    expect(wall.locator(".room-results li")).to_contain_text(name, timeout=PATIENCE)


@pytest.mark.slow
def test_a_tap_on_the_pale_leg_says_which_leg_to_tap(opened, address):
    wall, code = opened_room(opened, address)
    phone = opened(f"{address}/r/{code}", **PHONE)
    expect(phone.locator(".room-question")).to_have_text(ask(wall, "skin_of_root"), timeout=PATIENCE)
    svg = phone.locator("#figure-leg_anterior svg.view")
    box = svg.bounding_box()
    # the middle of the thighs, a quarter of the width from either edge
    y = box["y"] + 0.35 * box["height"]
    phone.touchscreen.tap(box["x"] + 0.75 * box["width"], y)
    expect(phone.locator("#notice-text")).to_contain_text("Tap the right leg", timeout=PATIENCE)
    assert phone.locator(".room [role=status]").inner_text() == "Tap the place on the body.", "nothing is answered"
    phone.touchscreen.tap(box["x"] + 0.25 * box["width"], y)
    expect(phone.locator(".room [role=status]")).to_contain_text("Wait", timeout=PATIENCE)


@pytest.mark.slow
def test_a_long_question_in_the_list_is_read_in_full(opened, address):
    wall, _ = opened_room(opened, address)
    wall.set_viewport_size({"width": 1024, "height": 768})
    wall.locator("#room-kind").select_option("place_of_lesion")
    text = wall.locator("#room-question option:checked").text_content()
    assert len(text) > 60
    whole = wall.locator(".room-whole")
    expect(whole).to_have_text(text)
    assert whole.evaluate("box => box.scrollWidth <= box.clientWidth")


def test_a_question_of_a_tour_is_put_to_the_room_and_the_tour_goes_on(opened, address):
    wall, code = opened_room(opened, address)
    phone = opened(f"{address}/r/{code}", **PHONE)
    expect(wall.locator(".room [role=status]")).to_contain_text("One phone has joined", timeout=PATIENCE)
    wall.goto(f"{address}/?mode=tours&tour=foot-drop&step=2a")
    ready(wall)
    text = wall.locator("#tour .ask").inner_text()
    wall.get_by_role("button", name="Ask the room").click()
    expect(wall.locator(".room-question")).to_have_text(text, timeout=PATIENCE)
    choose(phone, text, 3)
    counted(wall, 1)
    wall.keyboard.press("PageDown")
    expect(wall.locator(".room-results .right")).to_contain_text("Lifting the foot", timeout=PATIENCE)
    expect(wall.locator("#panel")).to_contain_text("weak in both", timeout=PATIENCE)
    expect(phone.locator(".room .choice.right")).to_have_count(1, timeout=PATIENCE)
    wall.get_by_role("button", name="Go on with the tour").click()
    expect(wall.locator("#tour h2")).to_contain_text("weak in both", timeout=PATIENCE)


@pytest.mark.slow
def test_a_tour_asks_for_a_tap_where_feeling_is_lost(opened, address):
    wall, code = opened_room(opened, address)
    phone = opened(f"{address}/r/{code}", **PHONE)
    wall.locator("#room-kind").select_option("tour")
    wall.locator("#room-question").select_option("tour.tarsal-tunnel.2")
    wall.get_by_role("button", name="Ask").click()
    expect(phone.locator("[data-clicked] .room-question")).to_be_visible(timeout=PATIENCE)
    sole = phone.locator('.skin [data-node="sole_medial"]').locator("visible=true").first
    sole.scroll_into_view_if_needed()
    sole.tap()
    counted(wall, 1)
    wall.get_by_role("button", name="Show the answers").click()
    expect(wall.locator(".room [role=status]")).to_have_text("1 of 1 answers are right.", timeout=PATIENCE)
    expect(wall.locator(".taps circle")).to_have_count(1, timeout=PATIENCE)
    expect(wall.locator('.skin [data-node="sole_medial"].lost').first).to_be_attached(timeout=PATIENCE)


@pytest.mark.slow
def test_a_second_page_of_the_lecturer_leads_the_same_room(opened, address):
    wall, code = opened_room(opened, address)
    other = wall.context.new_page()
    other.goto(f"{address}/?mode=quiz&room={code}")
    ready(other)
    text = ask(wall, "root_of_muscle")
    expect(other.locator(".room-question")).to_have_text(text, timeout=PATIENCE)
    buttons = [page.get_by_role("button", name="Show the answers").element_handle() for page in (other, wall)]
    for button in buttons:  # both are pressed, though each page hides its own once the other was
        button.evaluate("button => button.click()")
    for page in (other, wall):
        expect(page.locator(".room-results, .room [role=status]").first).to_be_visible(timeout=PATIENCE)
    later = ask(other, "nerve_of_muscle")
    expect(wall.locator(".room-question")).to_have_text(later, timeout=PATIENCE)
    expect(wall.locator(".room [role=status]")).to_contain_text("0 of 0 phones", timeout=PATIENCE)


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1024, 768), (1440, 900)])
@pytest.mark.parametrize("language", ["", "de/", "es/"])
def test_nothing_on_a_projected_wall_is_cut(opened, address, size, language):
    viewport = {"width": size[0], "height": size[1]}
    wall = opened(f"{address}/{language}?mode=quiz&room=new&theme=projector", viewport=viewport)
    wall.locator("#quiz > .room-setup > button").click()
    code = wall.locator(".room-code")
    expect(code).to_be_in_viewport(ratio=1)
    expect(wall.locator(".room-join .qr")).to_be_in_viewport(ratio=1)
    assert wall.locator(".room-join .qr").bounding_box()["height"] >= size[1] / 3, "read from the last row"
    wall.locator("#room-kind").select_option("tour")
    wall.locator(".room-lead .start").locator("visible=true").click()
    expect(wall.locator(".room-question")).to_be_visible(timeout=PATIENCE)
    wide = "(box) => box.scrollWidth - box.clientWidth"
    assert wall.locator("#quiz").evaluate(wide) <= 1
    expect(wall.locator(".room > .start")).to_be_in_viewport(ratio=1)


@pytest.mark.slow
def test_thirty_phones_are_all_counted_once(opened, address):
    wall, code = opened_room(opened, address)
    phones = [opened(f"{address}/r/{code}", **PHONE) for _ in range(MANY)]
    for kind in ("root_of_muscle", "nerve_of_muscle"):
        text = ask(wall, kind)
        given = [choose(phone, text, at % 4) for at, phone in enumerate(phones)]
        counted(wall, MANY)
        wall.get_by_role("button", name="Show the answers").click()
        for name in set(given):
            row = wall.locator(".room-results li").filter(has=wall.get_by_text(name, exact=True))
            row = row.or_(wall.locator(".room-results li").filter(has=wall.get_by_text(f"✓ {name}", exact=True)))
            expect(row).to_contain_text(f"{given.count(name)} answer", timeout=PATIENCE)


@pytest.mark.slow
def test_axe_finds_nothing(opened, address):
    wall, code = opened_room(opened, address)
    phone = opened(f"{address}/r/{code}", **PHONE)
    assert breaches(wall) == []
    choose(phone, ask(wall, "root_of_muscle"), 0)
    assert breaches(phone) == []
    counted(wall, 1)
    wall.get_by_role("button", name="Show the answers").click()
    expect(wall.locator(".room-results")).to_be_visible(timeout=PATIENCE)
    assert breaches(wall) == []


def test_a_code_of_no_room_is_said(opened, address):
    phone = opened(f"{address}/r/AAAAA", **PHONE)
    expect(phone.locator(".room [role=status]")).to_contain_text("No room has this code", timeout=PATIENCE)


def test_a_room_that_its_lecturer_has_closed_is_said_to_be_closed(opened, address):
    wall, code = opened_room(opened, address)
    phone = opened(f"{address}/r/{code}", **PHONE)
    expect(phone.locator(".room [role=status]")).to_contain_text("You are in", timeout=PATIENCE)
    wall.get_by_role("button", name="Close the room").click()
    for seat in (phone, opened(f"{address}/r/{code}", **PHONE)):
        expect(seat.locator(".room [role=status]")).to_have_text("This room is closed.", timeout=PATIENCE)
