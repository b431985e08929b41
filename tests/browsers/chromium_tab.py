"""Chromium, driven by Playwright."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Error, sync_playwright

from tests.browsers.tab import DOWN, ENTER, ESCAPE, TAB, Unavailable, call
from tests.support.chromium import launch_options, system_browser

NAMES = {ENTER: "Enter", ESCAPE: "Escape", TAB: "Tab", DOWN: "ArrowDown"}


class ChromiumTab:
    """A tab of this machine's Chromium."""

    name = "Chromium"

    def __init__(self) -> None:
        if system_browser() is None:
            raise Unavailable("no chromium is installed")
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(**launch_options())
        self.version = self._browser.version
        self._page = self._browser.new_page()
        self._faults: list[str] = []
        self._page.on("pageerror", lambda error: self._faults.append(str(error)))

    def go(self, address: str) -> None:
        self._page.goto(address)

    def run(self, function: str, *arguments: Any) -> Any:
        try:
            return self._page.evaluate(f"() => {call(function, arguments)}")
        except Error as error:
            raise RuntimeError(error.message) from error

    def click(self, x: float, y: float) -> None:
        self._page.mouse.click(x, y, delay=60)  # as long as a finger takes; a shorter press can lose its end

    def type(self, keys: str) -> None:
        for key in keys:
            self._page.keyboard.press(NAMES.get(key, key))

    def resize(self, width: int, height: int) -> tuple[int, int]:
        self._page.set_viewport_size({"width": width, "height": height})
        return width, height

    def picture(self, to: Path) -> None:
        self._page.screenshot(path=to)

    def faults(self) -> list[str]:
        found, self._faults = self._faults, []
        return found

    def close(self) -> None:
        self._browser.close()
        self._playwright.stop()
