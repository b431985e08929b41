"""A page for each condition: opened by click, key and address; its pathway lit, its lesion drawn, in order, in print."""

import pytest
from playwright.sync_api import expect

from tests.browser.access import THEMES, breaches
from tests.browser.test_lesion import ids_with_class
from tests.support.page_address import wait_for_address
from tests.support.page_menus import MENU, go_to_mode, unfold

LOST_AT_ONE = "tarsal_tunnel"
AT_SEVERAL = "sural_neuropathy"
NOWHERE = "dspn"
REFERRED = "somatic_referred_pain"


def opened(reader, id_: str = "", more: str = ""):
    """The page in the mode of conditions, with all its figures."""
    reader.open(f"?mode=conditions{f'&select={id_}' if id_ else ''}{more}")
    reader.page.wait_for_selector("html[data-entered=conditions]")
    reader.page.wait_for_selector("html[data-figures=all]")
    reader.page.wait_for_selector("#panel h2")
    return reader


def test_the_index_lists_all_in_groups_emergencies_first(reader, atlas) -> None:
    opened(reader)
    listed = reader.page.eval_on_selector_all("#panel .group .link", "all => all.map(one => one.dataset.node)")
    rows, groups = atlas.dataset["conditions"], atlas.dataset["condition_groups"]
    assert {*listed} == {*rows} and len(listed) == len(rows)
    orders = [groups[rows[id_].group].order for id_ in listed]
    assert orders == sorted(orders)
    assert reader.page.locator("#panel .conditions > li p").count() == len(rows)


@pytest.mark.parametrize("way", ["key", pytest.param("click", marks=pytest.mark.slow)])
def test_a_condition_chosen_in_exploring_opens_its_page(reader, atlas, way) -> None:
    reader.open("?select=S1").wait_for_panel(atlas.node("S1").name)
    reader.unfold()
    button = reader.page.locator(f"#panel .conditions [data-node='{AT_SEVERAL}']").first
    if way == "click":
        button.click()
    else:
        button.focus()
        reader.page.keyboard.press("Enter")
    reader.wait_for_panel(atlas.node(AT_SEVERAL).name)
    reader.page.wait_for_url(lambda url: "mode=conditions" in url and f"select={AT_SEVERAL}" in url)
    reader.page.go_back()
    reader.wait_for_panel(atlas.node("S1").name)
    reader.page.wait_for_url(lambda url: "mode=" not in url)


def test_an_old_address_leads_to_the_page_and_exploring_leads_out(reader, atlas) -> None:
    reader.open(f"?select={LOST_AT_ONE}").wait_for_panel(atlas.node(LOST_AT_ONE).name)
    reader.page.wait_for_url(lambda url: "mode=conditions" in url)
    nerve = atlas.dataset["segments"][
        atlas.dataset["sites"][atlas.dataset["conditions"][LOST_AT_ONE].sites[0]].on[0]
    ].nerve
    reader.unfold()
    reader.page.locator(f"#panel .where [data-node='{nerve}']").click()
    reader.wait_for_panel(atlas.node(nerve).name)
    wait_for_address(reader.page, lacks="mode=")
    assert not ids_with_class(reader, "lost")
    reader.page.go_back()
    reader.wait_for_panel(atlas.node(LOST_AT_ONE).name)
    go_to_mode(reader.page, "")
    reader.silent()


def test_the_lesion_is_that_of_the_queries_and_can_be_left_away(reader, atlas) -> None:
    opened(reader, AT_SEVERAL)
    reader.page.locator("#panel .where summary").click()  # what a reader opens stays open when the panel changes
    sites = atlas.dataset["conditions"][AT_SEVERAL].sites
    for site in sites:
        reader.page.locator(f"#panel [data-shown='{site}']").click()
        reader.page.wait_for_selector(f"#panel [data-shown='{site}'][aria-pressed=true]")
        found = atlas.lesion(site)
        skin = {*atlas.dataset["territories"]}
        assert (
            ids_with_class(reader, "lost") == {*found.lost} & skin
            and ids_with_class(reader, "reduced") == {*found.reduced} & skin
        )
        assert {*atlas.dataset["sites"][site].on} <= reader.highlighted("#graph")
        assert reader.page.locator("#figures .strike").count()
    reader.page.wait_for_url(lambda url: f"part={sites[-1]}" in url)
    reader.page.locator("#panel [data-shown=pathway]").click()
    reader.page.wait_for_url(lambda url: "part=pathway" in url)
    assert not ids_with_class(reader, "lost") and not reader.page.locator("#figures .strike").count()
    assert {*atlas.pathway(AT_SEVERAL).territories} <= reader.highlighted("#figures")


def test_a_condition_without_a_site_says_why_and_marks_where_it_is_felt(reader, atlas) -> None:
    row = atlas.dataset["conditions"][NOWHERE]
    opened(reader, NOWHERE)
    expect(reader.page.locator("#panel .where")).to_contain_text(row.unplaced)
    assert ids_with_class(reader, "felt") == {*row.lights}
    assert not reader.highlighted("#graph")


def test_referred_pain_is_drawn_by_its_origin_and_told_in_words(reader, atlas) -> None:
    opened(reader, REFERRED)
    assert not ids_with_class(reader, "felt")
    expect(reader.page.locator(".taken-legend .key-referred")).to_have_count(2)
    expect(reader.page.locator(".taken-legend .key-referred").first).to_be_visible()
    expect(reader.page.locator(".taken-legend .key-felt")).to_be_hidden()
    assert "upper_buttock" in ids_with_class(reader, "referred") and "groin" in ids_with_class(reader, "referred-faint")
    reader.page.locator("#panel .referred summary").click()
    expect(reader.page.locator("#panel .referred")).to_contain_text("53.3 % of 15 people")
    reader.page.locator("#panel [data-shown=multifidus]").click()
    reader.page.wait_for_selector("#panel [data-shown=multifidus][aria-pressed=true]")
    thigh = {"posterior_thigh", "anterior_thigh_upper", "anterior_thigh_lower"}
    assert ids_with_class(reader, "referred") == thigh and not ids_with_class(reader, "referred-faint")
    reader.page.wait_for_url(lambda url: "part=multifidus" in url)
    reader.page.locator("#panel [data-shown='']").click()
    reader.page.wait_for_url(lambda url: "part=" not in url)
    assert "upper_buttock" in ids_with_class(reader, "referred")


def test_red_flags_stand_ahead_of_the_facts_and_sections_follow_in_order(reader, atlas) -> None:
    row = atlas.dataset["conditions"][LOST_AT_ONE]
    opened(reader, LOST_AT_ONE)
    reader.unfold()
    panel = reader.page.locator("#panel").inner_text()
    places = [panel.index(text) for text in (row.red_flags, row.sensory, row.aggravating, row.tests, row.treatment)]
    assert places == sorted(places)
    expect(reader.page.locator("#flags")).to_be_visible()
    expect(reader.page.locator("#panel .brief-lead + .flags")).to_contain_text(row.red_flags)
    for cited in row.cites:
        expect(reader.page.locator("#panel .sources")).to_contain_text(atlas.dataset["sources"][cited.key].title)


def test_a_neighbour_leads_to_the_comparison_with_it(reader, atlas) -> None:
    opened(reader, LOST_AT_ONE)
    pair = next(pair for pair in atlas.pairs if LOST_AT_ONE in pair)
    reader.unfold()
    reader.page.locator(f"#panel .pairs [data-pair='{','.join(pair)}']").click()
    reader.page.wait_for_selector("html[data-entered=apart]")
    reader.page.wait_for_url(lambda url: f"pair={','.join(pair)}" in url)


def test_what_is_no_part_is_said_and_taken_back(reader) -> None:
    opened(reader, LOST_AT_ONE, "&part=nowhere")
    expect(reader.page.locator("#notice-text")).to_contain_text("nowhere")
    reader.page.wait_for_url(lambda url: "part=" not in url)


def test_one_leads_to_the_next(reader) -> None:
    opened(reader, LOST_AT_ONE)
    reader.page.locator("#panel .beside [data-node]").last.click()
    reader.page.wait_for_url(lambda url: f"select={LOST_AT_ONE}" not in url)
    reader.page.locator("#panel [data-all]").click()
    reader.page.wait_for_selector("#panel .group")


@pytest.mark.slow
def test_axe_finds_nothing(reader) -> None:
    opened(reader, AT_SEVERAL)
    assert breaches(reader.page, *THEMES) == []


def test_on_a_phone_nothing_is_wider_than_the_screen(reader) -> None:
    reader.page.set_viewport_size({"width": 390, "height": 844})
    for id_ in ("", AT_SEVERAL, NOWHERE):
        opened(reader, id_)
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(
    "id_", [AT_SEVERAL, *(pytest.param(id_, marks=pytest.mark.slow) for id_ in (LOST_AT_ONE, NOWHERE))]
)
def test_plain_words_stand_in_the_same_order(reader, atlas, id_) -> None:
    texts = {row.part: row.text for row in atlas.dataset["plain_text"].values() if row.of == id_}
    opened(reader, id_, "&voice=plain")
    row = atlas.dataset["conditions"][id_]
    expect(reader.page.locator("#panel h2")).to_have_text(row.plain)
    expect(reader.page.locator("#panel .head .synonyms")).to_contain_text(row.name)
    reader.unfold()
    panel = " ".join(reader.page.locator("#panel").inner_text().split())
    order = ["is", "flags", "where", "does", "worse", "better", "apart", "tests", "care"]
    places = [panel.index(texts[part].split(". ")[0][:40]) for part in order if part in texts]
    assert len(places) == len(texts) and places == sorted(places)
    unfold(reader.page, MENU)
    reader.page.locator("button[data-voice='']").click()
    expect(reader.page.locator("#panel")).to_contain_text(atlas.dataset["conditions"][id_].treatment)
