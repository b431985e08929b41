"""The body in three dimensions: what it costs to open, to turn and to light, next to the Plotly view that it replaced."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from statistics import median

import brotli
import numpy as np
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from plotly.offline import get_plotlyjs

from atlas.resources import resource_dir
from atlas.web import built_files
from tests.bench.old_figures import COMMIT
from tests.bench.report import table, write
from tests.bench.running import ATLAS, running
from tests.support.chromium import launch_options

TURNS, CLICKS, OPENINGS = 20, 10, 30
SIZE: ViewportSize = {"width": 1280, "height": 800}
# The picture counts as drawn when a pixel of it can be read.
DRAWN = """async (selector) => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (const canvas of document.querySelectorAll(selector)) {
    const gl = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  }
  return performance.now();
}"""


def _old_limb() -> dict:
    """The limb that Plotly drew, from the history."""
    command = ["git", "show", f"{COMMIT}:data/figures/limb.json"]
    return json.loads(subprocess.run(command, cwd=Path(__file__).parents[2], check=True, capture_output=True).stdout)


def _mesh(part: dict, unit: float) -> tuple[np.ndarray, np.ndarray]:
    faces, following = [], 0
    for back in part["faces"]:
        faces.append(following - back)
        following += back == 0
    return np.cumsum(part["points"], axis=1) * unit, np.array(faces).reshape(-1, 3)


def _joined(parts: list[dict], unit: float) -> tuple[dict, int]:
    """A mesh3d trace of all parts, and its number of triangles."""
    points, faces, start = [], [], 0
    for part in parts:
        own, corners = _mesh(part, unit)
        points.append(own)
        faces.append(corners + start)
        start += own.shape[1]
    (x, y, z), (i, j, k) = np.hstack(points).round(5).tolist(), np.vstack(faces).T.tolist()
    return {"type": "mesh3d", "x": x, "y": y, "z": z, "i": i, "j": j, "k": k, "color": "#ccaaaa"}, len(i)


class Rival:
    """A page in which Plotly draws the old limb: skin, bones and nerves."""

    name, canvas = "Plotly, one leg", "canvas"

    def __init__(self) -> None:
        limb = _old_limb()
        skin, count = _joined(limb["patches"], limb["unit"])
        bones, more = _joined(limb["bones"], limb["unit"])
        self.triangles = count + more
        lines = [np.cumsum(one["points"], axis=1) * limb["unit"] for one in limb["nerves"]]
        # a None ends a line
        xyz = [[at for line in lines for at in (*line[axis].round(5).tolist(), None)] for axis in range(3)]
        nerves = {"type": "scatter3d", "mode": "lines", "x": xyz[0], "y": xyz[1], "z": xyz[2]}
        skin["facecolor"], skin["opacity"] = ["#ccaaaa"] * count, 0.2
        self.traces = json.dumps([skin, bones, nerves])
        self.script = get_plotlyjs()
        sent = [self.script.encode(), json.dumps(limb).encode()]
        self.sent = sum(len(brotli.compress(one, quality=9)) for one in sent)

    def open(self, page: Page) -> float:
        page.set_content("<body style='margin:0'><div id='plot' style='width:900px;height:780px'></div>")
        start = page.evaluate("performance.now()")
        page.add_script_tag(content=self.script)
        layout = "{ scene: { aspectmode: 'data' }, margin: { l: 0, r: 0, t: 0, b: 0 } }"
        page.evaluate(f"Plotly.newPlot('plot', {self.traces}, {layout}, {{ displayModeBar: false }})")
        return page.evaluate(DRAWN, self.canvas) - start

    def light(self, page: Page, turn: int) -> None:
        colour = ["#ffcc00", "#00ccff"][turn % 2]
        restyle = "colour => void Plotly.restyle('plot', { facecolor: [plot.data[0].i.map(() => colour)] }, [0])"
        page.evaluate(restyle, colour)


class Atlas:
    """The view of the atlas."""

    name, canvas = "**Nerve Atlas**, whole body", "#solid-scene canvas"

    def __init__(self, address: str) -> None:
        self.address = address
        files = [built_files.FOLDER / "solid.js", *(resource_dir("data") / "figures").glob("solid*.json")]
        self.sent = sum(len(brotli.compress(file.read_bytes())) for file in files)
        self.triangles = 0

    def open(self, page: Page) -> float:
        page.goto(self.address)
        page.wait_for_selector("html[data-figures=all]", timeout=90_000)
        start = page.evaluate("performance.now()")
        page.evaluate("document.querySelector('[data-plate=solid]').click()")
        page.wait_for_selector("#solid-scene[data-triangles]")
        first = page.evaluate(DRAWN, self.canvas) - start
        page.wait_for_selector("#solid-scene[data-muscles]")
        page.wait_for_timeout(3000)
        self.triangles = int(page.get_attribute("#solid-scene", "data-triangles") or 0)
        return first

    def light(self, page: Page, turn: int) -> None:
        page.evaluate("id => document.querySelector(`.roots [data-node=${id}]`).click()", ["L5", "S1"][turn % 2])


def _turning(page: Page, canvas: str) -> list[float]:
    """Milliseconds from each movement of a drag to its picture."""
    box = page.locator(canvas).first.bounding_box()
    assert box
    x, y, times = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, []
    page.mouse.move(x, y)
    page.mouse.down()
    for turn in range(TURNS):
        start = page.evaluate("performance.now()")
        page.mouse.move(x + 8 * (turn + 1), y)
        times.append(page.evaluate(DRAWN, canvas) - start)
    page.mouse.up()
    return times


def _lighting(page: Page, light: Callable[[Page, int], None], canvas: str) -> list[float]:
    times = []
    for turn in range(CLICKS):
        page.wait_for_timeout(800)
        start = page.evaluate("performance.now()")
        light(page, turn)
        page.wait_for_timeout(40)  # the state is painted two frames after the click
        times.append(page.evaluate(DRAWN, canvas) - start)
    return times


def _heap_after(browser: Browser, address: str) -> tuple[float, float]:
    """Megabytes of the page's heap after the first opening and after thirty."""
    page = browser.new_page(viewport=SIZE)
    wire = page.context.new_cdp_session(page)

    def heap() -> float:
        wire.send("HeapProfiler.collectGarbage")
        return wire.send("Runtime.getHeapUsage")["usedSize"] / 2**20

    Atlas(address).open(page)
    first = heap()
    for _ in range(OPENINGS):
        page.evaluate("document.querySelector('button[data-plate]:not([data-plate=solid])').click()")
        page.evaluate("document.querySelector('button[data-plate=solid]').click()")
        page.wait_for_timeout(120)
    last = heap()
    page.close()
    return first, last


def solid() -> None:
    """Size, time to the first picture, per picture while turning and from a click to its picture."""
    rows = []
    with running(ATLAS) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for view in (Rival(), Atlas(host.address)):
            opened, turned, lit = [], [], []
            for _ in range(3):
                page = browser.new_page(viewport=SIZE)
                opened.append(view.open(page))
                turned += _turning(page, view.canvas)
                lit += _lighting(page, view.light, view.canvas)
                page.close()
            cells = [f"{view.sent / 1000:.0f}", f"{view.triangles:,}", f"{median(opened):.0f}"]
            rows.append([view.name, *cells, f"{median(turned):.0f}", f"{median(lit):.0f}"])
        before, after = _heap_after(browser, host.address)
        browser.close()
    header = ["view", "KB with Brotli", "triangles", "first picture ms", "turning, ms a picture", "click to picture ms"]
    note = (
        f"Chromium without a graphics processor, {SIZE['width']} × {SIZE['height']}; median of 3 openings, {TURNS} turns "
        f"and {CLICKS} clicks each. Plotly draws the limb of {COMMIT}. Triangles are those of the body at rest; while it "
        f"moves, and at first after a click, the atlas draws at most 30,000. Heap after the first opening {before:.0f} MB, "
        f"after {OPENINGS} more {after:.0f} MB."
    )
    write("solid", "The body in three dimensions", "make bench ARGS=solid", note + "\n\n" + table(header, rows))
