"""Accessibility snapshots of ten states: `python -m tests.browsers.accessibility_snapshots` accepts the current ones.

Each is Chromium's accessibility tree as Playwright writes it. They show the tiny limb, so that new facts do not change
them. Read a changed snapshot aloud: is everything named, only once, and in an order that makes sense?
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.support.chromium import launch_options
from tests.support.exported_site import ready
from tests.support.limbs import TINY
from tests.support.page_menus import MENU, SHARE, VIEW, unfold
from tests.support.serving import serving

FOLDER = Path(__file__).parents[1] / "golden" / "accessibility"
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


def _search(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("root")
    page.wait_for_selector("#found [role=option]")
    page.keyboard.press("ArrowDown")


def _nothing(page: Page) -> None:
    """Look at the page as it opens."""


STATES: dict[str, tuple[str, dict[str, int], Callable[[Page], object]]] = {
    "start": ("", DESK, _nothing),
    "root": ("?select=K1", DESK, _nothing),
    "patch-in-plain-words": ("?select=tip_skin&voice=plain", DESK, _nothing),
    "search": ("", DESK, _search),
    "menus": ("?select=K2", DESK, lambda page: unfold(page, MENU, SHARE)),
    "condition": ("?mode=conditions&select=ring_squeeze", DESK, _nothing),
    "lesion": ("?mode=lesion&lesion=root_K1", DESK, _nothing),
    "quiz": ("?mode=quiz&seed=class1", DESK, _nothing),
    "tour": ("?mode=tours&tour=arm", DESK, _nothing),
    "phone": ("?mode=maps&maps=all", PHONE, lambda page: unfold(page, VIEW)),
}
"""Name → the query of the page, the size of the window, and what is done then."""


def snapshot(page: Page, address: str, name: str) -> str:
    """The accessibility tree of a state, one thing a line, in reading order."""
    query, size, do = STATES[name]
    page.set_viewport_size(size)
    page.goto(f"{address}/{query}")
    ready(page)
    if "mode=" in query:
        page.wait_for_selector("html[data-entered]")
    page.wait_for_selector("html[data-figures=all]")
    page.wait_for_load_state("networkidle")
    do(page)
    tree = ""
    for _ in range(40):  # until nothing changes any more
        page.wait_for_timeout(250)
        before, tree = tree, page.locator("body").aria_snapshot()
        if tree == before:
            return f"{tree}\n"
    raise AssertionError(f"the accessibility tree of the state {name} keeps changing")


def accepted(name: str) -> str:
    """The snapshot that somebody last accepted; empty if there is none."""
    path = FOLDER / f"{name}.yml"
    return path.read_text("utf-8") if path.exists() else ""


def main() -> None:
    """Write the current snapshots, and name those that have changed."""
    FOLDER.mkdir(exist_ok=True)
    with serving(TINY) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for name in STATES:
            with browser.new_context(reduced_motion="reduce", service_workers="block") as context:
                tree = snapshot(context.new_page(), address, name)
            if tree != accepted(name):
                (FOLDER / f"{name}.yml").write_text(tree, "utf-8")
                print(f"Changed. Read it aloud: {FOLDER / name}.yml", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
