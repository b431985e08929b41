"""The body in three dimensions where other viewers fail: touch, lost contexts, sides, focus, other languages."""

from __future__ import annotations

import math
import re
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page

from atlas import Atlas
from atlas.api import Node
from tests.browser.conftest import Reader
from tests.browser.test_solid import (
    FIELD,
    camera_text,
    go_to,
    opened,
    resting_address,
    shown,
)
from tests.support import mesh_file
from tests.support.solid_views import Sight, around, best_sight, parts, pixels_of, sight_of_line

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


LEAST = 30
"""Pixels of a thing of the atlas that must show that it is chosen."""
REFERENCES = ("lower_abdomen", "toe5_dorsal", "medial_leg")
"""Patches of skin: what a picture with another selection has, apart from what that lights, is what is not chosen."""
AROUND_LINES, AROUND_POINTS = 6, 4
"""Pixels around what is projected that still belong to it."""


class Own(NamedTuple):
    """What of the body belongs to a node: from where it is seen, and whether it is lines of nerves or a surface."""

    sight: Sight
    is_line: bool


def own_of(atlas: Atlas, node: Node) -> Own | None:
    """What is drawn of a node, or of what it lights; None if the body has nothing of it."""
    file, lines = mesh_file.content(), mesh_file.nerves()
    if node.kind == "territory":
        return Own(best_sight(parts("skin")[node.id], "skin"), False)
    if node.kind == "muscle":
        return Own(best_sight(parts("muscles")[node.id], "muscles", "bones"), False)
    of = [line for id_ in lines if id_ == node.id or id_.startswith(f"{node.id}.") for line in lines[id_]]
    of = of or lit_lines(atlas, node.id)  # a reflex, a site, and a nerve of which only divisions are drawn
    place = next((np.array(one["at"]) * file["unit"] for one in file["sites"] if one["id"] == node.id), None)
    return Own(sight_of_line(of, place), True) if of else None


def lit_lines(atlas: Atlas, id_: str) -> list[np.ndarray]:
    """The nerves and roots that a selection lights."""
    pathway, lines = atlas.pathway(id_), mesh_file.nerves()
    return [line for one in {*pathway.segments, *pathway.nerves, *pathway.roots} for line in lines.get(one, [])]


def own_pixels(atlas: Atlas, node: Node, own: Own, size: tuple[int, int]) -> tuple[np.ndarray, str]:
    """The pixels in which only the node itself can differ from another selection, and which selection that is."""
    sight = own.sight

    def covered(points: np.ndarray, reach: int) -> np.ndarray:
        return around(pixels_of(points, sight, size, FIELD), size, reach)

    mask = covered(sight.points, AROUND_LINES if own.is_line else AROUND_POINTS)
    if not own.is_line:
        mask &= ~covered(np.vstack(lit_lines(atlas, node.id)), AROUND_LINES)
    left = {one: mask & ~covered(np.vstack(lit_lines(atlas, one)), AROUND_LINES) for one in REFERENCES}
    best = max((one for one in REFERENCES if one != node.id), key=lambda one: left[one].sum())
    return left[best], best


def quick_picture(page: Page, query: str) -> np.ndarray:
    """The first picture of another state, which has few triangles: what it shows, a finer one shows too."""
    uri = page.evaluate(
        """async (query) => {
          const frame = () => new Promise((done) => requestAnimationFrame(done));
          history.pushState({}, "", query);
          dispatchEvent(new PopStateEvent("popstate"));
          await frame();
          await frame();
          return document.querySelector("#solid-scene canvas").toDataURL();
        }""",
        query,
    )
    return np.asarray(Image.open(BytesIO(b64decode(uri.split(",")[1]))).convert("RGBA")).astype(int)


def test_whatever_is_selected_is_seen_lit(reader, atlas) -> None:
    reader.page.set_viewport_size({"width": 760, "height": 640})
    page = opened(reader)
    unseen = {}
    for node in atlas.nodes.values():
        if node.kind == "condition" or not (own := own_of(atlas, node)):
            continue
        camera = f"?plate=solid&camera={camera_text(own.sight.eye, own.sight.at)}"
        chosen = quick_picture(page, f"{camera}&select={node.id}")
        mask, other = own_pixels(atlas, node, own, (chosen.shape[1], chosen.shape[0]))
        lit = mask & (quick_picture(page, f"{camera}&select={other}") != chosen).any(axis=2)
        if lit.sum() < LEAST:
            unseen[node.id] = (int(lit.sum()), int(mask.sum()), other)
    assert not unseen
