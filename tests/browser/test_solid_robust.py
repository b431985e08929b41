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
from playwright.sync_api import Page, expect

from atlas import Atlas
from atlas.api import Node
from tests.browser.access import breaches
from tests.browser.conftest import Reader
from tests.browser.test_solid import (
    DISTANCE,
    FIELD,
    best_view,
    camera_text,
    go_to,
    in_plane,
    opened,
    projected,
    resting_address,
    shown,
)
from tests.support import mesh_file
from tests.support.pseudo_language import pseudo
from tests.support.solid_views import Sight, around, best_sight, parts, pixels_of, sight_of_line

pytestmark = pytest.mark.slow

ANYWHERE = "-1200,500,700,-100,350,50"
"""A camera that is no standard view."""


def decoded(uri: str) -> np.ndarray:
    """Red, green, blue and opacity of each pixel of a picture."""
    return np.asarray(Image.open(BytesIO(b64decode(uri.split(",")[1]))).convert("RGBA")).astype(int)


def drawn_at(page: Page, query: str) -> None:
    """Change the address as a step in the history does, and wait until the body is drawn as it says."""
    page.evaluate(
        """async (query) => {
          const settled = new Promise((done) => document.addEventListener("atlas:settled", done, { once: true }));
          history.pushState({}, "", query);
          dispatchEvent(new PopStateEvent("popstate"));
          await settled;
          await new Promise((done) => setTimeout(done));
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }""",
        query,
    )


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


TOUCH = 12
"""Pixels beside the centre line of a nerve where a finger still finds it, from DISTANCE."""


def beside(id_: str, at: np.ndarray, ahead: np.ndarray, away: np.ndarray, aside: float) -> np.ndarray:
    """The place so many metres beside a place of a nerve, on the side where fewer other nerves are near."""
    across = np.cross(ahead, away)
    across /= np.linalg.norm(across)
    others = np.vstack([line for other, lines in mesh_file.nerves().items() if other != id_ for line in lines])
    seen = in_plane(others, at, away)

    def clear(way: np.ndarray) -> float:
        return float(np.linalg.norm(seen - way, axis=1).min())

    return at + max((across * aside, -across * aside), key=clear)


def test_a_finger_beside_a_thin_nerve_selects_it(touched, atlas) -> None:
    page = opened(touched)
    box, missed = page.locator("#solid-scene canvas").bounding_box(), []
    aside = TOUCH * DISTANCE * 2 * math.tan(math.radians(FIELD / 2)) / box["height"]
    for id_ in mesh_file.nerves():
        at, ahead, away = best_view(id_)
        eye = at + away * DISTANCE
        drawn_at(page, f"?plate=solid&layers=skin:0,muscles:0,bones:0&camera={camera_text(eye, at)}")
        page.touchscreen.tap(*projected(beside(id_, at, ahead, away, aside), eye, at, box))
        wanted = {id_, *atlas.graph.successors(id_), *atlas.graph.predecessors(id_)}
        found = None
        for _ in range(40):
            if found := re.search(r"select=([\w.]+)", page.url):
                break
            page.wait_for_timeout(50)
        if not found or found[1] not in wanted:
            missed.append((id_, found and found[1]))
    assert len(missed) <= 0.05 * len(mesh_file.nerves()), missed


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
    drawn_at(page, query)
    return decoded(page.locator("#solid-scene canvas").evaluate("canvas => canvas.toDataURL()"))


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


OPAQUE = 250
"""From this opacity on, of 255, a pixel is a lit nerve when all else but the glass of the skin is hidden."""
SIDES = (("right", 1), ("left", -1))


def mirrored(place: np.ndarray, turn: int) -> np.ndarray:
    return place * [turn, 1, 1]


@pytest.mark.parametrize(("side", "turn"), SIDES)
def test_the_middle_of_each_patch_of_skin_is_that_patch(reader, atlas, side, turn) -> None:
    page = opened(reader, f"&side={side}&layers=skin:100")
    page.evaluate("document.activeElement.blur()")
    tooltip, wrong = page.locator("#tooltip"), {}
    x, y = middle_of(page)
    for node in atlas.nodes.values():
        if node.kind != "territory":
            continue
        sight = best_sight(parts("skin")[node.id], "skin")
        at, eye = mirrored(sight.at, turn), mirrored(sight.at + (sight.eye - sight.at) / 2, turn)
        page.mouse.move(2, 2)
        drawn_at(page, f"?plate=solid&side={side}&layers=skin:100&camera={camera_text(eye, at)}")
        page.mouse.move(x, y)
        try:
            expect(tooltip).to_have_text(node.name, timeout=3000)
        except AssertionError:
            wrong[node.id] = tooltip.inner_text()
    assert not wrong


@pytest.mark.parametrize(("side", "turn"), SIDES)
@pytest.mark.parametrize(("view", "front"), [("leg_anterior", 1), ("leg_posterior", -1)])
def test_medial_is_towards_the_other_leg_and_lateral_away_from_it(reader, side, turn, view, front) -> None:
    """From the front the right leg is on the left of the picture, and its medial side on the right of its lateral one."""
    page = opened(reader, f"&side={side}")
    page.locator("[data-solid=look]").select_option(view)
    camera = camera_in(resting_address(page))

    def across(id_: str) -> float:
        """The mean column of what a selection lights, in pixels to the right of the middle of the body."""
        alone = quick_picture(page, f"?plate=solid&side={side}&layers=only&select={id_}&camera={camera}")
        half = alone.shape[0] // 2  # below the knee: further up, both have the same roots
        nerve = alone[half + half // 4 :, :, 3] >= OPAQUE
        return float(np.nonzero(nerve)[1].mean()) - alone.shape[1] / 2

    medial, lateral = across("saphenous"), across("sural")
    assert medial * turn * front < 0 and lateral * turn * front < 0
    assert (medial - lateral) * turn * front > 5


def test_fifty_sizes_leave_the_picture_as_it_was(reader) -> None:
    page = opened(reader, f"&select=L5&camera={ANYWHERE}")
    before, size = shown(page), page.viewport_size
    for turn in range(50):
        page.set_viewport_size({"width": 700 + 37 * (turn % 17), "height": 560 + 23 * (turn % 13)})
    page.set_viewport_size(size)
    assert shown(page) == before
    assert camera_in(page.url) == ANYWHERE


COUNTED = """
  window.contexts = new Set();
  const original = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
    const context = original.call(this, kind, ...more);
    if (context && kind.startsWith("webgl")) window.contexts.add(context);
    return context;
  };
"""
GROWTH = 4_000_000
"""Bytes that opening and closing the body many times may add to the heap, for what the browser itself keeps."""


def test_opening_it_thirty_times_takes_one_context_and_no_more_memory(reader) -> None:
    reader.page.add_init_script(COUNTED)
    page = opened(reader)
    session = page.context.new_cdp_session(page)

    def heap() -> int:
        session.send("HeapProfiler.collectGarbage")
        return session.send("Runtime.getHeapUsage")["usedSize"]

    def toggle(times: int) -> None:
        for _ in range(times):
            for plate in (":not([data-plate=solid])", "[data-plate=solid]"):
                page.evaluate(f"document.querySelector('button[data-plate]{plate}').click()")
                page.wait_for_timeout(50)
        page.wait_for_timeout(1000)

    toggle(3)
    before = heap()
    toggle(30)
    assert heap() - before < GROWTH
    assert page.evaluate("window.contexts.size") == 1
    assert page.locator("#solid-scene canvas").count() == 1


def test_a_choice_while_the_context_is_lost_is_shown_when_it_is_back(reader) -> None:
    page = opened(reader, f"&select=S1&camera={ANYWHERE}")
    wanted = shown(page)
    canvas, said = page.locator("#solid-scene canvas"), page.locator(".solid-said")
    for _ in range(2):
        drawn_at(page, f"?plate=solid&select=L5&camera={ANYWHERE}")
        canvas.evaluate("canvas => (window.lost = canvas.getContext('webgl2').getExtension('WEBGL_lose_context'))")
        page.evaluate("window.lost.loseContext()")
        expect(said).to_contain_text("driver")
        page.evaluate("document.querySelector('.roots [data-node=S1]').click()")
        page.wait_for_url(lambda url: "select=S1" in url)
        page.wait_for_timeout(300)
        page.evaluate("delete document.getElementById('solid-scene').dataset.detail")  # until it is drawn again
        page.evaluate("window.lost.restoreContext()")
        expect(said).to_be_empty()
        assert shown(page) == wanted


REFUSALS = {
    "it throws": "() => { throw new Error('refused'); }",
    "it throws for 3-D alone": """function (kind, ...more) {
      if (kind.startsWith("webgl")) throw new Error("refused");
      return original.call(this, kind, ...more);
    }""",
    "it is empty for 3-D alone": """function (kind, ...more) {
      return kind.startsWith("webgl") ? null : original.call(this, kind, ...more);
    }""",
}


@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=REFUSALS)
def test_where_no_context_is_given_the_figures_stay_and_a_sentence_says_why(reader, refusal) -> None:
    reader.page.add_init_script(
        f"const original = HTMLCanvasElement.prototype.getContext;HTMLCanvasElement.prototype.getContext = {refusal};"
    )
    reader.open("?plate=solid&select=L5")
    page = reader.page
    expect(page.locator("#notice")).to_contain_text("This browser cannot show 3-D (WebGL is off).")
    expect(page.locator("#figures")).to_be_visible()
    expect(page.locator("#solid")).to_be_hidden()
    page.wait_for_url(lambda url: "plate=" not in url)
    assert "L5" in reader.highlighted("#figures") | reader.highlighted("#graph")


def test_the_keyboard_reaches_it_once_chooses_and_leaves(reader, atlas) -> None:
    at = mesh_file.nerves()["common_fibular.neck"][0][4]
    eye = at + np.array([-0.5, 0.05, 0.1])
    page = opened(reader, f"&camera={camera_text(eye, at)}")
    scene = page.locator("#solid-scene")
    expect(scene).to_have_role("application")
    expect(scene).to_have_accessible_name(re.compile("three dimensions"))
    page.locator("[data-solid=look]").focus()
    focused = "document.activeElement.id || document.activeElement.dataset.solid || document.activeElement.tagName"
    stops = []
    while "solid-scene" not in stops[-2:-1] and len(stops) < 12:
        page.keyboard.press("Tab")
        stops.append(page.evaluate(focused))
    assert stops.count("solid-scene") == 1
    assert not page.evaluate("document.activeElement.closest('#solid-scene')")  # Tab leaves it again
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(focused) == "solid-scene"
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "select=common_fibular" in url)
    expect(page.locator("#status")).to_contain_text(atlas.nodes["common_fibular.neck"].name)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".solid-said")).to_have_text(re.compile("In the middle|^$"))
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "select=" not in url)
    assert page.evaluate(focused) == "solid-scene"


def is_focused(page: Page, selector: str) -> bool:
    """Whether a control still has the focus and can be seen."""
    return page.locator(selector).first.evaluate(
        "one => one === document.activeElement && one.checkVisibility({ visibilityProperty: true })"
    )


def test_no_command_loses_the_focus(reader) -> None:
    page = opened(reader, "&select=L5")
    page.locator(".solid-layers summary").focus()
    page.keyboard.press("Enter")
    assert is_focused(page, ".solid-layers summary")
    for selector, key in (("[data-solid=isolate]", "Space"), ("[data-solid=reset]", "Enter")):
        page.locator(selector).focus()
        page.keyboard.press(key)
        resting_address(page)
        assert is_focused(page, selector), selector
    page.keyboard.press("Escape")
    assert is_focused(page, ".solid-layers summary")
    page.locator("[data-solid=pose]").focus()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
        page.wait_for_url(lambda url: "pose=" in url)
        resting_address(page)
        assert is_focused(page, "[data-solid=pose]")
    play = ".pose-row button"
    page.locator(play).focus()
    page.keyboard.press("Enter")
    resting_address(page)
    assert is_focused(page, play)
    page.locator("[data-solid=look]").focus()
    page.keyboard.press("ArrowDown")
    resting_address(page)
    assert is_focused(page, "[data-solid=look]")
    page.locator("#solid-scene").focus()
    for key in ("Home", "Enter", "+"):
        page.keyboard.press(key)
        resting_address(page)
        assert is_focused(page, "#solid-scene"), key


def test_following_a_nerve_keeps_the_focus_on_its_button(reader) -> None:
    page = opened(reader, "&select=L5")
    page.emulate_media(reduced_motion="no-preference")
    follow, back = page.locator("[data-solid=follow]"), page.locator("[data-solid=back]")
    follow.focus()
    for name in ("Pause", "Follow the nerve", "Pause"):
        page.keyboard.press("Enter")
        expect(follow).to_have_text(name)
        assert is_focused(page, "[data-solid=follow]")
    page.emulate_media(reduced_motion="reduce")
    for _ in range(60):
        page.keyboard.press("Enter")
        if back.is_visible():
            break
    assert is_focused(page, "[data-solid=follow]")
    back.focus()
    page.keyboard.press("Enter")
    expect(back).to_be_hidden()
    assert is_focused(page, "[data-solid=follow]")


def test_the_way_back_does_not_take_the_focus_along_when_the_selection_changes(reader) -> None:
    page = opened(reader, "&select=L5")
    follow, back = page.locator("[data-solid=follow]"), page.locator("[data-solid=back]")
    for _ in range(60):
        follow.click()
        if back.is_visible():
            break
    back.focus()
    page.evaluate("document.querySelector('.roots [data-node=S1]').click()")
    expect(back).to_be_hidden()
    assert page.evaluate("document.activeElement !== document.body && document.activeElement.checkVisibility()")


OPEN_LAYERS = ".solid-layers summary"


@pytest.fixture(scope="module")
def abroad(serve, atlas) -> str:
    """The address of a server that also speaks a language that is written from right to left."""
    return serve(more={"ar": pseudo(atlas, "ar")})


def in_language(page: Page, address: str, language: str) -> Reader:
    if address.endswith(".html"):
        return Reader(page, f"{address.removesuffix('index.html')}{language}/index.html")
    page.request.get(f"{address}/{language}/", timeout=180_000)  # a language is made when it is first asked for
    return Reader(page, f"{address}/{language}")


OUTSIDE = """() => {
  const box = (one) => one.getBoundingClientRect();
  const within = (a, b) => a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
  const [pane, scene] = ["solid", "solid-scene"].map((id) => box(document.getElementById(id)));
  const text = (one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return range.getBoundingClientRect();
  };
  const found = [];
  const bar = document.querySelector(".solid-bar");
  for (const one of [bar, ...document.querySelectorAll("#solid-scene, #solid-scene canvas, .pose-strip:not([hidden])")])
    if (!within(box(one), pane)) found.push(one.id || one.className || one.tagName);
  // a bar that scrolls sideways shows the rest of itself when it is asked to
  if (getComputedStyle(bar).overflowX !== "auto")
    for (const one of bar.querySelectorAll(":is(select, button, summary)"))
      if (one.checkVisibility() && (!within(box(one), pane) || one.scrollWidth > one.clientWidth + 1))
        found.push(one.textContent.trim().slice(0, 40));
  for (const one of document.querySelectorAll(".solid-label:not([hidden])"))
    if (!within(text(one), scene) || one.scrollWidth > one.clientWidth + 1) found.push(one.textContent);
  const names = [...document.querySelectorAll(".solid-label:not([hidden])")].map(box);
  if (names.some((a, n) => names.some((b, m) => m > n && a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1))) found.push("names overlap");
  if (!document.querySelector(".solid-label:not([hidden])")) found.push("no names");
  if (document.documentElement.scrollWidth > innerWidth) found.push("scrolls sideways");
  return found;
}"""


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
@pytest.mark.parametrize("language", ["de", "es", "ar"])
def test_nothing_is_cut_in_another_language(page, abroad, language, width, height) -> None:
    page.set_viewport_size({"width": width, "height": height})
    reader = in_language(page, abroad, language)
    opened(reader, f"&select=S1&camera={ANYWHERE}")
    assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
    page.wait_for_selector(".solid-label:not([hidden])")
    assert page.evaluate(OUTSIDE) == []
    assert camera_in(page.url) == ANYWHERE
    page.locator(OPEN_LAYERS).click()
    sliders = page.locator(".solid-sliders")
    box = sliders.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert sliders.evaluate("one => one.scrollWidth <= one.clientWidth + 1")
    if width >= 704:
        scene = page.locator("#solid-scene").bounding_box()
        assert box["x"] + box["width"] <= scene["x"] + 1 or scene["x"] + scene["width"] <= box["x"] + 1
    page.wait_for_timeout(500)
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("query", ["", "&select=L5", "&mode=lesion&lesion=nerve_common_fibular_neck&pose=heel_walk,1"])
def test_axe_finds_nothing_with_layers_and_with_a_pose(reader, query) -> None:
    page = opened(reader, query)
    assert breaches(page, "dark", "projector") == []
    page.locator(OPEN_LAYERS).click()
    assert breaches(page, "dark", "projector", within="#solid") == []
