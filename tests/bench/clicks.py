"""From a real click to the changed page, in Chromium, over the real data."""

from __future__ import annotations

import random

from playwright.sync_api import Page, sync_playwright

from tests.bench.timing import summary
from tests.browser import launch_options
from tests.serving import serving

CLICKS = 100
WATCH = """() => {
  window.benchPanel = [];
  const panel = document.getElementById("panel");
  let asked = 0;
  document.addEventListener("atlas:selected", () => { asked = performance.now(); });
  new MutationObserver(() => {
    if (asked) { window.benchPanel.push(performance.now() - asked); asked = 0; }
  }).observe(panel, { childList: true, subtree: true, characterData: true });
}"""


WHERE = """(id) => {
  const found = document.querySelector(`#figures [data-node="${id}"][data-at], .roots [data-node="${id}"]`);
  if (!found) return null;
  found.scrollIntoView({ block: "center", behavior: "instant" });
  if (!found.dataset.at) {
    const box = found.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  }
  const [x, y] = found.dataset.at.split(" ").map(Number);
  const point = new DOMPoint(x, y).matrixTransform(found.getScreenCTM());
  return [point.x, point.y];
}"""


def _places(page: Page) -> list[str]:
    return page.eval_on_selector_all("#figures [data-at][data-node], .roots button[data-node]", "all => all.map(e => e.dataset.node)")


def _click_through(page: Page, slow: int) -> None:
    page.evaluate("performance.clearMeasures()")
    page.evaluate("window.benchPanel.length = 0")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    rng = random.Random(1)
    ids = sorted(set(_places(page)))
    last = None
    for _ in range(CLICKS):
        last = rng.choice([id_ for id_ in ids if id_ != last])
        page.mouse.move(*page.evaluate(WHERE, last))
        page.wait_for_timeout(150 * slow)  # a hand rests before it clicks
        page.mouse.down()
        page.wait_for_timeout(60 * slow)  # and takes this long to click
        page.mouse.up()
        page.wait_for_timeout(150 * slow)
    spent = page.evaluate("performance.getEntriesByName('atlas:select').map(e => e.duration)")
    panel = page.evaluate("window.benchPanel")
    label = f"CPU slowed {slow}x" if slow > 1 else "this machine"
    print(f"  {label}: click → DOM {summary(spent)} ({len(spent)} clicks); then the panel {summary(panel)}")
    print(f"  requests caused by the clicks: {len(requests)}")


def clicks() -> None:
    """Click → DOM over a hundred clicks on skin and roots, and once more with a slow processor."""
    print("clicks in Chromium:")
    with serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        page.wait_for_selector("html[data-ready=yes]")
        page.evaluate(WATCH)
        _click_through(page, 1)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        _click_through(page, 4)
        browser.close()
