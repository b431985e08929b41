"""A visitor of the page who looks, clicks and types, and waits for what should follow; the same in every browser."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from tests.browsers.tab import Tab

PATIENCE = 60
"""Seconds in which something must follow; the machine may be busy, and 3-D without a graphics card is slow."""

POINT = """(selector) => {
  const reached = (element, x, y) => {
    const top = document.elementFromPoint(x, y);
    return top && (element === top || element.contains(top));
  };
  const parts = [6, 4, 8, 2, 10, 5, 7, 3, 9, 1, 11];
  for (const element of document.querySelectorAll(selector)) {
    if (!element.checkVisibility()) continue;
    for (const height of [null, 0, 0.25, -0.25, -Infinity]) {
      // as it is, in the middle, above and below it, and with the page at its top
      if (height !== null) element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      if (height === -Infinity) scrollTo({ top: 0, behavior: "instant" });
      else if (height) scrollBy({ top: height * innerHeight, behavior: "instant" });
      const box = element.getBoundingClientRect();
      for (const i of parts) for (const j of parts) {
        const [x, y] = [Math.round(box.left + (box.width * i) / 12), Math.round(box.top + (box.height * j) / 12)];
        if (reached(element, x, y)) return [x, y];
      }
    }
  }
  return null;
}"""
"""A point of the first such element that can be reached by pointer, after it was brought into the window, and from under what lies over its middle."""
PLAIN = "return found instanceof Node ? true : found;"
"""An element cannot be told as JSON, and that it is there is enough."""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Visitor:
    """Uses the page at an address through a tab. What does not follow in time is an AssertionError that says so."""

    def __init__(self, tab: Tab, address: str) -> None:
        self.tab = tab
        self.address = address

    def open(self, query: str = "", address: str = "") -> None:
        """Open the page with this query, and wait until it can answer."""
        address = address or self.address
        self.tab.go(f"{address}{query}" if address.endswith(".html") else f"{address}/{query}")
        self.see("html[data-ready]")
        self.tab.run("() => { dispatchEvent(new PointerEvent('pointermove', { movementX: 1 })); }")
        self.wait("its panel", "() => document.getElementById('panel')")

    def wait(self, what: str, function: str, *arguments: Any) -> Any:
        """Wait until a function answers something that is true, and return it."""
        until, wrong = time.monotonic() + PATIENCE, ""
        while time.monotonic() < until:
            try:
                if found := self.tab.run(
                    f"async (...all) => {{ const found = await ({function})(...all); {PLAIN} }}", *arguments
                ):
                    return found
            except RuntimeError as error:  # a page that is just being replaced cannot answer
                wrong = f" ({error})"
            time.sleep(0.1)
        raise AssertionError(f"waited {PATIENCE} seconds for {what}{wrong}")

    def see(self, selector: str) -> None:
        """Wait until there is such an element, shown."""
        self.wait(
            selector,
            "(selector) => [...document.querySelectorAll(selector)].some((e) => e.checkVisibility())",
            selector,
        )

    def heading(self, name: str) -> None:
        """Wait until the panel has this name as its heading."""
        self.wait(f"the heading “{name}”", "(name) => document.querySelector('#panel h2')?.textContent === name", name)

    def asked(self, part: str) -> None:
        """Wait until the address contains this."""
        self.wait(f"{part} in the address", "(part) => location.search.includes(part)", part)

    def click(self, selector: str) -> None:
        """Click such an element, once a point of it can be reached."""
        point = self.wait(f"a way to {selector}", POINT, selector)
        time.sleep(0.1)  # a page that is still being laid out can move it
        self.tab.click(*self.wait(f"a way to {selector}", POINT, selector) or point)

    def unfold(self, *menus: str) -> None:
        """Open these menus, each inside of the one before, unless they are open."""
        for menu in menus:
            for _ in range(3):
                if self.tab.run("(menu) => document.querySelector(menu).open", menu):
                    break
                self.click(f"{menu} > summary")
                time.sleep(0.3)

    def rest(self) -> None:
        """Check what holds on every page: nothing was raised, and nothing lies beyond the side of the window."""
        assert not (faults := self.tab.faults()), f"raised: {faults[0]}"
        assert (wider := self.tab.run(WIDER)) <= 1, f"{wider} pixels wider than the window"

    def picture(self, to: Path) -> None:
        """Write a picture of the window, once what moves has come to rest."""
        time.sleep(0.8)
        self.tab.picture(to)
