// Lesions: put one anywhere, see what is lost, move it along its nerve.
import { report, registerModePanel } from "../panel/panel.js";
import { showLine, showNotice } from "../app/status.js";
import { Asking } from "./lesion-prompts.js";
import { filled } from "../app/dom.js";
import { choosing } from "./site-picker.js";
import { ENDINGS, fetchLesions } from "./lesions.js";
import { legend } from "./lesion-legend.js";
import { Marking } from "./mark-elements.js";
import { overlaying } from "./nerve-layer.js";
import { definePatterns } from "./loss-patterns.js";
import { endReviving, revive } from "./recovery-animation.js";
import { bringForward } from "./scroll-into-view.js";
import { sliding } from "./lesion-slider.js";
import { signs, strike, unstrike } from "./lesion-markers.js";
import { Telling } from "./lesion-panel.js";

const MODE = "lesion";
const NAMED = 5;

export async function enter(page) {
  const { payload, go, main } = page;
  const lesions = await fetchLesions(page);
  const { words } = lesions;
  const [telling, asking] = [new Telling(lesions), new Asking(lesions)];
  const marking = new Marking(page.highlighter, payload, definePatterns(["lost", "reduced"]));
  const key = legend(words);
  page.figures.after(key);
  const nameOf = (at) => payload.names[at];
  const isEnding = (at) => ENDINGS.includes(payload.kinds[at]);
  const elements = (at) => page.highlighter.byId.get(payload.ids[at]) ?? [];
  let shown = null;
  let asked = "";
  const overlay = overlaying(page, MODE);

  const place = (id, event = null, kept = "push") => go({ lesion: id, select: "" }, event, kept);
  const tools = document.getElementById("lesion-tools");
  const choice = choosing(tools, lesions, (id) => place(id));
  const slider = sliding(tools, lesions, (id, event) => place(id, event, "replace"));

  registerModePanel(MODE, ({ lesion, select, map }) => {
    const at = lesions.place(lesion);
    if (select) return asking.takers(payload.place.get(select), at, map);
    if (at !== undefined) return telling.lesion(at, map);
    return lesion ? asking.choices(payload.place.get(lesion)) : asking.nothing();
  });

  const says = (at) => (shown && isEnding(at) ? words[`lesion.${lesions.state(shown.lesion, at)}`].toLowerCase() : "");

  function listed(ats) {
    const names = ats.slice(0, NAMED).map(nameOf).join(", ");
    return ats.length > NAMED ? filled(words["lesion.more"], { names, n: ats.length - NAMED }) : names;
  }

  // The line below says what is taken, and what the last move gave back or took as well.
  function status(before, select, map) {
    if (select) {
      const at = payload.place.get(select);
      const values = { name: nameOf(at), n: lesions.takers(at, map).length };
      return showLine(filled(words["lesion.asked.status"], values), values.name);
    }
    if (!shown) return showLine(words["lesion.none"]);
    const { lesion, at } = shown;
    const counts = { lost: lesion.lost.length, reduced: lesion.reduced.size, spared: lesion.spared.length };
    const said = [filled(words["lesion.status"], { name: nameOf(at), ...counts })];
    if (before && before.at !== at) {
      const change = lesions.between(before.lesion, lesion);
      for (const name of ["back", "gone"])
        if (change[name].length) said.push(filled(words[`lesion.${name}`], { names: listed(change[name]) }));
      revive(change.back.map(elements));
    }
    return showLine(said.join(" "), nameOf(at));
  }

  // What has to be measured is measured first: after a change that would lay the page out anew.
  function draw({ lesion: id, select }) {
    const nodes = shown ? lesions.nodes(shown.at).map((node) => payload.ids[node]) : [];
    strike(shown ? signs(page, lesions.alike(shown.at), nodes) : []);
    page.highlighter.press(...[id, select].filter(Boolean));
    if (!shown) return marking.clear();
    const { thinned, cut, spared, reduced, lost, thinnedEdges, cutEdges } = shown.lesion;
    const pairs = (edges) => edges.map((edge) => lesions.edges[edge]);
    const classes = { thinned, severed: cut, spared, reduced: reduced.keys(), lost };
    marking.wear(classes, { thinned: pairs(thinnedEdges), severed: pairs(cutEdges) }, says);
    return bringForward(page.figures, ".lost, .reduced");
  }

  // What the address asks for and this mode cannot mean is said once and taken back: a change of state, or null.
  function mended({ lesion, select, show }) {
    const chosen = payload.place.get(select);
    const laid = overlay(show);
    if (laid) return laid;
    if (chosen !== undefined && !isEnding(chosen))
      return { select: "", lesion: lesion || (lesions.seats(chosen).length ? select : "") };
    if (!lesion || lesions.seats(payload.place.get(lesion)).length) return null;
    showNotice([filled(words["lesion.unknown"], { value: lesion })]);
    return { lesion: "" };
  }

  return {
    note: (id) => says(payload.place.get(id)),

    // A place takes the lesion; what a nerve ends in asks for places, and in the panel is looked at in exploring.
    choose(id, event) {
      const at = payload.place.get(id);
      if (event?.target.closest("#told") && (isEnding(at) || !lesions.seats(at).length))
        return { mode: "", select: id };
      if (!isEnding(at)) return { lesion: id, select: "" };
      return { select: id };
    },

    // First what was asked is taken back, then the lesion.
    clear: () => (asked ? { select: "" } : { lesion: "" }),

    show(state) {
      const change = mended(state);
      if (change) return go(change, null, "replace");
      const at = lesions.place(state.lesion);
      const before = shown;
      asked = state.select;
      shown = at === undefined ? null : { at, lesion: lesions.of(at, state.map) };
      key.hidden = false;
      draw(state);
      choice.show(at === undefined ? "" : state.lesion);
      slider.show(at ?? null, state.map);
      for (const button of main.querySelectorAll(".clear")) button.disabled = !state.lesion && !state.select;
      status(before, state.select, state.map);
      return report(payload, state, document.activeElement);
    },

    leave() {
      shown = null;
      key.hidden = true;
      endReviving();
      marking.clear();
      unstrike();
    },
  };
}
