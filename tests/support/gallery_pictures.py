"""Takes the pictures of the gallery of the documentation: `python -m tests.support.gallery_pictures [NAME …]`.

It serves the atlas, opens each address of `tools/docs/pictures.csv` in Chromium, waits for the text in its column
`ready` to appear in the panel or in the caption of the stage, and writes small WebP files into `docs/images/gallery/`.
"""

from __future__ import annotations

import io
import sys

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.support.chromium import launch_options
from tests.support.serving import hosting, real_server
from tools.docs.gallery_page import PICTURES, Picture, pictures

WINDOW, WIDTH = {"width": 1440, "height": 900}, 800
"""The window, and the width of a picture, in pixels."""
QUALITY = 72
PATIENCE, REST = 90_000, 2_500
"""Milliseconds: for the first answers of a server that has just started, and for what moves to come to rest."""


def take(page: Page, address: str, picture: Picture) -> bytes:
    """A picture of one state of the page, as WebP. Raises TimeoutError if the state does not appear."""
    page.goto(f"{address}/{picture.address}")
    page.locator("#told, #stage-caption").get_by_text(picture.ready).locator("visible=true").first.wait_for(
        timeout=PATIENCE
    )
    page.wait_for_timeout(REST)
    taken = Image.open(io.BytesIO(page.screenshot(timeout=PATIENCE))).convert("RGB")
    small = taken.resize((WIDTH, WIDTH * taken.height // taken.width), Image.Resampling.LANCZOS)
    content = io.BytesIO()
    small.save(content, "WEBP", quality=QUALITY, method=6)
    return content.getvalue()


def main(names: list[str]) -> None:
    """Take the pictures with these names, or all, and print their sizes."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    chosen = [picture for picture in pictures() if not names or picture.name in names]
    with hosting(real_server()) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for picture in chosen:
            page = browser.new_page(viewport=WINDOW, reduced_motion="reduce")
            content = take(page, address, picture)
            (PICTURES / f"{picture.name}.webp").write_bytes(content)
            print(f"{picture.name}: {len(content):,} bytes", flush=True)
            page.close()


if __name__ == "__main__":
    main(sys.argv[1:])
