"""What the paths need of a browser: one tab, which each browser is driven through in its own way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Protocol

ENTER, ESCAPE, TAB, DOWN = "\ue007", "\ue00c", "\ue004", "\ue015"
"""Keys without a character, as WebDriver writes them."""


class Unavailable(Exception):
    """Why this browser cannot be driven on this machine."""


class Tab(Protocol):
    """One tab of a browser. Places are CSS pixels from the top left corner of the page's window."""

    name: str
    version: str

    def go(self, address: str) -> None:
        """Open an address and wait until it is loaded."""

    def run(self, function: str, *arguments: Any) -> Any:
        """What a JavaScript function returns or resolves to, as JSON. Raises RuntimeError with its message if it throws."""

    def click(self, x: float, y: float) -> None:
        """Press and release the main button of the pointer there."""

    def type(self, keys: str) -> None:
        """Press keys one after the other."""

    def resize(self, width: int, height: int) -> tuple[int, int]:
        """Give the page a window of this size, or the nearest that the browser can; the size that it has now."""

    def picture(self, to: Path) -> None:
        """Write a PNG of what the window shows."""

    def faults(self) -> list[str]:
        """The errors that the page has raised since this was last asked; nothing in a browser that does not tell."""

    def close(self) -> None:
        """End the browser."""


def call(function: str, arguments: tuple[Any, ...]) -> str:
    """JavaScript that calls a function with these arguments, which JSON can express."""
    return f"({function})(...{json.dumps(arguments)})"
