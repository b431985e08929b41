"""Nerve studies on the page: the prediction, the electrodes, the curve, and the way to them by pointer and by keys."""

import pytest
from playwright.sync_api import expect

from tests.browser.access import THEMES, breaches
from tests.support.page_address import wait_for_address
from tests.support.page_menus import go_to_mode, unfold

EXPECTED = "() => Object.fromEntries([...document.querySelectorAll('.studies .study-line')].map((line) => [line.querySelector('button').dataset.study, line.querySelector('.expected').className.replace('expected ', '')]))"


def opened(reader, query: str):
    """The page of nerve studies with its list."""
    reader.open(f"?mode=studies{query}")
    reader.page.wait_for_selector(".study-list .opened")
    return reader.page


def shown(page) -> dict[str, str]:
    return page.evaluate(EXPECTED)


def asked(atlas, site: str, day: int, injury: str = "axon-loss") -> dict[str, str]:
    """What the library answers."""
    return {row.id: row.expected for row in atlas.studies(site, day, injury).studies}


def test_the_page_shows_what_the_library_predicts_and_follows_the_day(reader, atlas) -> None:
    page = opened(reader, "&lesion=nerve_common_fibular_neck&days=2")
    assert shown(page) == asked(atlas, "nerve_common_fibular_neck", 2)
    slider = page.locator("#study-day")
    slider.focus()
    slider.press("End")
    page.wait_for_function("() => new URLSearchParams(location.search).get('days') === '730'")
    expect(slider).to_have_attribute("aria-valuetext", "Day 730 (2 years)")
    unfold(page, "#study-tools .choices")  # where the window is low, the choices are folded
    page.locator("[data-injury=demyelination]").click()
    page.wait_for_function("() => document.querySelector('.study-line .expected').classList.contains('slowed')")
    assert shown(page) == asked(atlas, "nerve_common_fibular_neck", 730, "demyelination")


@pytest.mark.slow
def test_a_study_opens_with_its_reason_its_curve_and_its_electrodes(reader, atlas) -> None:
    page = opened(reader, "&lesion=root_L5")
    page.locator("button[data-study=sural_sensory]").click()
    page.wait_for_selector(".opened .responses[data-study=sural_sensory] .main-svg")
    wait_for_address(page, "part=sural_sensory")
    (row,) = (row for row in atlas.studies("root_L5").studies if row.id == "sural_sensory")
    expect(page.locator(".opened .why")).to_contain_text(row.why)
    letters = page.locator("#figures .strike-letter").all_text_contents()
    assert {"1", "R"} <= set(letters)
    lit = page.evaluate("() => [...document.querySelectorAll('#figures .nerves .lit')].map((one) => one.dataset.node)")
    assert {"sural.leg", "sural.ankle"} <= set(lit)


PAIRED = "() => [...document.querySelectorAll('.study-pairs tr:has([data-study])')].map((row) => [row.querySelector('[data-study]').dataset.study, ...[...row.querySelectorAll('.expected')].map((one) => one.className.replace('expected ', ''))])"


def test_two_lesions_stand_side_by_side_and_the_stage_steps_through_the_days(reader, atlas) -> None:
    first, second = "root_L5", "nerve_common_fibular_neck"
    page = reader.open(f"?mode=studies&lesion={first}&with={second}&days=2&theme=projector").page
    page.wait_for_selector(".study-pairs .different")
    expect(page.locator(".study-pairs .different").first).to_be_visible()
    shown_pairs = {id_: results for id_, *results in page.evaluate(PAIRED)}
    alone, beside = asked(atlas, first, 2), asked(atlas, second, 2)
    assert shown_pairs == {id_: [alone[id_], beside[id_]] for id_ in alone}
    page.keyboard.press("s")
    page.wait_for_selector("#study-board tbody tr")
    for key, day in (("PageDown", 10), ("PageDown", 25), ("PageUp", 10)):
        page.keyboard.press(key)
        page.wait_for_function("(day) => new URLSearchParams(location.search).get('days') === day", arg=str(day))
        expect(page.locator("#study-board .day")).to_contain_text(f"Day {day}")


@pytest.mark.slow
def test_the_lesion_page_leads_to_its_studies_and_back(reader) -> None:
    page = reader.open("?mode=lesion&lesion=nerve_tibial_tarsal_tunnel").page
    page.locator("#told .to-studies button").click()
    page.wait_for_selector(".study-list .opened")
    wait_for_address(page, "lesion=nerve_tibial_tarsal_tunnel")
    assert "tarsal tunnel" in page.locator("#panel h2").inner_text()
    go_to_mode(page, "lesion")
    page.wait_for_selector("#told .to-studies")
    wait_for_address(page, "lesion=nerve_tibial_tarsal_tunnel")


@pytest.mark.slow
@pytest.mark.parametrize("query", ["&injury=cold", "&days=soon", "&days=731", "&part=nothing", "&lesion=nowhere"])
def test_an_unknown_value_is_named_and_dropped(reader, query) -> None:
    page = opened(reader, query)
    value = query.split("=")[1]
    expect(page.locator("#notice-text")).to_contain_text(value)
    page.wait_for_function("(value) => !location.search.includes(value)", arg=value)


@pytest.mark.slow
@pytest.mark.parametrize(
    "query", ["", "&lesion=root_L5", "&lesion=nerve_tibial_popliteal&part=h_reflex_soleus&voice=plain"]
)
def test_the_page_is_accessible(reader, query) -> None:
    page = opened(reader, query)
    page.wait_for_selector(".responses .main-svg")
    assert breaches(page, *THEMES) == []
