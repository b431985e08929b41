// The conditions mode: an index in groups, and a page for each condition with its pathway or its lesion in the figures.
import { report, registerModePanel } from "../panel/panel.js";
import { showLine, showNotice } from "../app/status.js";
import { fetchConditions, PATHWAY } from "./conditions.js";
import { ConditionPanel } from "./condition-panel.js";
import { closest, element, filled } from "../app/dom.js";
import { ElementMarker } from "../lesion/mark-elements.js";
import { enableClearButtons } from "../lesion/mode-helpers.js";
import { NerveLayer } from "../lesion/nerve-layer.js";
import { definePatterns, patch } from "../lesion/loss-patterns.js";
import { scrollToMarked } from "../lesion/scroll-into-view.js";
import { createLesionLegend } from "../lesion/lesion-legend.js";
import { lesionMarkers, removeMarkers, showMarkers } from "../lesion/lesion-markers.js";

/** @import { Lesion, StateChange, Words } from "../lesion/types" */
/** @import { Patches } from "./conditions.js" */
/**
 * @typedef {object} Shown  the condition and what the figures show
 * @property {string} id
 * @property {string | null} view
 * @property {Lesion | null} lesion
 * @property {Patches | null} patches  of referred pain
 */

const MODE = "conditions";
const PATTERNED = ["lost", "reduced", "at-times", "felt", "referred", "referred-faint"];
/** How often referred pain is felt → class of the skin. */
const REFERRED = /** @type {const} */ ({ often: "referred", sometimes: "referred-faint" });
/** @type {Shown} */
const NOTHING = { id: "", view: null, lesion: null, patches: null };

/**
 * The legend of a lesion, and of where a condition without one is felt.
 * @param {Words} words
 * @param {Words} lesionWords
 */
function createLegend(words, lesionWords) {
  const legend = createLesionLegend(lesionWords);
  legend.ariaLabel = words["conditions.legend"];
  legend.prepend(
    element("li", { className: "key-felt" }, patch("felt"), words["conditions.felt"]),
    ...Object.entries(REFERRED).map(([how, name]) =>
      element("li", { className: "key-referred" }, patch(name), words[`conditions.referred.key.${how}`]),
    ),
  );
  return legend;
}

/** @param {Page} page */
export async function enter(page) {
  const { payload, go, main, highlighter } = page;
  const conditions = await fetchConditions(page);
  const { words, lesions } = conditions;
  const { felt } = conditions.data;
  const panel = new ConditionPanel(conditions);
  const marker = new ElementMarker(highlighter, payload, definePatterns(PATTERNED));
  const legend = createLegend(words, lesions.words);
  page.figures.after(legend);
  const indexOf = (/** @type {string} */ id) => payload.indexOf.get(id);
  let current = NOTHING;
  const nerveLayer = new NerveLayer(page, MODE);

  registerModePanel(MODE, (state) => {
    const { select, part } = state;
    return conditions.has(select) ? panel.page(select, state, conditions.viewOf(select, part)) : panel.index(state);
  });

  /** @param {number} index */
  function stateInWords(index) {
    const { id, lesion, patches } = current;
    if (!lesions.isTarget(index)) return "";
    if (patches) {
      const how = Object.keys(REFERRED).find((one) => patches[one].includes(payload.ids[index]));
      return how ? words[`conditions.referred.key.${how}`] : "";
    }
    if (felt[id]) return felt[id].includes(payload.ids[index]) ? words["conditions.felt"] : "";
    return lesion ? words[`conditions.${lesions.stateOf(lesion, index)}`] : "";
  }

  function draw() {
    const { id, view, lesion, patches } = current;
    const feltSkin = (felt[id] ?? []).map(indexOf);
    main.dataset.struck = lesion ? "lesion" : patches ? "referred" : feltSkin.length ? "felt" : "";
    legend.hidden = !main.dataset.struck;
    const nodes = lesion ? lesions.removedNodes(indexOf(view)).map((node) => payload.ids[node]) : [];
    showMarkers(lesion ? lesionMarkers(page, lesions.equivalentIds(indexOf(view)), nodes) : []);
    if (patches) {
      const marks = Object.entries(REFERRED).map(([how, name]) => [name, patches[how].map(indexOf)]);
      marker.mark(Object.fromEntries(marks), {}, stateInWords);
    } else if (feltSkin.length) marker.mark({ felt: feltSkin }, {}, stateInWords);
    else if (!lesion) return marker.clear();
    else {
      const classes = lesions.classesOf(lesion);
      marker.mark(classes.nodes, classes.edges, stateInWords);
      legend.dataset.severity = lesion.severity;
    }
    return scrollToMarked(page.figures, `.${PATTERNED.join(", .")}`);
  }

  function showStatus() {
    const { id, view, lesion } = current;
    if (!id) return showLine(words["conditions.title"]);
    const name = payload.names[indexOf(id)];
    if (!lesion) return showLine(filled(words[view ? "conditions.lit" : "conditions.unlit"], { name }), name);
    const site = payload.names[indexOf(view)];
    const counts = { lost: lesion.lost.length, reduced: lesion.reduced.size };
    const key = lesion.severity === "intermittent" ? "conditions.status.intermittent" : "conditions.status";
    return showLine(filled(words[key], { name, site, ...counts }), name);
  }

  /**
   * The change that turns an address this mode cannot show into one that it can; null if there is nothing to correct.
   * @param {State} state
   * @returns {StateChange | null}
   */
  function correction({ select, part, show }) {
    if (select && !conditions.has(select)) return { select: "", part: "" };
    if (part && (!select || ![conditions.viewOf(select, part), conditions.originOf(select, part)].includes(part))) {
      showNotice([filled(words["conditions.unknown"], { value: part })]);
      return { part: "" };
    }
    return select ? nerveLayer.changeFor(show) : null;
  }

  main.addEventListener("click", (event) => {
    const button = main.dataset.mode === MODE && closest(event, "#told button");
    if (!button) return;
    if ("shown" in button.dataset) go({ part: button.dataset.shown }, event);
    else if ("all" in button.dataset) go({ select: "", part: "" }, event);
  });

  return {
    note: (/** @type {string} */ id) => stateInWords(indexOf(id)),

    // A condition opens its page here; any other node opens in exploring.
    choose: (/** @type {string} */ id) => (conditions.has(id) ? { select: id, part: "" } : { mode: "", select: id }),

    clear: () => (current.id ? { select: "", part: "" } : null),

    /** @param {State} state */
    show(state) {
      const change = correction(state);
      if (change) return go(change, null, "replace");
      const { select: id, part, map } = state;
      const view = id ? conditions.viewOf(id, part) : null;
      const lesion = view && view !== PATHWAY ? lesions.lesionAt(indexOf(view), map) : null;
      const isNewPage = id !== current.id; // a choice within a page leaves the focus where it is
      current = { id, view, lesion, patches: lesion ? null : conditions.patchesOf(id, part) };
      // at rest nothing is lost, so an intermittent lesion is not painted over the whole leg
      const isAtRest = lesion?.severity === "intermittent";
      const highlighted = isAtRest || (!lesion && felt[id]) ? "" : lesion ? view : id;
      highlighter.show(payload, highlighted ? payload.pathway(highlighted, map) : null, "on");
      draw();
      enableClearButtons(main, Boolean(id));
      showStatus();
      return report(payload, state, isNewPage ? document.activeElement : null);
    },

    leave() {
      nerveLayer.leave();
      current = NOTHING;
      legend.hidden = true;
      delete main.dataset.struck;
      marker.clear();
      removeMarkers();
    },
  };
}
