"""Two places side by side on one figure: both, only A, only B as Python has them, and what sources say."""

import pytest
from playwright.sync_api import expect

from tests.browser.access import THEMES, breaches
from tests.browser.test_lesion import ids_with_class


def opened(reader, pair: str, more: str = ""):
    """The page in the comparison mode, with all its figures."""
    reader.open(f"?mode=apart&pair={pair}{more}")
    reader.page.wait_for_selector("html[data-entered=apart]")
    reader.page.wait_for_selector("html[data-figures=all]")
    reader.page.wait_for_selector("#panel .purpose")
    return reader


def compared(found) -> dict[str, set[str]]:
    """What each pattern should stand for."""
    parts = {"both": found.both, "only-a": found.only_a, "only-b": found.only_b}
    return {name: {taken.target for taken in part} for name, part in parts.items()}


@pytest.mark.slow
def test_every_listed_pair_is_held_together_as_the_queries_do(reader, atlas) -> None:
    opened(reader, ",".join(atlas.pairs[0]))
    for a, b in atlas.pairs:
        reader.page.locator("#apart-pair").select_option(f"{a},{b}")
        for name, targets in compared(atlas.compare(a, b)).items():
            assert ids_with_class(reader, name, "#graph") == targets, (a, b, name)


@pytest.mark.parametrize("pair", [("root_L5", "common_fibular_neuropathy"), ("root_S1", "tarsal_tunnel")])
def test_the_best_discriminator_leads_and_the_graph_may_disagree(reader, atlas, pair) -> None:
    found = atlas.compare(*pair)
    opened(reader, ",".join(pair))
    expect(reader.page.locator("#panel .best .finding")).to_contain_text(found.best)
    others = reader.page.locator("#panel .others .finding b")
    assert others.all_inner_texts() == [told.finding for told in found.discriminators[1:]]
    against = sum(len(told.against) for told in found.discriminators)
    expect(reader.page.locator("#panel .against")).to_have_count(against)
    expect(reader.page.locator("#panel button.cites")).to_have_count(len(found.discriminators))
    for name, targets in compared(found).items():
        column = ["both", "only-a", "only-b"].index(name) + 1
        listed = reader.page.eval_on_selector_all(
            f"#panel .takes td:nth-child({column}) [data-node]", "all => all.map(one => one.dataset.node)"
        )
        assert {*listed} == targets
        assert ids_with_class(reader, name) == targets & {*atlas.dataset["territories"]}


def test_any_two_places_can_be_held_together(reader, atlas) -> None:
    opened(reader, ",".join(atlas.pairs[0]))
    reader.page.locator("#apart-a").select_option("nerve_sural_ankle")
    reader.page.locator("#apart-b").select_option("nerve_tibial_calf")
    found = atlas.compare("nerve_sural_ankle", "nerve_tibial_calf")
    for name, targets in compared(found).items():
        assert ids_with_class(reader, name, "#graph") == targets
    assert not found.discriminators
    expect(reader.page.locator("#panel")).to_contain_text(atlas.strings["apart.unlisted"])
    # places that are the sides of a listed pair under another name borrow its discriminators
    opened(reader, "L5,nerve_common_fibular_neck")
    expect(reader.page.locator("#panel .best .finding")).to_contain_text(
        atlas.compare("L5", "nerve_common_fibular_neck").best
    )
    reader.page.go_back()


def test_three_are_told_in_one_table(reader, atlas) -> None:
    opened(reader, "root_S1,tarsal_tunnel,dspn")
    table = reader.page.locator("#panel .threefold table")
    findings = {
        told.finding
        for pair in (("root_S1", "tarsal_tunnel"), ("root_S1", "dspn"), ("dspn", "tarsal_tunnel"))
        for told in atlas.compare(*pair).discriminators
    }
    assert {*table.locator("tbody th").evaluate_all("all => all.map(one => one.firstChild.textContent)")} == findings
    name = atlas.node("dspn").name
    expect(reader.page.locator("#panel .remark").first).to_contain_text(name)
    reader.page.locator("#panel .figured button[aria-pressed=false]").first.click()
    reader.page.wait_for_url(lambda url: "pair=root_S1,dspn,tarsal_tunnel" in url)
    assert not ids_with_class(reader, "both")


def test_what_is_no_pair_is_said_and_taken_back(reader) -> None:
    reader.open("?mode=apart&pair=here,there")
    expect(reader.page.locator("#notice-text")).to_contain_text("here,there")
    reader.page.wait_for_url(lambda url: "pair=" not in url)


@pytest.mark.slow
def test_axe_finds_nothing(reader) -> None:
    opened(reader, "root_S1,tarsal_tunnel,dspn")
    assert breaches(reader.page, *THEMES) == []


def test_on_a_phone_nothing_is_wider_than_the_screen(reader) -> None:
    reader.page.set_viewport_size({"width": 390, "height": 844})
    opened(reader, "root_L5,common_fibular_neuropathy")
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390
