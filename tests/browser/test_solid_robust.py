"""The body in three dimensions where other viewers fail: touch, lost contexts, sides, focus, other languages."""

from __future__ import annotations

import math
import re
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browser.conftest import Reader
from tests.browser.test_solid import (
    go_to,
    opened,
    resting_address,
    shown,
)

pytestmark = pytest.mark.slow

ANYWHERE = "-1200,500,700,-100,350,50"
"""A camera that is no standard view."""


def pixels(page: Page) -> np.ndarray:
    """The picture of the present state, finely drawn: red, green, blue and opacity of each pixel."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    uri = page.evaluate("document.getElementById('solid-scene').picture(1)")
    return np.asarray(Image.open(BytesIO(b64decode(uri.split(",")[1]))).convert("RGBA")).astype(int)


@pytest.fixture
def touched(browser, browser_context_args, served) -> Iterator[Reader]:
    """A reader with a screen that feels fingers."""
    context = browser.new_context(
        **{**browser_context_args, "reduced_motion": "reduce"}, has_touch=True, service_workers="block"
    )
    yield Reader(context.new_page(), served)
    context.close()


class Fingers:
    """Fingers on a screen, each where it was last put."""

    def __init__(self, page: Page):
        self._page, self._session = page, page.context.new_cdp_session(page)

    def _send(self, kind: str, points: list) -> None:
        told = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})

    def move(self, *ways: tuple[tuple[float, float], tuple[float, float]], steps: int = 6) -> None:
        """Put one finger down for each way, move all of them along, and lift them."""
        for step in range(steps + 1):
            at = [tuple(a + (b - a) * step / steps for a, b in zip(*way, strict=True)) for way in ways]
            self._send("touchMove" if step else "touchStart", at)
            self._page.wait_for_timeout(30)
        self._send("touchEnd", [])


def camera_in(address: str) -> str:
    found = re.search(r"camera=([-\d,]+)", address)
    assert found, address
    return found[1]


def changed_camera(page: Page, before: str) -> list[float]:
    """The camera of the address, once it is another one and rests."""
    page.wait_for_url(lambda url: "camera=" in url and before not in url)
    return [int(number) / 1000 for number in camera_in(resting_address(page)).split(",")]


def middle_of(page: Page) -> tuple[float, float]:
    box = page.locator("#solid-scene canvas").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_fingers_turn_zoom_and_move_it_and_nothing_else_moves_it_back(touched) -> None:
    page = opened(touched, f"&camera={ANYWHERE}")
    fingers = Fingers(page)
    x, y = middle_of(page)
    first = [int(number) / 1000 for number in ANYWHERE.split(",")]

    fingers.move(((x, y), (x + 70, y + 20)))
    turned = changed_camera(page, ANYWHERE)
    assert turned[3:] == pytest.approx(first[3:], abs=0.002)
    assert math.dist(turned[:3], turned[3:]) == pytest.approx(math.dist(first[:3], first[3:]), abs=0.003)
    assert math.dist(turned[:3], first[:3]) > 0.1

    fingers.move(((x - 40, y), (x - 110, y)), ((x + 40, y), (x + 110, y)))
    nearer = changed_camera(page, camera_in(page.url))
    assert math.dist(nearer[:3], nearer[3:]) < 0.8 * math.dist(turned[:3], turned[3:])

    fingers.move(((x - 40, y), (x - 40, y + 90)), ((x + 40, y), (x + 40, y + 90)))
    moved = changed_camera(page, camera_in(page.url))
    assert math.dist(moved[3:], nearer[3:]) > 0.02
    assert math.dist(moved[:3], moved[3:]) == pytest.approx(math.dist(nearer[:3], nearer[3:]), rel=0.05)

    kept, before = camera_in(page.url), shown(page)
    page.locator("button[data-layer=nerves]").evaluate("button => button.click()")
    page.wait_for_url(lambda url: "layer=nerves" in url)
    assert shown(page) != before
    page.keyboard.press("p")
    page.wait_for_url(lambda url: "theme=projector" in url)
    page.locator(".roots [data-node=S1]").evaluate("button => button.click()")
    page.wait_for_url(lambda url: "select=S1" in url)
    assert camera_in(resting_address(page)) == kept
    go_to(page, f"?plate=solid&camera={kept}")
    page.wait_for_selector("html:not([data-theme=projector])")
    assert shown(page) == before


def test_a_selection_during_a_drag_does_not_move_the_camera(reader) -> None:
    page = opened(reader, f"&camera={ANYWHERE}")
    x, y = middle_of(page)
    select = "document.querySelector('.roots [data-node=S1]').click()"

    def drag(between) -> list[float]:
        go_to(page, f"?plate=solid&camera={ANYWHERE}")
        page.wait_for_timeout(300)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 40, y + 10, steps=4)
        between()
        page.mouse.move(x + 90, y + 40, steps=5)
        page.mouse.up()
        return changed_camera(page, ANYWHERE)

    def choose() -> None:
        page.evaluate(select)
        page.wait_for_url(lambda url: "select=S1" in url)
        page.wait_for_timeout(300)

    alone = drag(lambda: None)
    assert drag(choose) == pytest.approx(alone, abs=0.002)
    assert "select=S1" in page.url
