// Two places side by side: what both take, what only one takes, and what tells them apart.
import { report, registerModePanel } from "../panel/panel.js";
import { showLine, showNotice } from "../app/status.js";
import { choosing } from "./site-pickers.js";
import { fetchComparing } from "./comparison.js";
import { ApartTelling } from "./compare-panel.js";
import { element, filled } from "../app/dom.js";
import { ENDINGS } from "../lesion/lesions.js";
import { Marking } from "../lesion/mark-elements.js";
import { definePatterns, patch } from "../lesion/loss-patterns.js";
import { bringForward } from "../lesion/scroll-into-view.js";
import { signs, strike, unstrike } from "../lesion/lesion-markers.js";

const MODE = "apart";
const LETTERS = ["A", "B"];
const TAKEN = { both: "both", "only-a": "onlyA", "only-b": "onlyB" };

function legend(words, meanings) {
  const items = Object.entries(meanings).map(([name, text]) => element("li", {}, patch(name), text));
  return element("ul", { className: "taken-legend", ariaLabel: words["apart.legend"], hidden: true }, items);
}

export async function enter(page) {
  const { payload, go, main } = page;
  const comparing = await fetchComparing(page);
  const { words, lesions } = comparing;
  const telling = new ApartTelling(comparing);
  const marking = new Marking(page.highlighter, payload, definePatterns(Object.keys(TAKEN)));
  const meanings = {
    both: words["apart.both.legend"],
    "only-a": words["apart.only-a"],
    "only-b": words["apart.only-b"],
    spared: words["apart.spared"],
  };
  const key = legend(words, meanings);
  page.figures.after(key);
  const tools = document.getElementById("apart-tools");
  const choice = choosing(tools, comparing, (pair) => go({ pair, select: "" }));
  let shown = null;

  registerModePanel(MODE, ({ pair, map }) => {
    const ats = comparing.sides(pair);
    return ats ? telling.tell(ats, map) : telling.nothing();
  });

  function says(at) {
    if (!shown || !ENDINGS.includes(payload.kinds[at])) return "";
    return meanings[Object.keys(TAKEN).find((one) => shown.held[TAKEN[one]].includes(at)) ?? "spared"];
  }

  function signed(at, letter) {
    return lesions.seats(at).flatMap((site) => {
      const nodes = lesions.nodes(site).map((node) => payload.ids[node]);
      return signs(page, lesions.alike(site), nodes, letter);
    });
  }

  function draw() {
    strike(shown ? LETTERS.flatMap((letter, n) => signed(shown.ats[n], letter)) : []);
    page.highlighter.press();
    if (!shown) return marking.clear();
    const taken = Object.fromEntries(Object.entries(TAKEN).map(([name, own]) => [name, shown.held[own]]));
    const touched = Object.values(taken).flat();
    marking.wear({ spared: lesions.targets.filter((at) => !touched.includes(at)), ...taken }, {}, says);
    return bringForward(page.figures, ".both, .only-a, .only-b");
  }

  function status() {
    if (!shown) return showLine(words["apart.head"]);
    const { ats, held } = shown;
    const names = ats.map((at) => payload.names[at]);
    const counts = { both: held.both.length, a_only: held.onlyA.length, b_only: held.onlyB.length };
    return showLine(filled(words["apart.status"], { a: names[0], b: names[1], ...counts }), names.join(" · "));
  }

  return {
    note: (id) => says(payload.place.get(id)),

    // What the panel names is looked at in exploring; a place in the figures or the graph becomes the second of two.
    choose(id, event) {
      if (event?.target.closest("#told")) return { mode: "", select: id };
      const at = comparing.side(id);
      return at !== undefined && shown && !shown.ats.includes(at)
        ? { pair: `${payload.ids[shown.ats[0]]},${id}` }
        : null;
    },

    clear: () => (shown ? { pair: "" } : null),

    show(state) {
      const ats = state.pair ? comparing.sides(state.pair) : null;
      if (state.pair && !ats) {
        showNotice([filled(words["apart.unknown"], { value: state.pair })]);
        return go({ pair: "" }, null, "replace");
      }
      key.hidden = false;
      shown = ats && { ats, held: comparing.held(ats[0], ats[1], state.map) };
      draw();
      choice.show(ats);
      for (const button of main.querySelectorAll(".clear")) button.disabled = !shown;
      status();
      return report(payload, state, document.activeElement);
    },

    leave() {
      shown = null;
      key.hidden = true;
      marking.clear();
      unstrike();
    },
  };
}
