"""Educators make packs in the page, play them, save and open them, and share them as links."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.access import breaches
from tests.browser.conftest import Reader
from tests.support.page_address import wait_for_address
from tests.support.page_menus import MENU, SHARE, unfold

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
def test_views_become_steps_one_after_the_other_by_keys(reader: Reader) -> None:
    page = opened(reader)
    page.locator(key("new.tours")).press("Enter")
    page.keyboard.type("Foot drop")
    press_to(page, "collect-steps")
    page.wait_for_selector("#editor-bar:not([hidden])")
    page.wait_for_function("() => document.activeElement.dataset.key === 'use-view'")
    for n, root in enumerate(["L4", "L5"]):
        page.keyboard.press("/")
        page.keyboard.type(root)
        page.wait_for_selector("#found [role=option]")
        page.keyboard.press("Enter")
        page.wait_for_function(f"() => location.search.includes('select={root}')")
        page.locator(key("use-view")).focus()
        page.keyboard.press("a")
        page.wait_for_function(f"() => document.activeElement.dataset.key === 'tours.0.steps.{n}.text'")
        page.keyboard.type(f"See {root}.")
        page.keyboard.press("Escape")
        wait_for_address(page, f"select={root}")
    assert "step 3" in page.inner_text(key("use-view"))
    assert breaches(page) == []
    page.locator(key("back-to-editor")).press("Enter")
    page.wait_for_selector(".part-head")
    titles = page.locator(".part-head span").all_inner_texts()
    assert [title.split()[0] for title in titles] == ["L4", "L5"]
    page.locator(key("preview")).press("Enter")
    page.wait_for_selector("#tour h2")
    assert "Preview" in page.inner_text("#editor-bar")
    page.keyboard.press("PageDown")
    page.wait_for_function("() => document.querySelector('#tour .prose').textContent === 'See L5.'")
    assert breaches(page) == []
    page.locator(key("back-to-editor")).press("Enter")
    page.wait_for_selector(".parts .open")
    assert "Step 2" in page.inner_text(".parts .open .part-head")
    wait_for_address(page, lacks="tour=")


@pytest.mark.slow
def test_a_damaged_draft_is_refused_and_its_text_saved(reader: Reader, tmp_path: Path) -> None:
    page = opened(reader)
    text = '{"format": "nerve-atlas-pack", "version": 1, "title": "Mine", "tours": [{"title": "T", "steps": "none"}]}'
    page.evaluate("(text) => localStorage.setItem('nerve-atlas-draft', text)", text)
    page.evaluate("() => sessionStorage.setItem('nerve-atlas-packs', '{\"draft\": {\"tit')")
    page.reload()
    page.wait_for_selector(key("damaged.1.save"))
    lines = page.locator("#editor .refused > p:first-child").all_inner_texts()
    assert "no complete JSON" in lines[0] and "tour 1, “steps”: Write a list" in lines[1]
    assert page.locator(key("damaged.1.delete")).is_disabled()
    with page.expect_download() as saving:
        page.locator(key("damaged.1.save")).click()
    saving.value.save_as(tmp_path / "saved")
    assert (tmp_path / "saved").read_text("utf-8") == text
    assert breaches(page) == []
    page.reload()
    page.wait_for_selector(key("damaged.1.save"))
    page.locator(key("damaged.1.save")).click()
    page.locator(key("damaged.1.delete")).click()
    page.reload()
    page.wait_for_selector(key("damaged.0.save"))
    assert page.locator(key("damaged.1.save")).count() == 0


DROP = """([text, name, where]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, { type: "application/json" }));
  const target = document.querySelector(where);
  const over = new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true });
  target.dispatchEvent(over);
  const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
  target.dispatchEvent(drop);
  return [over.defaultPrevented, drop.defaultPrevented];
}"""


@pytest.mark.slow
def test_a_file_that_is_dropped_on_the_figures_opens(reader: Reader) -> None:
    page = opened(reader)
    assert page.evaluate(DROP, [EXAMPLE.read_text("utf-8"), "x.json", "#figures"]) == [True, True]
    page.wait_for_selector(".pack-entry")
    page.locator(key("edit")).click()
    page.locator(key("collect-steps")).click()
    page.wait_for_selector("#editor-bar:not([hidden])")
    page.evaluate(DROP, ["<html>", "x.html", "#figures"])
    page.wait_for_selector("#editor .refused:not([hidden])")
    assert "no complete JSON" in page.inner_text(".refused")
    page.locator(key("tours.0.title")).wait_for()  # the draft is still there
    text = "() => { const d = new DataTransfer(); d.setData('text/plain', 'x');"
    over = "const e = new DragEvent('dragover', { dataTransfer: d, bubbles: true, cancelable: true });"
    taken = page.evaluate(
        f"{text} {over} document.querySelector('#editor').dispatchEvent(e); return e.defaultPrevented; }}"
    )
    assert not taken, "a text can still be dragged into a field"


@pytest.mark.slow
@pytest.mark.parametrize("can_copy", [True, False])
def test_without_a_clipboard_the_link_can_be_copied(reader: Reader, can_copy: bool) -> None:
    page = opened(reader)
    page.evaluate(
        "(can) => { Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        " const copy = document.execCommand.bind(document); document.execCommand = (name) => can && copy(name); }",
        can_copy,
    )
    open_file(page, EXAMPLE.read_bytes())
    page.locator(key("link")).click()
    said = "The link is copied." if can_copy else "Copy the marked link with the keyboard."
    page.wait_for_function("(said) => document.querySelector('dialog .said')?.textContent === said", arg=said)
    marked = "() => { const t = document.querySelector('dialog textarea'); return t.value.slice(t.selectionStart, t.selectionEnd); }"
    assert page.evaluate(marked) == page.input_value("dialog textarea")


@pytest.mark.slow
def test_the_share_menu_keeps_the_pack_or_says_that_it_does_not(reader: Reader) -> None:
    page = opened(reader)
    open_file(page, EXAMPLE.read_bytes())
    page.locator(key("link")).click()
    link = page.input_value("dialog textarea")
    page.keyboard.press("Escape")
    page.locator(key("start.tours.0")).click()
    page.wait_for_selector("#tour h2")
    unfold(page, MENU, SHARE)
    page.locator("[data-share=link]").click()
    assert "without your pack" in page.inner_text("dialog .of-pack")
    assert "own-" not in page.input_value("dialog textarea")
    page.goto("about:blank")
    page.goto(link)
    page.wait_for_selector(".pack-entry")
    page.locator(key("start.tours.0")).click()
    page.wait_for_selector("#tour h2")
    unfold(page, MENU, SHARE)
    page.locator("[data-share=link]").click()
    assert page.input_value("dialog textarea").endswith(link[link.index("#") :])
    assert "tour=own-1" in page.input_value("dialog textarea")
    page.keyboard.press("Escape")
    unfold(page, MENU, SHARE)
    page.locator("[data-share=qr]").click()
    page.wait_for_selector("dialog .qr")
    assert page.locator("dialog .of-pack").count() == 1


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
