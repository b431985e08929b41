"""How long the browser takes to reason back from the teaching cases."""

from __future__ import annotations

import json

from playwright.sync_api import sync_playwright

from atlas import Atlas
from tests.bench.timing import summary
from tests.browser import launch_options
from tests.cases import FOLDER
from tests.cases.browser import times
from tests.serving import serving


def in_browser() -> None:
    """One answer for each teaching case, worked out in Chromium."""
    atlas = Atlas.load()
    cases = [case for path in sorted(FOLDER.glob("*.json")) for case in json.loads(path.read_text("utf-8"))]
    all_ = [atlas.reading.case(case) for case in cases]
    with serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page()
        page.goto(address)
        took = times(page, all_)
        browser.close()
    print(f"one localise in the browser ({len(all_)} cases): {summary(took)}, worst {max(took):.3g} ms")
