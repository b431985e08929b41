"""Roots and muscles on the page: a chart and its twin, by pointer and by keys, in the address and for every reader."""

import re

import pytest
from playwright.sync_api import expect

from atlas.reasoning.myotomes import Myotomes
from tests.browser.access import breaches
from tests.browser.test_selection import expected
from tests.support.page_menus import go_to_mode

pytestmark = pytest.mark.slow

SERIES = "fibrillation"


@pytest.fixture
def matrix(atlas) -> Myotomes:
    return Myotomes(atlas.dataset)


def opened(reader, part: str = "", more: str = ""):
    """The page in this mode with its chart drawn."""
    reader.open(f"?mode=myotomes{f'&part={part}' if part else ''}{more}")
    reader.page.wait_for_selector("#myotomes[data-drawn] .matrix-plot .heatmaplayer image", state="attached")
    return reader


def graded(atlas) -> tuple[str, str]:
    """A key muscle and its root."""
    return next((root.key_muscles[0], root.id) for root in atlas.dataset["roots"].values() if root.key_muscles)


def test_plotly_is_fetched_for_the_chart_and_not_before(reader) -> None:
    asked = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.open()
    assert not [url for url in asked if "plotly" in url]
    go_to_mode(reader.page, "myotomes")
    reader.page.wait_for_selector("#myotomes[data-drawn]")
    assert [url for url in asked if "plotly" in url]
    expect(reader.page.locator(".matrix-plot")).to_have_count(1 + reader.page.locator(".matrix-methods b").count())


def test_the_twin_says_every_value_in_words(reader, atlas, matrix) -> None:
    opened(reader)
    names = {one.id: one.name for one in matrix.series}
    labels = dict(
        reader.page.eval_on_selector_all(
            ".matrix tbody td button", "all => all.map(b => [`${b.dataset.muscle} ${b.dataset.root}`, b.ariaLabel])"
        )
    )
    place = atlas.nerve_graph.order
    shown = {
        muscle for muscle in atlas.dataset["muscles"] if any(matrix.measurements(muscle, root) for root in matrix.roots)
    }
    assert len(labels) == len(shown) * len(matrix.roots)
    for muscle in shown:
        for root in matrix.roots:
            label = labels[f"{place[muscle]} {place[root]}"]
            assert label.startswith(f"{atlas.node(muscle).name}, {root}: ")
            assert atlas.strings[f"myotomes.standing.{matrix.root_status(muscle, root)}"] in label
            assert (atlas.strings["myotomes.key.cell"] in label) == matrix.is_key_muscle(muscle, root)
            for one in matrix.measurements(muscle, root):
                assert f"{names[one.series]}: {one.value} ({one.as_named})" in label


def test_the_textbooks_alone_hold_every_muscle(reader, atlas) -> None:
    opened(reader, "::tally")
    expect(reader.page.locator(".matrix tbody th[scope=row]")).to_have_count(len(atlas.dataset["muscles"]))


def test_a_cell_is_chosen_by_keys_alone(reader, atlas, matrix) -> None:
    page = opened(reader).page
    page.locator(".matrix-twin summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    first = page.locator(".matrix tbody th[scope=row] button").first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".matrix tbody tr:has(td)").nth(1).locator("td button").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    shown = [m for _, own in matrix.groups for m in own if any(matrix.measurements(m, root) for root in matrix.roots)]
    muscle, root = shown[1], matrix.roots[1]
    reader.wait_for_panel(atlas.strings["myotomes.pair"].format(muscle=atlas.node(muscle).name, root=root))
    page.wait_for_url(lambda url: f"part={muscle}:{root}" in url)
    expect(page.locator(".matrix [aria-pressed=true]")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".matrix thead button").nth(1)).to_be_focused()


def test_a_cell_of_the_chart_is_chosen_by_pointer_and_lights_the_pathway(reader, atlas) -> None:
    page = opened(reader).page
    muscle, root = graded(atlas)
    plot = page.locator(".matrix-plot").first
    name = atlas.node(muscle).name.partition(" (")[0]  # the chart leaves out what is in brackets
    tick = plot.locator(".ytick text", has_text=name).first.bounding_box()
    column = plot.locator(".xtick text", has_text=root).first.bounding_box()
    page.mouse.click(column["x"] + column["width"] / 2, tick["y"] + tick["height"] / 2)
    reader.wait_for_panel(atlas.strings["myotomes.pair"].format(muscle=atlas.node(muscle).name, root=root))
    assert reader.highlighted("#graph") == expected(atlas, muscle)[1]
    expect(page.locator("#panel .measured li").first).to_be_visible()
    page.go_back()
    reader.wait_for_panel(atlas.strings["myotomes.head"])


def test_the_panel_shows_each_value_with_its_source_and_leads_to_the_pathway(reader, atlas, matrix) -> None:
    muscle, root = max(
        ((m, r) for m in atlas.dataset["muscles"] for r in matrix.roots),
        key=lambda cell: len(matrix.measurements(*cell)),
    )
    page = opened(reader, f"{muscle}:{root}").page
    measurements = matrix.measurements(muscle, root)
    assert len(measurements) > 2
    expect(page.locator("#panel .measured li")).to_have_count(len(measurements))
    for item, one in zip(page.locator("#panel .measured li").all(), measurements, strict=True):
        expect(item).to_contain_text(one.value)
        expect(item.locator(".cites")).not_to_be_empty()
    page.locator(f"#panel .lights [data-node='{muscle}']").click()
    reader.wait_for_panel(atlas.node(muscle).name)
    page.wait_for_url(lambda url: "mode=" not in url and f"select={muscle}" in url and "part=" not in url)
    expect(page.locator("#myotomes")).to_be_hidden()


def test_an_address_that_names_no_cell_is_said_and_dropped(reader) -> None:
    opened(reader, "nobody:K1")
    expect(reader.page.locator("#notice-text")).to_contain_text("nobody:K1")
    reader.page.wait_for_function("() => !location.search.includes('part=')")


@pytest.mark.parametrize(
    ("width", "height", "part", "theme"),
    [
        (1440, 900, "", "light"),
        (1440, 900, "tally", "dark"),
        (390, 844, SERIES, "light"),
        (320, 640, "", "dark"),
        (1920, 1080, "", "projector"),
    ],
)
def test_every_reader_and_width(reader, atlas, width, height, part, theme) -> None:
    reader.page.set_viewport_size({"width": width, "height": height})
    muscle, root = graded(atlas)
    page = opened(reader, part and f"{muscle}:{root}:{part}", f"&theme={theme}").page
    page.locator(".matrix-twin summary").click()
    assert breaches(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("(p => p.scrollWidth <= p.clientWidth)(document.querySelector('.matrix-panels'))")
    small = page.eval_on_selector_all(
        ".matrix button, #myotome-view", "all => all.filter(b => b.offsetHeight < 44 || b.offsetWidth < 44).length"
    )
    assert small == 0


def test_every_sign_in_a_cell_is_explained(reader) -> None:
    opened(reader, "::tally")
    explained = "".join(reader.page.locator(".matrix-legend b").all_inner_texts())
    signs = "".join(reader.page.locator(".matrix-plot .heatmap-label").all_text_contents())
    assert signs and {*re.sub(r"[\s()]", "", signs)} <= {*explained}
