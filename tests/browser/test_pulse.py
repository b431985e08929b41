"""The pulse along the lit pathway: it runs outward, once, and stops for everything that ought to stop it."""

import pytest

pytestmark = pytest.mark.slow

MOVES = "document.getAnimations().filter((one) => one.effect.target.closest('.pulse')).length"
STARTS = """() => Object.fromEntries([...document.querySelectorAll("#graph .edge.lit")].map((edge) => {
  const runner = [...document.querySelectorAll("#graph .pulse path")].find((one) => one.getAttribute("d") === edge.getAttribute("d"));
  const time = runner?.getAnimations()[0]?.effect.getTiming();
  return [`${edge.dataset.from} ${edge.dataset.to}`, time ? time.delay : null];
}))"""


PAUSED = """
const animate = Element.prototype.animate;
Element.prototype.animate = function (...options) {
  const animation = animate.apply(this, options);
  animation.pause();
  return animation;
};
"""


@pytest.fixture(autouse=True)
def paused_motion(page) -> None:
    """Motion is allowed, but each animation pauses at its start: on a busy machine it could end before it is read."""
    page.emulate_media(reduced_motion="no-preference")
    page.add_init_script(PAUSED)


def running(reader) -> dict[str, float | None]:
    """Lit edge of the graph → when its pulse sets out, in milliseconds; None where none runs."""
    reader.page.wait_for_function(f"() => {MOVES} > 0")
    return reader.page.evaluate(STARTS)


def test_it_runs_from_the_root_outward_and_rests(reader) -> None:
    reader.open("?select=L5")
    starts = running(reader)
    assert all(delay is not None for delay in starts.values())
    before = {edge.split()[1]: delay for edge, delay in starts.items()}
    assert all(
        before[start] <= delay for start, delay in ((e.split()[0], d) for e, d in starts.items()) if start in before
    )
    assert min(starts.values()) < max(starts.values())
    reader.page.evaluate("document.getAnimations().forEach((one) => one.finish())")
    reader.page.wait_for_selector(".pulse", state="detached")
    reader.page.locator("#replay").click()
    again = running(reader)
    assert {edge: round(delay) for edge, delay in again.items()} == {
        edge: round(delay) for edge, delay in starts.items()
    }


def test_from_a_site_it_runs_outward_only(reader, atlas) -> None:
    id_ = "nerve_tibial_tarsal_tunnel"
    reader.open(f"?select={id_}")
    starts, seats = running(reader), set(atlas.dataset["sites"][id_].on)
    above = [edge for edge in starts if edge.split()[1] in seats and edge.split()[0] not in seats]
    below = [edge for edge in starts if edge.split()[0] in seats]
    assert above and below
    assert all(starts[edge] is None for edge in above)
    assert all(starts[edge] is not None for edge in below)


def test_it_stops_when_the_selection_changes_and_for_paper(reader) -> None:
    reader.open("?select=L5")
    running(reader)
    reader.page.keyboard.press("Escape")
    reader.page.wait_for_function(f"() => {MOVES} === 0")
    reader.page.locator(".roots [data-node='S1']").click()
    running(reader)
    reader.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert reader.page.evaluate(MOVES) == 0
    assert reader.page.locator(".pulse").count() == 0


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_the_button_below_the_body_and_that_of_the_panel_have_one_name(reader, motion) -> None:
    reader.page.emulate_media(reduced_motion=motion)
    reader.open("?select=L5")
    action = reader.page.locator("#panel [data-play]")
    action.wait_for()
    assert reader.page.locator("#replay").get_attribute("aria-label") == action.inner_text()


def test_where_nothing_may_move_numbers_tell_the_order(reader, atlas) -> None:
    reader.page.emulate_media(reduced_motion="reduce")
    id_ = atlas.resolve("first web space")
    reader.open(f"?select={id_}")
    reader.page.wait_for_selector("#figures.on")
    button = reader.page.locator("#replay")
    assert button.get_attribute("aria-label") == atlas.strings["pulse.order"]
    assert reader.page.evaluate(MOVES) == 0
    button.click()
    told = reader.page.locator("#graph .order text")
    told.first.wait_for(state="attached")
    steps = atlas.pathway(id_).chains[0]
    nerves = list(dict.fromkeys(getattr(atlas.node(at).row, "nerve", at) for at in steps))
    assert set(map(int, told.all_text_contents())) == set(range(1, len(nerves) + 1))
    assert reader.page.evaluate(MOVES) == 0
    button.click()
    reader.page.wait_for_selector(".order", state="detached")


def test_the_button_is_large_enough(reader) -> None:
    for width in (390, 1440):
        reader.page.set_viewport_size({"width": width, "height": 844})
        reader.open("?select=S1")
        box = reader.page.locator("#replay").bounding_box()
        assert box["width"] >= 44 and box["height"] >= 44
