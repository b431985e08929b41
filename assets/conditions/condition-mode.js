// Conditions: all of them in groups, and a page for each, with its pathway lit and the lesion it makes drawn.
import { report, registerModePanel } from "../panel/panel.js";
import { showLine, showNotice } from "../app/status.js";
import { fetchConditions, PATHWAY } from "./conditions.js";
import { ConditionTelling } from "./condition-panel.js";
import { element, filled } from "../app/dom.js";
import { ENDINGS } from "../lesion/lesions.js";
import { Marking } from "../lesion/mark-elements.js";
import { overlaying } from "../lesion/nerve-layer.js";
import { definePatterns, patch } from "../lesion/loss-patterns.js";
import { bringForward } from "../lesion/scroll-into-view.js";
import { signs, strike, unstrike } from "../lesion/lesion-markers.js";

const MODE = "conditions";
const FILLED = ["lost", "reduced", "felt"];

function legend(words) {
  const items = [...FILLED, "spared"].map((name) =>
    element("li", { className: `key-${name}` }, patch(name), words[`conditions.${name}`]),
  );
  return element("ul", { className: "taken-legend", ariaLabel: words["conditions.legend"], hidden: true }, items);
}

export async function enter(page) {
  const { payload, go, main, highlighter } = page;
  const conditions = await fetchConditions(page);
  const { words, lesions } = conditions;
  const telling = new ConditionTelling(conditions);
  const marking = new Marking(highlighter, payload, definePatterns(FILLED));
  const key = legend(words);
  page.figures.after(key);
  const place = (id) => payload.place.get(id);
  let drawn = { id: "", shown: null, lesion: null };
  const overlay = overlaying(page, MODE);

  registerModePanel(MODE, (state) => {
    const { select, part } = state;
    return conditions.has(select) ? telling.page(select, state, conditions.shown(select, part)) : telling.index(state);
  });

  function says(at) {
    const { id, lesion } = drawn;
    if (!ENDINGS.includes(payload.kinds[at])) return "";
    if (conditions.felt[id]) return conditions.felt[id].includes(payload.ids[at]) ? words["conditions.felt"] : "";
    return lesion ? words[`conditions.${lesions.state(lesion, at)}`] : "";
  }

  function mark() {
    const { id, shown, lesion } = drawn;
    const felt = (conditions.felt[id] ?? []).map(place);
    main.dataset.struck = lesion ? "lesion" : felt.length ? "felt" : "";
    key.hidden = !main.dataset.struck;
    const nodes = lesion ? lesions.nodes(place(shown)).map((at) => payload.ids[at]) : [];
    strike(lesion ? signs(page, lesions.alike(place(shown)), nodes) : []);
    if (felt.length) marking.wear({ felt }, {}, says);
    else if (!lesion) return marking.clear();
    else {
      const { thinned, cut, spared, reduced, lost, thinnedEdges, cutEdges } = lesion;
      const pairs = (edges) => edges.map((edge) => lesions.edges[edge]);
      const classes = { thinned, severed: cut, spared, reduced: reduced.keys(), lost };
      marking.wear(classes, { thinned: pairs(thinnedEdges), severed: pairs(cutEdges) }, says);
    }
    return bringForward(page.figures, ".lost, .reduced, .felt");
  }

  function status() {
    const { id, shown, lesion } = drawn;
    if (!id) return showLine(words["conditions.title"]);
    const name = payload.names[place(id)];
    if (!lesion) return showLine(filled(words[shown ? "conditions.lit" : "conditions.unlit"], { name }), name);
    const site = payload.names[place(shown)];
    const counts = { lost: lesion.lost.length, reduced: lesion.reduced.size };
    return showLine(filled(words["conditions.status"], { name, site, ...counts }), name);
  }

  // What the address asks for and this mode cannot mean is taken back: a change of state, or null.
  function mended({ select, part, show }) {
    if (select && !conditions.has(select)) return { select: "", part: "" };
    if (part && (!select || conditions.shown(select, part) !== part)) {
      showNotice([filled(words["conditions.unknown"], { value: part })]);
      return { part: "" };
    }
    return select ? overlay(show) : null;
  }

  main.addEventListener("click", (event) => {
    const button = main.dataset.mode === MODE && event.target.closest("#told button");
    if (!button) return;
    if (button.dataset.shown) go({ part: button.dataset.shown }, event);
    else if ("all" in button.dataset) go({ select: "", part: "" }, event);
  });

  return {
    note: (id) => says(place(id)),

    // Another condition has its page here; all else is looked at in exploring.
    choose: (id) => (conditions.has(id) ? { select: id, part: "" } : { mode: "", select: id }),

    clear: () => (drawn.id ? { select: "", part: "" } : null),

    show(state) {
      const change = mended(state);
      if (change) return go(change, null, "replace");
      const { select: id, part, map } = state;
      const shown = id ? conditions.shown(id, part) : null;
      const lesion = shown && shown !== PATHWAY ? lesions.of(place(shown), map) : null;
      const turned = id !== drawn.id; // what is shown of one page is chosen within it, and the focus stays there
      drawn = { id, shown, lesion };
      const lit = lesion ? shown : conditions.felt[id] ? "" : id;
      highlighter.show(payload, lit ? payload.pathway(lit, map) : null, "on");
      mark();
      for (const button of main.querySelectorAll(".clear")) button.disabled = !id;
      status();
      return report(payload, state, turned ? document.activeElement : null);
    },

    leave() {
      drawn = { id: "", shown: null, lesion: null };
      key.hidden = true;
      delete main.dataset.struck;
      marking.clear();
      unstrike();
    },
  };
}
