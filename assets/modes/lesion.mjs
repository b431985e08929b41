// Lesions: put one anywhere, see what is lost, move it along its nerve.
import { report, tellInMode } from "../panel.mjs";
import { toggled } from "../plates.mjs";
import { showLine, showNotice } from "../status.mjs";
import { element, filled } from "../lesions/building.mjs";
import { choosing } from "../lesions/choosing.mjs";
import { ENDINGS, fetchLesions } from "../lesions/lesions.mjs";
import { Marking } from "../lesions/marking.mjs";
import { definePatterns, patch, svg } from "../lesions/patterns.mjs";
import { sliding } from "../lesions/sliding.mjs";
import { sign, strike, unstrike } from "../lesions/striking.mjs";
import { Telling } from "../lesions/telling.mjs";

const MODE = "lesion";
const NERVES = "nerves";
const NAMED = 5;
const REVIVED = 2200;

function legend(words) {
  const line = (name) => svg("svg", { class: "patch", viewBox: "0 0 34 20", width: 34, height: 20, "aria-hidden": "true" }, svg("path", { class: `way ${name}`, d: "M2 10H32" }));
  const mark = svg("svg", { class: "patch", viewBox: "-17 -10 34 20", width: 34, height: 20, "aria-hidden": "true" }, sign(8));
  const drawn = { lost: patch("lost"), reduced: patch("reduced"), spared: patch("spared"), cut: line("cut"), thinned: line("thinned"), mark };
  const items = Object.entries(drawn).map(([name, shown]) => element("li", {}, shown, words[`lesion.legend.${name}`]));
  return element("ul", { className: "taken-legend", ariaLabel: words["lesion.legend"] }, items);
}

export async function enter(page) {
  const { payload, go, main } = page;
  const lesions = await fetchLesions(page);
  const { words } = lesions;
  const tools = document.getElementById("lesion-tools");
  const telling = new Telling(lesions);
  const marking = new Marking(page.lights, payload, definePatterns(["lost", "reduced"]));
  const key = legend(words);
  let shown = null;
  let overlaid = false;
  let state = {};
  let reviving = 0;

  const place = (id, event, kept) => go({ lesion: id, select: "" }, event, kept);
  const choice = choosing(tools, lesions, { search: words["lesion.search"], choose: words["lesion.choose"] }, (id) => place(id));
  const slider = sliding(tools, lesions, (id, event) => place(id, event, "replace"));

  tellInMode(MODE, ({ lesion, select, map }) => {
    const at = lesions.place(lesion);
    if (select) return telling.asked(payload.place.get(select), at, map);
    if (at !== undefined) return telling.lesion(at, map);
    return lesion ? telling.choices(payload.place.get(lesion)) : telling.nothing();
  });

  const says = (at) => (shown && ENDINGS.includes(payload.kinds[at]) ? words[`lesion.${lesions.state(shown.lesion, at)}`].toLowerCase() : "");

  function listed(ats) {
    const names = ats.slice(0, NAMED).map((at) => payload.names[at]).join(", ");
    return ats.length > NAMED ? filled(words["lesion.more"], { names, n: ats.length - NAMED }) : names;
  }

  // What comes back is marked one by one, for a moment.
  function revive(ats) {
    clearTimeout(reviving);
    const off = () => document.querySelectorAll(".revived").forEach((one) => one.classList.remove("revived"));
    off();
    ats.forEach((at, n) => {
      for (const one of page.lights.byId.get(payload.ids[at]) ?? []) {
        one.classList.add("revived");
        one.style.setProperty("--turn", Math.min(n, 20));
      }
    });
    reviving = setTimeout(off, REVIVED + Math.min(ats.length, 20) * 60);
  }

  function status(before) {
    if (state.select) {
      const name = payload.names[payload.place.get(state.select)];
      const n = lesions.takers(payload.place.get(state.select), state.map).length;
      return showLine(filled(words["lesion.asked.status"], { name, n }), name);
    }
    if (!shown) return showLine(words["lesion.none"]);
    const { lesion, at } = shown;
    const counts = { lost: lesion.lost.length, reduced: lesion.reduced.size, spared: lesion.spared.length };
    const said = [filled(words["lesion.status"], { name: payload.names[at], ...counts })];
    const change = before && before.map === shown.map ? lesions.between(before.lesion, lesion) : { back: [], gone: [] };
    if (before) for (const name of ["back", "gone"]) if (change[name].length) said.push(filled(words[`lesion.${name}`], { names: listed(change[name]) }));
    showLine(said.join(" "), payload.names[at]);
    revive(change.back);
  }

  function draw(at) {
    if (at === undefined) {
      marking.clear();
      unstrike();
      page.lights.press(...(state.select ? [state.select] : []));
      return;
    }
    const { lesion } = shown;
    const { cut, thinned, cutEdges, thinnedEdges, lost, reduced, spared } = lesion;
    const pairs = (edges) => edges.map((edge) => lesions.edges[edge]);
    marking.wear({ thinned, cut, spared, reduced: reduced.keys(), lost }, { thinned: pairs(thinnedEdges), cut: pairs(cutEdges) }, says);
    const nodes = lesions.nodes(at).map((node) => payload.ids[node]);
    unstrike();
    strike(page, payload.ids[at], nodes);
    page.lights.press(state.lesion, ...nodes, ...(state.select ? [state.select] : []));
  }

  return {
    says: (id) => says(payload.place.get(id)),

    choose(id, event) {
      const at = payload.place.get(id);
      if (!ENDINGS.includes(payload.kinds[at])) return { lesion: id, select: "" };
      if (event?.target.closest("#told")) return { mode: "", select: id };
      return { select: id === state.select ? "" : id };
    },

    clear: () => (state.select ? { select: "" } : state.lesion ? { lesion: "" } : null),

    show(asked) {
      state = { ...asked };
      if (!overlaid) {
        overlaid = true;
        page.figures.after(key);
        if (!state.show.split(",").includes(NERVES)) return go({ show: toggled(state.show, NERVES) }, null, "replace");
      }
      const chosen = payload.place.get(state.select);
      if (chosen !== undefined && !ENDINGS.includes(payload.kinds[chosen]))
        return go({ select: "", lesion: state.lesion || (lesions.seats(chosen).length ? state.select : "") }, null, "replace");
      const at = lesions.place(state.lesion);
      if (state.lesion && at === undefined && !lesions.seats(payload.place.get(state.lesion)).length) {
        showNotice([filled(words["lesion.unknown"], { value: state.lesion })]);
        return go({ lesion: "" }, null, "replace");
      }
      key.hidden = false;
      const before = shown;
      shown = at === undefined ? null : { at, map: state.map, lesion: lesions.of(at, state.map) };
      draw(at);
      choice.show(at === undefined ? "" : state.lesion);
      slider.show(at ?? null, state.map);
      for (const button of main.querySelectorAll(".clear")) button.disabled = !state.lesion && !state.select;
      status(before);
      report(payload, state, document.activeElement);
    },

    leave() {
      shown = null;
      key.hidden = true;
      marking.clear();
      unstrike();
      showLine("");
    },
  };
}
