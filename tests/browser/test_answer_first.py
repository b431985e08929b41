"""The panel answers first: title, sentence, facts and actions fit with the path in little space, the rest is folded."""

import pytest
from playwright.sync_api import expect

from tests.support.page_menus import VIEW, unfold

SCREEN = 844
MOST = 1.5 * SCREEN
WIDTH = 400
# Of each kind those with the longest answers and paths, and some ordinary ones.
LONGEST = {
    "root": ("L4", "L5", "S1"),
    "nerve": ("lumbar_plexus", "lumbosacral_trunk", "sciatic", "sural"),
    "segment": ("tibial.calf", "common_fibular.neck"),
    "muscle": ("extensor_digitorum_brevis", "tibialis_anterior"),
    "territory": ("dorsum_lateral", "first_web_dorsal"),
    "reflex": ("plantar", "achilles"),
    "site": ("plexus_lumbosacral_trunk", "root_L5", "out_of_graph_central"),
    "condition": ("spinal_stenosis", "dspn", "ls_plexopathy", "somatic_referred_pain"),
}
# The panel alone, as wide as the frame of the page gives it.
MEASURE = """width => {
  const panel = document.getElementById("told");
  panel.style.cssText = `position: fixed; inset: 0 auto auto 0; width: ${width}px; height: max-content; max-height: none`;
  return [panel.offsetWidth, panel.offsetHeight];
}"""


@pytest.mark.slow
@pytest.mark.parametrize("voice", ["", "plain"])
@pytest.mark.parametrize("kind", LONGEST)
def test_unfolded_it_takes_less_than_one_and_a_half_screens(reader, atlas, kind, voice) -> None:
    for id_ in LONGEST[kind]:
        assert atlas.node(id_).kind == kind
        node = atlas.node(id_)
        title = node.row.plain if voice and kind == "condition" else node.name
        reader.open(f"?select={id_}&voice={voice}" if voice else f"?select={id_}").wait_for_panel(title)
        if voice:
            reader.page.wait_for_selector("#panel :is(.in-plain-words, .words)")
        assert reader.page.locator("#panel .part > details[open]").count() == 0
        width, height = reader.page.evaluate(MEASURE, WIDTH)
        assert width == WIDTH and height <= MOST, (id_, height)


def test_the_answer_comes_in_order(reader, atlas) -> None:
    reader.open("?select=L5").wait_for_panel(atlas.node("L5").name)
    heights = [
        reader.page.locator(f"#panel {part}").first.bounding_box()["y"]
        for part in ("h2", ".brief-lead", ".brief-facts", ".actions", ".path-tree", ".muscles", ".sources")
    ]
    assert heights == sorted(heights)
    text = reader.page.locator("#panel").evaluate("panel => panel.textContent")
    assert text.startswith(atlas.node("L5").name)
    assert reader.page.locator("#panel .brief-facts > div").count() == 4


def test_the_path_of_a_root_shows_its_main_branches(reader, atlas) -> None:
    reader.open("?select=L5").wait_for_panel(atlas.node("L5").name)
    main = ("superior_gluteal", "inferior_gluteal", "tibial", "common_fibular", "deep_fibular", "superficial_fibular")
    for nerve in main:
        expect(reader.page.locator(f"#panel .path-tree [data-node='{nerve}']")).to_be_visible()
    reader.page.locator("#panel .path-tree summary").first.click()
    reader.page.locator("#panel .path-tree [data-node='deep_fibular']").click()
    reader.wait_for_panel(atlas.node("deep_fibular").name)
    expect(reader.page.locator("#panel .path-tree [aria-current=step]")).to_have_text(atlas.node("deep_fibular").name)


@pytest.mark.slow
def test_every_nerve_of_a_path_is_in_its_tree_and_every_target_in_a_fold(reader, atlas) -> None:
    reader.open("?select=S1").wait_for_panel(atlas.node("S1").name)
    found = atlas.pathway("S1")

    def within(part: str) -> set[str]:
        return set(
            reader.page.eval_on_selector_all(f"#panel {part} [data-node]", "all => all.map(e => e.dataset.node)")
        )

    shown = {atlas.dataset.segments[segment].nerve for segment in found.segments}
    assert within(".path-tree") == {"S1", *shown}
    for part in ("muscles", "territories", "reflexes", "conditions"):
        assert within(f".{part} > details > ul > li") >= set(getattr(found, part))


def test_a_fact_opens_its_sources_and_leads_on(reader, atlas) -> None:
    reader.open("?select=tibialis_anterior").wait_for_panel(atlas.node("tibialis_anterior").name)
    reader.page.locator("#panel .brief-facts .tested .cites").click()
    expect(reader.page.locator("#claim")).to_contain_text(atlas.strings["claims.about"].partition("{")[0])
    kinds = ("consensus", "variable", "single-source")
    drawn = "all => all.map(one => getComputedStyle(one).backgroundImage)"
    for kind in kinds:
        expect(reader.page.locator("#claim .marks-key")).to_contain_text(atlas.strings[f"claims.key.{kind}"])
    key = reader.page.eval_on_selector_all("#claim .marks-key .mark", drawn)
    assert key == [reader.page.eval_on_selector_all(f"#panel .cites .mark.{kind}", drawn)[0] for kind in kinds]
    reader.page.keyboard.press("Escape")
    reader.page.locator("#panel .brief-facts [data-node='L4']").click()
    reader.wait_for_panel(atlas.node("L4").name)


def test_the_folds_of_a_root_say_of_how_many_it_is_a_main_root(reader, atlas) -> None:
    reader.open("?select=L5").wait_for_panel(atlas.node("L5").name)
    for part, rows in (("muscles", atlas.dataset.muscles), ("reflexes", atlas.dataset.reflexes)):
        of_root = [row for row in rows.values() if "L5" in row.roots]
        main = [row for row in of_root if "L5" in (row.main_roots or row.roots)]
        assert 0 < len(main) < len(of_root)
        said = atlas.strings["answer.main"].format(n=len(main), all=len(of_root))
        expect(reader.page.locator(f"#panel .{part} summary h3")).to_contain_text(f"({said})")
        expect(reader.page.locator(f"#panel .{part} > details > ul > li")).to_have_count(len(of_root))
    reader.open("?select=tibial").wait_for_panel(atlas.node("tibial").name)
    expect(reader.page.locator("#panel .muscles summary h3")).to_contain_text(
        f"({len(atlas.pathway('tibial').muscles)})"
    )


def test_the_roots_of_skin_follow_the_map(reader, atlas) -> None:
    patch = "toe1_dorsal"
    reader.open(f"?select={patch}").wait_for_panel(atlas.node(patch).name)
    fact = reader.page.locator("#panel .brief-facts .by-map-roots")
    said = set()
    for map_id in atlas.maps:
        row = atlas.dataset.dermatomes.get((patch, map_id))
        if row is None or row.standing != "drawn":
            continue
        unfold(reader.page, VIEW)
        reader.page.select_option("#map", map_id)
        for root in row.roots:
            expect(fact).to_contain_text(root)
        said.add(fact.inner_text())
    assert len(said) > 1


def test_the_actions_act(reader, atlas) -> None:
    page = reader.open("?select=L5").page
    reader.wait_for_panel(atlas.node("L5").name)
    page.wait_for_selector("html[data-figures=all]")
    page.locator("#panel [data-play]").click()  # without motion it numbers the steps
    page.locator("#graph .order text").first.wait_for(state="attached")
    page.evaluate("window.print = () => document.body.classList.add('printed')")
    page.locator("#panel [data-print]").click()
    page.wait_for_selector("body.printed")
    page.locator("#panel .actions [data-lesion]").click()
    page.wait_for_url(lambda url: "mode=lesion" in url and "lesion=L5" in url)
    page.go_back()
    reader.wait_for_panel(atlas.node("L5").name)
    pair = page.locator("#panel .actions [data-pair]").get_attribute("data-pair")
    page.locator("#panel .actions [data-pair]").click()
    page.wait_for_url(lambda url: f"pair={pair}" in url)


def test_a_fold_stays_open_from_one_selection_to_the_next(reader, atlas) -> None:
    reader.open("?select=L5").wait_for_panel(atlas.node("L5").name)
    reader.page.locator("#panel .muscles summary").click()
    reader.page.locator(".roots [data-node='S1']").click()
    reader.wait_for_panel(atlas.node("S1").name)
    folds = "#panel .part > details"
    assert reader.page.locator(f"{folds}[open]").count() == 1
    expect(reader.page.locator("#panel .muscles details[open]")).to_be_visible()


# How wide each root can be pressed, and how far after its letters the sign begins, in heights of a letter.
SIGNS = """buttons => buttons.filter((button) => button.nextSibling).map((button) => {
  const [letters, sign] = [document.createRange(), document.createRange()];
  letters.selectNodeContents(button);
  const text = button.nextSibling.firstChild ?? button.nextSibling;
  const at = text.data.search(/\\S/);
  sign.setStart(text, at);
  sign.setEnd(text, at + 1);
  const gap = sign.getBoundingClientRect().left - letters.getBoundingClientRect().right;
  return [button.getBoundingClientRect().width, gap / parseFloat(getComputedStyle(button).fontSize)];
})"""


@pytest.mark.parametrize("query", ["?select=plantar_digital_hallux", "?select=gluteus_medius"])
def test_no_gap_stands_between_a_root_and_the_sign_after_it(reader, query) -> None:
    page = reader.open(query).page
    for within in (".brief-facts .one", ".roots-of-path"):
        page.wait_for_selector(f"#panel {within} .root")
        found = page.locator(f"#panel {within} .root").evaluate_all(SIGNS)
        assert found
        for width, gap in found:
            assert width >= 24  # as wide as a finger needs it between words
            assert gap < 0.4  # at most a space
