"""The search box: by keys from anywhere, by pointer and by touch, and for every reader."""

import pytest
from playwright.sync_api import expect

from tests.browser.access import breaches


def typed(reader, text: str):
    """Lead to the box by a stroke, type, and wait for what is found."""
    reader.page.keyboard.press("/")
    expect(reader.page.locator("#find")).to_be_focused()
    reader.page.keyboard.type(text)
    reader.page.wait_for_selector("#found [role=option]")
    return reader.page.locator("#found [role=option]")


def test_nothing_is_fetched_before_the_box_is_used(reader, asking_the_server) -> None:
    asked = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.open()
    assert not [url for url in asked if "/search-" in url]
    typed(reader, "toe")
    assert len([url for url in asked if "/search-" in url and url.endswith(".json")]) == 1


def test_what_is_offered_is_what_the_command_finds(reader, atlas) -> None:
    reader.open()
    text = "pins and needles"
    options = typed(reader, text)
    found = atlas.find(text)
    assert options.locator("b").all_inner_texts() == [match.name for match in found]
    expect(reader.page.locator("#find")).to_have_attribute("aria-expanded", "true")
    expect(reader.page.locator("#find-said")).to_have_text(atlas.strings["find.many"].format(n=len(found)))


def test_arrows_walk_and_enter_takes(reader, atlas) -> None:
    reader.open("?mode=apart")
    options = typed(reader, "big toe")
    found = atlas.find("big toe")
    reader.page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    for _ in range(2):
        reader.page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    chosen = options.nth(1).get_attribute("id")
    expect(reader.page.locator("#find")).to_have_attribute("aria-activedescendant", chosen)
    reader.page.keyboard.press("Enter")
    reader.wait_for_panel(found[1].name)
    reader.page.wait_for_url(lambda url: f"select={found[1].id}" in url and "mode=" not in url)
    expect(reader.page.locator("#found")).to_be_hidden()


def test_escape_closes_then_empties_then_leaves_the_field_and_the_selection(reader, atlas) -> None:
    root = next(iter(atlas.dataset["roots"]))
    reader.open(f"?select={root}").wait_for_panel(atlas.node(root).name)
    typed(reader, "calf")
    reader.page.keyboard.press("Escape")
    expect(reader.page.locator("#found")).to_be_hidden()
    expect(reader.page.locator("#find")).to_have_value("calf")
    reader.page.keyboard.press("Escape")
    expect(reader.page.locator("#find")).to_have_value("")
    expect(reader.page.locator("#find")).to_be_focused()
    reader.page.keyboard.press("Escape")
    expect(reader.page.locator("#told")).to_be_focused()
    reader.page.wait_for_url(lambda url: f"select={root}" in url)
    reader.page.keyboard.press("/")
    expect(reader.page.locator("#find")).to_be_focused()


def test_a_condition_leads_to_its_page(reader, atlas) -> None:
    reader.open()
    condition = next(iter(atlas.dataset["conditions"].values()))
    typed(reader, condition.name)
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_selector("html[data-entered=conditions]")
    reader.page.wait_for_url(lambda url: f"select={condition.id}" in url)


def test_what_is_called_nothing_offers_what_is_near(reader, atlas) -> None:
    reader.open()
    text = "biceps brachii"
    options = typed(reader, text)
    assert options.locator("b").all_inner_texts() == [match.name for match in atlas.near(text)]
    expect(reader.page.locator("#find-said")).to_be_visible()
    expect(reader.page.locator("#find-said")).to_have_text(atlas.strings["find.nearest"].format(text=text))


def test_what_is_near_nothing_offers_nothing(reader, atlas) -> None:
    reader.open()
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("restless legs")
    expect(reader.page.locator("#find-said")).to_have_text(atlas.strings["find.none"].format(text="restless legs"))
    expect(reader.page.locator("#found")).to_be_hidden()


def test_ids_in_the_address_are_read_whatever_their_case(reader, atlas) -> None:
    root = next(iter(atlas.dataset["roots"]))
    reader.open(f"?select={root.lower()}").wait_for_panel(atlas.node(root).name)
    reader.page.wait_for_url(lambda url: f"select={root}" in url)


def test_a_stroke_in_another_field_stays_there(reader) -> None:
    reader.open("?mode=lesion")
    reader.page.wait_for_selector("html[data-entered=lesion]")
    field = reader.page.locator("#lesion-tools input[type=text]").first
    field.focus()
    reader.page.keyboard.press("/")
    expect(field).to_be_focused()


def test_a_tap_takes(browser, served, atlas) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(served)
    page.wait_for_selector("html[data-ready]")
    page.locator("#find").tap()
    page.locator("#find").fill("ankle jerk")
    option = page.locator("#found [role=option]").first
    option.tap()
    expect(page.locator("#panel h2")).to_have_text(atlas.find("ankle jerk")[0].name)
    context.close()


@pytest.mark.parametrize(
    ("width", "height", "theme"),
    [
        (1440, 900, "dark"),
        (320, 640, "light"),
        pytest.param(390, 844, "light", marks=pytest.mark.slow),
        pytest.param(1920, 1080, "projector", marks=pytest.mark.slow),
    ],
)
def test_every_reader_and_width(reader, width, height, theme) -> None:
    reader.page.set_viewport_size({"width": width, "height": height})
    reader.open(f"?theme={theme}")
    options = typed(reader, "foot drop")
    reader.page.keyboard.press("ArrowDown")
    assert breaches(reader.page) == []
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
    box = reader.page.locator("#found").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert all(one.bounding_box()["height"] >= 44 for one in options.all())
    assert reader.page.locator("#find").bounding_box()["height"] >= 44


def test_pages_and_words_are_found_too(reader, atlas) -> None:
    reader.open()
    for said in ("references", "myotomes"):
        page = atlas.find(said)[0]
        mode = page.id.removeprefix("page:")
        expect(typed(reader, said).first.locator("b")).to_have_text(page.name)
        reader.page.keyboard.press("Enter")
        reader.page.wait_for_selector(f"html[data-entered={mode}]")
        reader.page.locator("body").click(position={"x": 1, "y": 1})
    word = next(row for row in atlas.dataset["glossary"].values() if atlas.find(row.term)[0].kind == "word")
    typed(reader, word.term)
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#notice-text")).to_have_text(f"{word.term}: {word.meaning}")
    reader.page.locator("#notice-close").press("Enter")
    expect(reader.page.locator("#told")).to_be_focused()
