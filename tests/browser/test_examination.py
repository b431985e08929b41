"""The examination: its tests by pointer and by keys, what they light, and the checklist on one sheet."""

import pytest
from playwright.sync_api import expect

from tests.browser.access import THEMES, breaches
from tests.browser.test_handout import printed
from tests.support.page_address import wait_for_address, wait_for_query

STRENGTH, TAPPED, NEITHER = "big_toe_extension", "tinel_fibular_neck", "leg_tone"


def opened(reader, part: str = "", more: str = ""):
    """The page in this mode, with its panel."""
    reader.open(f"?mode=examination{f'&part={part}' if part else ''}{more}")
    reader.page.wait_for_selector("#panel h2")
    return reader


def test_a_test_is_chosen_by_pointer_and_by_key(reader, atlas) -> None:
    page = opened(reader).page
    tests = list(atlas.dataset.exam_tests.values())
    assert page.eval_on_selector_all("#panel [data-exam]", "all => all.map(b => b.dataset.exam)") == [
        row.id for row in tests
    ]
    assert not reader.highlighted("#figures")
    row = atlas.dataset.exam_tests[STRENGTH]
    page.locator(f"#panel [data-exam={STRENGTH}]").click()
    reader.wait_for_panel(row.name)
    reader.painted()
    wait_for_query(page, {"mode": "examination", "part": STRENGTH})
    assert set(row.targets) <= reader.highlighted("#graph")
    expect(page.locator("#panel h2")).to_be_focused()
    after = tests[tests.index(row) + 1]
    page.locator(f"#panel .beside [data-exam={after.id}]").focus()
    page.keyboard.press("Enter")
    reader.wait_for_panel(after.name)
    expect(page.locator("#panel h2")).to_be_focused()
    page.locator("#exam-tools select").select_option(TAPPED)
    reader.wait_for_panel(atlas.dataset.exam_tests[TAPPED].name)
    assert page.locator("#figures figure:not([hidden]) .strike").count()
    page.go_back()
    reader.wait_for_panel(after.name)
    assert not page.locator("#figures .strike").count()


def test_a_target_opens_in_exploring(reader, atlas) -> None:
    page = opened(reader, STRENGTH).page
    (target,) = atlas.dataset.exam_tests[STRENGTH].targets
    page.locator(f"#panel .tests [data-node={target}]").click()
    reader.wait_for_panel(atlas.node(target).name)
    assert page.locator("main").get_attribute("data-mode") == ""


def test_a_test_of_no_single_thing_lights_nothing_and_an_unknown_one_opens_the_list(reader, atlas) -> None:
    page = opened(reader, NEITHER).page
    assert not reader.highlighted("#figures")
    assert atlas.strings["examination.unlit"] in page.locator("#panel .tests").inner_text()
    opened(reader, "no_such_test")
    reader.wait_for_panel(atlas.strings["examination.title"])
    assert "no_such_test" in page.locator("#notice-text").inner_text()
    wait_for_address(page, lacks="part=")


def test_the_mark_of_a_study_opens_its_sources(reader) -> None:
    page = opened(reader, "slr").page
    page.locator("#panel .study .cites").first.click()
    expect(page.locator("dialog[open]")).to_be_visible()


@pytest.mark.parametrize("query", ["", "&voice=plain&theme=dark"])
def test_the_checklist_is_one_sheet(reader, atlas, tmp_path, query) -> None:
    page = opened(reader, more=query).page
    theme = page.locator("html").get_attribute("data-theme")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name=atlas.strings["examination.print"]).click()
    page.wait_for_selector("html[data-checklist][data-theme=light]")
    (sheet,) = printed(page, tmp_path / "checklist.pdf")
    for row in atlas.dataset.exam_tests.values():
        assert row.name in sheet
    assert atlas.strings["examination.sheet.purpose"] in sheet
    page.wait_for_selector("html:not([data-checklist])", state="attached")  # the page is as it was before
    assert page.locator("html").get_attribute("data-theme") == theme
    assert not page.locator("#exam-sheet").count()


@pytest.mark.slow
def test_the_checklist_is_one_sheet_in_a_language_with_longer_texts(reader, atlas, tmp_path) -> None:
    def longer(route) -> None:
        bundle = route.fetch().json()
        for test in bundle["tests"]:
            test["name"] += " und mehr" * (len(test["name"]) // 25)
            test["positive"] += " noch mehr" * (len(test["positive"]) // 25)
        route.fulfill(json=bundle)

    reader.page.route("**/examination-*.json", longer)
    page = opened(reader).page
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name=atlas.strings["examination.print"]).click()
    page.wait_for_selector("html[data-checklist]")
    assert "noch mehr" in page.locator("#exam-sheet").text_content()
    (sheet,) = printed(page, tmp_path / "checklist.pdf")
    assert atlas.strings["examination.sheet.purpose"] in sheet


@pytest.mark.slow
def test_axe_finds_nothing(reader) -> None:
    for part in ("", "slr"):
        opened(reader, part)
        assert breaches(reader.page, *THEMES) == []
    opened(reader, "slr", "&voice=plain")
    reader.unfold()
    assert breaches(reader.page) == []


def test_nothing_is_wider_than_the_screen(reader) -> None:
    for width, height in ((390, 844), (820, 1180)):
        reader.page.set_viewport_size({"width": width, "height": height})
        for part in ("", "slr", TAPPED):
            opened(reader, part)
            assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
