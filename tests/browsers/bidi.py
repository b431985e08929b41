"""A WebDriver BiDi session: commands in, results and events out (https://www.w3.org/TR/webdriver-bidi/).

Firefox speaks BiDi by itself, so no geckodriver is needed, which neither Debian nor a package registry offers.
"""

from __future__ import annotations

import itertools
import json
from typing import Any

from websockets.sync.client import connect

PATIENCE = 90
"""Seconds for an answer."""


class BidiSession:
    """A session with a browser that listens at a port of this machine. Errors are raised as RuntimeError."""

    def __init__(self, port: int, *events: str) -> None:
        # no Origin header: Firefox refuses origins that it was not started with
        self._socket = connect(f"ws://127.0.0.1:{port}/session", max_size=None, proxy=None)
        self._numbers = itertools.count(1)
        self.events: list[dict[str, Any]] = []
        self.capabilities = self.send("session.new", capabilities={})["capabilities"]
        if events:
            self.send("session.subscribe", events=list(events))

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and wait for its result; events that arrive meanwhile are added to `events`."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            told = json.loads(self._socket.recv(timeout=PATIENCE))
            if told["type"] == "event":
                self.events.append(told)
            elif told.get("id") == number:
                if told["type"] == "error":
                    raise RuntimeError(f"{method}: {told['error']}: {told['message']}")
                return told["result"]

    def end(self) -> None:
        """Close the browser."""
        self.send("browser.close")
        self._socket.close()
