"""Educators make packs in the page, play them, save and open them, and share them as links."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.access import breaches
from tests.browser.conftest import Reader

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples/foot-drop.atlas-pack.json"
TABLE = json.loads((ROOT / "tests/fixtures/bad_packs.json").read_text("utf-8"))


def key(name: str) -> str:
    return f'[data-key="{name}"]'


def opened(reader: Reader) -> Page:
    page = reader.open("?mode=editor").page
    page.wait_for_selector("#editor h2")
    return page


def open_file(page: Page, data: bytes, name: str = "x.atlas-pack.json") -> None:
    page.set_input_files("#editor input[type=file]", {"name": name, "mimeType": "application/json", "buffer": data})


def press_to(page: Page, name: str) -> None:
    """Move the focus with Tab to the control of this key, then press Enter."""
    for _ in range(60):
        if page.evaluate("() => document.activeElement.dataset.key") == name:
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {name}")


def test_a_tour_is_made_by_keyboard_previewed_saved_and_opened(reader: Reader, tmp_path: Path) -> None:
    page = opened(reader)
    page.locator(key("new.tours")).focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Two steps")
    page.locator(key("tours.0.steps.0.title")).focus()
    page.keyboard.type("The root")
    page.keyboard.press("Tab")
    page.keyboard.type("See L5.")
    press_to(page, "tours.0.steps.0.state.choose")
    page.wait_for_selector("#editor-bar:not([hidden])")
    assert "Step 1" in page.inner_text("#editor-bar")
    page.locator(".root-button[data-node=L5]").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.search.includes('select=L5')")
    page.locator(key("use-view")).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".view-words")
    assert page.evaluate("() => document.activeElement.dataset.key") == "tours.0.steps.0.state.choose"
    press_to(page, "add-step")
    page.keyboard.type("The body")
    page.keyboard.press("Tab")
    page.keyboard.type("All of it.")
    page.locator(key("preview")).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#tour h2")
    assert page.inner_text("#tour h2") == "The root"
    assert "L5" in page.inner_text("#panel h2")
    page.keyboard.press("PageDown")
    page.wait_for_function("() => document.querySelector('#tour h2').textContent === 'The body'")
    page.locator("#tour .next").click()  # after the last step it ends the tour
    page.wait_for_selector(key("save"))
    with page.expect_download() as saving:
        page.locator(key("save")).click()
    path = tmp_path / saving.value.suggested_filename
    saving.value.save_as(path)
    assert path.name == "two-steps.atlas-pack.json"
    pack = json.loads(path.read_text("utf-8"))
    assert [(step["title"], step["text"], step["state"]) for step in pack["tours"][0]["steps"]] == [
        ("The root", "See L5.", "?select=L5"),
        ("The body", "All of it.", ""),
    ]
    page.set_input_files("#editor input[type=file]", path)
    page.wait_for_selector(".pack-entry")
    assert page.inner_text("#editor h2") == "Two steps"
    assert "did not check it" in page.inner_text("#editor")


@pytest.mark.slow
def test_a_step_is_moved_by_keys_deleted_and_brought_back(reader: Reader) -> None:
    page = opened(reader)
    open_file(page, EXAMPLE.read_bytes())
    page.locator(key("edit")).click()
    titles = "() => [...document.querySelectorAll('.part-head span')].map((e) => e.textContent)"
    before = page.evaluate(titles)
    page.locator(key("tours.0.steps.0.title")).press("Alt+ArrowDown")
    assert page.evaluate(titles) == [before[1], before[0], *before[2:]]
    page.locator(key("tours.0.steps.1.delete")).click()
    assert page.evaluate(titles) == [before[1], *before[2:]]
    page.locator(key("undo")).click()
    page.locator(key("undo")).click()
    assert page.evaluate(titles) == before


@pytest.mark.slow
def test_a_reload_loses_nothing_of_a_draft(reader: Reader) -> None:
    page = opened(reader)
    page.locator(key("new.tours")).click()
    page.locator(key("tours.0.title")).fill("Kept")
    page.reload()
    page.wait_for_selector(key("tours.0.title"))
    assert page.input_value(key("tours.0.title")) == "Kept"


@pytest.mark.slow
def test_a_link_opens_the_pack_in_another_browser(reader: Reader, browser) -> None:
    page = opened(reader)
    open_file(page, EXAMPLE.read_bytes())
    page.locator(key("link")).click()
    link = page.input_value("dialog textarea")
    assert "?mode=editor#pack=" in link
    context = browser.new_context(viewport={"width": 390, "height": 844})
    asked: list[str] = []
    other = context.new_page()
    other.on("request", lambda request: asked.append(request.url))
    other.goto(link)
    other.wait_for_selector(".pack-entry")
    assert other.inner_text("#editor h2") == "Foot drop in five steps"
    assert not any("pack=" in address for address in asked)
    other.locator(key("start.quizzes.0")).click()
    other.wait_for_selector("#quiz .choice")
    other.locator("#quiz .choice").nth(1).click()
    other.wait_for_selector("#quiz .verdict-said.good")
    context.close()


@pytest.mark.slow
def test_a_damaged_link_says_so(reader: Reader) -> None:
    page = reader.open("?mode=editor#pack=zAAAA").page
    page.wait_for_selector(".refused:not([hidden])")
    assert "damaged or cut off" in page.inner_text(".refused")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<!doctype html>", "no complete JSON"),
        (b'{"a": "\0"}', "no text file"),
        (b" " * 2_000_001, "larger than 2 MB"),
        (b'{"format": "nerve-atlas-pack", "version": 9, "title": "x"}', "version 9"),
    ],
)
def test_a_bad_file_gets_a_clear_line(reader: Reader, data: bytes, said: str) -> None:
    page = opened(reader)
    open_file(page, data)
    page.wait_for_selector(".refused:not([hidden])")
    assert said in page.inner_text(".refused")


@pytest.mark.slow
def test_markup_in_a_pack_stays_text(reader: Reader) -> None:
    page = opened(reader)
    attack = "<img src=x onerror=document.title='x'>"
    pack = {"format": "nerve-atlas-pack", "version": 1, "title": attack, "tours": [
        {"title": attack, "steps": [{"title": attack, "text": attack}]}]}  # fmt: skip
    open_file(page, json.dumps(pack).encode())
    page.wait_for_selector(key("edit-faulty"))
    page.locator(key("edit-faulty")).click()
    page.wait_for_selector(key("tours.0.title"))
    assert page.locator("#editor img").count() == 0
    assert attack in page.inner_text("#editor .parts")


@pytest.mark.slow
def test_a_case_is_made_and_previewed(reader: Reader) -> None:
    page = opened(reader)
    page.locator(key("new.cases")).click()
    for name in ("title", "story", "explanation"):
        page.locator(key(f"cases.0.{name}")).fill(f"The {name}")
    page.locator(key("cases.0.place")).select_option("nerve_common_fibular_neck")
    page.locator(key("cases.0.findings.choose")).click()
    page.wait_for_selector("#case-tools .cycle", state="attached")
    page.goto(page.url + "&findings=weak:tibialis_anterior:3")
    page.wait_for_selector("#editor-bar:not([hidden])")
    page.locator(key("use-view")).click()
    page.wait_for_selector(".found-list li")
    page.locator(key("preview")).click()
    page.wait_for_selector("#case-tools .reveal")
    page.locator("#case-tools .reveal").click()
    page.wait_for_function("() => document.querySelector('#told')?.textContent.includes('The explanation')")


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_the_editor_breaks_no_rule_of_access(reader: Reader, width: int, theme: str) -> None:
    reader.resize(width, 844)
    page = reader.open(f"?mode=editor&theme={theme}").page
    page.wait_for_selector("#editor h2")
    assert breaches(page) == []
    open_file(page, EXAMPLE.read_bytes())
    page.wait_for_selector(".pack-entry")
    assert breaches(page) == []
    page.locator(key("edit")).click()
    assert breaches(page) == []
    page.locator(key("entry.quizzes.0")).click()
    page.wait_for_selector(".choice-fields")
    assert breaches(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
