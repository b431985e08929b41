"""A person with a variant on the page: it is named, everything follows, and links lead there and back."""

import pytest
from playwright.sync_api import expect

from tests.support.page_address import wait_for_query

EDB = "extensor_digitorum_brevis"
VARIANT = "accessory_deep_fibular"
pytestmark = pytest.mark.slow


def test_a_link_leads_to_a_person_with_a_variant_and_another_one_back(reader, atlas, asking_the_server) -> None:
    reader.open(f"?select={EDB}&theme=dark")
    page, name = reader.page, atlas.node(EDB).name
    reader.wait_for_panel(name)
    expect(page.locator(".variant-shown")).to_have_count(0)
    reader.unfold()
    page.locator(f"#panel a[data-variant='{VARIANT}']").click()
    page.wait_for_selector(f"main[data-variant='{VARIANT}']")
    page.wait_for_selector("html[data-ready]")
    reader.wait_for_panel(name)
    wait_for_query(page, {"select": EDB, "theme": "dark", "variant": VARIANT})
    expect(page.locator(".variant-shown")).to_contain_text(atlas.dataset.variants[VARIANT].name)
    page.wait_for_selector(f"#figures .nerves [data-node='{VARIANT}'].lit", state="attached")
    assert VARIANT in reader.highlighted("#figures") and "superficial_fibular.fascia" in reader.highlighted("#figures")
    page.locator(".variant-shown a").click()
    page.wait_for_selector("main[data-variant='']")
    page.wait_for_selector("html[data-ready]")
    wait_for_query(page, {"select": EDB, "theme": "dark"})
    page.wait_for_selector("html[data-figures='all']")
    assert page.locator(f"#figures [data-node='{VARIANT}']").count() == 0


def test_a_lesion_is_that_of_the_person(reader, atlas, asking_the_server) -> None:
    name = atlas.node(EDB).name
    for variant, states in (("", ".lost"), (f"&variant={VARIANT}", ".reduced")):
        reader.open(f"?mode=lesion&lesion=nerve_deep_fibular_leg&plate=muscles{variant}")
        reader.page.wait_for_selector(f"#figures [data-node='{EDB}']{states}", state="attached")
        assert name in reader.page.locator("#panel").inner_text()


@pytest.mark.parametrize("value", ["none", "sural_type_1", "<b>"])
def test_a_variant_that_does_not_exist_is_named_and_dropped(reader, atlas, asking_the_server, value) -> None:
    """Type 1 of the sural nerve is the usual one, which the page shows anyway."""
    reader.open(f"?select=S1&variant={value}")
    expect(reader.page.locator("#notice-text")).to_contain_text(f"The variant “{value}” is not available here")
    reader.wait_for_panel(atlas.node("S1").name)
    reader.page.wait_for_function("() => !location.search.includes('variant')")
    wait_for_query(reader.page, {"select": "S1"})


def test_skin_that_only_some_people_have_from_a_nerve_is_shown_until_something_else_is(reader, atlas) -> None:
    reader.open("?select=saphenous")
    page = reader.page
    reader.wait_for_panel(atlas.node("saphenous").name)
    reader.unfold()
    share = f"{atlas.skin_cloud.of('saphenous')['medial_border_hindfoot']:.0%}".removesuffix("%")
    button = page.locator("#panel button[data-cloud]")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    patch = page.locator("#figures .skin [data-node='medial_border_hindfoot'].clouded").first
    expect(patch).to_have_css("--share", f"0.{share}")
    assert share in page.locator("#figures .marks .clouded").all_text_contents()
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#figures .clouded")).to_have_count(0)
    button.click()
    page.locator(".roots [data-node='S1']").click()
    reader.wait_for_panel(atlas.node("S1").name)
    expect(page.locator("#figures.cloud")).to_have_count(0)
    expect(page.locator("#figures .marks .clouded")).to_have_count(0)
