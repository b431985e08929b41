"""The short story: three taps from the first screen to a lit path, three sentences, emergency signs and a handout."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.access import THEMES, breaches
from tests.support.limbs import TINY

pytestmark = pytest.mark.slow

PHONE = {"width": 390, "height": 844}
PROJECTOR = {"width": 1024, "height": 768}
STORY = ".root-story"
SHOWN_STORY = f"{STORY} .sentences [data-story-of]:not([hidden])"
"""The story that is shown."""


def opened(reader, query: str = ""):
    """The page in the mode of the article, with all its figures, once the story stands there."""
    reader.open(f"?mode=article{query}")
    reader.page.wait_for_selector("html[data-entered=article]")
    reader.page.wait_for_selector("html[data-figures=all]")
    reader.page.wait_for_selector(STORY)
    return reader


def root_button(reader, root: str):
    return reader.page.locator(f"{STORY} button[data-story={root}]")


def lit_skin(reader) -> set[str]:
    """The skin that is highlighted in the figures on the plate."""
    found = reader.page.eval_on_selector_all(
        "#figures figure:not([hidden]) .skin [data-node].lit", "all => all.map(element => element.dataset.node)"
    )
    return set(found)


def expect_story(reader, atlas, root: str) -> None:
    """Expect the story of a root in the panel, and the skin that it names to be highlighted."""
    story = atlas.dataset.stories[root]
    expect(reader.page.locator(SHOWN_STORY)).to_have_count(1)
    for sentence in story.sentences:
        expect(reader.page.locator(SHOWN_STORY)).to_contain_text(sentence)
    expect(root_button(reader, root)).to_have_attribute("aria-pressed", "true")
    expect(reader.page.locator(f"{STORY} [aria-pressed=true]")).to_have_count(1)
    skin = f"#figures figure:not([hidden]) .skin [data-node={story.skin[0]}].lit"
    expect(reader.page.locator(skin).first).to_be_attached(timeout=30_000)
    assert lit_skin(reader) <= set(atlas.pathway(root).territories)


def test_three_taps_lead_from_the_first_screen_to_the_handout(reader, atlas) -> None:
    page = reader.open("").page
    page.evaluate("() => { window.print = () => void document.body.classList.add('printed'); }")
    page.locator(".starter.story").click()
    page.wait_for_selector("html[data-figures=all]")
    root_button(reader, "L5").click()
    expect_story(reader, atlas, "L5")
    expect(page.locator("#figures .pulse").first).to_be_attached(timeout=30_000)
    expect(page.locator(f"{STORY} .flags summary")).to_have_text(atlas.strings["article.story.emergency"])
    page.locator(f"{STORY} .flags summary").click()
    expect(page.locator(f"{STORY} .flags p")).to_have_text(atlas.strings["page.emergency"])
    expect(page.locator(f"{SHOWN_STORY} .cites")).to_have_count(1)
    expect(page).to_have_url(re.compile("mode=article.*select=L5"))
    page.locator(f"{STORY} .handout").click()
    page.wait_for_selector("body.printed")


@pytest.mark.parametrize("query", ["", "&voice=plain", "&side=left"])
def test_an_address_opens_its_story_and_another_tap_changes_it(reader, atlas, query) -> None:
    opened(reader, f"&select=L4{query}")
    expect_story(reader, atlas, "L4")
    root_button(reader, "S1").click()
    expect_story(reader, atlas, "S1")
    reader.page.go_back()
    expect_story(reader, atlas, "L4")
    root_button(reader, "L4").click()
    expect(reader.page.locator(SHOWN_STORY)).to_have_count(0)
    expect(reader.page.locator(f"{STORY} .handout")).to_be_hidden()


def test_a_root_of_the_figures_tells_its_story_and_a_passage_ends_it(reader, atlas) -> None:
    first = next(iter(atlas.dataset.article))
    page = opened(reader).page
    page.locator(".roots [data-node=S1]").click()
    expect_story(reader, atlas, "S1")
    page.locator("#article-tools .next").click()
    expect(page.locator(".passage.now")).to_have_attribute("data-passage", first)
    expect(page).to_have_url(re.compile(f"part={first}"))
    expect(page.locator(SHOWN_STORY)).to_have_count(0)
    page.wait_for_url(lambda url: "select=" not in url)


def test_the_keyboard_reaches_the_roots_and_escape_closes_the_story(reader, atlas) -> None:
    page = opened(reader).page
    root_button(reader, "L4").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect_story(reader, atlas, "L5")
    expect(root_button(reader, "L5")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(SHOWN_STORY)).to_have_count(0)
    assert page.locator(f"{STORY} .sentences").get_attribute("aria-live") == "polite"


def test_without_motion_the_steps_are_numbered(reader, atlas) -> None:
    reader.page.emulate_media(reduced_motion="reduce")
    opened(reader)
    root_button(reader, "L5").click()
    expect_story(reader, atlas, "L5")
    expect(reader.page.locator("#figures .order text").first).to_be_attached(timeout=30_000)
    assert not reader.page.locator("#figures .pulse:not(.order)").count()


@pytest.mark.parametrize("voice", ["", "&voice=plain"])
def test_on_a_phone_the_story_stands_below_the_figures(reader, atlas, voice) -> None:
    reader.page.set_viewport_size(PHONE)
    page = opened(reader, voice).page
    root_button(reader, "L5").click()
    expect_story(reader, atlas, "L5")
    expect(page.locator(f"{SHOWN_STORY} p").nth(2)).to_be_in_viewport(ratio=1)
    page.wait_for_timeout(300)
    held, tabs = (page.locator(at).bounding_box() for at in ("#stage", ".destinations"))
    for part in (root_button(reader, "L5"), page.locator(f"{SHOWN_STORY} p").nth(2)):
        box = part.bounding_box()
        assert held["y"] + held["height"] <= box["y"]
        assert box["y"] + box["height"] <= tabs["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", [(820, 1180), (768, 1024)], ids=str)
def test_on_an_upright_tablet_a_large_body_stands_above_the_whole_story(reader, atlas, size) -> None:
    reader.page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    page = opened(reader).page
    root_button(reader, "L5").click()
    expect_story(reader, atlas, "L5")
    page.wait_for_timeout(300)
    held, tabs = (page.locator(at).bounding_box() for at in ("#stage", ".destinations"))
    for part in (root_button(reader, "L5"), page.locator(f"{STORY} .handout")):
        box = part.bounding_box()
        assert held["y"] + held["height"] <= box["y"]
        assert box["y"] + box["height"] <= tabs["y"]
    body = page.locator("#figure-leg_anterior svg.view").bounding_box()
    assert body["x"] <= 0.31 * size[0]  # what is free beside the body, where the insets stand


def test_on_a_projector_the_story_stands_alone(reader, atlas) -> None:
    reader.page.set_viewport_size(PROJECTOR)
    page = opened(reader, "&theme=projector&select=L5").page
    expect_story(reader, atlas, "L5")
    for at in range(3):
        expect(page.locator(f"{SHOWN_STORY} p").nth(at)).to_be_in_viewport(ratio=1)
    assert not page.locator(".passage:visible").count()


def test_paper_has_the_story_and_not_the_article(reader, atlas) -> None:
    page = opened(reader, "&select=L5").page
    expect_story(reader, atlas, "L5")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for sentence in atlas.dataset.stories["L5"].sentences:
        assert page.get_by_text(sentence, exact=True).is_visible()
    assert page.locator(".flags:visible").count() == 1
    assert page.locator("#figures figure:visible").count()
    assert not page.locator(".passage:visible, #panel .sources:visible, .root-story button.act:visible").count()


def test_axe_finds_nothing(reader, atlas) -> None:
    opened(reader, "&select=L5")
    expect_story(reader, atlas, "L5")
    assert breaches(reader.page, *THEMES) == []


def test_another_limb_tells_its_own_story(reader_of) -> None:
    reader = opened(reader_of(TINY))
    root_button(reader, "K1").click()
    expect(reader.page.locator(SHOWN_STORY)).to_contain_text("A ring can press on the root K1.")
