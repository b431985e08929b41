// What follows once a state is painted: the pulse along a pathway, names beside the figures; and taking the figures
// along. Each is fetched when it is first needed.
import { isLoading, loadFeature } from "./load-feature.js";
import { idle } from "./scheduling.js";
import { retell } from "../panel/panel.js";
import { showNotice } from "./status.js";
import { stirred } from "./first-interaction.js";

const failed = (error) => console.error(error);

let now = null;
let ran = "";
let worn = "";

async function label() {
  const { state, page } = now;
  if (!state.show.split(",").includes("labels")) {
    if (isLoading("labels")) (await loadFeature("labels")).unlabel(page);
    return;
  }
  const labels = await loadFeature("labels");
  const told = await labels.learn(page);
  if (now.state.show.split(",").includes("labels")) labels.relabel(page, now.state, told);
}

const answer = ({ state, page }) =>
  state.select && !state.mode ? page.payload.pathway(state.select, state.map) : null;

const stop = async () => isLoading("pulse") && (await loadFeature("pulse")).stop();

// Once for each selection and plate, when the nerves are there; what lies over the skin may move the figures, so it
// ends a run.
async function pulse() {
  const { mode, select, map, plate, show, theme } = now.state;
  if (document.documentElement.dataset.figures !== "all") return;
  if (!still.matches) idle(() => loadFeature("pulse").catch(failed)); // so that no choice asks the server for anything
  const asked = [mode, select, map, plate].join(" ");
  const [again, stays] = [asked === ran, [show, theme].join() === worn];
  [ran, worn] = [asked, [show, theme].join()];
  if (again && stays) return;
  await stop();
  if (again || !answer(now) || still.matches) return;
  const { play } = await loadFeature("pulse");
  idle(() => asked === ran && answer(now) && play(now.page, answer(now)));
}

// It gives way before a hand that is about to choose has done so, and to a new size.
addEventListener("pointerdown", ({ target }) => target.closest?.("[data-node]") && stop(), { passive: true });
addEventListener("resize", stop);

// Where nothing may move, the same button numbers the steps instead.
const replay = document.getElementById("replay");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const named = () => {
  replay.textContent = still.matches ? replay.dataset.still : replay.dataset.moving;
  replay.title = still.matches ? replay.dataset.stillTitle : replay.dataset.movingTitle;
};
named();
still.addEventListener("change", named);
replay.addEventListener("click", async () => {
  if (!now || !answer(now)) return;
  const { count, play } = await loadFeature("pulse");
  (still.matches ? count : play)(now.page, answer(now));
});

// The limb in three dimensions stands where the figures stand otherwise.
const SOLID = "solid";
async function solid() {
  if (now.state.plate !== SOLID) return;
  const { open } = await loadFeature(SOLID);
  const limb = await open(now.page);
  if (now.state.plate === SOLID) limb?.show(now.state);
}

// The sources in full come after the first answer; what was told without them is told again.
let origins = null;
async function bringOrigins({ payload, answers }) {
  const response = await fetch(answers.origins);
  if (!response.ok) throw new Error(`${response.status}`);
  const told = await response.json();
  payload.origins.splice(0, Infinity, ...told.origins);
  retell();
}
const bringOriginsOnce = (page) => (origins ??= bringOrigins(page).catch((error) => (failed(error), (origins = null))));

// A running tour stands beside whatever else is shown.
async function tour() {
  const { page, state } = now;
  if (state.tour || isLoading("tour")) await (await loadFeature("tour")).follow(page, state);
}

// The keys are fetched with the first that is pressed outside a field; and for their help.
const keyed = () => loadFeature("shortcuts").then((keys) => [keys, keys.listen(now.page, now.state)]);
document.addEventListener("keydown", (event) => {
  if (!now || isLoading("shortcuts") || event.target.closest?.("input, select, textarea")) return;
  keyed().then(([keys, first]) => first && keys.pressed(event), failed);
});
document.addEventListener("click", ({ target }) => {
  if (now && target.closest?.("[data-keys]"))
    keyed()
      .then(([keys]) => keys.open(now.page, now.state))
      .catch(failed);
});

document.addEventListener("atlas:settled", async ({ detail }) => {
  now = detail;
  tour().catch(failed);
  const { page, state } = now;
  if (state.select || state.mode) bringOriginsOnce(page);
  else stirred.then(() => bringOriginsOnce(page));
  solid().catch(failed);
  await label().catch(failed);
  pulse().catch(failed);
});

// What saving needs is fetched as soon as its menu is opened, so that the line may fail after that.
const menu = document.getElementById("take");
const saving = async () => {
  const taking = await loadFeature("image-export");
  await taking.learn(now.page);
  return taking;
};
menu.addEventListener("toggle", () => menu.open && now && saving().catch(failed));
const share = document.getElementById("share");
let paper = null;
stirred.then(() => idle(() => loadFeature("share").then((sharing) => (paper = sharing), failed)));
addEventListener("beforeprint", () => paper?.dressPaper());
share.addEventListener("click", ({ target }) => {
  const how = target.closest("[data-share]")?.dataset.share;
  if (!how) return;
  menu.open = false;
  menu.querySelector("summary").focus();
  if (how === "print") {
    print();
    return;
  }
  loadFeature("share").then((sharing) => sharing.share(how, JSON.parse(share.dataset.said)), failed);
});
menu.addEventListener("click", (event) => {
  const form = event.target.closest("[data-take]")?.dataset.take;
  if (!form || !now) return;
  menu.open = false;
  menu.querySelector("summary").focus();
  saving()
    .then((taking) => taking.take(form, now))
    .catch((error) => (failed(error), showNotice([menu.dataset.failed])));
});
for (const small of document.querySelectorAll(".take")) {
  document.addEventListener("click", ({ target }) => small.contains(target) || (small.open = false));
  small.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !small.open) return;
    event.stopPropagation();
    small.open = false;
    small.querySelector("summary").focus();
  });
}

const settled = new Promise((done) =>
  document.addEventListener("atlas:settled", ({ detail }) => done(detail), { once: true }),
);

// What a statement rests on opens over the page; a source has its own page.
document.addEventListener("click", ({ target }) => {
  const { claim, column, source } = target.closest?.("[data-claim], [data-source]")?.dataset ?? {};
  if (!claim && !source) return;
  Promise.all([loadFeature("evidence-dialog"), settled])
    .then(([claims, { page }]) => (source ? claims.turnTo(page, source) : claims.open(page, claim, column)))
    .catch((error) => (failed(error), showNotice([document.getElementById("main").dataset.failed])));
});

let waiting = 0;
addEventListener("resize", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => now && label().catch(failed), 120);
});

// The search box: its names are fetched when it is first used; a stroke leads to it from anywhere but another field.
const find = document.getElementById("find");
const finding = () =>
  now &&
  loadFeature("search-box")
    .then(({ open }) => open(now.page))
    .catch(failed);
find.addEventListener("focus", finding);
find.addEventListener("input", finding);
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || now?.state.keys === "off" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  event.preventDefault();
  find.focus();
});
