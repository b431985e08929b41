// Puts the panel together from fragments that Python made, and hands it to Dash, which draws it.
import { arrived, asked, bringDash } from "./dash-loader.js";
import { ribbon } from "./pathway-steps.js";
import { showNotice } from "../app/status.js";
import { stirred } from "../app/first-interaction.js";
import { asTree, offerTree, part } from "./component-tree.js";

const LISTED = ["muscle", "reflex", "condition", "territory"];
const TITLES = { muscle: "muscles", reflex: "reflexes", condition: "conditions", territory: "territories" };
const FOLDED = "sources";
const TOLD = ["mode", "select", "map", "lesion", "findings", "case", "pair", "maps", "part", "voice", "tour", "step"];
let payload = null;
let waiting = null;

// A string in the voice that was asked for, where that voice has one of its own.
const said = (key) => payload.words[`${key}.${latest?.voice}`] ?? payload.words[key];

function heading(name, children) {
  const count =
    Array.isArray(children.props?.children) && name !== "chains" ? ` (${children.props.children.length})` : "";
  return part("H3", { children: said(`panel.${name}`) + count });
}

export function section(name, children) {
  const lead = said(`panel.${name}.lead`);
  const head = [heading(name, children), ...(lead ? [part("P", { children: lead, className: "lead" })] : [])];
  if (name !== FOLDED) return part("Section", { className: `part ${name}`, children: [...head, children] });
  const [first, ...more] = head;
  const fold = part("Details", { children: [part("Summary", { children: first }), ...more, children] });
  return part("Section", { className: `part ${name}`, children: fold });
}

function chainSection(answer, map) {
  const lines = ribbon(payload, answer);
  if (!lines.length) return [];
  const by = [part("P", { className: "by", children: `${payload.words["panel.by"]}: ${payload.maps[map]}` })];
  const rooted = answer.nodes.some((at) => payload.kinds[at] === "root");
  if (!rooted) by.push(part("P", { className: "by silent", children: payload.words["panel.silent"] }));
  return [section("chains", part("Div", { children: [...lines, ...by] }))];
}

// A patch of skin says in words what the figure says in colour: its roots by the chosen dermatome map.
export function entry(at, map) {
  const item = payload.items[at];
  const skin = payload.skin.indexOf(payload.ids[at]);
  if (skin < 0) return item;
  const [, fill, mark] = payload.layers[map][skin];
  const unnamed = fill.includes("blank") ? "map.blank" : "map.silent";
  const doubt = fill.includes("unread") ? ` (${payload.words["map.unread"]})` : "";
  const [link, ...rest] = item.props.children;
  const roots = part("Span", { className: "by-map", children: (mark || payload.words[unnamed]) + doubt });
  return part(item.type, { ...item.props, children: [link, roots, ...rest] });
}

// What can be a place of a lesion: a root, a stretch or whole of a nerve, or what has its seat on one.
function placing(at) {
  const placed = ["root", "segment", "nerve"].includes(payload.kinds[at]) || payload.seats[at]?.length;
  const props = { children: said("panel.lesion"), "data-lesion": payload.ids[at], className: "plain" };
  return placed ? [part("P", { children: part("Button", props), className: "placing" })] : [];
}

// What is told of a selection: `before` and `after` stand on either side of its pathway, `item` gives entries of lists.
export function explored({ select, map }, { before = [], after = [], item }) {
  const answer = payload.pathway(select, map);
  const lists = LISTED.map((kind) => [TITLES[kind], payload.ofKind(answer, kind).map(item)]);
  lists.push(["sources", answer.sources.map((at) => payload.origins[at])]);
  return [
    payload.head(answer.at),
    ...before,
    ...placing(answer.at),
    ...chainSection(answer, map),
    ...after,
    ...lists.filter(([, items]) => items.length).map(([name, items]) => section(name, part("Ul", { children: items }))),
  ];
}

const clinical = (state) => {
  const after = [payload.card(payload.place.get(state.select))];
  return explored(state, { after, item: (at) => entry(at, state.map) });
};
const voices = {};
export const tellInVoice = (voice, teller) => (voices[voice] = teller);

// What the panel tells in each mode: a list of component trees, made from the state that was reported.
const tellers = { "": (state) => (state.select ? (voices[state.voice] ?? clinical)(state) : []) };
export const tellInMode = (mode, teller) => (tellers[mode] = teller);

// Dash calls this when a state is reported to it.
function panel(reported) {
  if (!payload) return window.dash_clientside.no_update;
  const state = JSON.parse(reported || "{}");
  return asTree(tellers[state.mode || ""]?.(state) ?? []);
}

export function offerPanel() {
  offerTree();
  stirred.then(bringDash);
  window.dash_clientside = window.dash_clientside ?? {};
  window.dash_clientside.atlas = { panel };
}

const told = document.getElementById("told");

// On paper nothing stays folded.
const folds = () => told.querySelectorAll(`.${FOLDED} details:not([open])`);
let unfolded = [];
addEventListener("beforeprint", () => (unfolded = [...folds()]).forEach((fold) => (fold.open = true)));
addEventListener("afterprint", () => unfolded.forEach((fold) => (fold.open = false)));
const greeting = document.getElementById("greeting");

// Asking the panel where it stands would cost a layout, so it is asked to go back to its top only once it has left it.
let scrolled = false;
told.addEventListener("scroll", () => (scrolled = true), { passive: true });

// After a choice made inside the panel its button is gone: the new heading takes the focus.
function drawn(inside) {
  if (scrolled) told.scrollTop = 0;
  scrolled = false;
  if (!inside) return;
  if (told.getBoundingClientRect().top < 0) told.scrollIntoView({ block: "start" });
  (told.querySelector("#panel h2") ?? greeting.querySelector("h2") ?? told).focus({ preventScroll: true });
}

// Without Dash there is no panel: that is said once, and the next choice tries again.
function missed() {
  if (waiting) showNotice([document.getElementById("main").dataset.failed]);
  waiting = null;
}

function hand() {
  const { state, inside } = waiting;
  if (!arrived()) {
    if (state.select || state.mode) bringDash().then((came) => came || missed());
    else if (!asked()) return ((waiting = null), (greeting.hidden = false), true);
    return false;
  }
  if (!payload.tells) return false;
  waiting = null;
  greeting.hidden = Boolean(state.select || state.mode);
  const place = document.getElementById("panel");
  if (!greeting.hidden) drawn(inside);
  else
    new MutationObserver((_, seen) => (seen.disconnect(), drawn(inside))).observe(place, {
      childList: true,
      subtree: true,
    });
  window.dash_clientside.set_props("selection", { "data-state": JSON.stringify(state) });
  return true;
}

let latest = null;
let same = false;
export const retell = () => latest && report(payload, latest, null);

// While figures are shown once more, the panel beside them is not told again: whoever is in it keeps their place.
export function keepingTold(work) {
  same = true;
  try {
    work();
  } finally {
    same = false;
  }
}

const toTell = (state) => Object.fromEntries(TOLD.map((key) => [key, state[key] ?? ""]));
const alike = (a, b) => TOLD.every((key) => (a[key] ?? "") === (b[key] ?? ""));

// Answered at once, or, while Dash is not there yet, as soon as it is: the last choice made counts.
export function report(answers, state, from) {
  if (same && latest && alike(state, latest)) return;
  payload = answers;
  latest = state;
  const queued = Boolean(waiting);
  waiting = { state: toTell(state), inside: Boolean(from?.closest?.("#told")) };
  if (queued) return;
  const attempt = () => !waiting || hand() || setTimeout(attempt, 30);
  attempt();
}
