"""A SCORM package in a frame of a frame, as platforms show it: the run-time there sees answers, score and place."""

import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page

from atlas.web.static_site.build import build
from atlas.web.static_site.scorm import PACKAGES
from tests.support.exported_site import hosting
from tests.support.limbs import TINY

ROOT = Path(__file__).parents[2]
LMS = """<!doctype html><title>platform</title><script src="run-time.js"></script>
<script>
  window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
  window.show = (kept, sandbox) => {
    if (kept) API.loadFromJSON(kept, "");
    const frame = document.createElement("iframe");
    frame.name = "middle";
    frame.src = "middle.html" + (sandbox ? "?" + sandbox : "");
    frame.style = "width: 1280px; height: 800px";
    document.body.append(frame);
  };
  window.leave = () => {
    document.querySelector("iframe").remove();
    const kept = JSON.parse(JSON.stringify(API.cmi));
    API.reset();
    return kept;
  };
</script><body>"""
MIDDLE = """<!doctype html><title>course</title><body><script>
  const frame = document.createElement("iframe");
  frame.name = "unit";
  if (location.search) frame.sandbox = location.search.slice(1);
  frame.src = "unit/index.html";
  frame.style = "width: 1240px; height: 760px";
  document.body.append(frame);
</script>"""


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page that offers a run-time and shows the unit in a frame of a frame."""
    folder = tmp_path_factory.mktemp("platform")
    package = build(TINY, "en", False, "", lambda line: None, True)[PACKAGES["1.2"]]
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        archive.extractall(folder / "unit")
    (folder / "lms.html").write_text(LMS, "utf-8")
    (folder / "middle.html").write_text(MIDDLE, "utf-8")
    shutil.copy(ROOT / "node_modules/scorm-again/dist/scorm12.min.js", folder / "run-time.js")
    with hosting(folder) as port:
        yield f"http://127.0.0.1:{port}/lms.html"


@pytest.fixture
def lms(browser: Browser, platform: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1300, "height": 820})
    page = context.new_page()
    page.goto(platform)
    yield page
    context.close()


def unit(lms: Page, kept: dict | None = None, sandbox: str = "") -> Frame:
    """The unit, opened with what the platform kept of an earlier visit."""
    lms.evaluate("([kept, sandbox]) => show(kept, sandbox)", [kept, sandbox])
    lms.frame_locator("iframe").frame_locator("iframe").locator("html[data-ready]").wait_for(state="attached")
    frame = next(one for one in lms.frames if one.name == "unit")
    frame.evaluate("dispatchEvent(new PointerEvent('pointermove', { movementX: 1 }))")
    return frame


def answer(frame: Frame) -> None:
    """Open the quiz and answer its first question, whichever it is."""
    frame.locator("button[data-mode='quiz']").first.evaluate("button => button.click()")
    frame.locator("#quiz .setup .start").click()
    frame.locator("#quiz").get_by_role("button", name="Show the answer").click()
    frame.locator("#quiz .verdict-said:not(:empty)").wait_for()


def test_a_unit_in_a_frame_of_a_frame_reports_and_is_resumed(lms: Page) -> None:
    frame = unit(lms)
    answer(frame)
    assert lms.evaluate("API.cmi.core.score.raw") == "0"
    assert lms.evaluate("API.cmi.core.lesson_status") == "incomplete"
    frame.locator("#quiz .question .start").click()
    frame.wait_for_function("() => new URLSearchParams(location.search).get('n') === '2'")
    asked = frame.locator("#quiz .question h2").inner_text()
    kept = lms.evaluate("leave()")
    assert kept["core"]["exit"] == "suspend" and len(kept["suspend_data"]) == len("1|") + 6, json.dumps(kept)
    frame = unit(lms, kept)
    frame.locator("#quiz .question h2").wait_for()
    assert frame.locator("#quiz .question h2").inner_text() == asked
    assert lms.evaluate("API.cmi.core.score.raw") == "0"


def test_a_sandbox_without_storage_or_run_time_leaves_the_page_whole(lms: Page) -> None:
    frame = unit(lms, sandbox="allow-scripts")
    assert frame.evaluate("() => { try { return Boolean(localStorage); } catch { return false; } }") is False
    answer(frame)
    frame.locator("#quiz .question .start").click()
    frame.locator("#quiz .question .kind", has_text="2").wait_for()
    assert lms.evaluate("API.cmi.core.score.raw") == ""
