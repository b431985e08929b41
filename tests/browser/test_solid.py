"""The body in three dimensions: fetched only where it is opened, turned by pointer and key, chosen from like a figure."""

from __future__ import annotations

import json
import math
import re

import brotli
import numpy as np
import pytest
from playwright.sync_api import Page, expect

from atlas.web import built_files
from tests.browser.access import breaches
from tests.support import mesh_file
from tests.support.page_menus import LAYERS, MENU, SHARE, unfold

pytestmark = pytest.mark.slow

FIELD = 28
"""Degrees of the field of view, from top to bottom."""


def opened(reader, query: str = "") -> Page:
    reader.open(f"?plate=solid{query}")
    reader.page.wait_for_selector("#solid-scene[data-muscles][data-triangles]")
    return reader.page


def go_to(page: Page, query: str) -> None:
    """Change the address as a step in the history does."""
    page.evaluate("query => { history.pushState({}, '', query); dispatchEvent(new PopStateEvent('popstate')); }", query)


def camera_of(page: Page) -> list[float]:
    """The eye and what it looks at, in metres, by the address."""
    page.wait_for_url(lambda url: "camera=" in url)
    found = re.search(r"camera=([-\d,]+)", page.url)
    assert found
    return [int(number) / 1000 for number in found[1].split(",")]


def shown(page: Page) -> str:
    """The picture, once everything is drawn and nothing changes any more, as a `data:` URI."""
    canvas, before = page.locator("#solid-scene canvas"), ""
    for _ in range(30):
        page.wait_for_timeout(500)
        page.wait_for_selector("#solid-scene[data-detail=fine]")
        picture = canvas.evaluate("canvas => canvas.toDataURL()")
        if picture == before:
            return picture
        before = picture
    raise AssertionError("the picture goes on changing")


def resting_address(page: Page) -> str:
    """The address, once it no longer changes."""
    before = ""
    while before != page.url:
        before = page.url
        page.wait_for_timeout(700)
    return before


def projected(place: np.ndarray, eye: np.ndarray, at: np.ndarray, box: dict) -> tuple[float, float]:
    """Where a place in metres is in the window."""
    ahead = (at - eye) / np.linalg.norm(at - eye)
    right = np.cross(ahead, [0, 1, 0])
    right /= np.linalg.norm(right)
    above = np.cross(right, ahead)
    seen = place - eye
    scale = box["height"] / 2 / math.tan(math.radians(FIELD / 2)) / (seen @ ahead)
    return (
        box["x"] + box["width"] / 2 + seen @ right * scale,
        box["y"] + box["height"] / 2 - seen @ above * scale,
    )


def camera_text(eye: np.ndarray, at: np.ndarray) -> str:
    return ",".join(str(round(value * 1000)) for value in [*eye, *at])


def set_slider(page: Page, selector: str, value: int) -> None:
    page.locator(selector).evaluate(
        "(field, value) => { field.value = value; field.dispatchEvent(new Event('input', { bubbles: true })); }", value
    )


def test_it_is_fetched_only_when_it_is_opened_and_small(reader) -> None:
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.open("?select=L5")
    assert not [url for url in asked if "solid" in url]
    reader.page.locator("button[data-plate=solid]").click()
    reader.page.wait_for_selector("#solid-scene[data-muscles]")
    assert not [url for url in asked if "plotly" in url]
    first, muscles = (next(n for n, url in enumerate(asked) if f"/solid{end}-" in url) for end in ("", "-muscles"))
    assert first < muscles
    script = (built_files.FOLDER / "solid.js").read_bytes()
    assert len(brotli.compress(script)) <= 150_000
    for name, most in (("solid", 450_000), ("solid_muscles", 500_000)):
        assert len(brotli.compress(json.dumps(mesh_file.content(name)).encode())) <= most


def test_a_click_on_a_nerve_selects_it(reader, atlas) -> None:
    at = mesh_file.nerves()["common_fibular.neck"][0][4]
    eye = at + np.array([-0.5, 0.05, 0.1])
    page = opened(reader, f"&camera={camera_text(eye, at)}")
    box = page.locator("#solid-scene canvas").bounding_box()
    page.mouse.click(*projected(at, eye, at, box))
    page.wait_for_url(lambda url: "select=common_fibular" in url)
    reader.wait_for_panel(atlas.nodes["common_fibular.neck"].name)


def test_glass_skin_lets_a_click_through_and_opaque_skin_takes_it(reader, atlas) -> None:
    at = mesh_file.nerves()["tibial.calf"][0][20]
    eye = at + np.array([0, 0, -0.5])
    page = opened(reader, f"&camera={camera_text(eye, at)}")
    box = page.locator("#solid-scene canvas").bounding_box()
    point = projected(at, eye, at, box)
    tooltip = page.locator("#tooltip")
    inside = {node.name for node in atlas.nodes.values() if node.kind != "territory"}
    page.mouse.move(*point)
    expect(tooltip).to_be_visible()
    assert tooltip.inner_text() in inside
    unfold(page, LAYERS)
    set_slider(page, "[data-solid-layer=skin]", 100)
    page.locator(".solid-layers summary").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".solid-layers")).not_to_have_attribute("open", "")
    page.mouse.move(point[0] + 3, point[1] + 3)
    behind = [atlas.nodes[id_].name for id_ in ("posterior_leg_upper", "posterior_leg_lower")]
    expect(tooltip).to_have_text(re.compile("|".join(map(re.escape, behind))))


def test_views_and_keys_turn_it_and_the_address_keeps_the_camera(reader) -> None:
    page = opened(reader)
    look = page.locator("[data-solid=look]")
    look.select_option("leg_anterior")
    front = camera_of(page)
    look.select_option("leg_posterior")
    page.wait_for_url(lambda url: camera_text(front[:3], front[3:]) not in url)
    back = camera_of(page)
    assert front[2] > 0 > back[2]
    scene = page.locator("#solid-scene")
    scene.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(lambda url: camera_text(back[:3], back[3:]) not in url)
    turned = camera_of(page)
    assert math.dist(turned[:3], turned[3:]) == pytest.approx(math.dist(back[:3], back[3:]), abs=0.005)
    page.keyboard.press("Home")
    page.wait_for_url(lambda url: "camera=" not in url)
    assert page.evaluate("document.activeElement.id") == "solid-scene"


def test_the_camera_survives_theme_layer_selection_and_size(reader) -> None:
    camera = "-1200,500,700,-100,350,50"
    page = opened(reader, f"&camera={camera}")
    page.mouse.move(400, 400)
    page.mouse.wheel(0, -240)
    page.wait_for_url(lambda url: camera not in url)
    nearer = resting_address(page)
    page.mouse.down()
    page.mouse.move(430, 420, steps=3)
    page.mouse.up()
    page.wait_for_url(lambda url: url != nearer)
    kept = re.search(r"camera=[-\d,]+", resting_address(page))[0]
    page.keyboard.press("p")
    page.wait_for_url(lambda url: "theme=projector" in url)
    page.set_viewport_size({"width": 1200, "height": 800})
    page.locator(".roots [data-node=S1]").click()
    page.wait_for_url(lambda url: "select=S1" in url)
    assert kept in resting_address(page)


def test_a_lost_context_comes_back_with_the_same_picture(reader) -> None:
    page = opened(reader, "&select=L5")
    before = shown(page)
    lose = "canvas => (window.lost = canvas.getContext('webgl2').getExtension('WEBGL_lose_context')).loseContext()"
    page.locator("#solid-scene canvas").evaluate(lose)
    page.wait_for_timeout(300)
    page.evaluate("window.lost.restoreContext()")
    page.wait_for_function("() => !document.querySelector('#solid-scene canvas').getContext('webgl2').isContextLost()")
    page.wait_for_timeout(500)
    assert shown(page) == before


def test_without_webgl_the_figures_stay_with_one_sentence(reader) -> None:
    reader.page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    reader.open("?plate=solid&select=L5")
    expect(reader.page.locator("#notice")).to_contain_text("WebGL")
    expect(reader.page.locator("#figures")).to_be_visible()
    reader.page.wait_for_url(lambda url: "plate=" not in url)
    expect(reader.page.locator("#solid")).to_be_hidden()


def test_layers_peel_section_and_isolation_change_the_picture(reader) -> None:
    page = opened(reader, "&select=L5")
    unfold(page, LAYERS)
    whole = shown(page)
    pictures = [whole]
    for selector, value in (("[data-solid-layer=muscles]", 0), ("[data-solid=peel]", 30), ("[data-solid=cut]", 600)):
        set_slider(page, selector, value)
        pictures.append(shown(page))
    page.locator("[data-solid=isolate]").check()
    pictures.append(shown(page))
    assert len(set(pictures)) == len(pictures)
    expect(page.locator("[data-solid=cut]")).to_have_attribute("aria-valuetext", "60 cm above the sole")
    page.locator("[data-solid=reset]").click()
    expect(page.locator("[data-solid=isolate]")).not_to_be_checked()
    assert page.locator("[data-solid=peel]").input_value() == "0"
    assert shown(page) == whole


def test_the_flight_follows_the_nerve_and_names_what_it_passes(reader) -> None:
    page = opened(reader, "&select=L5")
    page.emulate_media(reduced_motion="reduce")
    follow = page.locator("[data-solid=follow]")
    names = []
    for _ in range(3):
        follow.click()
        page.wait_for_timeout(300)
        names.append(page.locator(".solid-said").inner_text())
    assert all(name.startswith("Passing: ") for name in names) and len(set(names)) == 3
    page.locator("#solid-scene").focus()
    page.keyboard.press("ArrowLeft")
    expect(follow).to_have_text("Follow the nerve")
    go_to(page, "?plate=solid")
    expect(follow).to_be_disabled()


def test_a_lesion_has_its_sign_at_its_place(reader) -> None:
    at = mesh_file.nerves()["common_fibular.neck"][0][0]
    page = opened(reader, "&mode=lesion&lesion=nerve_common_fibular_neck")
    page.wait_for_selector("html[data-entered=lesion]")
    expect(page.locator(".solid-sign")).to_have_count(1)
    eye = at + np.array([-0.6, 0.1, 0])
    go_to(page, f"?plate=solid&mode=lesion&lesion=nerve_common_fibular_neck&camera={camera_text(eye, at)}")
    shown(page)
    canvas = page.locator("#solid-scene canvas").bounding_box()
    sign = page.locator(".solid-sign").bounding_box()
    x, y = projected(at, eye, at, canvas)
    # the neck of the fibula, where the nerve is struck, is within 4 cm of where this part of it begins
    reach = 0.04 * canvas["height"] / (2 * 0.6 * math.tan(math.radians(FIELD / 2)))
    assert math.dist((sign["x"] + sign["width"] / 2, sign["y"] + sign["height"] / 2), (x, y)) < reach


DISTANCE = 0.3
"""Metres from the eye to the nerve."""


def in_plane(points: np.ndarray, at: np.ndarray, away: np.ndarray) -> np.ndarray:
    """Where points (n, 3) appear in the plane through `at`, from `at`, to an eye at DISTANCE in the direction `away`.

    What lies behind the plane appears nearer to its middle. Points behind the eye are left out.
    """
    offsets = points - at
    depth = offsets @ away
    offsets, depth = offsets[depth < DISTANCE], depth[depth < DISTANCE]
    return (offsets - np.outer(depth, away)) * (DISTANCE / (DISTANCE - depth))[:, None]


def best_view(id_: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The sample of a nerve, its direction and that of the eye, where it is farthest from every other nerve."""
    lines = mesh_file.nerves()
    others = np.vstack([line for other, strands in lines.items() if other != id_ for line in strands])
    best = (-1.0, np.zeros(3), np.zeros(3), np.zeros(3))
    for line in lines[id_]:
        for n in range(1, len(line) - 1):
            ahead = (line[n + 1] - line[n - 1]) / np.linalg.norm(line[n + 1] - line[n - 1])
            for eye in np.array([[1, 0, 0], [-1, 0, 0], [0, 0, 1], [0, 0, -1], [0, -1, 0.02], [0, 1, 0.02]]):
                if abs(eye @ ahead) > 0.7:
                    continue
                clear = float(np.linalg.norm(in_plane(others, line[n], eye), axis=1).min(initial=1))
                if clear > best[0]:
                    best = (clear, line[n], ahead, eye)
    return best[1:]


def test_thin_nerves_are_hit_beside_their_centre_line(reader, atlas) -> None:
    """Where it is best seen, 6 pixels off the centre line of a nerve, the pointer hits it or its neighbour."""
    page = opened(reader)
    page.locator(".solid-layers summary").click()
    for layer in ("skin", "muscles", "bones"):
        set_slider(page, f"[data-solid-layer={layer}]", 0)
    page.locator(".solid-layers summary").click()
    box = page.locator("#solid-scene canvas").bounding_box()
    tooltip, missed = page.locator("#tooltip"), []
    for id_ in mesh_file.nerves():
        at, ahead, away = best_view(id_)
        eye = at + away * DISTANCE
        go_to(page, f"?plate=solid&camera={camera_text(eye, at)}")
        (x, y), (x2, y2) = projected(at, eye, at, box), projected(at + ahead * 0.01, eye, at, box)
        far = math.hypot(x2 - x, y2 - y)
        wanted = [atlas.nodes[one].name for one in (id_, *atlas.graph.successors(id_))]
        for turn in range(5):  # the picture of the new camera may still be on its way
            page.mouse.move(2, 2 + turn)
            page.mouse.move(x - (y2 - y) / far * 6, y + (x2 - x) / far * 6)
            page.wait_for_timeout(400)
            if tooltip.inner_text() in wanted:
                break
        else:
            missed.append((id_, tooltip.inner_text()))
    assert len(missed) <= 0.05 * len(mesh_file.nerves()), missed


def test_a_pulse_runs_along_the_path_and_ends(reader) -> None:
    page = opened(reader, "&select=L5")
    page.emulate_media(reduced_motion="no-preference")
    before = shown(page)
    page.locator("[data-play]").first.click()
    page.wait_for_timeout(900)
    canvas = page.locator("#solid-scene canvas")
    assert canvas.evaluate("canvas => canvas.toDataURL()") != before
    assert shown(page) == before


def test_axe_finds_nothing(reader) -> None:
    page = opened(reader, "&select=L5")
    assert breaches(page) == []
    unfold(page, LAYERS)
    assert breaches(page) == []


def test_the_picture_can_be_taken_along_as_it_is_turned(reader) -> None:
    page = opened(reader, "&select=S1")
    unfold(page, MENU, SHARE)
    with page.expect_download() as taken:
        page.locator("[data-take=svg]").click()
    text = taken.value.path().read_text("utf-8")
    assert "data:image/png" in text and "CC BY 4.0" in text and "S1" in text
    assert page.locator("#solid-scene .still").count() == 0


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720), (1024, 768), (390, 844)])
def test_the_body_stays_within_its_frame_and_says_nothing_of_other_plates(reader, width, height) -> None:
    reader.page.set_viewport_size({"width": width, "height": height})
    page = opened(reader, "&select=S1")
    inside = """() => {
      const [frame, scene] = ["solid", "solid-scene"].map((id) => document.getElementById(id).getBoundingClientRect());
      return scene.height > 200 && scene.top >= frame.top && scene.bottom <= frame.bottom + 1;
    }"""
    assert page.evaluate(inside)
    expect(page.locator("#elsewhere")).to_be_hidden()
    overlaps = """() => {
      const boxes = [...document.querySelectorAll(".solid-label")].map((label) => label.getBoundingClientRect());
      return boxes.some((a, n) => boxes.some((b, m) => m > n && a.left < b.right && b.left < a.right
        && a.top < b.bottom - 1 && b.top < a.bottom - 1));
    }"""
    assert not page.evaluate(overlaps)


def test_the_layers_fit_on_a_phone(reader) -> None:
    reader.page.set_viewport_size({"width": 390, "height": 844})
    page = opened(reader, "&select=L5")
    unfold(page, LAYERS)
    box = page.locator(".solid-sliders").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.locator("[data-solid=reset]").click()


@pytest.mark.parametrize(
    ("width", "height", "query"), [(1440, 900, ""), (1024, 768, "&theme=projector"), (390, 844, "")]
)
def test_no_name_is_cut(reader, width, height, query) -> None:
    reader.page.set_viewport_size({"width": width, "height": height})
    page = opened(reader, f"&select=S1{query}")
    page.wait_for_selector(".solid-label:not([hidden])")
    cut = """() => {
      const scene = document.getElementById("solid-scene").getBoundingClientRect();
      return [...document.querySelectorAll(".solid-label:not([hidden])")].filter((label) => {
        const text = document.createRange();
        text.selectNodeContents(label);
        const box = text.getBoundingClientRect();
        return box.left < scene.left - 1 || box.right > scene.right + 1 || box.top < scene.top - 1
          || box.bottom > scene.bottom + 1 || label.scrollWidth > label.clientWidth + 1;
      }).map((label) => label.textContent);
    }"""
    assert page.evaluate(cut) == []


def test_neither_bar_nor_layers_cover_the_picture(reader) -> None:
    page = opened(reader, "&select=S1")
    scene, bar = page.locator("#solid-scene"), page.locator(".solid-bar")
    assert bar.bounding_box()["y"] + bar.bounding_box()["height"] <= scene.bounding_box()["y"] + 1
    unfold(page, LAYERS)
    layers = page.locator(".solid-sliders").bounding_box()
    assert layers["x"] + layers["width"] <= scene.bounding_box()["x"] + 1
    page.locator("#solid-scene canvas").click(position={"x": 5, "y": 300})
    expect(page.locator(".solid-layers")).to_have_attribute("open", "")


def test_the_chosen_patch_of_skin_has_its_name(reader, atlas) -> None:
    page = opened(reader, "&select=first_web_dorsal")
    expect(page.locator(".solid-label.strong")).to_have_text(atlas.nodes["first_web_dorsal"].name)


def test_the_end_of_the_flight_offers_the_way_back(reader) -> None:
    page = opened(reader, "&select=L5")
    page.emulate_media(reduced_motion="reduce")
    follow, back, ring = (page.locator(one) for one in ("[data-solid=follow]", "[data-solid=back]", ".solid-ring"))
    expect(back).to_be_hidden()

    def fly() -> None:
        follow.click()
        expect(ring).to_be_visible()
        for _ in range(60):
            if back.is_visible():
                break
            follow.click()
        page.wait_for_url(lambda url: "camera=" in url)

    fly()
    expect(ring).to_be_hidden()
    back.click()
    page.wait_for_url(lambda url: "camera=" not in url)
    expect(back).to_be_hidden()
    fly()
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "camera=" not in url)
    assert "select=L5" in page.url
    fly()
    expect(back).to_be_visible()
    page.locator("#solid-scene").press("ArrowLeft")
    expect(back).to_be_hidden()


def test_the_button_of_the_view_is_in_sight_on_a_phone(reader) -> None:
    reader.page.set_viewport_size({"width": 390, "height": 844})
    reader.open("?select=S1")
    button = reader.page.locator("button[data-plate=solid]")
    box, row = button.bounding_box(), reader.page.locator(".stage-bar > .plates").bounding_box()
    assert row["x"] <= box["x"] and box["x"] + box["width"] <= row["x"] + row["width"]
    button.click()
    reader.page.wait_for_selector("#solid-scene[data-triangles]")


def test_opening_it_again_and_again_uses_one_context(reader) -> None:
    page = opened(reader)
    for _ in range(30):
        page.evaluate("document.querySelector('button[data-plate]:not([data-plate=solid])').click()")
        page.evaluate("document.querySelector('button[data-plate=solid]').click()")
    assert page.locator("#solid-scene canvas").count() == 1
    page.wait_for_timeout(500)
    assert page.locator("#solid-scene canvas").evaluate("canvas => !canvas.getContext('webgl2').isContextLost()")


def test_a_pose_moves_what_is_drawn_and_what_is_clicked(reader, atlas) -> None:
    """A straight leg raise by hand: about the hip, then onto the back; the lowest skin lies on the floor."""
    page = opened(reader, "&pose=straight_leg_raise,1")
    expect(page.locator(".pose-strip")).to_contain_text("57°")
    file = mesh_file.content()
    hip = np.array(next(joint["at"] for joint in file["joints"] if joint["id"] == "hip")) * file["unit"]
    bend = math.radians(57)
    rest = mesh_file.nerves()["tibial.popliteal"][0]
    strand = rest - hip
    forward, up = -strand[:, 1], strand[:, 2]
    strand = hip + np.stack(
        [
            strand[:, 0],
            strand[:, 1] * math.cos(bend) + up * math.sin(bend),
            forward * math.sin(bend) + up * math.cos(bend),
        ],
        axis=1,
    )
    lying = np.stack([strand[:, 0], strand[:, 2], -strand[:, 1]], axis=1)
    skin = np.vstack([mesh.points for mesh in mesh_file.layer("skin")])
    lying[:, 1] -= skin[skin[:, 1] < 1.2][:, 2].min()
    at = lying[len(lying) // 3]
    eye = at + np.array([0.1, -0.45, -0.3])
    go_to(page, f"?plate=solid&pose=straight_leg_raise,1&camera={camera_text(eye, at)}")
    for layer in ("muscles", "bones"):
        set_slider(page, f"[data-solid-layer={layer}]", 0)
    shown(page)
    page.mouse.click(*projected(at, eye, at, page.locator("#solid-scene canvas").bounding_box()))
    page.wait_for_url(lambda url: "select=tibial" in url)


def test_a_lesion_shows_its_weakness_in_the_pose_and_the_reader_may_compare(reader) -> None:
    page = opened(reader, "&mode=lesion&lesion=nerve_common_fibular_neck")
    page.wait_for_selector(".solid-sign")
    page.locator("[data-solid=pose]").select_option("heel_walk")
    page.wait_for_url(lambda url: "pose=heel_walk,1,weak" in url.replace("%2C", ","))
    expect(page.get_by_label("Weak muscles")).to_be_checked()
    expect(page.locator(".pose-strip")).to_contain_text("stays on the floor")
    page.get_by_label("Healthy").check()
    page.wait_for_url(lambda url: "weak" not in url)
    expect(page.locator(".pose-strip")).to_contain_text("stands on the heels")
    page.locator("[data-solid=pose]").select_option("")
    page.wait_for_url(lambda url: "pose=" not in url)
    expect(page.locator(".pose-strip")).to_be_hidden()


def test_a_pose_that_is_named_after_a_weakness_shows_it_and_so_does_a_lesion_chosen_later(reader) -> None:
    page = opened(reader, "&mode=lesion&pose=heel_walk,1")
    expect(page.get_by_label("Healthy")).to_be_checked()
    page.get_by_label("Choose from a list").select_option("nerve_common_fibular_neck")
    page.wait_for_url(lambda url: "weak" in url)
    expect(page.get_by_label("Weak muscles")).to_be_checked()
    go_to(page, "?plate=solid")
    page.locator("[data-solid=pose]").select_option("foot_drop_walking")
    expect(page.get_by_label("Weak muscles")).to_be_checked()
    page.locator("[data-solid=pose]").select_option("toe_walk")
    expect(page.get_by_label("Healthy")).to_be_checked()


def test_a_phone_shows_the_bar_the_picture_and_the_words_of_a_pose(reader) -> None:
    reader.page.set_viewport_size({"width": 390, "height": 844})
    page = opened(reader, "&select=L5&pose=foot_drop_walking,2,weak")
    select, scene, text = (
        page.locator(where).bounding_box() for where in ("[data-solid=pose]", "#solid-scene", ".pose-text")
    )
    bar = page.locator(".solid-bar").bounding_box()
    plates = page.locator(".stage-bar").bounding_box()
    assert bar["height"] >= select["height"] >= 44
    assert scene["height"] >= 200
    assert text["y"] + text["height"] <= plates["y"]


def test_the_source_of_a_moment_opens(reader) -> None:
    page = opened(reader, "&pose=straight_leg_raise,1")
    page.locator(".pose-text .cites").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("straight leg raise", ignore_case=True)


def test_what_is_shown_stands_in_the_address_and_comes_back(reader) -> None:
    page = opened(reader)
    unfold(page, LAYERS)
    for selector, value in (("[data-solid-layer=muscles]", 0), ("[data-solid=cut]", 450)):
        set_slider(page, selector, value)
        page.locator(selector).dispatch_event("change")
    page.get_by_label("Only the selection").check()
    page.wait_for_url(lambda url: "layers=muscles:0,cut:450,only" in url.replace("%2C", ",").replace("%3A", ":"))
    expect(page.locator(".solid-names")).to_contain_text("Tibia")
    camera = camera_of(page)
    page.goto(page.url)
    page.wait_for_selector("#solid-scene[data-muscles]")
    expect(page.locator("[data-solid=cut]")).to_have_value("450")
    expect(page.locator("[data-solid-layer=muscles]")).to_have_value("0")
    expect(page.get_by_label("Only the selection")).to_be_checked()
    assert camera_of(page) == camera
    unfold(page, LAYERS)
    page.get_by_role("button", name="Reset").click()
    page.wait_for_url(lambda url: "layers" not in url and "camera" not in url)
    expect(page.locator("[data-solid-layer=muscles]")).to_have_value("100")
    expect(page.get_by_label("Only the selection")).not_to_be_checked()
