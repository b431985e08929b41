"""What a statement rests on: opened by pointer and by key, closed by Escape; and the page of all sources."""

import pytest
from playwright.sync_api import expect

from atlas.dataset.claim_text import claim_key, claim_text
from atlas.dataset.source_names import short_citation
from tests.browser.access import THEMES, breaches
from tests.browser.conftest import DISK

pytestmark = pytest.mark.slow

MUSCLE = "tibialis_anterior"


def opened(reader, row, within: str = "#panel"):
    """The dialog of a row, opened by key from the button that cites its sources."""
    button = reader.page.locator(f'{within} button.cites[data-claim="{claim_key(row)}"]').first
    button.focus()
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_selector("#claim[open]")
    return reader.page.locator("#claim")


def test_a_citation_opens_by_key_and_escape_gives_the_focus_back(reader, atlas) -> None:
    row = atlas.dataset["muscles"][MUSCLE]
    reader.open(f"?select={MUSCLE}").wait_for_panel(row.name)
    dialog = opened(reader, row)
    expect(dialog.locator("h2")).to_be_focused()
    for cited in row.cites:
        source = atlas.dataset["sources"][cited.key]
        expect(dialog).to_contain_text(source.title)
        expect(dialog).to_contain_text(atlas.strings[f"access.{cited.reading}.title"])
    expect(dialog).to_contain_text(f"data/anatomy/muscles.csv: {MUSCLE}")
    expect(dialog).to_contain_text(atlas.edition["version"])
    reader.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert reader.page.evaluate("document.activeElement.dataset.claim") == claim_key(row)
    assert reader.heading() == row.name and f"select={MUSCLE}" in reader.page.url, "Escape was meant for the dialog"


def test_rival_rows_are_named_and_lead_on(reader, atlas) -> None:
    rival = next(row for row in atlas.dataset["rival_roots"].values() if row.target in atlas.dataset["muscles"])
    one = atlas.dataset["muscles"][rival.target]
    reader.open(f"?select={one.id}").wait_for_panel(one.name)
    dialog = opened(reader, one)
    dialog.locator(f'[data-claim="{claim_key(rival)}"]').click()
    expect(dialog.locator("h2")).to_have_text(claim_text(atlas.dataset, rival))


def test_a_column_that_was_not_checked_opens_at_that_column(reader, atlas) -> None:
    row = atlas.dataset["muscles"][MUSCLE]
    column = next(name for name in row.unchecked if getattr(row, name, ""))
    reader.open(f"?select={MUSCLE}").wait_for_panel(row.name)
    reader.page.locator(f'#panel button[data-column="{column}"]').first.click()
    reader.page.wait_for_selector("#claim[open]")
    asked = reader.page.locator("#claim .asked")
    expect(asked).to_be_visible()
    expect(asked).to_contain_text(getattr(row, column))


def test_an_error_is_reported_with_the_row_and_the_version_and_nothing_else(reader, atlas) -> None:
    row = atlas.dataset["muscles"][MUSCLE]
    reader.open(f"?select={MUSCLE}").wait_for_panel(row.name)
    dialog = opened(reader, row)
    address = dialog.locator("a.report").get_attribute("href")
    told = reader.page.evaluate("address => Object.fromEntries(new URL(address).searchParams)", address)
    assert {*told} == {"subject", "body"}
    assert f"data/anatomy/muscles.csv: {MUSCLE}" in told["subject"]
    assert (
        atlas.edition["version"] in told["body"]
        and claim_text(atlas.dataset, row) in told["body"]
        and row.action in told["body"]
    )


def test_a_name_in_the_dialog_is_looked_at_and_a_source_has_its_page(reader, atlas) -> None:
    row = next(row for row in atlas.dataset["innervation"].values() if row.target == MUSCLE)
    reader.open(f"?select={MUSCLE}").wait_for_panel(atlas.node(MUSCLE).name)
    dialog = opened(reader, row)
    dialog.locator(f"[data-node='{row.branch}']").first.click()
    reader.wait_for_panel(atlas.node(row.branch).name)
    expect(dialog).to_be_hidden()
    reader.page.go_back()
    reader.wait_for_panel(atlas.node(MUSCLE).name)
    source = row.cites[0].key
    opened(reader, row).locator(f"[data-source='{source}']").click()
    reader.wait_for_panel(atlas.dataset["sources"][source].title)
    reader.page.wait_for_url(lambda url: "mode=sources" in url and f"part={source}" in url)


def listed(reader):
    reader.open("?mode=sources")
    reader.page.wait_for_selector("html[data-entered=sources]")
    reader.page.wait_for_selector("#panel .sources.listed [data-source]")
    return reader


def shown(reader) -> list[str]:
    return reader.page.eval_on_selector_all("#panel [data-source]", "all => all.map(one => one.dataset.source)")


def test_all_sources_are_listed_searched_and_sorted_by_how_they_were_read(reader, atlas) -> None:
    listed(reader)
    sources = atlas.dataset["sources"]
    assert shown(reader) == [*sources]
    one = next(source for source in sources.values() if source.year and len(source.title.split()) > 4)
    reader.page.locator("#source-search").fill(f"{one.title[:25].upper()} {one.year}")
    reader.page.wait_for_function("n => document.querySelectorAll('#panel [data-source]').length < n", arg=len(sources))
    assert one.id in shown(reader)
    reader.page.locator("#source-search").fill("no source has these words")
    expect(reader.page.locator("#panel")).to_contain_text(atlas.strings["sources.none"])
    reader.page.locator("#source-search").fill("")
    reader.page.locator(".source-tools .ways button").nth(1).click()
    read = [source.id for source in sources.values() if source.access == "whole"]
    reader.page.wait_for_function("n => document.querySelectorAll('#panel [data-source]').length === n", arg=len(read))
    assert shown(reader) == read


def test_a_source_tells_all_that_rests_on_it(reader, atlas) -> None:
    key = max(
        atlas.dataset["sources"],
        key=lambda key: sum(key in {c.key for c in row.cites} for row in atlas.dataset["innervation"].values()),
    )
    reader.open(f"?mode=sources&part={key}").wait_for_panel(atlas.dataset["sources"][key].title)
    resting = {
        claim_key(row) for row in atlas.dataset["innervation"].values() if key in {cited.key for cited in row.cites}
    }
    told = set(
        reader.page.eval_on_selector_all("#panel .rests [data-claim]", "all => all.map(one => one.dataset.claim)")
    )
    assert resting and {one for one in told if one.startswith("innervation:")} == resting
    reader.page.locator("#panel [data-all]").click()
    reader.page.wait_for_selector("#panel .sources.listed")
    reader.page.wait_for_url(lambda url: "part=" not in url)


def test_an_unknown_source_is_said_and_taken_back(reader) -> None:
    reader.open("?mode=sources&part=nobody")
    expect(reader.page.locator("#notice-text")).to_contain_text("nobody")
    reader.page.wait_for_url(lambda url: "part=" not in url)


def test_the_files_can_be_saved(reader, atlas) -> None:
    if DISK:
        pytest.skip("of files on a disk, browsers open what they can show instead of saving it")
    listed(reader)
    for link in reader.page.locator(".source-tools .file").all():
        with reader.page.expect_download() as saved:
            link.click()
        assert atlas.edition["version"] in saved.value.suggested_filename


def test_the_foot_names_the_version_and_leads_to_the_sources(reader, atlas) -> None:
    reader.open()
    foot = reader.page.locator("body > footer")
    expect(foot).to_contain_text(atlas.edition["version"])
    foot.locator("[data-mode=sources]").click()
    reader.page.wait_for_selector("html[data-entered=sources]")


@pytest.mark.slow
def test_axe_finds_nothing(reader, atlas) -> None:
    reader.open("?mode=sources")
    reader.page.wait_for_selector("#panel .sources.listed")
    assert breaches(reader.page) == []
    source = atlas.dataset["muscles"][MUSCLE].cites[0].key
    reader.open(f"?mode=sources&part={source}").wait_for_panel(atlas.dataset["sources"][source].title)
    fact = reader.page.locator(f'[data-claim="muscles:{MUSCLE}"]')
    if not fact.is_visible():
        reader.page.locator("#panel .rests details", has=fact).locator("summary").click()
    assert breaches(reader.page, *THEMES) == []
    fact.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#claim .sources")).to_be_visible()
    assert breaches(reader.page, *THEMES, within="#claim") == []


def test_on_a_phone_nothing_is_wider_than_the_screen_and_targets_are_large(reader, atlas) -> None:
    reader.page.set_viewport_size({"width": 390, "height": 844})
    listed(reader)
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390
    heights = reader.page.eval_on_selector_all(
        ".source-tools :is(button, input, .file)", "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert heights and min(heights) >= 44
    short = short_citation(next(iter(atlas.dataset["sources"].values())))
    reader.page.locator("#panel [data-source]", has_text=short).first.click()
    reader.page.wait_for_selector("#panel .source-facts")
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390
