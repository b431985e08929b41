// Runs the features that follow a painted state, and loads each when it is first needed.
import "./download-menu.js";
import "./feature-triggers.js";
import { fetchJson, once } from "./fetch-json.js";
import { onFirstInteraction } from "./first-interaction.js";
import { isLoading, loadFeature } from "./load-feature.js";
import { idle } from "./scheduling.js";
import { refreshPanel } from "../panel/panel.js";

const SOLID = "solid";
const RESIZE_DELAY = 120; // milliseconds

/** @type {{state: State, page: Page} | null} */
let current = null;
const logFailure = (error) => console.error(error);

// Labels beside the figures.

async function updateLabels() {
  const showsLabels = () => current.state.show.split(",").includes("labels");
  if (!showsLabels()) {
    if (isLoading("labels")) (await loadFeature("labels")).removeLabels(current.page);
    return;
  }
  const { loadLabels, drawLabels } = await loadFeature("labels");
  const labels = await loadLabels(current.page);
  if (showsLabels()) drawLabels(current.page, current.state, labels);
}

let resizeTimer = 0;
addEventListener("resize", () => {
  clearTimeout(resizeTimer);
  resizeTimer = setTimeout(() => current && updateLabels().catch(logFailure), RESIZE_DELAY);
});

// The pulse along the selected pathway. Without motion the same button numbers the steps instead.

const replay = document.getElementById("replay");
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
let played = "";
let playedLook = "";

const selectedPathway = () => {
  const { state, page } = current;
  return state.select && !state.mode ? page.payload.pathway(state.select, state.map) : null;
};

const stopPulse = async () => isLoading("pulse") && (await loadFeature("pulse")).stop();

/** Plays once for each selection and plate when the nerves are there. Overlays may move the figures and end a run. */
async function updatePulse() {
  const { mode, select, map, plate, show, theme } = current.state;
  if (document.documentElement.dataset.figures !== "all") return;
  // loaded early, so that no selection asks the server for anything
  if (!reducedMotion.matches) idle(() => loadFeature("pulse").catch(logFailure));
  const key = [mode, select, map, plate].join(" ");
  const look = [show, theme].join();
  const isSame = key === played;
  const looksSame = look === playedLook;
  [played, playedLook] = [key, look];
  if (isSame && looksSame) return;
  await stopPulse();
  if (isSame || !selectedPathway() || reducedMotion.matches) return;
  const { play } = await loadFeature("pulse");
  idle(() => key === played && selectedPathway() && play(current.page, selectedPathway()));
}

// A run gives way to the next selection before it is made, and to a new size of the window.
addEventListener(
  "pointerdown",
  ({ target }) => /** @type {Element} */ (target).closest?.("[data-node]") && stopPulse(),
  { passive: true },
);
addEventListener("resize", stopPulse);

function nameReplay() {
  const { still, moving, stillTitle, movingTitle } = replay.dataset;
  replay.textContent = reducedMotion.matches ? still : moving;
  replay.title = reducedMotion.matches ? stillTitle : movingTitle;
}
nameReplay();
reducedMotion.addEventListener("change", nameReplay);
replay.addEventListener("click", async () => {
  if (!current || !selectedPathway()) return;
  const { toggleStepNumbers, play } = await loadFeature("pulse");
  (reducedMotion.matches ? toggleStepNumbers : play)(current.page, selectedPathway());
});

// The limb in three dimensions, which takes the place of the figures.

async function updateSolid() {
  if (current.state.plate !== SOLID) return;
  const { open } = await loadFeature(SOLID);
  const solid = await open(current.page);
  if (current.state.plate === SOLID) solid?.show(current.state);
}

// The sources in full, which the panel shows again when they have arrived.

const loadOrigins = once(async ({ payload, answers }) => {
  const { origins } = await fetchJson(answers.origins);
  payload.origins.splice(0, Infinity, ...origins);
  refreshPanel();
});

// A running tour follows whatever else is shown.

async function updateTour() {
  const { page, state } = current;
  if (state.tour || isLoading("tour")) await (await loadFeature("tour")).follow(page, state);
}

document.addEventListener("atlas:settled", async ({ detail }) => {
  current = detail;
  updateTour().catch(logFailure);
  const { page, state } = current;
  const showOrigins = () => void loadOrigins(page).catch(logFailure);
  if (state.select || state.mode) showOrigins();
  else onFirstInteraction(showOrigins);
  updateSolid().catch(logFailure);
  await updateLabels().catch(logFailure);
  updatePulse().catch(logFailure);
});
