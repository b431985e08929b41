"""Ten states of the page as a screen reader is told them: `python -m tests.browsers.heard` accepts the current ones.

Each is Chromium's accessibility tree as Playwright writes it, of the tiny limb, so that new facts change nothing. What a
change does here is read aloud: is each thing named, once, in the order of its sense?
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

FOLDER = Path(__file__).parents[1] / "golden" / "heard"
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


def heard(page: Page, address: str, name: str) -> str:
    """What is told in a state, a line each; the order of the lines is that of reading."""
    query, size, do = STATES[name]
    page.set_viewport_size(size)
    page.goto(f"{address}/{query}")
    ready(page)
    if "mode=" in query:
        page.wait_for_selector("html[data-entered]")
    page.wait_for_selector("html[data-figures=all]")
    page.wait_for_load_state("networkidle")
    do(page)
    told = ""
    for _ in range(40):  # until nothing changes any more
        page.wait_for_timeout(250)
        before, told = told, page.locator("body").aria_snapshot()
        if told == before:
            return f"{told}\n"
    raise AssertionError(f"what is told in the state {name} goes on changing")


def accepted(name: str) -> str:
    """What was told when it was last read; empty if it never was."""
    path = FOLDER / f"{name}.yml"
    return path.read_text("utf-8") if path.exists() else ""


def main() -> None:
    """Write what is told in each state now, and name those that have changed."""
    FOLDER.mkdir(exist_ok=True)
    with serving(TINY) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for name in STATES:
            with browser.new_context(reduced_motion="reduce", service_workers="block") as context:
                told = heard(context.new_page(), address, name)
            if told != accepted(name):
                (FOLDER / f"{name}.yml").write_text(told, "utf-8")
                print(f"Changed, so read it: {FOLDER / name}.yml", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
