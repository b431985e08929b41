"""Firefox, driven by WebDriver BiDi."""

from __future__ import annotations

import base64
import json
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.browsers.bidi import BidiSession
from tests.browsers.tab import Unavailable, call
from tests.support.firefox import system_firefox

PATIENCE = 60
"""Seconds in which Firefox starts."""
SETTINGS = {
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
    "app.update.enabled": False,
    # what is downloaded is kept without a question
    "browser.download.useDownloadDir": True,
    "browser.download.folderList": 2,
    "browser.download.alwaysOpenPanel": False,
    # 3-D is drawn by the processor where there is no graphics card
    "webgl.force-enabled": True,
}


class FirefoxTab:
    """A tab of this machine's Firefox, in a profile of its own that ends with it."""

    name = "Firefox"

    def __init__(self) -> None:
        path = system_firefox()
        if path is None:
            raise Unavailable("no firefox-esr or firefox is installed")
        self._profile = tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)
        settings = {**SETTINGS, "browser.download.dir": self._profile.name}
        lines = (f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in settings.items())
        Path(self._profile.name, "user.js").write_text("".join(lines), "utf-8")
        command = [path, "--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", self._profile.name]
        self._process = subprocess.Popen(
            [*command, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            self._session = BidiSession(self._port(), "log.entryAdded")
        except BaseException:
            self._process.kill()
            raise
        self.version = self._session.capabilities["browserVersion"]
        self._context = self._session.send("browsingContext.getTree")["contexts"][0]["context"]

    def _port(self) -> int:
        """The port that Firefox listens at, which it writes into its profile. Raises RuntimeError if it ends before."""
        told = Path(self._profile.name, "WebDriverBiDiServer.json")
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self._process.poll() is not None:
                raise RuntimeError(f"Firefox ended with {self._process.returncode} as it started")
            try:
                return json.loads(told.read_text("utf-8"))["ws_port"]
            except (FileNotFoundError, ValueError):
                time.sleep(0.1)
        raise RuntimeError(f"Firefox did not listen within {PATIENCE} seconds")

    def _send(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._session.send(method, context=self._context, **parameters)

    def go(self, address: str) -> None:
        self._send("browsingContext.navigate", url=address, wait="complete")

    def run(self, function: str, *arguments: Any) -> Any:
        told = self._session.send(
            "script.callFunction",
            functionDeclaration=f"async () => JSON.stringify((await {call(function, arguments)}) ?? null)",
            target={"context": self._context},
            awaitPromise=True,
            # as if a person did it: some things, such as a copy, need that
            userActivation=True,
        )
        if told["type"] == "exception":
            raise RuntimeError(told["exceptionDetails"]["text"])
        return json.loads(told["result"]["value"])

    def _act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        self._send("input.performActions", actions=[{"type": kind, "id": kind, "actions": actions}])

    def click(self, x: float, y: float) -> None:
        move = {"type": "pointerMove", "x": round(x), "y": round(y)}
        self._act("pointer", [move, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}])

    def type(self, keys: str) -> None:
        self._act("key", [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")])

    def resize(self, width: int, height: int) -> tuple[int, int]:
        self._send("browsingContext.setViewport", viewport={"width": width, "height": height})
        return width, height

    def picture(self, to: Path) -> None:
        to.write_bytes(base64.b64decode(self._send("browsingContext.captureScreenshot")["data"]))

    def faults(self) -> list[str]:
        self.run("() => null")  # what was raised before has arrived with the answer
        found = [event["params"] for event in self._session.events]
        self._session.events.clear()
        return [one["text"] for one in found if one.get("type") == "javascript" and one["level"] == "error"]

    def close(self) -> None:
        try:
            self._session.end()
            self._process.wait(timeout=20)
        finally:
            self._process.kill()
            self._process.wait()
            self._profile.cleanup()
