// The mode of drills: a start page, and two drills that ask to draw from memory. The address says what is asked; what the
// reader paints and answers lives in memory only.
import { closest, element, filled } from "../app/dom.js";
import { fetchJson } from "../app/fetch-json.js";
import { styleLoader } from "../app/load-style-sheet.js";
import { showLine, showNotice } from "../app/status.js";
import { addShortcut } from "../keyboard/shortcuts.js";
import { enableClearButtons } from "../lesion/mode-helpers.js";
import { newSeed, shuffled } from "../quiz/seeded-random.js";
import { ANSWER, nextTask, readPlace, writePlace } from "./drill-address.js";
import { BuildDrill } from "./build-drill.js";
import { PaintDrill } from "./paint-drill.js";
import { PaintPage } from "./paint-page.js";
import { startPage } from "./start-page.js";

/** @import { DrawingData } from "../pain-drawing/drawing-tables.js" */
/** @import { DrillPlace } from "./drill-address.js" */
/** @import { DrillData } from "./paint-drill.js" */

const CHOICE_KEYS = ["1", "2", "3", "4"];
const loadChartStyle = styleLoader("painting");
const NARROW = matchMedia("(max-width: 59.99rem)");

/** @param {Page} page */
export async function enter(page) {
  const { payload, go, main, highlighter } = page;
  /** @type {[DrillData, DrawingData, void]} */
  const [data, drawing] = await Promise.all([
    fetchJson(page.answers.drills),
    fetchJson(page.answers.drawing),
    loadChartStyle(page),
  ]);
  const { words, roots } = data;
  const nerves = Object.keys(data.fields);
  const known = { paint: [...roots, ...nerves], build: Object.keys(data.builds) };
  const box = document.getElementById("drills");
  const caption = element("p", { className: "drill-task", ariaHidden: "true" });
  const drill = new PaintDrill(page, data, drawing, PaintPage.key(words));
  /** @type {State | null} */
  let state = null;
  /** @type {DrillPlace} */
  let place = { drill: "", id: "", at: "" };
  let shownPlace = "";
  /** @type {(() => void)[]} */
  let removers = [];

  const open = (/** @type {"paint" | "build"} */ name, /** @type {string} */ id, change = {}) =>
    go({ part: writePlace({ drill: name, id, at: "" }), ...change });

  function next() {
    const seed = state.seed || newSeed();
    open("paint", nextTask(drill.isRoot(place.id) ? roots : nerves, place.id, seed), { seed });
  }
  function surprise() {
    const seed = newSeed();
    open("paint", shuffled(roots, seed)[0], { seed });
  }
  function again() {
    drill.restart();
    open("paint", place.id);
  }
  const answer = () => go({ part: writePlace({ ...place, at: ANSWER }) });
  const paintPage = new PaintPage(payload, data, drill, {
    answer,
    again,
    next,
    start: () => go({ part: "", seed: "" }),
    map: (map) => go({ map }, null, "replace"),
  });

  const build = new BuildDrill(payload, data, {
    go: (n) => go({ part: writePlace({ ...place, at: String(n + 1) }) }),
    again: () => open("build", place.id, { seed: newSeed() }),
    start: () => go({ part: "", seed: "" }),
    shown() {
      showBuild();
      /** @type {HTMLElement | null} */ (box.querySelector(".drill-acts .start"))?.focus({ preventScroll: true });
      document.dispatchEvent(new CustomEvent("atlas:settled", { detail: { state: { ...state }, page } }));
    },
  });

  /** What the keys do in a drill. */
  function addShortcuts() {
    const isBuilding = () => place.drill === "build";
    const isPainting = () => place.drill === "paint";
    const hasAnswer = () => isPainting() && place.at === ANSWER;
    removers = [
      addShortcut("a", "keys.drills.answer", () => (isPainting() && !hasAnswer() ? answer() : false)),
      addShortcut("t", "keys.drills.again", () => (hasAnswer() ? again() : false)),
      addShortcut("n", "keys.drills.next", () => (isPainting() ? next() : isBuilding() && build.next())),
      addShortcut(CHOICE_KEYS, "keys.drills.choose", ({ key }) => isBuilding() && build.choose(Number(key) - 1)),
    ];
  }

  function showStart() {
    const named = (/** @type {string[]} */ ids) => ids.map((id) => /** @type {[string, string]} */ ([id, payload.nameOf(id)])); // prettier-ignore
    const tasks = { roots: roots.map((id) => /** @type {[string, string]} */ ([id, id])), nerves: named(nerves) };
    const builds = known.build.map((id) => /** @type {[string, string]} */ ([id, build.nameOf(id)]));
    const begin = (/** @type {"paint" | "build"} */ name, /** @type {string} */ id) =>
      open(name, id, name === "build" ? { seed: newSeed() } : {});
    box.replaceChildren(...startPage(words, { ...tasks, builds }, { open: begin, surprise }));
    showLine(words["drills.lead"], words["drills.title"]);
  }

  function showBuild() {
    box.replaceChildren(...build.page(place.id, place.at, state.seed));
    highlighter.show(payload, build.built(), "on");
    showLine(box.querySelector(".verdict-said, .drill-score, h2").textContent, words["drills.title"]);
  }

  function showPaint() {
    const { id, at } = place;
    drill.show(place, state);
    const parts = at === ANSWER ? paintPage.result(id, state.map) : paintPage.task(id, state.map);
    box.replaceChildren(...parts);
    const title = paintPage.titleOf(id);
    caption.textContent = title;
    drill.board.element.prepend(caption);
    const score = box.querySelector(".drill-score, .lead")?.textContent ?? "";
    showLine(at === ANSWER ? score : title, title);
  }

  /** A reader who moves on inside the drills hears and sees the new heading. */
  function focusHeading() {
    const name = `${writePlace(place)} ${state.seed}`;
    if (shownPlace && shownPlace !== name) {
      box.scrollTop = 0;
      if (NARROW.matches) scrollTo({ top: 0 }); // the list of drills is longer than a phone's screen
      box.querySelector("h2").focus({ preventScroll: true });
    }
    shownPlace = name;
  }

  return {
    choose: (/** @type {string} */ id, /** @type {Event} */ event) =>
      closest(event, "#drills") ? { mode: "", select: id } : null,

    clear: () => null,

    network: () => (place.drill === "build" ? build.built() : null),

    /** @param {State} current */
    show(current) {
      const read = readPlace(current.part, known);
      if (!read) {
        showNotice([filled(words["drills.unknown"], { value: current.part })]);
        return go({ part: "" }, null, "replace");
      }
      if (!removers.length) addShortcuts();
      state = current;
      place = read;
      main.dataset.drill = place.drill || "start";
      highlighter.show(payload, null, "on");
      enableClearButtons(main, false);
      if (place.drill !== "paint") drill.leave();
      if (place.drill === "paint") showPaint();
      else if (place.drill === "build") showBuild();
      else showStart();
      return focusHeading();
    },

    leave() {
      for (const remove of removers) remove();
      removers = [];
      shownPlace = "";
      drill.leave();
      delete main.dataset.drill;
    },
  };
}
