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
  const button = document.querySelector(`.roots button[data-node="${id}"]`);
  const shapes = [...document.querySelectorAll(`#figures path[data-node="${id}"]`)];
  const area = (shape) => { const box = shape.getBBox(); return box.width * box.height; };
  const found = button ?? shapes.sort((a, b) => area(b) - area(a))[0];
  found.scrollIntoView({ block: "center", behavior: "instant" });
  const box = found.getBoundingClientRect();
  for (let step = 0; step < 441; step += 1) {
    const at = (step * 220 + 220) % 441;
    const x = box.x + (box.width * (at % 21 + 0.5)) / 21, y = box.y + (box.height * (Math.floor(at / 21) + 0.5)) / 21;
    if (document.elementFromPoint(x, y)?.closest("[data-node]") === found) return [x, y];
  }
  return null;
}"""


def _places(page: Page) -> list[str]:
    return page.eval_on_selector_all("#figures path[data-node], .roots button[data-node]", "all => all.map(e => e.dataset.node)")


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
        place = page.evaluate(WHERE, last)
        if place is None:
            raise SystemExit(f"'{last}' cannot be reached by a click")
        page.mouse.move(*place)
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
        page.wait_for_selector("html[data-figures=all]")
        page.wait_for_load_state("networkidle")
        page.evaluate(WATCH)
        _click_through(page, 1)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        _click_through(page, 4)
        browser.close()
