"""Dermatome maps on the page: two side by side, where all differ and who says what, and what was not checked."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from atlas.reasoning.map_disagreement.disagreement import disagreement, disagreements
from atlas.reasoning.map_disagreement.map_pairs import compare_maps, rows_read
from tests.browser.access import THEMES, breaches
from tests.support.page_menus import VIEW, go_to_mode, unfold

pytestmark = pytest.mark.slow


def opened(reader, maps: str, more: str = ""):
    """The page in the mode of maps, with all its figures."""
    reader.open(f"?mode=maps&maps={maps}{more}")
    reader.page.wait_for_selector("html[data-entered=maps]")
    reader.page.wait_for_selector("html[data-figures=all]")
    reader.page.wait_for_selector("#panel .sources", state="attached")
    return reader


def rivals(atlas) -> tuple[str, str]:
    """The first two maps that differ somewhere, the tally apart."""
    own = [map_id for map_id in atlas.maps if map_id != atlas.default_map]
    pairs = ((a, b) for a in own for b in own if a != b)
    return next((a, b) for a, b in pairs if "differ" in compare_maps(atlas.nerve_graph, a, b).values())


def stands(page, within: str) -> dict[str, str]:
    """Each patch of skin in a part of the page → how the maps stand to each other there."""
    found = page.eval_on_selector_all(
        f"{within} .skin [data-node]", "all => all.map(one => [one.dataset.node, one.dataset.stand])"
    )
    return dict(found)


def test_two_maps_stand_side_by_side_and_are_chosen_by_keyboard(reader, atlas) -> None:
    a, b = rivals(atlas)
    page = reader.open(f"?map={a}").page
    page.wait_for_selector("html[data-figures=all]")
    unfold(page, VIEW)
    page.locator(".options [data-maps]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#figures-twin .skin")
    second = page.locator("#map-1")
    second.focus()
    second.select_option(b)
    page.wait_for_url(lambda url: f"maps={a},{b}" in url)
    expected = compare_maps(atlas.nerve_graph, a, b)
    said = {"only-a": "alone", "only-b": "alone"}
    for side in ("#figures", "#figures-twin"):
        found = stands(page, side)
        assert found and all(found[id_] == said.get(expected[id_], expected[id_]) for id_ in found)
    expect(page.locator("#panel .sum")).to_contain_text(str(list(expected.values()).count("differ")))
    rows = page.locator("#panel .part.differ tbody [data-node]")
    assert {one.get_attribute("data-node") for one in rows.all()} == {
        t for t, how in expected.items() if how == "differ"
    }
    page.locator(".map-swap").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: f"maps={b},{a}" in url)


def test_a_click_where_maps_differ_tells_who_says_what(reader, atlas) -> None:
    opened(reader, "all", "&plate=foot")
    shown = set(stands(reader.page, "#figures figure:not([hidden])"))
    patch = next(t for t, found in disagreements(atlas.nerve_graph).items() if len(found.answers) > 1 and t in shown)
    reader.choose(patch)
    reader.wait_for_panel(atlas.node(patch).name)
    found = disagreement(atlas.nerve_graph, patch)
    heads = reader.page.locator("#panel .answer:not(.pain) h3").all_inner_texts()
    assert heads == [f"{'/'.join(answer.roots)} ({len(answer.maps)})" for answer in found.answers]
    maps = atlas.dataset["dermatome_maps"]
    for answer, section in zip(found.answers, reader.page.locator("#panel .answer:not(.pain)").all(), strict=True):
        names = section.locator("li > b").all_inner_texts()
        assert names == [maps[map_id].name for map_id in answer.maps]
        expect(section.locator("button.cites")).to_have_count(len(answer.maps))
    reader.page.keyboard.press("Escape")
    reader.wait_for_panel(atlas.strings["maps.all.head"])


def test_the_scale_is_the_measure_and_the_table_its_twin(reader, atlas) -> None:
    page = opened(reader, "all").page
    found = disagreements(atlas.nerve_graph)
    rows = page.locator("#panel .ranked tbody [data-node]")
    assert [one.get_attribute("data-node") for one in rows.all()] == list(found)
    fills = dict(
        page.eval_on_selector_all(
            "#figures .skin [data-node]", "all => all.map(o => [o.dataset.node, o.getAttribute('fill')])"
        )
    )
    for territory, fill in fills.items():
        step = found[territory].in_read_maps.step
        assert fill == ("url(#fill-silent)" if step is None else f"url(#differ-{step})")
    page.locator("#maps-tools > .plain").click()
    page.wait_for_url(lambda url: "part=" in url)
    territory = next(t for t, one in found.items() if one.in_read_maps.step != one.in_all_maps.step)
    expect(page.locator(f"#figures .skin [data-node={territory}]").first).to_have_attribute(
        "fill", f"url(#differ-{found[territory].in_all_maps.step})"
    )


def test_leaving_gives_the_figures_back(reader, atlas) -> None:
    page = opened(reader, ",".join(rivals(atlas))).page
    before = "all => all.map(one => [one.dataset.node, one.getAttribute('class'), one.getAttribute('fill'), one.dataset.stand])"
    go_to_mode(page, "")
    page.wait_for_selector("#figures-twin", state="detached")
    after = page.eval_on_selector_all("#figures .skin [data-node]", before)
    reader.open()
    page.wait_for_selector("html[data-figures=all]")
    assert after == page.eval_on_selector_all("#figures .skin [data-node]", before)


def test_what_was_not_checked_says_so(reader, atlas) -> None:
    counts = rows_read(atlas.nerve_graph)
    unread = next((map_id for map_id in atlas.maps if not counts[map_id][0]), None)
    if unread is None:
        pytest.skip("something of every map was read")
    page = reader.open(f"?map={unread}").page
    words = atlas.strings
    unfold(page, VIEW)
    assert words["map.unread.all"] in page.locator("#map option:checked").inner_text()
    expect(page.locator("#method")).to_contain_text(words["map.read.none"].split("{")[0])
    fills = page.eval_on_selector_all("#figures .skin [data-node]", "all => all.map(one => one.getAttribute('fill'))")
    assert all("unread" in fill for fill in fills)
    page.locator("#figures .skin [data-node]").first.dispatch_event(
        "pointerover", {"pointerType": "mouse", "bubbles": True}
    )
    expect(page.locator("#tooltip")).to_contain_text(words["map.unread"])


@pytest.mark.parametrize("value", ["here,there", "nothing", ","])
def test_what_are_no_two_maps_is_said_and_taken_back(reader, value) -> None:
    reader.open(f"?mode=maps&maps={value}")
    expect(reader.page.locator("#notice-text")).to_contain_text(value)
    reader.page.wait_for_url(lambda url: "maps=" not in url.replace("mode=maps", ""))


@pytest.mark.slow
def test_axe_finds_nothing_and_a_phone_does_not_scroll_sideways(reader, atlas) -> None:
    for maps in ("", ",".join(rivals(atlas)), "all"):
        opened(reader, maps)
        assert breaches(reader.page, *(THEMES if "," in maps else ())) == []
    reader.page.set_viewport_size({"width": 390, "height": 844})
    for maps in ("", ",".join(rivals(atlas)), "all"):
        opened(reader, maps)
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_plain_words_explain_the_maps_too(reader, atlas) -> None:
    opened(reader, "", "&voice=plain")
    expect(reader.page.locator("#panel .head")).to_contain_text(atlas.strings["maps.lead.plain"])
    reasons = sorted(atlas.dataset["map_reasons"].values(), key=lambda row: row.order)
    texts = reader.page.locator("#panel .reasons li").all_inner_texts()
    assert all(row.plain in text for row, text in zip(reasons, texts, strict=True))
