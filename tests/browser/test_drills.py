"""The drills: a dermatome is painted and compared, and a plexus is built step by step, all by keyboard."""

import pytest
from playwright.sync_api import expect

from atlas.reasoning.drills.build_steps import Builds
from tests.browser.access import THEMES, breaches

BOARD = ".chart-board:not([hidden])"


def opened(reader, part: str, wait: str):
    """The page in this mode at a place, once it is there."""
    page = reader.open(f"?mode=drills&part={part}&seed=a").page
    page.wait_for_selector(f"#drills {wait}")
    return page


def test_a_painted_patch_is_judged_and_back_returns_to_the_drawing(reader, atlas) -> None:
    page = opened(reader, "paint:L5", "h2")
    words = atlas.strings
    shin, thigh = (atlas.dataset.territories[id_].name for id_ in ("anterior_shin", "anterior_thigh_lower"))
    for name in (shin, thigh):
        patch = page.locator(f"{BOARD} [data-chart=front] [data-place][aria-label^='{name}']").first
        patch.focus()
        page.keyboard.press("Enter")
        assert patch.get_attribute("aria-pressed") == "true"
    page.keyboard.press("a")
    page.wait_for_selector("#drills .drill-score")
    assert shin in page.locator("#drills .drill-patches.right").inner_text()
    assert thigh in page.locator("#drills .drill-patches.wrong").inner_text()
    assert words["drills.paint.is.wrong"] in patch.get_attribute("aria-label")
    assert page.locator("#drills .drill-fits li").count() > 3
    page.go_back()
    page.wait_for_selector("#drills .drill-score", state="detached")
    assert patch.get_attribute("aria-pressed") == "true"


def test_a_plexus_is_built_by_keys(reader, atlas) -> None:
    page = opened(reader, "build:femoral", ".choice")
    steps = Builds(atlas.nerve_graph).steps("femoral")
    for n, step in enumerate(steps):
        page.wait_for_selector("#drills .choice:enabled")
        texts = page.locator("#drills .choice > span").all_inner_texts()
        right = ", ".join(step.right) if step.kind == "join" else atlas.node(step.right[0]).name
        page.keyboard.press(str(texts.index(right) + 1))
        page.wait_for_selector("#drills .verdict-said.good")
        for root in (row for row in step.right if row in atlas.dataset.roots):
            # the figure of the spine, which has the roots, may arrive after the question
            expect(page.locator(f"#figures [data-node='{root}'].lit").first).to_be_attached()
        page.keyboard.press("n")
        page.wait_for_function(f"() => new URLSearchParams(location.search).get('part') === 'build:femoral:{n + 2}'")
    page.wait_for_selector("#drills .drill-run")
    assert page.locator("#drills .drill-run .good").count() == len(steps)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("part", "wait"),
    [
        ("", "h2"),
        ("paint:L5", "h2"),
        ("paint:L5:answer", "h3"),
        ("build:tibial:3", ".choice"),
        ("build:tibial:9", "ol"),
    ],
)
def test_axe_finds_nothing(reader, part: str, wait: str) -> None:
    page = opened(reader, part, wait)
    assert breaches(page, *THEMES, drawings=bool(part)) == []
