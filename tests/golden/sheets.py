"""`python -m tests.golden.sheets FOLDER`: contact sheets of all views, shaded, one PNG per theme and layer."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from atlas import Atlas
from atlas.figures.theme_css import colours
from tests.golden import picture, variants
from tests.support.chromium import launch_options

_WIDTH, _TALL = 2400, 900


def sheet(atlas: Atlas, layer: str, theme: str) -> str:
    """One sheet as HTML: every view of one layer in one theme."""
    own = colours(atlas, theme)
    figures = "".join(
        f"<figure>{picture(atlas, view.id, layer, theme, shaded=True)}<figcaption>{view.name}</figcaption></figure>"
        for view in sorted(atlas.dataset["views"].values(), key=lambda view: view.order)
    )
    style = (
        f"body{{margin:30px;background:{own['sheet']};color:{own['ink']};font:22px sans-serif}}"
        "div{display:flex;flex-wrap:wrap;gap:40px;align-items:end}figure{margin:0}"
        f"svg{{display:block;max-height:{_TALL}px;width:auto}}"
    )
    return f"<!DOCTYPE html><style>{style}</style><h1>{layer}, {theme}</h1><div>{figures}</div>"


def main(folder: Path) -> None:
    """Write all sheets into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    atlas = Atlas.load()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for layer, theme in variants():
            page = browser.new_page(viewport={"width": _WIDTH, "height": _TALL})
            page.set_content(sheet(atlas, layer, theme))
            page.screenshot(path=folder / f"{layer}-{theme}.png", full_page=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "contact-sheets"))
