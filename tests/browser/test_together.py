"""Two things are shown at once: both pathways are lit and told apart, and the panel says what they share."""

import pytest
from playwright.sync_api import expect

from atlas import Atlas
from tests.browser.access import breaches
from tests.browser.conftest import DISK
from tests.browser.test_selection import expected
from tests.support.page_address import wait_for_query
from tests.support.page_menus import go_to_mode

pytestmark = pytest.mark.slow
SUMMARY = "#panel .together summary"


def root_button(reader, name: str):
    """The button of a root."""
    return reader.page.locator(f".roots [data-node='{name}']")


def wait_for_pair(reader, atlas: Atlas, first: str, second: str) -> None:
    """Wait until the panel answers for the first and names the second."""
    reader.wait_for_panel(atlas.node(first).name)
    expect(reader.page.locator("#panel .shown-with .link")).to_have_text(atlas.node(second).name)


def shows_both(reader, atlas: Atlas, first: str, second: str) -> None:
    """The pathways of both are lit, what only the second has is marked, and both are named."""
    (own_skin, own), (skin, places) = expected(atlas, first), expected(atlas, second)
    assert reader.highlighted("#figures .skin") == own_skin | skin
    assert reader.highlighted("#graph") == own | places
    added = reader.page.eval_on_selector_all("#graph .added", "all => all.map(one => one.dataset.node)")
    assert set(added) == places - own
    for name in (first, second):
        expect(root_button(reader, name)).to_have_attribute("aria-pressed", "true")
        expect(reader.page.locator("#status")).to_contain_text(atlas.node(name).name)
    assert reader.page.title().startswith(f"{atlas.node(first).name} + {atlas.node(second).name}")
    drawn = reader.page.eval_on_selector_all("#network .chosen", "all => all.length")
    assert drawn


@pytest.mark.parametrize("key", ["Control", "Meta", "Shift"])
def test_a_click_with_a_key_held_down_shows_one_more(reader, atlas, key: str) -> None:
    reader.open("?select=L5").wait_for_panel(atlas.node("L5").name)
    reader.page.locator("#panel .brief-lead").click()
    root_button(reader, "S1").click(modifiers=[key])
    wait_for_pair(reader, atlas, "L5", "S1")
    shows_both(reader, atlas, "L5", "S1")
    wait_for_query(reader.page, {"select": "L5", "with": "S1"})
    root_button(reader, "S1").click(modifiers=[key])
    expect(reader.page.locator("#panel .together")).to_have_count(0)
    assert reader.highlighted("#graph") == expected(atlas, "L5")[1]


def test_keys_add_and_take_away(reader, atlas) -> None:
    reader.open("?select=L5").wait_for_panel(atlas.node("L5").name)
    reader.page.locator("#figures [tabindex='0']").focus()
    reader.page.keyboard.press("End")
    other = reader.page.evaluate("document.activeElement.dataset.node")
    reader.page.keyboard.press("Shift+Enter")
    wait_for_pair(reader, atlas, "L5", other)
    reader.page.keyboard.press("Escape")
    expect(reader.page.locator("#panel .together")).to_have_count(0)
    reader.wait_for_panel(atlas.node("L5").name)
    wait_for_query(reader.page, {"select": "L5"})
    reader.page.keyboard.press("Escape")
    reader.silent()


def test_the_button_lets_the_next_choice_be_added(reader, atlas) -> None:
    reader.open("?select=L5").wait_for_panel(atlas.node("L5").name)
    button = reader.page.locator("#panel .another")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(reader.page.locator("#panel .choose-another")).to_be_visible()
    reader.page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-pressed", "false")
    wait_for_query(reader.page, {"select": "L5"})
    button.click()
    root_button(reader, "S1").click()
    wait_for_pair(reader, atlas, "L5", "S1")
    shows_both(reader, atlas, "L5", "S1")
    expect(button).to_be_hidden()
    root_button(reader, "L4").click()
    reader.wait_for_panel(atlas.node("L4").name)
    wait_for_query(reader.page, {"select": "L4"})
    expect(button).to_be_visible()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_the_panel_says_what_they_share(reader, atlas) -> None:
    reader.open("?select=L5&with=S1")
    wait_for_pair(reader, atlas, "L5", "S1")
    shows_both(reader, atlas, "L5", "S1")
    one, other = atlas.pathway("L5"), atlas.pathway("S1")
    muscles = {*one.muscles} & {*other.muscles}
    expect(reader.page.locator(SUMMARY)).to_contain_text(f"{len(muscles)} muscles")
    reader.page.locator(SUMMARY).click()
    both = reader.page.evaluate(
        """() => {
          const found = [];
          for (const part of document.querySelector("#panel .together details").children) {
            if (part.tagName === "H3") break;
            found.push(...[...part.querySelectorAll("[data-node]")].map((one) => one.dataset.node));
          }
          return found;
        }"""
    )
    kinds = {id_: atlas.node(id_).kind for id_ in both}
    shared_skin = {*one.territories} & {*other.territories}
    assert {id_ for id_, kind in kinds.items() if kind == "muscle"} == muscles
    assert {id_ for id_, kind in kinds.items() if kind == "territory"} == shared_skin
    assert {id_ for id_, kind in kinds.items() if kind == "reflex"} == {*one.reflexes} & {*other.reflexes}
    assert breaches(reader.page, "dark", "projector", within="#told") == []


def test_the_block_turns_the_pair_and_ends_it(reader, atlas) -> None:
    reader.open("?select=L5&with=S1")
    wait_for_pair(reader, atlas, "L5", "S1")
    reader.page.locator("#panel .shown-with .link").click()
    wait_for_pair(reader, atlas, "S1", "L5")
    wait_for_query(reader.page, {"select": "S1", "with": "L5"})
    reader.page.locator("#panel .shown-with .plain").click()
    expect(reader.page.locator("#panel .together")).to_have_count(0)
    wait_for_query(reader.page, {"select": "S1"})
    assert reader.page.evaluate("document.activeElement.tagName") == "H2"
    reader.page.go_back()
    wait_for_pair(reader, atlas, "S1", "L5")
    reader.page.go_back()
    wait_for_pair(reader, atlas, "L5", "S1")


def test_a_mode_and_what_does_not_exist_end_it(reader, atlas) -> None:
    reader.open("?select=L5&with=nonsense")
    expect(reader.page.locator("#notice")).to_contain_text("nonsense")
    wait_for_query(reader.page, {"select": "L5"})
    reader.open("?select=L5&with=l5")
    wait_for_query(reader.page, {"select": "L5"})
    reader.open("?with=S1")
    wait_for_query(reader.page, {})
    reader.open("?select=L5&with=s1")
    wait_for_pair(reader, atlas, "L5", "S1")
    go_to_mode(reader.page, "maps")
    reader.page.wait_for_function("() => !location.search.includes('with=')")


def test_by_touch_on_a_phone(browser, served, atlas) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{served}/?select=L5")
    page.locator("#panel .another").tap()
    page.locator(".roots [data-node='S1']").tap()
    expect(page.locator("#panel .shown-with .link")).to_have_text(atlas.node("S1").name)
    page.wait_for_url(lambda url: "with=S1" in url)
    assert breaches(page, within="#told") == []
    context.close()


def test_the_clear_button_ends_everything_at_once(reader, atlas) -> None:
    reader.open("?select=L5&with=S1")
    wait_for_pair(reader, atlas, "L5", "S1")
    reader.page.locator(".lit-line .clear").click()
    reader.silent()
    wait_for_query(reader.page, {})


def test_a_condition_is_not_added_but_opens_its_page(reader, atlas) -> None:
    reader.open("?select=L5").wait_for_panel(atlas.node("L5").name)
    fold = reader.page.locator("#panel .part > details", has=reader.page.locator("[data-node=sciatica]"))
    fold.locator("summary").first.click()
    fold.locator("[data-node=sciatica]").first.click(modifiers=["Control"])
    reader.page.wait_for_url(lambda url: "mode=conditions" in url and "select=sciatica" in url and "with=" not in url)
    reader.open("?select=L5&with=sciatica")
    expect(reader.page.locator("#notice")).to_contain_text("sciatica")


@pytest.mark.skipif(bool(DISK), reason="needs a server")
def test_without_the_words_about_both_the_page_answers_for_the_first(reader, atlas) -> None:
    reader.page.route("**/together-*", lambda route: route.abort())
    reader.open("?select=L5&with=S1").wait_for_panel(atlas.node("L5").name)
    assert reader.highlighted("#graph") >= expected(atlas, "S1")[1]
