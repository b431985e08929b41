"""A lesion is put by pointer, key, list and address; what it takes is what Python says; the slider moves it along."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.access import THEMES, breaches
from tests.support.limbs import TINY
from tests.support.page_address import wait_for_address
from tests.support.page_menus import VIEW, unfold

TUNNEL = "nerve_tibial_tarsal_tunnel"


def ids_with_class(reader, name: str, within: str = "#figures .skin") -> set[str]:
    """The ids of the nodes with a class."""
    return set(
        reader.page.eval_on_selector_all(
            f"{within} [data-node].{name}", "all => all.map(element => element.dataset.node)"
        )
    )


def shares(found) -> dict[str, float]:
    """What a lesion takes, by target."""
    return dict.fromkeys((*found.lost, *found.reflexes_lost), 1.0) | found.reduced | found.reflexes_reduced


def opened(reader, query: str):
    """The page in the mode of lesions, with all its figures."""
    reader.open(f"?mode=lesion{query}")
    reader.page.wait_for_selector("html[data-entered=lesion]")
    reader.page.wait_for_selector("html[data-figures=all]")
    return reader


@pytest.mark.parametrize(
    "name",
    [
        "piriformis",
        "L5",
        *(
            pytest.param(name, marks=pytest.mark.slow)
            for name in ("tarsal tunnel", "common fibular nerve at the fibular neck")
        ),
    ],
)
def test_numb_skin_and_lost_endings_are_those_of_the_queries(reader, atlas, name) -> None:
    found = atlas.lesion(name)
    opened(reader, f"&lesion={found.site}").wait_for_panel(atlas.node(found.site).name)
    skin = {*atlas.dataset["territories"]}
    assert ids_with_class(reader, "lost") == {*found.lost} & skin
    assert ids_with_class(reader, "reduced") == {*found.reduced} & skin
    assert ids_with_class(reader, "lost", "#graph") == {*found.lost, *found.reflexes_lost}
    assert ids_with_class(reader, "reduced", "#graph") == {*found.reduced, *found.reflexes_reduced}
    panel = reader.page.locator("#panel")
    for text in found.could_not:
        expect(panel).to_contain_text(text)
    for target, word in found.words.items():
        expect(panel.locator(".reduced li").filter(has=reader.page.locator(f"[data-node='{target}']"))).to_contain_text(
            atlas.strings[f"lesion.amount.{word}"]
        )


def test_a_severity_is_chosen_and_stenosis_is_shown_at_rest(reader, atlas) -> None:
    opened(reader, "&lesion=spinal_stenosis_site").wait_for_panel(atlas.node("spinal_stenosis_site").name)
    skin = {*atlas.dataset["territories"]}
    assert ids_with_class(reader, "at-times") == {*atlas.lesion("spinal_stenosis_site").reduced} & skin
    assert not ids_with_class(reader, "lost") | ids_with_class(reader, "reduced")
    reader.page.locator("button[data-severity=partial]").click()
    reader.page.wait_for_url(re.compile("severity=partial"))
    expect(reader.page.locator("button[data-severity=partial]")).to_have_attribute("aria-pressed", "true")
    assert ids_with_class(reader, "reduced") and not ids_with_class(reader, "lost")
    expect(reader.page.locator("#panel")).to_contain_text(atlas.strings["lesion.lead.partial"])
    reader.page.locator("button[data-severity=complete]").click()
    reader.page.wait_for_selector("#figures .skin .lost")
    expect(reader.page.locator("#panel")).to_contain_text(atlas.strings["lesion.lead.complete"])
    reader.page.locator("button[data-severity=intermittent]").click()
    reader.page.wait_for_selector("#figures .skin .at-times")
    wait_for_address(reader.page, lacks="severity")


def test_another_map_numbs_other_skin(reader, atlas) -> None:
    opened(reader, "&lesion=L5")
    for map_id in atlas.maps[1:4]:
        unfold(reader.page, VIEW)
        reader.page.locator("#map").select_option(map_id)
        found = atlas.lesion("L5", map_id)
        assert ids_with_class(reader, "lost") == {*found.lost} & {*atlas.dataset["territories"]}


def test_a_click_on_a_nerve_places_the_lesion_and_back_takes_it_away(reader, atlas) -> None:
    opened(reader, "")
    segment = next(iter(atlas.dataset["sites"][TUNNEL].on))
    reader.choose(segment, "#graph")
    reader.wait_for_panel(atlas.node(segment).name)
    expect(reader.page.locator(f"#graph [data-node='{segment}'] .strike")).to_have_count(1)
    reader.page.wait_for_url(re.compile(f"lesion={re.escape(segment)}"))
    assert ids_with_class(reader, "lost")
    reader.page.go_back()
    reader.page.wait_for_function("() => !document.querySelector('#figures .lost')")
    wait_for_address(reader.page, lacks="&lesion=")


def test_a_nerve_in_a_figure_can_be_hit(reader, atlas) -> None:
    opened(reader, "&plate=leg")
    segment = "saphenous.leg"
    point = reader.page.evaluate(
        """id => {
          for (const path of document.querySelectorAll(`#figures figure:not([hidden]) .nerves [data-node="${id}"] path`)) {
            const at = path.getPointAtLength(path.getTotalLength() * 0.6).matrixTransform(path.getScreenCTM());
            if (document.elementFromPoint(at.x, at.y)?.closest("[data-node]")?.dataset.node === id) return [at.x, at.y];
          }
          return null;
        }""",
        segment,
    )
    assert point, "no point of the nerve can be reached"
    reader.page.mouse.click(*point)
    reader.wait_for_panel(atlas.node(segment).name)
    expect(reader.page.locator("#figures .strike")).not_to_have_count(0)
    below = {*atlas.lesions.conduction.distal_to((segment,))}
    assert ids_with_class(reader, "severed", "#figures .nerves") <= below
    assert segment in ids_with_class(reader, "severed", "#figures .nerves")


def test_the_slider_moves_it_by_key_and_gives_back_what_it_passes(reader, atlas) -> None:
    opened(reader, f"&lesion={TUNNEL}")
    before = atlas.lesion(TUNNEL)
    slider = reader.page.get_by_role("slider")
    expect(slider).to_have_attribute(
        "aria-valuetext", re.compile(f"{atlas.node(TUNNEL).name}: {len(before.lost)} lost")
    )
    slider.press("ArrowRight")
    reader.page.wait_for_url(lambda url: TUNNEL not in url)
    place = re.search(r"lesion=([\w.]+)", reader.page.url.replace("mode=lesion", ""))[1]
    after = atlas.lesion(place)
    assert {*after.lost} < {*before.lost}
    assert ids_with_class(reader, "lost", "#graph") == {*after.lost, *after.reflexes_lost}
    was, now = shares(before), shares(after)
    back = [target for target in atlas.nodes if was.get(target, 0) > now.get(target, 0)]
    expect(reader.page.locator("#status")).to_contain_text(atlas.node(back[0]).name)
    assert ids_with_class(reader, "revived", "#graph") == {*back}
    slider.press("Home")
    reader.page.wait_for_function("() => document.querySelector('#lesion-slider').value === '0'")
    reader.page.wait_for_url(lambda url: f"&lesion={place}" not in url)


def test_the_slider_follows_the_branch_that_is_chosen(reader, atlas) -> None:
    opened(reader, "&lesion=nerve_common_fibular_neck")
    ways = reader.page.locator(".ways").filter(has_text=atlas.strings["lesion.follow"])
    other = ways.locator("button[aria-pressed=false]").first
    name = other.inner_text()
    other.click()
    reader.page.get_by_role("slider").press("ArrowRight")
    reader.wait_for_panel(name)


def test_skin_asks_which_places_would_take_it(reader, atlas) -> None:
    opened(reader, "")
    skin = atlas.resolve("first web space")
    reader.choose(skin)
    reader.wait_for_panel(atlas.node(skin).name)
    offered = reader.page.eval_on_selector_all("#panel [data-lesion]", "all => all.map(one => one.dataset.lesion)")
    sites = [site.id for site in atlas.dataset["sites"].values() if site.on]
    assert {*offered} == {site for site in sites if skin not in atlas.lesion(site).spared}
    reader.page.locator("#panel [data-lesion]").first.click()
    reader.wait_for_panel(atlas.node(offered[0]).name)
    assert skin in ids_with_class(reader, "lost") | ids_with_class(reader, "reduced")


def test_places_are_found_by_any_name(reader, atlas) -> None:
    opened(reader, "")
    reader.page.get_by_label(atlas.strings["lesion.search"]).fill("fibular tunnel")
    reader.page.keyboard.press("Enter")
    reader.wait_for_panel(atlas.node("nerve_common_fibular_neck").name)
    reader.page.get_by_label(atlas.strings["lesion.choose"]).select_option("cauda_equina")
    reader.wait_for_panel(atlas.node("cauda_equina").name)
    expect(reader.page.locator("#panel .flags")).to_contain_text("Emergency")


def test_exploring_leads_to_a_lesion_and_its_names_lead_back(reader, atlas) -> None:
    reader.open(f"?select={TUNNEL}")
    reader.page.locator(f"#panel [data-lesion='{TUNNEL}']").click()
    reader.page.wait_for_selector("html[data-entered=lesion]")
    reader.wait_for_panel(atlas.node(TUNNEL).name)
    lost = atlas.lesion(TUNNEL).lost[0]
    reader.page.locator(f"#panel .lost [data-node='{lost}']").click()
    reader.wait_for_panel(atlas.node(lost).name)
    wait_for_address(reader.page, lacks="mode=lesion")
    assert not ids_with_class(reader, "lost")


def test_what_is_no_place_is_said_and_taken_back(reader, atlas) -> None:
    opened(reader, "&lesion=nowhere")
    expect(reader.page.locator("#notice-text")).to_contain_text("nowhere")
    reader.page.wait_for_url(lambda url: "nowhere" not in url)
    # a condition of several places offers them
    opened(reader, "&lesion=sural_neuropathy").wait_for_panel(atlas.node("sural_neuropathy").name)
    assert reader.page.locator("#panel [data-lesion]").count() == len(
        atlas.dataset["conditions"]["sural_neuropathy"].sites
    )


def test_a_lesion_asks_the_server_nothing_more(reader, atlas) -> None:
    opened(reader, "&lesion=L5")
    reader.everything_loaded()
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.page.get_by_role("slider").press("ArrowRight")
    reader.choose("S1", ".roots")
    reader.wait_for_panel(atlas.node("S1").name)
    assert asked == []


@pytest.mark.slow
@pytest.mark.parametrize("query", ["&lesion=nerve_sciatic_hip", "&select=first_web_dorsal"])
def test_axe_finds_nothing(reader, query) -> None:
    opened(reader, query)
    assert breaches(reader.page, *THEMES) == []


def test_on_a_phone_nothing_is_wider_than_the_screen_and_the_numb_skin_is_in_view(reader) -> None:
    reader.page.set_viewport_size({"width": 390, "height": 844})
    opened(reader, f"&lesion={TUNNEL}")
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390
    shown = reader.page.evaluate(
        """() => {
          const strip = document.querySelector('#figures').getBoundingClientRect();
          return [...document.querySelectorAll('#figures .skin .lost')].some((one) => {
            const box = one.getBoundingClientRect();
            return box.width && box.left < strip.right - 40 && box.right > strip.left + 40;
          });
        }"""
    )
    assert shown
    for button in reader.page.locator("#lesion-tools :is(button, input, select):visible").all():
        assert button.bounding_box()["height"] >= 44


def test_the_tiny_limb_has_lesions_too(reader_of, tiny) -> None:
    reader = reader_of(TINY)
    opened(reader, "&lesion=ring").wait_for_panel(tiny.node("ring").name)
    assert ids_with_class(reader, "lost") == {*tiny.lesion("ring").lost} & {*tiny.dataset["territories"]}
