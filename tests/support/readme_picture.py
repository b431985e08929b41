"""Makes the moving picture of the README: the pulse along the path of a root, from the back to the toe.

`python -m tests.support.readme_picture [FILE]` serves the atlas on this computer, opens it in Chromium and photographs the
pulse at even steps of its own time, so the result does not depend on the speed of the computer.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from atlas.web.app import create_app
from tests.support.chromium import launch_options
from tests.support.serving import hosting

FILE = Path("docs/images/path-s1.webp")
ADDRESS = "/?select=S1"
WINDOW = {"width": 1280, "height": 800}
WIDTH = 800
"""Of the picture, in pixels."""
FRAMES = 30
LAST_FRAME = 2500
"""Milliseconds for which the finished path is shown."""

_PAUSE = """() => {
  window.pulse = document.getAnimations().filter((animation) => animation.effect.target.closest(".pulse"));
  for (const animation of window.pulse) animation.pause();
  return Math.max(...window.pulse.map((animation) => animation.effect.getComputedTiming().endTime));
}"""
_GO_TO = "(time) => { for (const animation of window.pulse) animation.currentTime = time; }"


def _frame(page: Page) -> Image.Image:
    window = Image.open(BytesIO(page.screenshot())).convert("RGB")
    return window.resize((WIDTH, round(WIDTH * window.height / window.width)), Image.Resampling.LANCZOS)


def _frames(page: Page) -> tuple[list[Image.Image], int]:
    """The frames, and the milliseconds for which each is shown."""
    page.wait_for_selector("#panel h2")
    page.wait_for_load_state("networkidle")
    page.locator("#replay").click()
    page.wait_for_function("() => document.querySelector('.pulse path')")
    end = page.evaluate(_PAUSE)
    frames = []
    for n in range(FRAMES):
        page.evaluate(_GO_TO, end * n / FRAMES)
        frames.append(_frame(page))
    page.evaluate("() => { for (const animation of window.pulse) animation.finish(); }")
    return [*frames, _frame(page)], round(end / FRAMES)


def main(file: Path) -> None:
    """Write the picture."""
    with hosting(create_app().server) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page(viewport=WINDOW)
        page.goto(address + ADDRESS)
        frames, duration = _frames(page)
    durations = [duration] * FRAMES + [LAST_FRAME]
    frames[0].save(file, save_all=True, append_images=frames[1:], duration=durations, loop=0, quality=72, method=6)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FILE)
