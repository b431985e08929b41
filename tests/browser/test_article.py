"""The article is walked by button and by key; each passage lights what it says; an address opens at its passage."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.access import THEMES, breaches
from tests.support.limbs import TINY
from tests.support.page_menus import go_to_mode

pytestmark = pytest.mark.slow

LIGHTS = ".lit, .lost, .reduced, .at-times, .both, .only-a, .only-b"
PHONE = {"width": 390, "height": 844}
SMALL = {"width": 320, "height": 640}


def opened(reader, query: str = ""):
    """The page in the mode of the article, with all its figures, once the text stands there."""
    reader.open(f"?mode=article{query}")
    reader.page.wait_for_selector("html[data-entered=article]")
    reader.page.wait_for_selector("html[data-figures=all]")
    reader.page.wait_for_selector(".passage.now")
    return reader


def now(reader) -> str:
    """The passage that is being read."""
    return reader.page.locator(".passage.now").get_attribute("data-passage")


def wait_for(reader, id_: str) -> None:
    expect(reader.page.locator(".passage.now")).to_have_attribute("data-passage", id_, timeout=30_000)


def highlighted_count(reader) -> int:
    """How many things are marked in the figures on the plate and in the graph."""
    return reader.page.evaluate(
        """lights => [...document.querySelectorAll(`#figures figure:not([hidden]) :is(${lights}), #graph :is(${lights})`)]
          .filter(element => element.dataset.node).length""",
        LIGHTS,
    )


@pytest.mark.slow
def test_keys_walk_through_every_passage_and_each_lights_what_it_says(reader, atlas) -> None:
    passages = list(atlas.dataset["article"].values())
    opened(reader)
    reader.page.locator("#article-tools .next").focus()
    for passage in passages:
        wait_for(reader, passage.id)
        assert bool(highlighted_count(reader)) == bool(passage.highlighted), passage.id
        expect(reader.page.locator("#status")).to_contain_text(passage.title)
        reader.page.keyboard.press("ArrowRight")
    assert now(reader) == passages[-1].id
    expect(reader.page.locator("#article-tools .next")).to_be_disabled()


def test_arrow_keys_in_the_text_take_the_focus_along(reader, atlas) -> None:
    first, second, *_ = atlas.dataset["article"]
    opened(reader, f"&part={first}")
    reader.page.locator(f"[data-passage='{first}']").focus()
    reader.page.keyboard.press("ArrowRight")
    wait_for(reader, second)
    assert reader.page.evaluate("document.activeElement.dataset.passage") == second
    reader.page.keyboard.press("ArrowLeft")
    wait_for(reader, first)


@pytest.mark.parametrize("kind", ["select", "lesion", "pair"])
def test_an_address_opened_fresh_shows_its_passage_with_its_light(reader, atlas, kind) -> None:
    passage = [one for one in atlas.dataset["article"].values() if getattr(one, kind)][-1]
    opened(reader, f"&part={passage.id}")
    wait_for(reader, passage.id)
    page = reader.page
    assert page.locator("main").get_attribute("data-struck") == ("" if kind == "select" else kind)
    assert highlighted_count(reader)
    if passage.plate:
        expect(page.locator(f"button[data-plate='{passage.plate}']")).to_have_attribute("aria-pressed", "true")
    card = page.locator(f"[data-passage='{passage.id}']")
    expect(card.locator("h4")).to_be_in_viewport()
    expect(card.locator(".show-it")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("scrollY") == 0


def test_lesions_are_those_of_the_queries(reader, atlas) -> None:
    passage = next(one for one in atlas.dataset["article"].values() if one.lesion)
    found = atlas.lesion(passage.lesion)
    opened(reader, f"&part={passage.id}")
    lost = reader.page.eval_on_selector_all(
        "#figures .skin [data-node].lost", "all => all.map(element => element.dataset.node)"
    )
    assert set(lost) == {*found.lost} & {*atlas.dataset["territories"]}


def test_a_button_shows_its_passage(reader, atlas) -> None:
    last = list(atlas.dataset["article"])[-1]
    opened(reader)
    reader.page.locator(f".show-it[data-part='{last}']").click()
    wait_for(reader, last)
    expect(reader.page).to_have_url(re.compile(f"part={last}"))


def test_back_returns_to_the_passage_before(reader, atlas) -> None:
    first, second, *_ = atlas.dataset["article"]
    opened(reader, f"&part={first}")
    reader.page.locator("#article-tools .next").click()
    wait_for(reader, second)
    expect(reader.page).to_have_url(re.compile(f"part={second}"))
    reader.page.go_back()
    wait_for(reader, first)
    assert highlighted_count(reader)


def test_reading_on_lights_what_is_read_and_moves_nothing(reader, atlas) -> None:
    opened(reader)
    reader.page.wait_for_timeout(700)
    third = list(atlas.dataset["article"])[2]
    told = reader.page.locator("#told")
    told.evaluate(
        """(told, id) => {
          const passage = told.querySelector(`[data-passage="${id}"]`);
          told.scrollTop += passage.getBoundingClientRect().top - told.getBoundingClientRect().top - 4;
        }""",
        third,
    )
    at = told.evaluate("told => told.scrollTop")
    wait_for(reader, third)
    assert told.evaluate("told => told.scrollTop") == at
    assert highlighted_count(reader)


def test_contents_lead_to_each_section(reader, atlas) -> None:
    opened(reader)
    openers = [one.id for one in atlas.dataset["article"].values() if one.heading]
    buttons = reader.page.locator(".contents button")
    assert [button.get_attribute("data-part") for button in buttons.all()] == openers
    buttons.last.click()
    wait_for(reader, openers[-1])


def test_the_plain_voice_says_the_plain_words_at_the_same_passage(reader, atlas) -> None:
    passage = list(atlas.dataset["article"].values())[4]
    opened(reader, f"&part={passage.id}&voice=plain")
    wait_for(reader, passage.id)
    prose = reader.page.locator(f"[data-passage='{passage.id}'] .prose")
    expect(prose).to_have_text(passage.plain)
    expect(prose).to_be_in_viewport()


def test_a_choice_in_the_figures_shows_its_pathway_and_escape_the_passage(reader, atlas) -> None:
    passage = next(one for one in atlas.dataset["article"].values() if one.lesion)
    opened(reader, f"&part={passage.id}")
    root = next(
        iter(
            atlas.dataset["roots"][one].id
            for one in atlas.dataset["roots"]
            if atlas.dataset["roots"][one].scope == "core"
        )
    )
    reader.page.locator(f".roots [data-node='{root}']").click()
    reader.page.wait_for_selector(f"#graph [data-node='{root}'].lit")
    assert now(reader) == passage.id
    reader.page.keyboard.press("Escape")
    reader.page.wait_for_selector("main[data-struck=lesion]")
    assert not reader.highlighted("#figures")


def test_every_claim_tells_its_verdict_in_words_and_why(reader, atlas) -> None:
    opened(reader)
    for claim in atlas.dataset["article_claims"].values():
        number = atlas.strings["article.claim"].format(number=claim.number)
        fold = reader.page.locator(".claim", has=reader.page.get_by_text(number, exact=True)).first
        expect(fold.locator("summary")).to_contain_text(atlas.strings[f"article.verdict.{claim.verdict}"])
        fold.locator("summary").click()
        expect(fold).to_contain_text(claim.why)


def test_an_unknown_passage_is_said_and_the_first_is_shown(reader, atlas) -> None:
    opened(reader, "&part=nowhere")
    expect(reader.page.locator("#notice-text")).to_contain_text("nowhere")
    wait_for(reader, next(iter(atlas.dataset["article"])))
    reader.page.wait_for_url(lambda url: "part=" not in url)


def test_leaving_takes_every_mark_off(reader, atlas) -> None:
    passage = next(one for one in atlas.dataset["article"].values() if one.pair)
    opened(reader, f"&part={passage.id}")
    go_to_mode(reader.page, "")
    reader.silent()
    assert not highlighted_count(reader)
    assert not reader.page.locator("#figures .strike").count()


@pytest.mark.parametrize("size", [PHONE, SMALL], ids=["390", "320"])
def test_on_a_phone_the_figures_stay_in_sight_and_nothing_runs_over(reader, atlas, size) -> None:
    reader.page.set_viewport_size(size)
    last = list(atlas.dataset["article"])[-1]
    opened(reader, f"&part={last}")
    wait_for(reader, last)
    page = reader.page
    page.wait_for_function("() => scrollY > 500")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    top, title = (page.locator(at).bounding_box() for at in ("#figures", f"[data-passage='{last}'] h4"))
    assert 0 <= top["y"] < 20
    tools = page.locator("#article-tools").bounding_box()
    assert top["y"] + top["height"] <= tools["y"] + 40
    assert tools["y"] + tools["height"] <= title["y"] < size["height"]


def test_paper_holds_the_whole_article_with_its_sources(reader, atlas) -> None:
    opened(reader)
    page = reader.page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for passage in atlas.dataset["article"].values():
        assert page.locator(f"[data-passage='{passage.id}'] .prose").is_visible()
    assert page.locator(".flags:visible").count() == 1
    above = page.locator(".flags:visible").bounding_box()["y"]
    assert above < page.locator(".passage").first.bounding_box()["y"]
    assert page.locator("#panel .sources li").first.is_visible()
    assert page.locator(".claim p").first.is_visible()
    assert not page.locator("#article-tools").is_visible()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["select", "pair"])
def test_axe_finds_nothing(reader, atlas, kind) -> None:
    passage = next(one for one in reversed(atlas.dataset["article"].values()) if getattr(one, kind))
    opened(reader, f"&part={passage.id}")
    wait_for(reader, passage.id)
    assert breaches(reader.page, *THEMES) == []


def test_another_limb_has_its_own_article(reader_of) -> None:
    reader = opened(reader_of(TINY))
    assert highlighted_count(reader)
    reader.page.locator("#article-tools .next").click()
    wait_for(reader, "tight")
    assert reader.page.locator("#graph [data-node='tip_skin'].lost").count()
    expect(reader.page.locator(".correction")).to_contain_text("What left above it is spared.")
