"""Every state of the page, for all hands and eyes: rules of access, room, text spacing, forced colours, keys, links.

A few states in each theme and width run with all tests; `make sweep` (SWEEP=1) goes through all of them.
"""

import io
import itertools
import random
from urllib.parse import urlencode

import pytest
from PIL import Image, ImageChops

from atlas import Atlas
from atlas.dataset.tables.themes import THEMES
from atlas.web.layout.controls import LAYERS, MODES, SHOWS
from tests.browser.access import breaches as violations
from tests.browser.conftest import SWEEP, opening
from tests.support.page_menus import VIEW, go_to_mode, unfold

pytestmark = pytest.mark.slow

SIZES = {1440: 900, 768: 1024, 390: 844, 320: 640}
SEED = 20240
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
"""What readers may lay over any page (WCAG 1.4.12), but for the space below paragraphs."""
WEAR = """rules => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
}"""

FAULTS = """() => {
  const faults = [];
  const said = (e) => `${e.tagName.toLowerCase()}.${e.getAttribute("class") ?? ""} “${(e.textContent ?? "").trim().slice(0, 40)}”`;
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + 1) {
    const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1);
    faults.push(`page ${root.scrollWidth} wide: ${wide.slice(0, 3).map(said).join("; ")}`);
  }
  const hidden = (e) => {
    for (let at = e; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clipPath !== "none" || style.position === "absolute" && parseFloat(style.left) < -500) return true;
    }
    return !e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  for (const e of document.querySelectorAll("body *:not(svg, svg *, script, style, option)")) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || hidden(e)) continue;
    const { overflowX, overflowY } = getComputedStyle(e);
    const cut = (o) => o === "hidden" || o === "clip";
    if (cut(overflowX) && e.scrollWidth > e.clientWidth + 1) faults.push(`cut at the side: ${said(e)}`);
    if (cut(overflowY) && e.scrollHeight > e.clientHeight + 2) faults.push(`cut below: ${said(e)}`);
    // nor does a frame round it cut it off
    const box = e.getBoundingClientRect();
    for (let at = e.parentElement; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.position === "fixed") break;
      if (style.overflowX === "auto" || style.overflowX === "scroll") break;
      const frame = at.getBoundingClientRect();
      if (cut(style.overflowX) && (box.right > frame.right + 2 || box.left < frame.left - 2)) faults.push(`cut by ${at.className}: ${said(e)}`);
    }
  }
  const controls = [...document.querySelectorAll("button, select, input, summary, a[href]")].filter((e) => !e.closest("svg") && !hidden(e));
  for (const e of controls)
    if (e.matches("button, summary") && getComputedStyle(e).display !== "inline" && e.scrollWidth > e.clientWidth + 1 && e.clientWidth)
      faults.push(`spills over: ${said(e)}`);
  const boxes = controls.map((e) => [e, (e.matches("input[type=checkbox], input[type=radio]") ? e.closest("label") ?? e : e).getBoundingClientRect()]);
  for (const [e, box] of boxes) {
    const inText = getComputedStyle(e).display === "inline" || e.matches(".link, .cites, .chip, .gloss, .step, a");
    const least = inText ? 24 : 44;
    if (box.height < least - 0.6 || (box.width < least - 0.6)) {
      // words of a sentence are as high as its lines
      if (inText && getComputedStyle(e).display === "inline") continue;
      faults.push(`small ${Math.round(box.width)}×${Math.round(box.height)}: ${said(e)}`);
    }
  }
  const floats = (e) => {
    for (let at = e; at; at = at.parentElement) if (["fixed", "sticky", "absolute"].includes(getComputedStyle(at).position)) return true;
    return false;
  };
  const scrolls = (e) => {
    for (let at = e.parentElement; at; at = at.parentElement) if (["auto", "scroll"].includes(getComputedStyle(at).overflowY)) return at;
    return null;
  };
  const still = boxes.filter(([e]) => !floats(e) && getComputedStyle(e).display !== "inline");
  still.forEach(([a, p], i) => still.slice(i + 1).forEach(([b, q]) => {
    if (a.contains(b) || b.contains(a) || scrolls(a) !== scrolls(b)) return;
    const [w, h] = [Math.min(p.right, q.right) - Math.max(p.left, q.left), Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top)];
    if (w > 2 && h > 2) faults.push(`overlap: ${said(a)} × ${said(b)}`);
  }));
  return [...new Set(faults)].slice(0, 12);
}"""


def each_state(atlas: Atlas) -> list[dict[str, str]]:
    """All that can be chosen in every mode, each once: things, pages, passages, steps, cases, places of a lesion."""
    dataset = atlas.dataset
    placed = ("roots", "sites", "segments")
    things = ("roots", "nerves", "segments", "muscles", "reflexes", "territories", "sites")
    sites = list(dataset["sites"])
    ways = {
        "": [{"select": id_} for table in things for id_ in dataset[table]],
        "conditions": [{"select": id_} for id_ in dataset["conditions"]],
        "article": [{"part": id_} for id_ in dataset["article"]] + [{"select": root} for root in dataset["stories"]],
        "tours": [{"tour": tour, "step": step} for tour, step in dataset["tour_steps"]],
        "lesion": [{"lesion": id_} for table in placed for id_ in dataset[table]],
        "cases": [{"case": id_} for id_ in dataset["teaching_cases"]],
        "apart": [{"pair": f"{one},{other}"} for one, other in itertools.pairwise(sites)],
        "maps": [{"maps": "all"}, *({"maps": f"{one},{other}"} for one, other in itertools.pairwise(atlas.maps))],
        "studies": [
            *({"lesion": id_} for id_, row in dataset["sites"].items() if row.on),
            *({"lesion": "root_S1", "part": id_} for id_ in dataset["studies"]),
        ],
        "myotomes": [{"part": id_} for table in ("roots", "muscles") for id_ in dataset[table]],
        "examination": [{"part": id_} for id_ in dataset["exam_tests"]],
        "drawing": [],
        "drills": [{"part": "paint:L5"}, {"part": "paint:sural:answer"}, {"part": "build:tibial:3"}],
        "quiz": [{"seed": str(SEED + n), "n": "1"} for n in range(4)],
        "sources": [{"part": id_} for id_ in dataset["sources"]],
    }
    assert sorted(ways) == sorted(MODES), "a mode has come or gone"
    return [{"mode": mode, **own} if mode else own for mode, all_ in ways.items() for own in ({}, *all_)]


def states(atlas: Atlas, number: int, seed: int) -> list[dict[str, str]]:
    """So many of them, all modes in turn, each in a voice, a layer, a plate and a map; the same for the same seed."""
    chance = random.Random(seed)
    by_mode = {mode: [state for state in each_state(atlas) if state.get("mode", "") == mode] for mode in MODES}
    made = []
    for n in range(number):
        state = chance.choice(by_mode[MODES[n % len(MODES)]])
        made.append(with_options(atlas, state, chance))
    return made


def with_options(atlas: Atlas, state: dict[str, str], chance: random.Random) -> dict[str, str]:
    """The state with randomly chosen options."""
    more = {
        "voice": chance.choice(["", "plain"]),
        "layer": chance.choice(["", *LAYERS[1:]]),
        "plate": chance.choice(["", *list(atlas.dataset["plates"])[1:]]),
        "show": ",".join(show for show in SHOWS if chance.random() < 0.3),
        "map": chance.choice(["", *atlas.maps[1:]]),
    }
    return {**state, **{key: value for key, value in more.items() if value}}


def enter(reader, state: dict[str, str], **more: str) -> None:
    """Bring the open page to a state as the browser's Back does, and wait until it stands."""
    query = urlencode({**state, **more})
    reader.page.evaluate(
        """query => {
          delete document.documentElement.dataset.entered;
          history.pushState(null, "", `?${query}`);
          dispatchEvent(new PopStateEvent("popstate"));
        }""",
        query,
    )
    if "mode" in state:
        reader.page.wait_for_selector("html[data-entered]")  # a tour's step may lead to another mode
    rest(reader.page)


def rest(page) -> None:
    """Wait until the page has painted and nothing more is fetched."""
    page.wait_for_selector("html[data-figures=all]")
    page.wait_for_load_state("networkidle")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 60)))")


def fault_lines(found: dict) -> str:
    """Every state with what is wrong with it, a line each."""
    return "\n".join(f"{state}: {faults}" for state, faults in found.items())


def faults_of(reader, state: dict[str, str], theme: str, width: int) -> list[str]:
    """What is wrong with a state in a theme and a width."""
    reader.page.set_viewport_size({"width": width, "height": SIZES[width]})
    enter(reader, state, theme=theme)
    return violations(reader.page, drawings=SWEEP) + reader.page.evaluate(FAULTS)


def test_axe_finds_nothing_and_nothing_is_cut_off_in_a_spread_of_states(reader, atlas) -> None:
    reader.open()
    modes = [state for state in states(atlas, len(MODES), SEED) if state.get("mode") not in ("quiz", "sources")]
    looks = [(THEMES[n % len(THEMES)], list(SIZES)[n % len(SIZES) - n // len(SIZES)]) for n in range(len(modes))]
    found = {}
    for state, (theme, width) in zip(modes, looks, strict=True):
        if faults := faults_of(reader, state, theme, width):
            found[f"{theme} {width} {urlencode(state)}"] = faults
    assert not found, fault_lines(found)


@pytest.mark.skipif(not SWEEP, reason="`make sweep` looks at every state")
@pytest.mark.parametrize("width", [width for width in SIZES if width != 768])
@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_in_any_state(reader, atlas, theme, width) -> None:
    """Each way of using the page in every theme and width, and each thing that can be chosen in one of these."""
    looks = [(one, wide) for one in THEMES for wide in SIZES if wide != 768]
    at, chance = looks.index((theme, width)), random.Random(SEED + width + len(theme))
    every = each_state(atlas)
    sample = [state for n, state in enumerate(every) if n % len(looks) == at or len(state) == ("mode" in state)]
    reader.open()
    found = {}
    for state in sample:
        state = with_options(atlas, state, chance)
        if faults := faults_of(reader, state, theme, width):
            found[urlencode(state)] = faults
    print(f"{theme} {width}: {len(sample)} states of {len(every)}")
    assert not found, fault_lines(found)


def picture(page) -> Image.Image:
    """The page as it is seen, without what moves or is only passing by."""
    page.mouse.move(1, 1)
    page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }")
    for scroller in page.query_selector_all("#panel, .side"):
        scroller.evaluate("e => e.scrollTo(0, 0)")
    return Image.open(io.BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("RGB")


def unlike(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ to the eye."""
    if one.size != other.size:
        return 1.0
    grey = ImageChops.difference(one, other).convert("L").point(lambda value: 255 if value > 24 else 0)
    return grey.histogram()[255] / (one.width * one.height)


PRESSED = """([attribute, value]) => {
  const button = [...document.querySelectorAll(`button[data-${attribute}]`)].find((b) => b.dataset[attribute] === value && b.checkVisibility());
  button?.click();
  return Boolean(button);
}"""


def set_by_hand(reader, state: dict[str, str]) -> None:
    """Bring the page to a state by its own controls, as far as they are shown."""
    page = reader.page
    for show in filter(None, state.get("show", "").split(",")):
        page.evaluate(PRESSED, ["show", show])
    if "map" in state:  # some plates and modes have no choice of a map
        unfold(page, VIEW)
        page.locator("#map").select_option(state["map"])
        page.locator(f"{VIEW} > summary").click()
    for key in ("layer", "plate", "voice"):
        if key in state:
            page.evaluate(PRESSED, [key, state[key]])
    if "mode" in state:
        go_to_mode(page, state["mode"])
    rest(page)
    if "mode" in state:
        page.wait_for_selector("html[data-entered]")
        enter(reader, state)
    elif "select" in state:
        page.evaluate(
            "id => document.querySelector(`[data-node='${id}']`)?.dispatchEvent(new MouseEvent('click', { bubbles: true }))",
            state["select"],
        )
    rest(page)


@pytest.mark.parametrize("part", range(6 if SWEEP else 1))
def test_a_link_opened_in_a_fresh_browser_shows_the_same(browser, reader, atlas, part) -> None:
    reader.page.set_viewport_size({"width": 1280, "height": 800})
    sample = states(atlas, 30, SEED)
    found = {}
    for state in sample[part::6] if SWEEP else sample[::13]:
        reader.open()
        set_by_hand(reader, state)
        link, lit, seen = reader.page.url, reader.highlighted("#figures"), picture(reader.page)
        fresh = browser.new_context(viewport={"width": 1280, "height": 800})
        other = type(reader)(fresh.new_page(), link)
        other.page.goto(link)
        other.page.wait_for_selector("html[data-ready]")
        rest(other.page)
        differs = unlike(seen, picture(other.page))
        if other.highlighted("#figures") != lit or other.page.url != link or differs > 0.002:
            found[link] = f"{differs:.4f}"
        fresh.close()
    assert not found, fault_lines(found)


@pytest.mark.parametrize("width", [1440, 320])
def test_spaced_text_loses_nothing(reader, atlas, width) -> None:
    reader.page.set_viewport_size({"width": width, "height": SIZES[width]})
    reader.open()
    reader.page.evaluate(WEAR, SPACED)
    found = {}
    for state in states(atlas, len(MODES) * (6 if SWEEP else 1), SEED)[:: 1 if SWEEP else 3]:
        enter(reader, state)
        if faults := reader.page.evaluate(FAULTS):
            found[urlencode(state)] = faults
    assert not found, fault_lines(found)


def test_in_forced_colours_what_is_lit_and_what_is_pressed_stand_out(browser, served) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(opening(served, "?select=S1"))
    page.wait_for_selector("html[data-ready]")
    styles = "e => { const s = getComputedStyle(e); return [s.fill, s.stroke, s.strokeWidth, s.opacity, s.strokeDasharray].join(); }"
    lit = page.locator("#figures figure:not([hidden]) .skin .lit").first.evaluate(styles)
    dim = page.locator("#figures figure:not([hidden]) .skin [data-node]:not(.lit)").first.evaluate(styles)
    assert lit.split(",")[1:] != dim.split(",")[1:]
    for group in (".modes", ".voices", ".layers", ".roots"):
        back = "e => getComputedStyle(e).backgroundColor"
        pressed = page.locator(f"{group} button[aria-pressed='true']").first.evaluate(back)
        assert pressed != page.locator(f"{group} button[aria-pressed='false']").first.evaluate(back), group
    context.close()


def test_shift_and_arrows_follow_the_pathway_and_names_say_what_is_lit(reader, atlas) -> None:
    reader.open("?select=S1")
    reader.page.locator("#graph [data-node='S1']").focus()
    way, names = ["S1"], []
    for _ in range(4):
        reader.page.keyboard.press("Shift+ArrowDown")
        way.append(reader.page.evaluate("document.activeElement.dataset.node"))
        names.append(reader.page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert len(set(way)) == 5 and set(way) <= reader.highlighted("#graph")
    assert all(name.endswith(f", {atlas.strings['status.lit']}") for name in names)
    lit_ways = "all => all.map(({ dataset }) => [dataset.from, dataset.to])"
    assert way[:2] in reader.page.eval_on_selector_all("#graph .lit[data-from]", lit_ways)
    reader.page.keyboard.press("Shift+ArrowUp")
    assert reader.page.evaluate("document.activeElement.dataset.node") == way[-2]
    reader.page.keyboard.press("Enter")
    assert reader.page.evaluate("document.activeElement.dataset.node") == way[-2]
    reader.wait_for_panel(atlas.node(way[-2]).name)
    reader.page.keyboard.press("Escape")
    reader.silent()
    assert reader.page.evaluate("document.activeElement.dataset.node") == way[-2]


@pytest.mark.parametrize("query", ["", "?mode=myotomes", "?plate=solid"])
def test_tab_goes_through_the_page_and_out_of_it_with_the_focus_in_sight(reader, query) -> None:
    reader.open(query)
    rest(reader.page)
    stops, unseen = 0, []
    for _ in range(250):
        reader.page.keyboard.press("Tab")
        at = reader.page.evaluate(
            """() => {
              const at = document.activeElement;
              if (at === document.body || at === document.documentElement) return null;
              const style = getComputedStyle(at);
              const box = at.getBoundingClientRect();
              const marked = style.outlineStyle !== "none" || style.boxShadow !== "none" || at.closest("svg");
              return [at.outerHTML.slice(0, 90), Boolean(marked) && box.width > 0];
            }"""
        )
        if at is None:
            break
        stops += 1
        if not at[1]:
            unseen.append(at[0])
    assert 10 < stops < 250 and unseen == []
