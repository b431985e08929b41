"""A selection shows in figures, graph and panel at once, by pointer and by key, and can be taken back."""

from playwright.sync_api import expect

from atlas import Atlas
from tests.support.limbs import TINY
from tests.support.page_menus import VIEW, unfold


def expected(atlas: Atlas, name: str, map_id: str | None = None) -> tuple[set[str], set[str]]:
    """What a selection should light in the figures and in the graph."""
    found = atlas.pathway(name, map_id)
    skin = set(found.territories) | ({found.selected} if found.kind == "territory" else set())
    places = {*found.roots, *found.segments, *found.muscles, *found.reflexes}
    return skin, skin | (places | {found.selected})


def test_a_root_button_lights_its_pathway_everywhere(reader, atlas) -> None:
    reader.open()
    for name in ("L5", "S1", "L4"):
        button = reader.page.locator(f".roots [data-node='{name}']")
        button.click()
        reader.wait_for_panel(atlas.node(name).name)
        skin, places = expected(atlas, name)
        assert reader.highlighted("#figures .skin") == skin
        assert reader.highlighted("#graph") == places
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(reader.page.locator("#status")).to_contain_text(atlas.node(name).name)
        button.click()
        reader.silent()


def test_a_patch_of_skin_lights_its_nerve_and_only_its_root(reader, atlas) -> None:
    id_ = atlas.resolve("first web space")
    reader.open().choose(id_)
    reader.wait_for_panel(atlas.node(id_).name)
    found = atlas.pathway(id_)
    lit = reader.highlighted("#graph")
    assert set(found.segments) <= lit
    assert {root for root in atlas.dataset["roots"] if root in lit} == set(found.roots)
    reader.page.keyboard.press("Escape")
    reader.silent()


def test_the_graph_and_the_panel_select_too(reader, atlas) -> None:
    reader.open()
    muscle = atlas.resolve("tibialis anterior")
    reader.choose(muscle, "#graph")
    reader.wait_for_panel(atlas.node(muscle).name)
    condition = atlas.pathway(muscle).conditions[0]
    reader.unfold()
    reader.page.locator(f"#panel .conditions [data-node='{condition}']").first.click()
    reader.wait_for_panel(atlas.node(condition).name)
    reader.page.wait_for_url(lambda url: "mode=conditions" in url)
    assert reader.page.evaluate("document.activeElement.tagName") == "H2"


def test_a_selection_asks_the_server_nothing(reader, atlas) -> None:
    reader.open()
    reader.everything_loaded()
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    for name in ("L5", "S1", "L2"):
        reader.page.locator(f".roots [data-node='{name}']").click()
        reader.wait_for_panel(atlas.node(name).name)
    unfold(reader.page, VIEW)
    reader.page.locator("button[data-layer='nerves']").click()
    reader.page.select_option("#map", atlas.maps[1])
    assert asked == []


def test_keys_alone_are_enough(reader, atlas) -> None:
    reader.open()
    page = reader.page
    page.locator("#figures [tabindex='0']").focus()
    assert page.locator("#figures [tabindex='0']").count() == 1
    seen = set()
    for key in ("ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "End", "Home"):
        page.keyboard.press(key)
        seen.add(page.evaluate("document.activeElement.dataset.node"))
    assert len(seen) > 3
    page.keyboard.press("Enter")
    reader.wait_for_panel(atlas.node(page.evaluate("document.activeElement.dataset.node")).name)
    page.keyboard.press(" ")
    reader.silent()


def test_a_passing_look_names_and_previews_but_selects_nothing(reader, atlas) -> None:
    reader.open()
    reader.page.locator(".roots [data-node='S2']").hover()
    expect(reader.page.locator("#tooltip")).to_have_text(atlas.node("S2").name)
    expect(reader.page.locator("#figures.hint")).to_have_count(1)
    assert reader.highlighted("#figures .skin") == expected(atlas, "S2")[0]
    reader.wait_for_panel(atlas.node("S2").name)
    expect(reader.page.locator("#status")).not_to_contain_text(atlas.node("S2").name)
    reader.page.wait_for_url(lambda url: "select" not in url)
    reader.page.mouse.move(2, 2)
    expect(reader.page.locator("#tooltip")).to_be_hidden()
    reader.silent()


def test_click_to_lit_classes_is_measured(reader) -> None:
    reader.open()
    reader.page.evaluate("document.addEventListener('atlas:selected', event => window.heard = event.detail.select)")
    reader.page.locator(".roots [data-node='S1']").click()
    assert reader.page.evaluate("window.heard") == "S1"
    took = reader.page.evaluate("performance.getEntriesByName('atlas:select').map(entry => entry.duration)")
    assert len(took) == 1


def test_a_condition_marks_where_it_sits(reader, atlas) -> None:
    condition = next(
        c for c in atlas.dataset["conditions"].values() if len(c.sites) == 1 and atlas.dataset["sites"][c.sites[0]].on
    )
    reader.open(f"?select={condition.id}").wait_for_panel(condition.name)
    seats = reader.page.eval_on_selector_all("#graph .seat", "all => all.map(element => element.dataset.node)")
    assert set(seats) == set(atlas.dataset["sites"][condition.sites[0]].on)


def test_skin_in_the_panel_says_its_roots_in_words(reader, atlas) -> None:
    reader.open("?select=L5").wait_for_panel(atlas.node("L5").name)
    lines = reader.page.locator("#panel .territories .by-map").all_text_contents()
    assert len(lines) == len(atlas.pathway("L5").territories) and all("L5" in roots for roots in lines)


def test_another_limb_runs_through_the_same_page(reader_of, tiny) -> None:
    reader = reader_of(TINY).open()
    reader.choose("tip_skin")
    reader.wait_for_panel(tiny.node("tip_skin").name)
    assert reader.highlighted("#graph") == expected(tiny, "tip_skin")[1]
    unfold(reader.page, VIEW)
    reader.page.select_option("#map", "divers")
    assert reader.highlighted("#graph") == expected(tiny, "tip_skin", "divers")[1]
