"""The network beside the body: what is selected or lost, at the heights of the body, for pointer, key and other eyes."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from atlas.figures.body_heights import body_views, node_heights
from atlas.figures.plate_layout import size_of
from tests.browser.access import breaches
from tests.support.page_address import wait_for_address
from tests.support.page_menus import VIEW, unfold

DESK = {"width": 1280, "height": 800}
NEAR = 6
"""Pixels by which a row that nothing pushes may miss its level."""

ROWS = """() => {
  const rows = [...document.querySelectorAll("#network .item")].map((item) => {
    const [box, mark] = [".hit", ".mark"].map((part) => item.querySelector(part).getBoundingClientRect());
    const text = item.querySelector("text").getBoundingClientRect();
    return { id: item.dataset.node, name: item.getAttribute("aria-label"), kind: item.classList[1], fold: item.dataset.fold ?? "",
             top: box.top, bottom: box.bottom, middle: (mark.top + mark.bottom) / 2, textTop: text.top, textBottom: text.bottom,
             right: text.right };
  });
  const body = document.querySelector('#figures .view[data-view="leg_anterior"]').getBoundingClientRect();
  const section = document.getElementById("network").getBoundingClientRect();
  return { rows, body: [body.top, body.height], section: [section.top, section.bottom, section.right] };
}"""


def opened(reader, query: str, size: dict[str, int] = DESK) -> dict:
    """The rows of the network for a query, from above."""
    reader.page.set_viewport_size(size)
    reader.open(query)
    reader.page.wait_for_selector("html[data-figures=all]")
    if "mode=" in query:
        reader.page.wait_for_selector("html[data-entered]")
    reader.page.wait_for_selector("#network .item")
    reader.page.evaluate("() => document.fonts.ready.then(() => {})")
    reader.painted()  # the figures have their size, and the network has followed
    found = reader.page.evaluate(ROWS)
    found["rows"].sort(key=lambda row: row["top"])
    return found


@pytest.mark.parametrize(
    ("query", "size"),
    [
        ("?select=L5", DESK),
        pytest.param("?select=S1", DESK, marks=pytest.mark.slow),
        ("?mode=lesion&lesion=nerve_common_fibular_neck", DESK),
        ("?select=L5&theme=projector", {"width": 1920, "height": 1080}),
    ],
)
def test_the_network_is_on_the_first_screen_and_nothing_overlaps(reader, query, size) -> None:
    found = opened(reader, query, size)
    rows, (top, bottom, right) = found["rows"], found["section"]
    assert 4 < len(rows) <= 25
    assert top >= 0 and bottom <= size["height"]
    for row in rows:
        assert row["right"] <= right + 1, f"{row['name']} is cut off"
    for above, below in pairwise(rows):
        assert below["top"] - above["top"] >= 24 - 0.5
        assert above["textBottom"] <= below["textTop"] + 1, f"{above['name']} over {below['name']}"


@pytest.mark.parametrize(
    "query", ["?select=tibialis_anterior", "?select=L5", pytest.param("?select=S1", marks=pytest.mark.slow)]
)
def test_a_row_that_nothing_pushes_lies_at_its_level_of_the_body(reader, atlas, query) -> None:
    found = opened(reader, query, {"width": 1440, "height": 1000})
    rows, (body_top, body_height) = found["rows"], found["body"]
    heights = node_heights(atlas)
    units = size_of(atlas, atlas.dataset.views[body_views(atlas)[0]])[1]
    checked = 0
    for number, row in enumerate(rows):
        is_free = all(
            abs(edge - other) > 1
            for edge, other in (
                (row["top"], rows[number - 1]["bottom"] if number else -1),
                (row["bottom"], rows[number + 1]["top"] if number + 1 < len(rows) else 1e6),
            )
        )
        own = [id_ for id_ in atlas.nerve_graph.segments_of.get(row["id"], [row["id"]]) if id_ in heights]
        if not is_free or row["fold"] or not own or row["kind"] == "root":
            continue
        level = body_top + min(heights[id_][0] for id_ in own) * body_height / units
        assert abs(row["middle"] - level) <= NEAR, row["name"]
        checked += 1
    assert checked or "tibialis" not in query


def test_nothing_of_the_buttock_lies_below_the_thigh(reader, atlas) -> None:
    found = opened(reader, "?select=L5", {"width": 1440, "height": 1250})
    rows, (body_top, body_height) = found["rows"], found["body"]
    knee = body_top + body_height * 666 / 1177  # where half of the nerves of the knee begin
    gluteal = [row for row in rows if "luteus" in row["name"] or "luteal" in row["name"]]
    assert gluteal and all(row["bottom"] < knee for row in gluteal)


def test_a_click_selects_a_nerve_and_opens_a_joined_row(reader, atlas) -> None:
    opened(reader, "?select=L5")
    joined = reader.page.locator("#network [data-fold]").first
    names = joined.get_attribute("aria-label").partition(": ")[2].split(", ")
    key = joined.get_attribute("data-fold")
    joined.click()
    expect(reader.page.locator(f"#network [data-fold='{key}']")).to_have_count(0)
    wait_for_address(reader.page, "select=L5")
    shown = reader.page.eval_on_selector_all("#network .item", "all => all.map(one => one.getAttribute('aria-label'))")
    assert set(names) <= {name for label in shown for name in label.replace(": ", ", ").split(", ")}
    reader.page.locator("#network .nerve").last.click()
    reader.page.wait_for_url(lambda url: "select=L5" not in url)


def test_keys_walk_the_rows_and_the_tree_has_one_tab_stop(reader) -> None:
    found = opened(reader, "?select=S1")
    assert reader.page.locator("#network [tabindex='0']").count() == 1
    reader.page.locator("#network [tabindex='0']").focus()
    reader.page.keyboard.press("Home")
    first = reader.page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert first.startswith(found["rows"][0]["name"])
    reader.page.keyboard.press("ArrowDown")
    assert reader.page.evaluate("document.activeElement.dataset.node") != found["rows"][0]["id"]


@pytest.mark.parametrize("query", ["?select=S1", "?mode=lesion&lesion=nerve_common_fibular_neck"])
def test_a_row_that_is_chosen_by_key_keeps_the_focus(reader, query) -> None:
    opened(reader, query)
    page = reader.page
    page.locator("#network .item:not([data-fold])[tabindex='0']").focus()
    page.keyboard.press("Home")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    while page.locator("#network .item:focus[data-fold]").count():  # that would only open
        page.keyboard.press("ArrowDown")
    focused = page.locator("#network .item:focus")
    node = focused.get_attribute("data-node")
    drawing = page.query_selector("#network svg")
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_function("before => location.href !== before", arg=before)
    page.wait_for_function("drawing => !drawing.isConnected", arg=drawing)
    expect(focused).to_have_attribute("data-node", node)


def test_a_row_that_is_opened_by_key_gives_the_focus_to_one_that_it_joined(reader) -> None:
    opened(reader, "?select=L5")
    page = reader.page
    joined = page.locator("#network [data-fold]").first
    key, names = joined.get_attribute("data-fold"), joined.get_attribute("aria-label").partition(": ")[2].split(", ")
    joined.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#network [data-fold='{key}']")).to_have_count(0)
    shown = page.locator("#network .item:focus").get_attribute("aria-label")
    assert any(name in shown for name in names)
    page.wait_for_url(lambda url: "select=L5" in url)


def test_a_click_on_a_joined_row_closes_an_open_menu(reader) -> None:
    opened(reader, "?select=L5")
    unfold(reader.page, VIEW)
    joined = reader.page.locator("#network [data-fold]").last
    joined.click()
    expect(reader.page.locator(VIEW)).not_to_have_attribute("open", "")
    reader.page.wait_for_url(lambda url: "select=L5" in url)


def test_the_network_is_drawn_when_the_window_gets_room_for_it(reader) -> None:
    reader.page.set_viewport_size({"width": 1024, "height": 768})
    reader.open("?select=L5")
    reader.page.wait_for_selector("html[data-figures=all]")
    expect(reader.page.locator("#network .item")).to_have_count(0)
    reader.page.set_viewport_size(DESK)
    expect(reader.page.locator("#network .item").first).to_be_visible()


def test_a_lesion_marks_what_it_cuts_off(reader, atlas) -> None:
    opened(reader, "?mode=lesion&lesion=nerve_common_fibular_neck")
    cut = reader.page.locator("#network .nerve.severed")
    expect(cut.first).to_have_attribute("aria-label", atlas.node("common_fibular.neck").name)
    expect(reader.page.locator("#network .seat")).to_have_count(1)
    assert reader.page.locator("#network .ending:is(.lost, .reduced)").count()
    assert reader.page.locator("#network .root:not(.severed)").count() == 1


def test_without_a_selection_there_is_a_hint_and_on_a_small_window_nothing(reader, atlas) -> None:
    reader.page.set_viewport_size(DESK)
    reader.open("")
    expect(reader.page.locator("#network")).to_contain_text(atlas.strings["network.hint"])
    expect(reader.page.locator("#network .item")).to_have_count(0)
    reader.page.set_viewport_size({"width": 1024, "height": 768})
    expect(reader.page.locator("#network")).to_be_hidden()


def test_axe_finds_nothing(reader) -> None:
    opened(reader, "?select=L5")
    assert breaches(reader.page, "dark", "projector", within="#network", drawings=True) == []
