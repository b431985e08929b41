"""WebKit, driven by Selenium in WebKitGTK's MiniBrowser: the engine of Safari, without what Apple builds around it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.browsers.tab import Unavailable, call
from tests.support.webkit import has_display, system_webkit


class WebkitTab:
    """A tab of this machine's MiniBrowser, which needs a display."""

    name = "WebKit"

    def __init__(self) -> None:
        found = system_webkit()
        if found is None:
            raise Unavailable("Debian's webkit2gtk-driver is not installed")
        if not has_display():
            raise Unavailable("there is no display; xvfb-run makes one")
        try:
            from selenium import webdriver
            from selenium.webdriver.common.action_chains import ActionChains
            from selenium.webdriver.webkitgtk.service import Service
        except ImportError:
            raise Unavailable("the extra `browsers` is not installed") from None
        self._actions = ActionChains
        options = webdriver.WebKitGTKOptions()
        driver, options.binary_location = found
        options.add_argument("--automation")
        self._driver = webdriver.WebKitGTK(options=options, service=Service(driver))
        self._driver.set_script_timeout(90)
        self.version = f"GTK {self._driver.capabilities['browserVersion']}"

    def go(self, address: str) -> None:
        self._driver.get(address)

    def run(self, function: str, *arguments: Any) -> Any:
        told = self._driver.execute_async_script(
            f"""const tell = arguments[arguments.length - 1];
            (async () => {call(function, arguments)})().then(
              (value) => tell([true, value ?? null]), (error) => tell([false, String(error)]));"""
        )
        if not told[0]:
            raise RuntimeError(told[1])
        return told[1]

    def click(self, x: float, y: float) -> None:
        chain = self._actions(self._driver, duration=20)
        chain.w3c_actions.pointer_action.move_to_location(round(x), round(y))
        chain.w3c_actions.pointer_action.click()
        chain.perform()

    def type(self, keys: str) -> None:
        self._actions(self._driver).send_keys(keys).perform()

    def resize(self, width: int, height: int) -> tuple[int, int]:
        # the window has a bar of its own; how high it is, is known only afterwards
        self._driver.set_window_size(width, height)
        inner = self.run("() => [innerWidth, innerHeight]")
        self._driver.set_window_size(width, height + height - inner[1])
        inner = self.run("() => [innerWidth, innerHeight]")
        return inner[0], inner[1]

    def picture(self, to: Path) -> None:
        self._driver.get_screenshot_as_file(str(to))

    def faults(self) -> list[str]:
        return []  # WebKitWebDriver does not tell

    def close(self) -> None:
        self._driver.quit()
