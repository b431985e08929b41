"""Two voices on the page: the switch, hard words explained, red flags ahead with the number to call, and paper."""

import unicodedata

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from atlas.web.layout.leads import lead
from tests.browser.access import THEMES, breaches
from tests.browser.conftest import opening
from tests.support.limbs import TINY
from tests.support.page_menus import MENU, unfold

CHOSEN = "sural"
PHONE = {"width": 390, "height": 844}


def opened(reader, more: str = "", id_: str = CHOSEN):
    reader.open(f"?select={id_}{more}")
    reader.page.wait_for_selector("#panel .in-plain-words" if "plain" in more else "#panel h2")
    return reader.page


def first_flag(atlas):
    return min(atlas.dataset["red_flags"].values(), key=lambda flag: flag.order)


@pytest.mark.parametrize("size", [None, pytest.param(PHONE, marks=pytest.mark.slow)], ids=["laptop", "phone"])
def test_the_voice_changes_by_a_button_and_lands_in_the_address(reader, atlas, size) -> None:
    if size:
        reader.page.set_viewport_size(size)
    page = opened(reader)
    expect(page.locator("#flags")).to_be_hidden()
    unfold(page, MENU)
    plain, clinical = page.locator("button[data-voice='plain']"), page.locator("button[data-voice='']")
    assert plain.is_visible() and plain.bounding_box()["height"] >= 44
    plain.click()
    expect(page.locator("#panel .in-plain-words")).to_contain_text(atlas.dataset["plain_text"][CHOSEN, "is"].text)
    page.wait_for_url(lambda url: "voice=plain" in url)
    assert [plain.get_attribute("aria-pressed"), clinical.get_attribute("aria-pressed")] == ["true", "false"]
    page.reload()
    expect(page.locator("#panel .in-plain-words")).to_contain_text(atlas.dataset["plain_text"][CHOSEN, "is"].text)
    unfold(page, MENU)
    clinical.click()
    expect(page.locator("#panel .in-plain-words")).to_have_count(0)
    page.wait_for_url(lambda url: "voice=" not in url)


def test_a_stretch_of_a_nerve_is_told_by_the_words_of_its_nerve(reader, atlas) -> None:
    segment = next(row.id for row in atlas.dataset["segments"].values() if row.nerve == CHOSEN and row.id != CHOSEN)
    page = opened(reader, "&voice=plain", segment)
    expect(page.locator("#panel .in-plain-words")).to_contain_text(atlas.dataset["plain_text"][CHOSEN, "is"].text)


def test_what_nobody_has_told_in_plain_words_says_so_and_stands_in_those_of_the_field(reader_of, atlas, tiny) -> None:
    page = opened(reader_of(TINY), "&voice=plain", "K2")
    expect(page.locator("#panel .in-plain-words .remark")).to_have_text(atlas.strings["voice.missing"])
    expect(page.locator("#panel .brief-lead")).to_have_text(lead(tiny, "K2"))


@pytest.mark.parametrize("query", ["?voice=plain", f"?select={CHOSEN}&voice=plain", "?mode=lesion&voice=plain"])
def test_red_flags_stand_ahead_of_what_is_told(reader, atlas, query) -> None:
    page = reader.open(query).page
    flags = page.locator("#flags")
    expect(flags).to_contain_text(first_flag(atlas).plain)
    for size in (page.viewport_size, PHONE):
        reader.resize(**size)
        assert flags.bounding_box()["y"] < page.locator("#told").bounding_box()["y"], size


def opened_in(context, served):
    page = context.new_page()
    page.goto(opening(served, "?voice=plain"))
    page.wait_for_selector("html[data-ready]")
    return page


def number_said(page):
    return page.locator("#flags .call .emergency-number")


@pytest.mark.parametrize(
    ("locale", "zone", "region"),
    [
        # each case of the rule is in tests/js/emergency-number.test.js
        ("en-GB", "Europe/London", "GB"),
        ("en-US", "Europe/Copenhagen", None),
    ],
)
def test_the_number_to_call_is_that_of_the_country_of_both_language_and_clock(
    browser, served, atlas, locale, zone, region
) -> None:
    context = browser.new_context(locale=locale, timezone_id=zone)
    numbers = atlas.dataset["emergency"]
    said = " or ".join(numbers[region].number) if region else atlas.strings["flags.number"]
    page = opened_in(context, served)
    expect(number_said(page)).to_have_text(said)
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    context.close()


def test_the_country_that_the_reader_chose_stays_in_the_browser_and_out_of_the_address(browser, served, atlas) -> None:
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London")
    for country, said in (("NZ", atlas.dataset["emergency"]["NZ"].number[0]), ("", atlas.strings["flags.number"])):
        page = opened_in(context, served)
        page.locator("#flags summary").click()
        address = page.url
        page.locator("#country").select_option(country)
        expect(number_said(page)).to_have_text(said)
        assert page.url == address
        again = opened_in(context, served)
        expect(number_said(again)).to_have_text(said)
        assert again.evaluate("localStorage.length") == 1
    context.close()


def test_a_hard_word_carries_its_meaning_by_key_and_pointer(reader, atlas) -> None:
    page = opened(reader, "&voice=plain")
    page.wait_for_load_state("networkidle")  # the panel is drawn once more when the last feature has loaded
    word = page.locator("#panel .gloss").first
    meanings = {form.lower(): row.meaning for row in atlas.dataset["glossary"].values() for form in row.forms}
    tip = page.locator(".gloss-tip[role=status]")
    # The status line may cover the word, and scrolling closes the tip.
    word.evaluate("element => element.scrollIntoView({ block: 'center' })")
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )  # it has scrolled
    for open_ in (lambda: page.keyboard.press("Enter"), word.click):
        word.focus()
        open_()
        expect(tip).to_have_text(meanings[word.inner_text().lower()])
        expect(word).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(tip).to_be_hidden()
        expect(word).to_be_focused()
        page.wait_for_url(lambda url: f"select={CHOSEN}" in url)


@pytest.mark.parametrize("voice", [pytest.param("", marks=pytest.mark.slow), "plain"])
def test_paper_has_the_red_flags_and_the_purpose_on_each_sheet_of_the_plain_voice(reader, atlas, tmp_path, voice):
    page = opened(reader, f"&voice={voice}" if voice else "")
    page.wait_for_selector("link[href*=paper]", state="attached")
    page.wait_for_load_state("networkidle")
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    pages = [sheet.extract_text() for sheet in PdfReader(tmp_path / "page.pdf").pages]
    sheets = [" ".join(unicodedata.normalize("NFKC", text).split()) for text in pages]  # without ligatures
    assert len(sheets) > 1
    first = first_flag(atlas)
    for text in (first.plain if voice else first.text, atlas.strings["page.purpose"]):
        assert all(text in sheet for sheet in sheets) if voice else any(text in sheet for sheet in sheets)
    for flag in atlas.dataset["red_flags"].values():
        text = first.text if flag == first and not voice else flag.plain
        assert any(text.split(". ")[0] in sheet for sheet in sheets)


@pytest.mark.slow
@pytest.mark.parametrize("size", [None, PHONE])
def test_axe_finds_nothing(reader, size) -> None:
    if size:
        reader.page.set_viewport_size(size)
    page = opened(reader, "&voice=plain")
    page.locator("#flags summary").click()
    page.locator("#panel .gloss").first.click()
    assert breaches(page, *THEMES) == []
