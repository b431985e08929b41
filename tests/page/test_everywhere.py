"""Every state of the page, for all hands and eyes: rules of access, room, text spacing, forced colours, keys, links.

A seeded sample of states runs with all tests; `make sweep` (SWEEP=1) runs many more.
"""

import io
import os
import random
from urllib.parse import urlencode

import pytest
from PIL import Image, ImageChops

from atlas import Atlas
from atlas.views.controls import LAYERS, MODES, SHOWS, THEMES
from tests.page.access import breaches as violations

SWEEP = bool(os.environ.get("SWEEP"))
SIZES = {1440: 900, 768: 1024, 390: 844, 320: 640}
SEED = 20240
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
"""What readers may lay over any page (WCAG 1.4.12), but for the space below paragraphs."""

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


def states(atlas: Atlas, number: int, seed: int) -> list[dict[str, str]]:
    """States that the page can be brought to, all modes in turn; the same for the same seed."""
    chance = random.Random(seed)
    facts = atlas.facts

    def one(table: str) -> str:
        return chance.choice(list(facts[table]))

    def own(mode: str) -> dict[str, str]:
        """What a mode keeps in the address."""
        if mode == "":
            kinds = ["roots", "nerves", "segments", "muscles", "reflexes", "territories", "sites"]
            return {"select": "" if chance.random() < 0.15 else one(chance.choice(kinds))}
        if mode == "conditions":
            return {"select": chance.choice(["", *facts["conditions"]])}
        if mode == "article":
            return {"part": chance.choice(["", *facts["article"]])}
        if mode == "tours":
            tour, step = chance.choice(list(facts["tour_steps"]))
            return {"tour": tour, "step": step}
        if mode == "lesion":
            return {"lesion": chance.choice(["", one("sites"), one("roots")])}
        if mode == "cases":
            return {"case": chance.choice(["", one("teaching_cases")])}
        if mode == "apart":
            return {"pair": ",".join(chance.sample(list(facts["sites"]), 2))}
        if mode == "maps":
            return {"maps": chance.choice(["", "all", ",".join(chance.sample(atlas.maps, 2))])}
        if mode == "myotomes":
            return {"part": chance.choice(["", one("muscles"), one("roots")])}
        if mode == "sources":
            return {"part": chance.choice(["", one("sources")])}
        return {}

    made = []
    for n in range(number):
        mode = MODES[n % len(MODES)]
        state = {"mode": mode, **own(mode)}
        state["voice"] = chance.choice(["", "plain"])
        state["layer"] = chance.choice(["", *LAYERS[1:]])
        state["plate"] = chance.choice(["", *list(facts["plates"])[1:]])
        state["show"] = ",".join(show for show in SHOWS if chance.random() < 0.3)
        state["map"] = chance.choice(["", *atlas.maps[1:]])
        made.append({key: value for key, value in state.items() if value})
    return made


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


@pytest.mark.parametrize("width", [width for width in SIZES if width != 320])
@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_and_nothing_is_cut_off(reader, atlas, theme, width) -> None:
    reader.page.set_viewport_size({"width": width, "height": SIZES[width]})
    reader.open(f"?theme={theme}")
    seed = SEED + width + THEMES.index(theme)
    sample = states(atlas, 4 * len(MODES), seed)
    if not SWEEP:
        sample = random.Random(seed).sample(sample, 1)
    found = {}
    for state in sample:
        enter(reader, state, theme=theme)
        if faults := violations(reader.page) + reader.page.evaluate(FAULTS):
            found[urlencode(state)] = faults
    assert found == {}


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
    for key in ("layer", "plate", "voice", "mode"):
        if key in state:
            page.evaluate(PRESSED, [key, state[key]])
    if "map" in state and page.locator("#map").is_visible():
        page.locator("#map").select_option(state["map"])
    rest(page)
    if "select" in state and "mode" not in state:
        page.evaluate(
            "id => document.querySelector(`[data-node='${id}']`)?.dispatchEvent(new MouseEvent('click', { bubbles: true }))",
            state["select"],
        )
    rest(page)


@pytest.mark.parametrize("part", range(6 if SWEEP else 2))
def test_a_link_opened_in_a_fresh_browser_shows_the_same(browser, reader, atlas, part) -> None:
    reader.page.set_viewport_size({"width": 1280, "height": 800})
    sample = states(atlas, 30, SEED + part // 2)
    found = {}
    for state in sample[part % 2 :: 2] if SWEEP else sample[part::10]:
        reader.open()
        set_by_hand(reader, state)
        link, lit, seen = reader.page.url, reader.lit("#figures"), picture(reader.page)
        fresh = browser.new_context(viewport={"width": 1280, "height": 800})
        other = type(reader)(fresh.new_page(), link)
        other.page.goto(link)
        other.page.wait_for_selector("html[data-ready]")
        rest(other.page)
        differs = unlike(seen, picture(other.page))
        if other.lit("#figures") != lit or other.page.url != link or differs > 0.002:
            found[link] = f"{differs:.4f}"
        fresh.close()
    assert found == {}


@pytest.mark.parametrize("width", [1440, 320])
def test_spaced_text_loses_nothing(reader, atlas, width) -> None:
    reader.page.set_viewport_size({"width": width, "height": SIZES[width]})
    reader.open()
    reader.page.add_style_tag(content=SPACED)
    found = {}
    for state in states(atlas, len(MODES) * (6 if SWEEP else 1), SEED)[:: 1 if SWEEP else 3]:
        enter(reader, state)
        if faults := reader.page.evaluate(FAULTS):
            found[urlencode(state)] = faults
    assert found == {}


def test_in_forced_colours_what_is_lit_and_what_is_pressed_stand_out(browser, served, atlas) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{served}/?select=S1")
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
    way, said = ["S1"], []
    for _ in range(4):
        reader.page.keyboard.press("Shift+ArrowDown")
        way.append(reader.page.evaluate("document.activeElement.dataset.node"))
        said.append(reader.page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert len(set(way)) == 5 and set(way) <= reader.lit("#graph")
    assert all(name.endswith(", lit") for name in said)
    lit_ways = "all => all.map(({ dataset }) => [dataset.from, dataset.to])"
    assert way[:2] in reader.page.eval_on_selector_all("#graph .lit[data-from]", lit_ways)
    reader.page.keyboard.press("Shift+ArrowUp")
    assert reader.page.evaluate("document.activeElement.dataset.node") == way[-2]
    reader.page.keyboard.press("Enter")
    assert reader.page.evaluate("document.activeElement.dataset.node") == way[-2]
    reader.told(atlas.node(way[-2]).name)
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
