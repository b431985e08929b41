"""From a click to the changed page in Chromium: the atlas over the real data, and the same selections by other means."""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.old_figures import page_text
from tests.bench.painting import costs, trace_of
from tests.bench.report import table, write
from tests.bench.rivals import CLOCK, serve_rival
from tests.bench.running import ATLAS, running
from tests.bench.timing import quantile
from tests.support.chromium import launch_options
from tests.support.exported_site import ready

CLICKS = {1: 100, 4: 60}
RIVAL_CLICKS = {1: 40, 4: 25}
TRACED_CLICKS = 30
RIVALS = {
    "plotly": "Plotly figure: skin as polygons, `restyle` of what changes",
    "cytoscape": "dash-cytoscape: the nerve graph, classes changed (canvas)",
    "callback": "own figures, highlighted by a server callback of Dash",
}
WATCH = """() => {
  document.addEventListener("atlas:selected", () => bench.changed());
  window.benchPanel = [];
  let asked = 0;
  document.addEventListener("atlas:selected", () => { asked = performance.now(); });
  new MutationObserver(() => {
    if (asked) { window.benchPanel.push(performance.now() - asked); asked = 0; }
  }).observe(document.getElementById("panel"), { childList: true, subtree: true, characterData: true });
}"""
OUTLINES = """() => [...document.querySelectorAll(".skin path[data-node]")].map((path) => {
  const to = path.getScreenCTM(), points = [];
  // each closed part of the outline by itself; one point in three units, which the eye cannot distinguish from a curve
  for (const part of path.getAttribute("d").split(/(?=M)/)) {
    const own = document.createElementNS("http://www.w3.org/2000/svg", "path");
    own.setAttribute("d", part);
    const length = own.getTotalLength();
    if (points.length) points.push(null);
    for (let at = 0; at < length; at += 3) {
      const { x, y } = own.getPointAtLength(at).matrixTransform(to);
      points.push([Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
    }
  }
  return [path.dataset.node, points];
})"""
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
PLACES = "() => [...document.querySelectorAll('#figures figure:not([hidden]) .skin path[data-node], .roots button[data-node]')].map((e) => e.dataset.node)"
Times = list[tuple[float, float]]
"""Milliseconds from a click to the changed document, and to the end of the frame that shows it."""


def _sequence(ids: list[str], count: int) -> list[str]:
    """Ids in a random order that is the same each time, never one twice running."""
    rng, found = random.Random(1), [""]
    while len(found) <= count:
        found.append(rng.choice([id_ for id_ in ids if id_ != found[-1]]))
    return found[1:]


def _throttled(page: Page, slow: int) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})


def _times(page: Page, ids: list[str], where: Callable[[str], tuple[float, float]], slow: int) -> Times:
    """Real clicks of the mouse, with the rests that a hand makes."""
    page.evaluate("() => { bench.rows.length = 0; }")
    for count, id_ in enumerate(ids, 1):
        page.mouse.move(*where(id_))
        page.wait_for_timeout(120 * slow**0.5)
        page.mouse.down()
        page.wait_for_timeout(50)
        page.mouse.up()
        page.wait_for_function("(count) => bench.rows.length >= count", arg=count, timeout=60_000)
        page.wait_for_timeout(100 * slow)
    return page.evaluate("bench.rows")


@dataclass(frozen=True)
class _Measured:
    """What the clicks on one page took: milliseconds by the frame clock, and of the processor by the trace."""

    times: Times
    costs: list[tuple[float, float]]
    panel: list[float] = field(default_factory=list)
    requests: int = 0

    def painted(self, share: float) -> float:
        return quantile([main + raster for main, raster in self.costs], share)


def _measured(
    browser: Browser, page: Page, act: Callable[[int], Times], counts: dict[int, int], slow: int
) -> _Measured:
    """The clicks by the clock, and then some more by the trace, which itself takes time."""
    _throttled(page, slow)
    times = act(counts[slow])
    with tempfile.TemporaryDirectory() as folder:
        events = trace_of(browser, page, lambda: act(TRACED_CLICKS), Path(folder, "trace.json"))
    return _Measured(times, costs(events))


def _atlas(browser: Browser, slow: int) -> tuple[_Measured, list[str]]:
    requests: list[str] = []
    with running(ATLAS) as host:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(host.address)
        page.wait_for_selector("html[data-figures=all]")
        ready(page)
        page.wait_for_load_state("networkidle")
        ids = sorted(set(page.evaluate(PLACES)))
        page.evaluate(CLOCK)
        page.evaluate(WATCH)
        page.on("request", lambda request: requests.append(request.url))

        def act(count: int) -> Times:
            return _times(page, _sequence(ids, count), lambda id_: page.evaluate(WHERE, id_), slow)

        found = _measured(browser, page, act, CLICKS, slow)
        panel = page.evaluate("window.benchPanel")[: CLICKS[slow]]
        page.close()
    return replace(found, panel=panel, requests=len(requests)), ids


def _outlines(browser: Browser, path: Path) -> Path:
    """The patches of skin as polygons, for Plotly."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_content(page_text())
    path.write_text(json.dumps(page.evaluate(OUTLINES)), "utf-8")
    page.close()
    return path


def _rival(browser: Browser, name: str, slow: int, ids: list[str], outlines: Path) -> _Measured:
    with running(serve_rival(name, outlines)) as host:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(host.address)
        page.wait_for_load_state("networkidle")
        page.wait_for_selector({"plotly": ".js-plotly-plot .trace", "cytoscape": "#cy canvas"}.get(name, "#ask"))
        box = page.locator("#ask").bounding_box()

        def where(id_: str) -> tuple[float, float]:
            page.evaluate("(id) => { document.getElementById('ask').dataset.node = id; }", id_)
            return box["x"] + 5, box["y"] + 5

        def act(count: int) -> Times:
            return _times(page, _sequence(ids, count), where, slow)

        found = _measured(browser, page, act, RIVAL_CLICKS, slow)
        page.close()
    return found


def _line(name: str, found: _Measured, atlas: _Measured) -> list[object]:
    dom, frame = [[row[at] for row in found.times] for at in (0, 1)]
    cells = [f"{quantile(one, share):.1f}" for one in (frame, dom) for share in (0.5, 0.95)]
    cost = [f"{found.painted(share):.1f}" for share in (0.5, 0.95)]
    return [name, *cost, f"{found.painted(0.95) / atlas.painted(0.95):.1f} ×", *cells, len(found.times)]


def clicks() -> None:
    """Click → paint and click → DOM, on this processor and with one slowed four times."""
    body = ""
    header = [
        "selection by",
        "painting median ms",
        "painting p95 ms",
        "painting relative to the atlas",
        "frame median ms",
        "frame p95 ms",
        "DOM median ms",
        "DOM p95 ms",
        "clicks",
    ]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        outlines = _outlines(browser, Path(folder, "outlines.json"))
        for slow in CLICKS:
            atlas, ids = _atlas(browser, slow)
            rows = [_line("**Nerve Atlas**: the whole body, network and root buttons", atlas, atlas)]
            for name, told in RIVALS.items():
                rows.append(_line(told, _rival(browser, name, slow, ids, outlines), atlas))
            body += f"### {'Processor slowed four times' if slow > 1 else 'This processor'}\n\n{table(header, rows)}\n"
            body += f"Requests that the atlas made for these selections: {atlas.requests}. Its panel follows"
            body += (
                f" {quantile(atlas.panel, 0.5):.0f} ms later (median; p95 {quantile(atlas.panel, 0.95):.0f} ms).\n\n"
            )
        browser.close()
    write("clicks", "A click", "make bench ARGS=clicks", _LEAD + body)


_LEAD = f"""Real mouse clicks in Chromium on skin and roots, the same random sequence for all. *Painting*: processor time of the
main thread and of rasterising from the click until the frame that shows it, by a trace of {TRACED_CLICKS} clicks. *Frame*:
from the click until that frame by the page's own clock, which does not see rasterising. *DOM*: until every element of
the drawing has changed. The alternatives get every advantage: a plain button is clicked, the result is in the page
already, they draw the few plain outlines of an older version, and nothing else on the page follows.

"""
