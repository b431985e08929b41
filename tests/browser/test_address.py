"""The address holds the state: it can be shared, and Back and Forward work."""

import re

import pytest
from playwright.sync_api import expect

from atlas.web.layout.controls import MODES
from tests.support.page_address import query_of, wait_for_address, wait_for_query
from tests.support.page_menus import VIEW, go_to_mode, unfold


def test_back_and_forward_walk_through_the_selections(reader, atlas) -> None:
    reader.open()
    before = reader.page.evaluate("history.length")
    for name in ("L4", "S1"):
        reader.page.locator(f".roots [data-node='{name}']").click()
        reader.wait_for_panel(atlas.node(name).name)
    assert reader.page.evaluate("history.length") == before + 2
    reader.page.go_back()
    reader.wait_for_panel(atlas.node("L4").name)
    reader.page.go_back()
    reader.silent()
    reader.page.go_forward()
    reader.wait_for_panel(atlas.node("L4").name)
    wait_for_query(reader.page, {"select": "L4"})


def test_an_address_opens_in_its_state(reader, atlas) -> None:
    map_id = atlas.maps[1]
    reader.open(f"?select=S1&map={map_id}&layer=nerves&theme=dark")
    reader.wait_for_panel(atlas.node("S1").name)
    assert reader.highlighted("#figures .skin") == set(atlas.pathway("S1", map_id).territories)
    expect(reader.page.locator("#map")).to_have_value(map_id)
    expect(reader.page.locator("button[data-layer='nerves']")).to_have_attribute("aria-pressed", "true")
    expect(reader.page.locator("html")).to_have_attribute("data-theme", "dark")


def test_what_does_not_exist_is_named_and_dropped(reader) -> None:
    reader.open("?select=%3Cb%3Enonsense&map=mine&layer=bones&theme=pink")
    notice = reader.page.locator("#notice")
    expect(notice).to_be_visible()
    for value in ("<b>nonsense", "mine", "bones", "pink"):
        expect(notice).to_contain_text(value)
    wait_for_query(reader.page, {})
    reader.silent()
    reader.page.locator("#notice-close").click()
    expect(notice).to_be_hidden()


def test_a_choice_made_before_dash_is_ready_waits(reader, asking_the_server, atlas) -> None:
    held = reader.hold("**/_dash-layout")
    reader.page.goto(reader.address)
    reader.page.wait_for_selector("html[data-ready]")
    reader.page.locator(".roots [data-node='L5']").click()
    assert reader.highlighted("#figures")
    held.let_go()
    reader.wait_for_panel(atlas.node("L5").name)


def test_what_belongs_to_a_mode_leaves_the_address_with_it_and_comes_back_with_back(reader) -> None:
    page = reader.open("?mode=quiz&seed=3&n=2").page
    page.wait_for_selector("html[data-entered=quiz]")
    go_to_mode(page, "")
    page.wait_for_function("() => location.search === ''")
    page.go_back()
    page.wait_for_selector("#quiz .choices:visible, #quiz .instruction:visible")
    page.wait_for_url(lambda url: {"seed": "3", "n": "2"}.items() <= query_of(url).items())
    reader.open("?mode=apart&pair=L5,common_fibular")
    page.wait_for_selector("html[data-entered=apart]")
    go_to_mode(page, "conditions")
    page.wait_for_function("() => location.search === '?mode=conditions'")
    page.go_back()
    page.wait_for_function("() => new URLSearchParams(location.search).get('pair') === 'L5,common_fibular'")
    page.wait_for_selector("#figures .only-a", state="attached")


def test_the_layer_of_skin_stays_only_where_it_can_be_changed(reader) -> None:
    page = reader.open("?layer=nerves").page
    for mode in filter(None, MODES):
        page.evaluate("mode => document.querySelector(`.modes [data-mode='${mode}']`).click()", mode)
        page.wait_for_selector(f"html[data-entered={mode}]")
        page.wait_for_url(f"**mode={mode}**")
        if page.locator(VIEW).is_visible():
            unfold(page, VIEW)
        can_be_changed = page.locator("button[data-layer]").first.is_visible()
        assert ("layer=" in page.url) == can_be_changed, mode
        reader.painted()  # what the mode adds to the address is there
        page.go_back()
        page.wait_for_url(lambda url: "layer=nerves" in url and "mode=" not in url)


@pytest.mark.parametrize("query", ["?mode=lesion", "?mode=article", "?mode=conditions&select=sciatica"])
def test_layers_that_a_mode_adds_end_with_it(reader, query: str) -> None:
    page = reader.open(query).page
    page.wait_for_url("**show=nerves**")
    go_to_mode(page, "apart")
    page.wait_for_url(lambda url: "mode=apart" in url and "show=" not in url)
    expect(page.locator("main")).to_have_attribute("data-show", "")


def test_a_layer_chosen_before_a_mode_or_turned_off_in_it_stays_so(reader) -> None:
    page = reader.open("?show=bones").page

    def press_mode(mode: str) -> None:
        page.locator(f".modes [data-mode={mode}]").click()

    go_to_mode(page, "lesion")
    page.wait_for_url("**show=nerves,bones**")
    press_mode("apart")
    page.wait_for_url(lambda url: "show=bones&" in url)
    press_mode("lesion")
    page.wait_for_url("**show=nerves,bones**")
    unfold(page, VIEW)
    page.locator("button[data-show=nerves]").click()
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "show=bones&" in url)
    for mode in ("apart", "lesion"):
        press_mode(mode)
        page.wait_for_selector(f"html[data-entered={mode}]")
        page.wait_for_url(f"**mode={mode}**")
    reader.painted()
    assert "show=bones&" in page.url


@pytest.mark.parametrize(
    ("query", "value", "offer", "query_after"),
    [
        ("?select=tibial_nerv", "tibial_nerv", "tibial nerve", {"select": "tibial"}),
        ("?select=L55", "L55", "L5 nerve root", {"select": "L5"}),
        ("?mode=lesions", "lesions", "Lesion", None),
        ("?mode=lesion&lesion=tibial_nerv", "tibial_nerv", "tibial nerve", None),
        ("?map=keegann", "keegann", None, None),
        ("?mode=tours&tour=foot_drop", "foot_drop", None, None),
    ],
)
def test_what_does_not_exist_is_answered_with_the_nearest_names(reader, query, value, offer, query_after) -> None:
    reader.open(query)
    notice = reader.page.locator("#notice")
    offered = notice.locator("#notice-text button")
    expect(notice).to_contain_text(value)
    expect(notice).to_contain_text("Did you mean:")
    button = offered.filter(has_text=re.compile(f"^{re.escape(offer)}$", re.IGNORECASE)) if offer else offered
    expect(button.first).to_be_visible()
    wait_for_address(reader.page, lacks=value)  # it keeps nothing broken
    button.first.click()
    expect(notice).to_be_hidden()
    reader.page.wait_for_url(lambda url: "?" in url)
    if query_after:
        wait_for_query(reader.page, query_after)


@pytest.mark.parametrize("query", ["?select=zzz", "?mode=nope", "?mode=lesion&lesion=zzz", "?mode=tours&tour=zzz"])
def test_what_is_near_nothing_is_named_and_dropped(reader, query: str) -> None:
    value = query.rpartition("=")[2]
    reader.open(query)
    expect(reader.page.locator("#notice")).to_contain_text(f"“{value}”")
    reader.page.wait_for_url(lambda url: value not in url)


def test_upper_and_lower_case_are_the_same(reader, atlas) -> None:
    reader.open("?select=l5")
    reader.wait_for_panel(atlas.node("L5").name)
    wait_for_query(reader.page, {"select": "L5"})
    expect(reader.page.locator("#notice")).to_be_hidden()


def test_the_nearest_names_are_offered_in_the_language_of_the_page(reader) -> None:
    reader.page.goto(f"{reader.address.rstrip('/')}/de/?map=keegann")
    notice = reader.page.locator("#notice")
    expect(notice).to_contain_text("keegann")
    expect(notice.locator("#notice-text button").first).to_be_visible()
