"""The plate: whole on one screen, in true proportion, in every theme and by every width, with what arrives later."""

import pytest
from playwright.sync_api import expect

from atlas.figures.plate_layout import plates
from tests.browser.access import THEMES, breaches
from tests.support.page_menus import VIEW, unfold

SCREENS = [(1440, 900), (1920, 1080)]
MEASURED = """() => [...document.querySelectorAll("#figures figure:not([hidden])")].map((figure) => {
  const svg = figure.querySelector("svg"), box = svg.getBoundingClientRect(), all = figure.getBoundingClientRect();
  return { group: figure.closest("[data-group]").dataset.group, scale: box.width / svg.viewBox.baseVal.width,
           left: box.left, right: box.right, bottom: all.bottom, high: box.height };
})"""
MEETING_NAMES = """() => {
  const boxes = [...document.querySelectorAll("#figures figcaption > :first-child")].map((name) => {
    const range = document.createRange();
    range.selectNodeContents(name);
    return [name.textContent, range.getBoundingClientRect()];
  }).filter(([, box]) => box.width);
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return [boxes.length, boxes.flatMap(([name, a], n) =>
    boxes.slice(n + 1).filter(([, b]) => meet(a, b)).map(([other]) => `${name} | ${other}`))];
}"""
SMALL = """() => {
  const found = [];
  for (const element of document.querySelectorAll("header *, .screen *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const box = element.getBoundingClientRect();
    if (!own || !element.checkVisibility() || box.width < 2 || element.closest(".told, .keys, [hidden]")) continue;
    const svg = element.closest("svg.view");
    const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < 23.9) found.push(`${element.tagName}.${element.className?.baseVal ?? element.className} ${size}: ${element.textContent.slice(0, 30)}`);
  }
  return found;
}"""


def arrived(reader, query: str = ""):
    """The page with all figures."""
    reader.open(query)
    reader.page.wait_for_selector("html[data-figures=all]")
    return reader.page


@pytest.mark.parametrize(
    ("theme", "width", "height"),
    [
        ("light", *SCREENS[0]),
        ("projector", *SCREENS[1]),
        pytest.param("light", *SCREENS[1], marks=pytest.mark.slow),
        pytest.param("projector", *SCREENS[0], marks=pytest.mark.slow),
    ],
)
def test_every_plate_is_whole_on_one_screen_and_in_proportion(reader, atlas, theme, width, height) -> None:
    reader.page.set_viewport_size({"width": width, "height": height})
    page = arrived(reader, f"?theme={theme}")
    for plate in plates(atlas):
        page.locator(f".plates button[data-plate='{plate.id}']").click()
        figures = page.evaluate(MEASURED)
        assert len(figures) == len([view for view in plate.views if not atlas.dataset.views[view].appears_with])
        assert all(one["left"] >= 0 and one["right"] <= width and one["bottom"] <= height for one in figures), plate.id
        # flat figures in a row, such as sections, fill the width instead of the height
        spread = max(one["right"] for one in figures) - min(one["left"] for one in figures)
        assert max(one["high"] for one in figures) > height / 3 or spread > width / 2, plate.id
        for group in {one["group"] for one in figures}:
            scales = [one["scale"] for one in figures if one["group"] == group]
            assert max(scales) - min(scales) < 0.02 * max(scales), (plate.id, group)


@pytest.mark.slow
@pytest.mark.parametrize("size", [SCREENS[0], (1024, 768)], ids=str)
def test_no_name_of_a_figure_runs_into_another(reader, atlas, size) -> None:
    reader.page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    page = arrived(reader)
    for plate in plates(atlas):
        page.locator(f".plates button[data-plate='{plate.id}']").click()
        count, meeting = page.evaluate(MEETING_NAMES)
        assert count > 1 and meeting == [], plate.id


def test_a_plate_asked_for_before_its_figures_came_shows_when_they_have(reader, atlas, asking_the_server) -> None:
    held = reader.hold("**/figures-*.json")
    plate = plates(atlas)[-1]
    reader.open(f"?plate={plate.id}")
    late = [view for view in plate.views if view not in plates(atlas)[0].views]
    reader.page.wait_for_function("() => performance.getEntriesByType('resource').length > 5")
    assert reader.page.locator(f"svg[data-view='{late[0]}']").count() == 0
    reader.page.wait_for_timeout(300)
    held.let_go()
    expect(reader.page.locator(f"svg[data-view='{late[0]}']")).to_be_visible()


@pytest.mark.parametrize(
    "at",
    ["?mode=apart&pair=L5,common_fibular", pytest.param("?mode=conditions&select=sciatica", marks=pytest.mark.slow)],
)
def test_figures_that_arrive_late_leave_the_panel_and_its_focus_alone(reader, asking_the_server, at: str) -> None:
    page, held = reader.page, reader.hold("**/figures-*.json")
    reader.open(at)
    page.locator("#told button:visible").first.focus()
    page.evaluate("() => { window.before = document.activeElement; }")
    held.asked()
    assert page.evaluate("document.activeElement.matches('#told button')")
    held.let_go()
    page.wait_for_selector("html[data-figures=all]")
    page.wait_for_timeout(300)
    assert page.evaluate("document.activeElement === window.before")


@pytest.mark.slow
def test_axe_finds_nothing_on_any_plate_in_any_theme(reader, atlas) -> None:
    page = arrived(reader, "?show=nerves,bones,sites,zones")
    assert breaches(page, *THEMES, "print", drawings=True) == []
    for plate in plates(atlas):
        page.locator(f".plates button[data-plate='{plate.id}']").click()
        assert breaches(page, within="#plate", drawings=True) == [], plate.id


def test_on_a_wall_no_type_is_small(reader) -> None:
    page = arrived(reader, "?theme=projector&select=L5")
    reader.wait_for_panel(page.locator("#panel h2").inner_text())
    for width, height in ((1920, 1080), (1280, 720)):
        assert reader.resize(width, height).evaluate(SMALL) == [], width


def test_a_small_screen_goes_to_the_figure_that_shows_the_selection(reader, atlas) -> None:
    reader.page.set_viewport_size({"width": 390, "height": 844})
    id_ = atlas.resolve("medial sole")
    page = arrived(reader, f"?select={id_}")
    page.wait_for_function(
        """(id) => [...document.querySelectorAll(`.skin [data-node="${id}"]`)].some((patch) => {
             const box = patch.getBoundingClientRect();
             return box.width * box.height > 4000 && box.left >= 0 && box.right <= innerWidth;
           })""",
        arg=id_,
    )


def test_a_selection_on_another_plate_says_where_it_is_seen(reader, atlas) -> None:
    spine = next(
        plate
        for plate in plates(atlas)
        if not any("data-node" in atlas.dataset.figures[a].svg.partition('class="skin"')[2] for a in plate.views)
    )
    page = arrived(reader, f"?plate={spine.id}&select={atlas.resolve('medial sole')}")
    offered = page.locator("#elsewhere button")
    expect(offered.first).to_be_visible()
    offered.first.click()
    expect(page.locator("#elsewhere")).to_be_hidden()
    expect(page.locator("#figures .skin .chosen").first).to_be_visible()


def test_the_layer_buttons_say_what_is_drawn_in_any_case(reader, atlas) -> None:
    page = arrived(reader, "?plate=muscles")
    muscles, nerves = (page.locator(f".shows [data-show={layer}]") for layer in ("muscles", "nerves"))
    expect(muscles).to_be_disabled()
    expect(muscles).to_have_attribute("aria-pressed", "true")
    expect(muscles).to_have_attribute("title", atlas.strings["show.always"])
    expect(nerves).to_have_attribute("aria-pressed", "false")
    page.locator(".plates [data-plate=leg]").click()
    expect(muscles).to_be_enabled()
    expect(muscles).to_have_attribute("aria-pressed", "false")
    page.locator(".roots [data-node=L5]").click()
    expect(muscles).to_be_disabled()
    expect(nerves).to_have_attribute("aria-pressed", "mixed")


def test_a_root_is_seen_on_the_spine_without_its_skin(reader) -> None:
    page = arrived(reader, "?plate=spine&select=S1")
    expect(page.locator("#figures .nerves [data-node=S1].chosen").first).to_be_visible()
    page.wait_for_timeout(300)
    expect(page.locator("#elsewhere")).to_be_hidden()


@pytest.mark.parametrize("mode", ["?mode=lesion&lesion=root_S1", "?mode=conditions&select=disc_L5_S1_paracentral"])
def test_the_lesion_of_a_root_is_marked_in_every_figure_of_the_spine(reader, atlas, mode) -> None:
    page = arrived(reader, f"{mode}&plate=spine")
    page.wait_for_selector("html[data-entered]")
    for view in atlas.dataset.plates["spine"].views:
        expect(page.locator(f"#figure-{view} .strike")).to_have_count(1)
    expect(page.locator("#elsewhere")).to_be_hidden()


def test_the_emergency_box_shows_the_figure_of_what_it_names(reader, atlas) -> None:
    flag = min(atlas.dataset.red_flags.values(), key=lambda flag: flag.order)
    page = arrived(reader, "?plate=spine&voice=plain")
    page.locator(f"#flags button[data-reveal={flag.shows}]").click()
    expect(page.locator(f"#figure-{flag.shows} svg")).to_be_visible()
    expect(page.locator(f"button[data-inset={flag.shows}]")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(
    "reflex", ["patellar", *(pytest.param(id_, marks=pytest.mark.slow) for id_ in ("achilles", "medial_hamstring"))]
)
def test_a_reflex_is_marked_where_it_is_tested(reader, reflex) -> None:
    page = arrived(reader, f"?select={reflex}")
    expect(page.locator(f"#figures .reflexes [data-node={reflex}]:visible").first).to_be_visible()
    assert page.locator("#figures .reflexes [data-node]:visible:not(.chosen)").count() == 0


def test_a_root_lights_only_the_stretches_that_carry_it(reader) -> None:
    page = arrived(reader, "?plate=spine&select=S1")
    stretches = "#figure-spine_posterior .nerves [data-node=sacral_plexus]"
    expect(page.locator(f"{stretches} [data-roots~=S1]").first).to_be_visible()
    assert page.locator(f"{stretches} [data-roots=S3]:visible").count() == 0
    assert page.locator("#figure-spine_posterior .casings [data-roots=S3]:visible").count() == 0


def test_the_levels_of_the_sections_are_drawn_on_their_plate_only(reader) -> None:
    page = arrived(reader, "?plate=sections")
    expect(page.locator("#figure-muscles_front .levels text").first).to_be_visible()
    page.locator(".plates [data-plate=muscles]").click()
    expect(page.locator("#figure-muscles_front .levels text").first).to_be_hidden()


def test_borders_follow_the_layer_and_the_map(reader, atlas) -> None:
    from atlas.figures.borders import border_kinds, pair
    from atlas.figures.skin_colours import NERVES

    page = arrived(reader)
    drawn = "() => [...document.querySelectorAll('#figures [data-between]')].map(b => [b.dataset.between, b.getAttribute('class')])"
    for layer, act in (
        (atlas.default_map, lambda: None),
        (atlas.maps[1], lambda: (unfold(page, VIEW), page.select_option("#map", atlas.maps[1]))),
        (NERVES, lambda: (unfold(page, VIEW), page.locator(f"button[data-layer='{NERVES}']").click())),
    ):
        act()
        kinds = border_kinds(atlas)[layer]
        assert all(kind == kinds[pair(ends)] for ends, kind in page.evaluate(drawn)), layer


SHIN = ("lateral_leg_upper", "anterolateral_leg_lower")
"""Two neighbouring patches of L5."""
WRITTEN = """patches => patches.map((patch) =>
  document.querySelector(`#figure-leg_anterior .marks text[data-of=${patch}]:not([display])`)?.textContent)"""


def test_neighbouring_patches_of_a_root_carry_its_mark_once(reader) -> None:
    page = arrived(reader, "?select=L5")
    page.wait_for_function(f"patches => ({WRITTEN})(patches).filter(Boolean).join() === 'L5'", arg=SHIN)


@pytest.mark.parametrize("patch", [SHIN[0], pytest.param(SHIN[1], marks=pytest.mark.slow)])
def test_a_patch_that_is_selected_alone_carries_its_mark(reader, patch) -> None:
    page = arrived(reader, f"?select={patch}")
    text = page.locator(f"#figure-leg_anterior .marks text[data-of={patch}].lit:not([display])")
    expect(text).to_have_text("L5")
