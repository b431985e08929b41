"""The left side: the figures are mirrored, their text is not, and address, labels, marks and saved images follow."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from atlas.dataset.sides import on_side
from atlas.figures.plate_layout import plates
from atlas.figures.svg_files import anchor_of, group_shapes, read_figure, view_box_size
from tests.browser.conftest import DISK
from tests.support.page_address import wait_for_address
from tests.support.page_menus import MENU, SHARE, VIEW, unfold

SWITCH = "button[data-side={}]"
# By element: the determinant of how it is drawn, and where the middle of its box lies across the box of its figure.
TEXTS = """(view) => {
  const svg = document.querySelector(`.figures svg[data-view="${view}"]`), frame = svg.getBoundingClientRect();
  const direction = (element) => {
    let matrix = new DOMMatrix();
    for (let part = element; part && part !== document.documentElement; part = part.parentElement) {
      const own = getComputedStyle(part).transform;
      if (own !== "none") matrix = new DOMMatrix(own).multiply(matrix);
    }
    return Math.sign(matrix.a * matrix.d - matrix.b * matrix.c);
  };
  return [...svg.querySelectorAll("text")].filter((text) => text.textContent && text.getClientRects().length)
    .map((text) => {
      const box = text.getBoundingClientRect();
      const across = ((box.left + box.right) / 2 - frame.left) / frame.width;
      return { of: text.dataset.of, says: text.textContent, direction: direction(text), across };
    });
}"""
AT = """([view, across, down]) => {
  const svg = document.querySelector(`.figures svg[data-view="${view}"]`);
  svg.scrollIntoView({ block: "center", inline: "center" });
  const box = svg.getBoundingClientRect();
  return [box.left + box.width * across, box.top + box.height * down];
}"""


def opened(reader, query: str):
    reader.open(query)
    reader.page.wait_for_selector("html[data-figures=all]")
    return reader.page


def test_the_drawing_is_mirrored_and_its_text_is_not(reader, atlas) -> None:
    plate = next(plate for plate in plates(atlas) if plate.id == "foot")
    page = opened(reader, f"?select=L5&side=left&plate={plate.id}")
    counted = 0
    for view in plate.views:
        svg = read_figure(atlas, view)
        width = float(view_box_size(svg)[0])
        anchors = {shape.get("data-node"): anchor_of(shape) for shape in group_shapes(svg, "skin")}
        texts = page.evaluate(TEXTS, view)
        counted += len(texts)
        assert all(text["direction"] == 1 for text in texts), view
        for text in texts:
            assert text["across"] == pytest.approx(1 - anchors[text["of"]][0] / width, abs=0.01), (view, text)
    assert counted > len(plate.views)


def test_a_patch_is_picked_at_its_mirrored_place(reader, atlas) -> None:
    page = opened(reader, "?side=left&plate=foot")
    svg = read_figure(atlas, "foot_dorsal")
    width, height = map(float, view_box_size(svg))
    shapes = {shape.get("data-node"): anchor_of(shape) for shape in group_shapes(svg, "skin")}
    for id_ in ("dorsum_lateral", "dorsum_medial", "first_web_dorsal"):
        x, y = shapes[id_]
        page.mouse.click(*page.evaluate(AT, ["foot_dorsal", 1 - x / width, y / height]))
        reader.wait_for_panel(atlas.node(id_).name)
        page.wait_for_url(re.compile(rf"select={id_}\b"))


def test_the_switch_is_in_the_address_and_in_the_history(reader, atlas) -> None:
    page = opened(reader, "?select=L5")
    view = plates(atlas)[0].views[0]
    told = page.locator(f"#told-{view}")
    describe = atlas.dataset.views[view].describe
    expect(page.locator(SWITCH.format("right"))).to_have_attribute("aria-pressed", "true")
    unfold(page, VIEW)
    page.locator(SWITCH.format("left")).click()
    page.wait_for_url("**side=left*")
    assert told.text_content() == on_side(describe, "left")
    assert reader.highlighted("#graph")  # the selection stays
    page.go_back()
    expect(page.locator(SWITCH.format("right"))).to_have_attribute("aria-pressed", "true")
    wait_for_address(page, lacks="side=")
    assert told.text_content() == on_side(describe, "right")
    assert page.evaluate("getComputedStyle(document.querySelector('.figures .view')).transform") == "none"


def test_an_unknown_side_is_named_in_a_notice(reader, atlas) -> None:
    page = opened(reader, "?side=both")
    expect(page.locator("#notice-text")).to_contain_text("both")
    expect(page.locator(SWITCH.format("right"))).to_have_attribute("aria-pressed", "true")


def test_labels_and_their_lines_are_laid_out_for_the_mirrored_drawing(reader) -> None:
    def labelled() -> dict[str, tuple[float, float]]:
        """By label: where its line ends, and its direction, across its figure."""
        page.wait_for_selector("svg[data-view=foot_dorsal] .labels text")
        return page.evaluate(
            """() => {
              const svg = document.querySelector("svg[data-view=foot_dorsal]"), box = svg.getBoundingClientRect();
              const [points, texts] = ["circle", "text"].map((tag) => [...svg.querySelectorAll(`.labels > ${tag}`)]);
              return Object.fromEntries(texts.map((text, n) => {
                const point = points[n].getBoundingClientRect();
                text.querySelectorAll(".mark").forEach((mark) => mark.remove());
                return [text.textContent, (point.left + point.right) / 2 - box.left - box.width / 2];
              }));
            }"""
        )

    page = opened(reader, "?plate=foot&show=labels")
    usual = labelled()
    unfold(page, VIEW)
    page.locator(SWITCH.format("left")).click()
    page.wait_for_selector("svg[data-view=foot_dorsal] .labels[transform*='(-']")
    mirrored = labelled()
    assert usual.keys() == mirrored.keys() and len(usual) > 5
    assert all(mirrored[name] == pytest.approx(-usual[name], abs=1.5) for name in usual)
    assert all(text["direction"] == 1 for text in page.evaluate(TEXTS, "foot_dorsal"))


@pytest.mark.parametrize(
    "query",
    [
        "?mode=lesion&lesion=tarsal_tunnel",
        pytest.param("?mode=apart&pair=root_L5,nerve_common_fibular_neck", marks=pytest.mark.slow),
        "?mode=cases&findings=weak:tibialis_anterior:2,numb:first_web_dorsal,pain:sole_medial&plate=foot",
    ],
)
def test_marks_of_the_modes_are_readable(reader, atlas, query: str) -> None:
    page = opened(reader, f"{query}&side=left")
    page.wait_for_selector("html[data-entered]")
    page.wait_for_selector(".figures :is(.strike, .found-sign)", state="attached")
    for view in atlas.dataset.views:
        assert all(text["direction"] == 1 for text in page.evaluate(TEXTS, view)), view


@pytest.mark.skipif(bool(DISK), reason="one way of saving is enough")
def test_a_saved_image_shows_the_left_side(reader) -> None:
    page = opened(reader, "?select=L5&side=left&plate=foot")
    unfold(page, MENU, SHARE)
    with page.expect_download() as taken:
        page.locator("[data-take=svg]").click()
    assert "left" in taken.value.suggested_filename
    root = ElementTree.fromstring(taken.value.path().read_text("utf-8"))
    assert any("Left leg" in (text.text or "") for text in root.iter("{http://www.w3.org/2000/svg}text"))
    directions: list[float] = []

    def walk(element: ElementTree.Element, sign: float) -> None:
        for x, y in re.findall(r"scale\((-?[\d.]+)[ ,]*(-?[\d.]+)?\)", element.get("transform", "")):
            sign *= 1 if (float(x) < 0) == (float(y or x) < 0) else -1
        if element.tag.endswith("}text"):
            directions.append(sign)
        for child in element:
            walk(child, sign)

    walk(root, 1)
    assert len(directions) > 20 and set(directions) == {1}
    groups = [element.get("transform", "") for element in root.iter("{http://www.w3.org/2000/svg}g")]
    assert any(re.search(r"scale\(-[\d.]+ [\d.]+\)", transform) for transform in groups)
