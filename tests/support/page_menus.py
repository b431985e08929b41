"""Opens the menus of the page and goes to its modes, as a reader does."""

from playwright.sync_api import Page

from atlas.web.layout.controls import DESTINATIONS

VIEW, MENU, SHARE, LANGUAGES = "#view", "#menu", "#take", ".tongue"
"""The menus: what the figures show, everything else, and the two folds inside of the latter."""
LAYERS = ".solid-layers"
"""The menu of the body in three dimensions."""


def unfold(page: Page, *menus: str) -> None:
    """Open these menus, each inside of the one before, unless they are open."""
    for menu in menus:
        for _ in range(3):  # a page that is still being laid out can move the button from under the pointer
            if page.evaluate("menu => document.querySelector(menu).open", menu):
                break
            page.locator(f"{menu} > summary").click()


def go_to_mode(page: Page, mode: str) -> None:
    """Press the destination that the mode belongs to, then the mode's own button unless it is the first."""
    name, modes = next((name, modes) for name, modes in DESTINATIONS.items() if mode in modes)
    page.locator(f"[data-destination={name}]").click()
    if mode != modes[0]:
        page.locator(f".modes [data-mode='{mode}']").click()
