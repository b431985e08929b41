// The page's one entry: joins the figures, the controls, the address and the panel to one state.
import { load } from "./payload.mjs";
import { readAddress, writeAddress } from "./address.mjs";
import { Lights } from "./lights.mjs";
import { dress } from "./skin.mjs";
import { listen } from "./pointing.mjs";
import { rove } from "./roving.mjs";
import { offerPanel, report } from "./panel.mjs";
import { showNotice, showStatus } from "./status.mjs";
import { startTheme, wearTheme } from "./theme.mjs";
import { name, showName } from "./naming.mjs";

const main = document.getElementById("main");
const [figures, graph] = ["figures", "graph"].map((id) => document.getElementById(id));
const fresh = () => ({ select: "", map: mapChoice.dataset.usual, layer: main.dataset.layer, theme: "" });

const mapChoice = document.getElementById("map");
mapChoice.dataset.usual = mapChoice.value;
const usual = fresh();
const state = { ...usual, ...readAddress() };
const lights = new Lights([figures, graph, main.querySelector(".roots")]);
let payload = null;

function apply() {
  if (!payload) {
    lights.press(state.select);
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

function tell(from) {
  showStatus(payload, state);
  if (payload) report(payload, state, from);
}

// An entry in the history costs more than the selection itself, so it is written once the figures are painted.
const afterPaint = (work) => (document.hidden ? work() : requestAnimationFrame(() => setTimeout(work)));

function go(change, from = null, kept = "push") {
  clearTimeout(resting);
  const skin = ["map", "layer"].some((key) => key in change && change[key] !== state[key]);
  Object.assign(state, change);
  if (skin) applySkin();
  apply();
  if (from?.timeStamp) performance.measure("atlas:select", { start: from.timeStamp });
  const asked = { ...state };
  afterPaint(() => writeAddress(asked, usual, kept));
  tell(from?.target);
}

function choose(id, from) {
  go({ select: id === state.select ? "" : id }, from);
}

// Figures and graph answer a passing look at once; the panel waits until the look rests.
const REST = 150;
let resting = 0;

function preview(id) {
  showName(payload, id);
  clearTimeout(resting);
  if (state.select || !payload) return;
  lights.show(payload, id ? payload.pathway(id, state.map) : null, "hint");
  resting = setTimeout(() => state.select || report(payload, { ...state, select: id ?? "" }), REST);
}

// What the address asks for is taken only if it exists; the rest is named once and dropped.
function settle() {
  const known = {
    select: (value) => value === "" || payload.has(value),
    map: (value) => value in payload.maps,
    layer: (value) => Boolean(main.querySelector(`button[data-layer="${CSS.escape(value)}"]`)),
    theme: (value) => ["", "light", "dark"].includes(value),
  };
  const wrong = Object.keys(known).filter((key) => !known[key](state[key]));
  if (wrong.length) {
    showNotice(wrong.map((key) => payload.words[`notice.${key}`].replace("{value}", state[key])));
    for (const key of wrong) state[key] = usual[key];
    writeAddress(state, usual, "replace");
  }
}

function arrive() {
  if (payload) settle();
  wearTheme(state.theme);
  applySkin();
  apply();
  tell();
}

listen(document, {
  choose,
  preview,
  clear: (from) => state.select && go({ select: "" }, from),
  moved: (at) => name.follow(at),
});
for (const figure of [figures, graph]) rove(figure);
mapChoice.addEventListener("change", (event) => go({ map: event.target.value }));
main.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-layer]");
  if (button) go({ layer: button.dataset.layer });
});
startTheme((theme) => go({ theme }, null, "replace"));
addEventListener("popstate", () => {
  Object.assign(state, usual, readAddress());
  arrive();
});

offerPanel();
wearTheme(["light", "dark"].includes(state.theme) ? state.theme : "");
load(main.dataset.payload).then(
  (loaded) => {
    payload = loaded;
    arrive();
    document.documentElement.dataset.ready = "yes";
  },
  () => showNotice([main.dataset.failed]),
);
if (state.select) apply();
