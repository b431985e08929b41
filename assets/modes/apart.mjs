// Two places side by side: what both take, what only one takes, and what tells them apart.
import { report, tellInMode } from "../panel.mjs";
import { showLine, showNotice } from "../status.mjs";
import { Comparing } from "../apart/comparing.mjs";
import { ApartTelling } from "../apart/telling.mjs";
import { element, filled } from "../lesions/building.mjs";
import { ENDINGS, fetchLesions } from "../lesions/lesions.mjs";
import { Marking } from "../lesions/marking.mjs";
import { definePatterns, patch } from "../lesions/patterns.mjs";
import { bringForward } from "../lesions/showing.mjs";
import { strike, unstrike } from "../lesions/striking.mjs";

const MODE = "apart";
const LETTERS = ["A", "B", "C"];
const TAKEN = { both: "both", "only-a": "onlyA", "only-b": "onlyB" };

async function fetchComparing(page) {
  const [lesions, response] = await Promise.all([fetchLesions(page), fetch(page.answers.pairs)]);
  if (!response.ok) throw new Error(`${response.status}`);
  return new Comparing(lesions, await response.json());
}

function chooser(id, label, options, take) {
  const listed = element("select", { id, on: { change: () => take(listed.value) } }, options);
  return { listed, labelled: element("label", { htmlFor: id }, element("span", {}, label), listed) };
}

export async function enter(page) {
  const { payload, go, main } = page;
  const comparing = await fetchComparing(page);
  const { words, lesions } = comparing;
  const telling = new ApartTelling(comparing);
  const marking = new Marking(page.lights, payload, definePatterns(Object.keys(TAKEN)));
  const nameOf = (at) => payload.names[at];
  const idsOf = (ats) => ats.map((at) => payload.ids[at]).join();
  let shown = null;

  const option = (ats) => element("option", { value: idsOf(ats) }, ats.map(nameOf).join(" · "));
  const none = () => element("option", { value: "" }, words["apart.none"]);
  const grouped = (label, all) => element("optgroup", { label }, all.map(option));
  const pairs = [none(), grouped(words["apart.pair"], comparing.pairs), grouped(words["apart.three"], comparing.triples)];
  const known = chooser("apart-pair", words["apart.pair"], pairs, (pair) => go({ pair, select: "" }));
  const conditions = Object.keys(lesions.sits).map(Number).filter((at) => lesions.place(payload.ids[at]) === undefined);
  const groups = () => [
    element("option", { value: "" }, words["apart.none"]),
    ...lesions.groups.map(([heading, ids]) => element("optgroup", { label: heading }, ids.map((id) => option([payload.place.get(id)])))),
    element("optgroup", { label: lesions.words["lesion.conditions"] }, [...conditions, ...comparing.off].map((at) => option([at]))),
  ];
  const free = () => [a.listed.value, b.listed.value].every(Boolean) && go({ pair: `${a.listed.value},${b.listed.value}`, select: "" });
  const a = chooser("apart-a", words["apart.a"], groups(), free);
  const b = chooser("apart-b", words["apart.b"], groups(), free);
  const any = element("div", { className: "choosing", role: "group", ariaLabel: words["apart.any"] }, a.labelled, b.labelled);
  document.getElementById("apart-tools").append(known.labelled, any);

  const signs = { both: words["apart.both.legend"], "only-a": words["apart.only-a"], "only-b": words["apart.only-b"], spared: words["apart.spared"] };
  const items = Object.entries(signs).map(([name, text]) => element("li", {}, patch(name), text));
  const key = element("ul", { className: "taken-legend", ariaLabel: words["apart.legend"], hidden: true }, items);
  page.figures.after(key);

  tellInMode(MODE, ({ pair, map }) => {
    const ats = comparing.sides(pair);
    return ats ? telling.tell(ats, map) : telling.nothing();
  });

  const says = (at) => {
    const name = shown && Object.keys(TAKEN).find((one) => shown.held[TAKEN[one]].includes(at));
    return shown && ENDINGS.includes(payload.kinds[at]) ? signs[name ?? "spared"] : "";
  };

  function draw(ats) {
    unstrike();
    if (!shown) return marking.clear();
    const { held } = shown;
    const taken = Object.fromEntries(Object.entries(TAKEN).map(([name, own]) => [name, held[own]]));
    const touched = Object.values(taken).flat();
    marking.wear({ spared: lesions.endings.filter((at) => !touched.includes(at)), ...taken }, {}, says);
    bringForward(page.figures, ".both, .only-a, .only-b");
    ats.slice(0, 2).forEach((at, n) => {
      for (const site of lesions.seats(at)) strike(page, payload.ids[site], lesions.nodes(site).map((node) => payload.ids[node]), LETTERS[n]);
    });
  }

  function choices(state, ats) {
    const turned = (all) => all.find((one) => ats && one.length === ats.length && ats.every((at) => one.includes(at)));
    const listed = turned(comparing.pairs) ?? turned(comparing.triples);
    known.listed.value = listed ? idsOf(listed) : "";
    [a, b].forEach(({ listed: list }, n) => (list.value = ats ? payload.ids[ats[n]] : list.value));
  }

  return {
    says: (id) => says(payload.place.get(id)),

    // Everything named here is looked at in exploring; a place in the figures or the graph is put in as the second.
    choose(id, event) {
      if (event?.target.closest("#told")) return { mode: "", select: id };
      const at = comparing.side(id);
      return at !== undefined && shown && !shown.ats.includes(at) ? { pair: `${payload.ids[shown.ats[0]]},${id}` } : null;
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
      draw(ats);
      choices(state, ats);
      for (const button of main.querySelectorAll(".clear")) button.disabled = !shown;
      const named = shown ? ats.map(nameOf).join(" · ") : "";
      const counts = shown && { both: shown.held.both.length, a_only: shown.held.onlyA.length, b_only: shown.held.onlyB.length };
      showLine(shown ? filled(words["apart.status"], { a: nameOf(ats[0]), b: nameOf(ats[1]), ...counts }) : words["apart.head"], named);
      report(payload, state, document.activeElement);
    },

    leave() {
      shown = null;
      key.hidden = true;
      marking.clear();
      unstrike();
    },
  };
}
