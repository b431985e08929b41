"""Labels: which shapes have one, how names are broken into lines, and where the page places them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas import Atlas
from atlas.figures.labels import WIDEST, labels, lines_of, width
from tests.support.limbs import TINY
from tests.support.page_menus import VIEW, unfold

words = st.text(st.characters(codec="utf-8", categories=["L"]), min_size=1, max_size=14)


@given(st.lists(words, min_size=1, max_size=9))
def test_lines_hold_every_word_in_order_and_fit(name: list[str]) -> None:
    lines = lines_of(" ".join(name))
    assert " ".join(lines).split() == name
    assert all(width(line) <= WIDEST or " " not in line for line in lines)


@given(st.lists(words, min_size=1, max_size=6))
def test_a_name_that_fits_is_not_broken(name: list[str]) -> None:
    text = " ".join(name)
    assert (len(lines_of(text)) == 1) or width(text) > WIDEST


@pytest.mark.parametrize("folder", [None, TINY], ids=["real", "tiny"])
def test_every_drawn_patch_has_a_label_inside_its_figure(folder) -> None:
    atlas = Atlas.load(folder)
    found = labels(atlas)
    assert set(found["views"]) == set(atlas.dataset["views"])
    for view, layers in found["views"].items():
        svg = atlas.dataset.figures[view].svg
        box = [float(part) for part in re.search(r'viewBox="([^"]*)"', svg)[1].split()]
        drawn = set(re.findall(r'data-node="([^"]*)"', svg)) & set(atlas.dataset["territories"])
        assert {id_ for _, id_, *_ in layers.get("skin", [])} == drawn
        for key, _, x, y, *_ in (anchor for layer in layers.values() for anchor in layer):
            assert key in found["named"]
            assert box[0] <= x <= box[0] + box[2] and box[1] <= y <= box[1] + box[3], key
    for key, nerves in found["by_nerve"].items():
        assert key in atlas.dataset["territories"] and nerves in found["named"]


def test_a_muscle_or_bone_that_a_figure_hides_has_no_room_for_a_label() -> None:
    views = labels(Atlas.load())["views"]
    front, back = (
        {id_: room for layer in ("muscles", "bones") for _, id_, _, _, room in views[view][layer]}
        for view in ("muscles_front", "muscles_back")
    )
    assert back["gluteus_maximus"] > back["sartorius"] > back["piriformis"] == 0  # behind gluteus maximus
    assert front["patella"] > front["femur"] == 0  # within the thigh
    assert all(len(anchor) == 4 for anchor in views["muscles_back"]["nerves"])


SEEN = """() => [...document.querySelectorAll("#figures figure:not([hidden]) .view")].map((svg) => {
  const whole = svg.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll(".labels text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
  const wrong = boxes.filter(([, b]) => b.left < whole.left - 1 || b.right > whole.right + 1).map(([name]) => `cut off: ${name}`);
  boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
    const [w, h] = [Math.min(p.right, q.right) - Math.max(p.left, q.left), Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top)];
    if (w > 1 && h > 2) wrong.push(`${a} over ${b}`);
  }));
  return { view: svg.dataset.view, names: boxes.map(([name]) => name), wrong };
})"""


def opened(page, served: str, query: str) -> list[dict]:
    """The figures of a page with labels switched on, once they are placed."""
    page.goto(f"{served}/?show=labels{query}")
    page.wait_for_selector("html[data-ready=yes]")
    page.wait_for_selector("#figures .labels text")
    return page.evaluate(SEEN)


@pytest.mark.parametrize(
    "query",
    ["", "&layer=nerves", "&select=L5", "&theme=projector&plate=foot", "&plate=muscles", "&plate=muscles&select=L5"],
)
def test_labels_on_the_page_are_not_cut_off_and_do_not_overlap(page, served, query) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    figures = opened(page, served, query)
    assert sum(len(figure["names"]) for figure in figures) > 5
    assert [wrong for figure in figures for wrong in figure["wrong"]] == []


def test_only_highlighted_shapes_have_labels_and_figures_are_restored(page, served, atlas) -> None:
    page.goto(served)
    page.wait_for_selector("html[data-ready=yes]")
    box = "document.querySelector('.view').getAttribute('viewBox')"
    before = page.evaluate(box)
    named = {name for figure in opened(page, served, "&select=L5") for name in figure["names"]}
    faded = [atlas.node(id_).name for id_ in atlas.dataset["territories"] if id_ not in atlas.pathway("L5").territories]
    squeezed = {re.sub(r"\W", "", name) for name in named}
    assert not {re.sub(r"\W", "", name) for name in faded} & squeezed
    assert page.evaluate(box) != before
    unfold(page, VIEW)
    page.locator("button[data-show=labels]").click()
    page.wait_for_selector("#figures .labels", state="detached")
    assert page.evaluate(box) == before


@pytest.mark.parametrize(("query", "wanted"), [("", "gluteus_maximus"), ("&select=piriformis", "piriformis")])
def test_a_plate_of_muscles_names_muscles(page, served, atlas, query, wanted) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    figures = opened(page, served, f"&plate=muscles{query}")
    named = {re.sub(r"\W", "", name) for figure in figures for name in figure["names"]}
    assert re.sub(r"\W", "", atlas.node(wanted).name) in named


def test_labels_are_large_on_a_projector(page, served) -> None:
    opened(page, served, "&theme=projector")
    assert (
        page.evaluate("""() => {
      const text = document.querySelector("#figures .labels text");
      return parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
    }""")
        >= 23.5
    )
