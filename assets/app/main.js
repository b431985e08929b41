// The page's one entry: joins the figures, the controls, the address and the panel to one state.
import "./features.js";
import { load } from "./payload.js";
import { loadFeature } from "./load-feature.js";
import { readAddress, usual, writeAddress } from "./address.js";
import { takeAlong } from "./language-links.js";
import { Lights } from "../figures/highlight.js";
import { afterPaint, firstPaint, idle } from "./scheduling.js";
import { dress, fit } from "../figures/skin-fill.js";
import { listen } from "./pointer-events.js";
import { rove } from "./roving-tabindex.js";
import { keepingTold, offerPanel, report } from "../panel/panel.js";
import { showNotice, showStatus } from "./status.js";
import { standReady, stirred } from "./first-interaction.js";
import { knownVoice, wearVoice } from "./voice.js";
import { knownTheme, startTheme, wearTheme } from "./theme.js";
import { name, showName } from "./tooltip.js";
import { enterMode, wearMode } from "./modes.js";
import { knownShow, plates, toggled, wearPlate, wearShow } from "../figures/plates.js";

const main = document.getElementById("main");
const [figures, graph] = ["figures", "graph"].map((id) => document.getElementById(id));
const mapChoice = document.getElementById("map");
const state = { ...usual, ...readAddress() };
const lights = new Lights([figures, graph, main.querySelector(".roots")]);
let payload = null;
let mode = null;

function apply() {
  if (!payload) {
    lights.press(state.select);
    return;
  }
  if (state.mode) {
    mode?.show(state);
    return;
  }
  const answer = state.select ? payload.pathway(state.select, state.map) : null;
  lights.show(payload, answer, "on");
  for (const button of main.querySelectorAll(".clear")) button.disabled = !answer;
  document.dispatchEvent(new CustomEvent("atlas:selected", { detail: { select: state.select } }));
}

function applySkin() {
  main.dataset.layer = state.layer;
  mapChoice.value = state.map;
  for (const button of main.querySelectorAll("button[data-layer]"))
    button.setAttribute("aria-pressed", String(button.dataset.layer === state.layer));
  if (!payload) return;
  document.getElementById("method").textContent = payload.methods[state.map];
  dress([figures, graph], payload, state.layer === usual.layer ? state.map : state.layer);
}

function applyPlate() {
  wearPlate(state.plate);
  wearShow(state.show);
}

// Figures of other plates, and what can be laid over all.
async function bringFigures() {
  const { bring } = await loadFeature("deferred-figures");
  await bring(page);
  applySkin();
  keepingTold(apply);
  settled();
  document.documentElement.dataset.figures = "all";
  if (!state.embed) (await loadFeature("register-worker")).keep().catch((error) => console.error(error));
}

// All that the first view does without; what failed to come is asked for again.
let whole = null;
const isBeyondFirstView = () => ["mode", "select", "plate", "show", "tour"].some((key) => state[key] !== usual[key]);

function bringRest() {
  payload.learn(answers.told).catch(() => showNotice([main.dataset.failed]));
  whole ??= new Promise((done) => idle(done, 1000)).then(bringFigures).catch((error) => {
    whole = null;
    console.error(error);
  });
}

function tell(from) {
  if (payload && isBeyondFirstView()) bringRest();
  if (state.mode) return;
  showStatus(payload, state);
  if (payload) report(payload, state, from);
}

// An entry in the history costs more than the selection itself, so it is written once the figures are painted.
// What is still to be written when someone goes back is written no more.
let turns = 0;

// A condition has a page of its own, in a mode of its own; what is a part of a page stays behind with its mode.
const PAGES = "conditions";
const isPaged = (id) => payload?.kinds[payload.place.get(id)] === "condition";

function led(change) {
  const { mode: turn = state.mode, select = state.select } = change;
  if (!turn && isPaged(select))
    return "select" in change ? { part: "", ...change, mode: PAGES } : { part: "", ...change, select: "" };
  return turn === state.mode ? change : { part: "", ...change };
}

function go(asked, from = null, kept = "push") {
  clearTimeout(resting);
  const change = led(asked);
  const differs = (...keys) => keys.some((key) => key in change && change[key] !== state[key]);
  const [skin, plate, turn, voice] = [
    differs("map", "layer"),
    differs("plate", "show"),
    differs("mode"),
    differs("voice"),
  ];
  Object.assign(state, change);
  if (voice) takeUpVoice();
  if (skin) applySkin();
  if (plate) applyPlate();
  const looks = Object.keys(change).join() === "theme"; // nothing is told anew, so what is unfolded stays so
  if (turn) takeUpMode();
  else if (looks) mode?.worn?.();
  else apply();
  if (from?.timeStamp) performance.measure("atlas:select", { start: from.timeStamp });
  const now = { ...state };
  const written = turns;
  afterPaint(() => written === turns && writeAddress(now, kept));
  settled();
  if (!looks) tell(from?.target);
}

// What may wait until a state is painted hears of it here.
function settled() {
  if (!payload) return;
  const detail = { state: { ...state }, page };
  afterPaint(() => document.dispatchEvent(new CustomEvent("atlas:settled", { detail })));
}

// With the name of a thing stands what the mode says of it, or that its skin was drawn unchecked.
function note(id) {
  const at = payload && !state.mode && state.layer === usual.layer ? payload.skin.indexOf(id) : -1;
  return at >= 0 && payload.layers[state.map][at][1].includes("unread")
    ? payload.words["map.unread"]
    : mode?.says?.(id);
}

const named = (id, at) => (showName(payload, id, note(id)), at && name.follow(at));
const page = { go, choose: (id) => choose(id), name: named, figures, graph, lights, main, usual, linked: state.mode };

// A mode's module is fetched when it is first entered; meanwhile the page waits in that mode.
async function takeUpMode() {
  const undressed = mode?.leave();
  mode = null;
  if (undressed) applySkin();
  wearMode(main, state.mode);
  if (!payload) return;
  if (!state.mode) {
    apply();
    return;
  }
  lights.show(payload, null, "on");
  const asked = state.mode;
  try {
    const entered = await enterMode(asked, page);
    if (state.mode !== asked) return;
    mode = entered;
    apply();
    if (early) choose(...early);
    document.documentElement.dataset.entered = asked;
    settled();
  } catch (error) {
    console.error(error);
    showNotice([main.dataset.failed]);
  }
}

// The plain voice is fetched when it is first asked for; until then the panel speaks as it did.
let speaking = false;
async function takeUpVoice() {
  wearVoice(state.voice);
  if (!state.voice || speaking || !payload) return;
  try {
    const { speak } = await loadFeature("plain-text");
    await speak(page);
    speaking = true;
    tell();
  } catch (error) {
    console.error(error);
    showNotice([main.dataset.failed]);
  }
}

// What is chosen before the mode is there is kept until it is.
let early = null;

function choose(id, from) {
  if (!state.mode) {
    go({ select: id === state.select ? "" : id }, from);
    return;
  }
  early = mode ? null : [id, from];
  const change = mode?.choose(id, from);
  if (change) go(change, from);
}

// Figures and graph answer a passing look at once; the panel waits until the look rests.
const REST = 150;
let resting = 0;

function preview(id) {
  showName(payload, id, note(id));
  clearTimeout(resting);
  if (state.select || state.mode || !payload) return;
  lights.show(payload, id ? payload.pathway(id, state.map) : null, "hint");
  resting = setTimeout(() => state.select || report(payload, { ...state, select: id ?? "" }), REST);
}

// What the address asks for is taken only if it exists; the rest is named once and dropped.
function settle() {
  const known = {
    select: (value) => value === "" || payload.has(value),
    map: (value) => Object.hasOwn(payload.maps, value),
    layer: (value) => Boolean(main.querySelector(`button[data-layer="${CSS.escape(value)}"]`)),
    theme: knownTheme,
    voice: knownVoice,
    plate: (value) => value === usual.plate || plates().includes(value),
    show: knownShow,
    mode: (value) => value === "" || Boolean(document.querySelector(`button[data-mode="${CSS.escape(value)}"]`)),
  };
  const wrong = Object.keys(known).filter((key) => !known[key](state[key]));
  if (wrong.length) {
    showNotice(wrong.map((key) => payload.words[`notice.${key}`].replace("{value}", () => state[key])));
    for (const key of wrong) state[key] = usual[key];
  }
  const paged = !state.mode && isPaged(state.select);
  if (paged) state.mode = PAGES;
  if (wrong.length || paged) writeAddress(state, "replace");
}

function arrive() {
  if (payload) settle();
  wearTheme(state.theme);
  takeUpVoice();
  applySkin();
  applyPlate();
  takeUpMode();
  settled();
  tell(document.activeElement);
}

listen(document, {
  choose,
  preview,
  clear: (from) => {
    const change = state.mode ? mode?.clear() : state.select && { select: "" };
    if (change) go(change, from);
  },
  moved: (at) => name.follow(at),
});
for (const figure of [figures, graph]) rove(figure, () => payload?.words ?? {});
fit(figures);
mapChoice.addEventListener("change", (event) => go({ map: event.target.value }));
// The map that is chosen and the next one.
const beside = () =>
  [0, 1].map((n) => mapChoice.options[(mapChoice.selectedIndex + n) % mapChoice.options.length].value).join();
document.addEventListener("click", (event) => {
  const { layer, plate, show, voice, mode: turn, lesion, pair, maps } = event.target.closest("button")?.dataset ?? {};
  if (layer) go({ layer });
  else if (plate) go({ plate });
  else if (voice !== undefined) go({ voice });
  else if (lesion) go({ mode: "lesion", lesion, select: "" }, event);
  else if (pair) go({ mode: "apart", pair }, event);
  else if (maps !== undefined) go({ mode: "maps", maps: maps === "beside" ? beside() : maps, select: "" }, event);
  else if (show) go({ show: toggled(state.show, show) });
  else if (turn !== undefined && turn !== state.mode) go({ mode: turn });
});
startTheme((theme) => go({ theme }, null, "replace"));
addEventListener("popstate", () => {
  turns += 1;
  Object.assign(state, usual, readAddress());
  arrive();
});

takeAlong(Boolean(state.embed));
offerPanel();
wearTheme(knownTheme(state.theme) ? state.theme : "");
const answers = JSON.parse(main.dataset.answers);
firstPaint()
  .then(() => load(answers.pathways))
  .then(
    (loaded) => {
      payload = loaded;
      Object.assign(page, { payload, answers });
      arrive();
      document.documentElement.dataset.ready = "yes";
      stirred.then(bringRest);
      standReady();
    },
    () => showNotice([main.dataset.failed]),
  );
if (state.select) apply();
