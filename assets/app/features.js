// Runs the features that follow a painted state, and loads each when it is first needed.
import { reducedMotion } from "./reduced-motion.js";
import "./download-menu.js";
import "./feature-triggers.js";
import { closest } from "./dom.js";
import { fetchJson, once } from "./fetch-json.js";
import { onFirstInteraction } from "./first-interaction.js";
import { isLoading, loadFeature } from "./load-feature.js";
import { mode } from "./modes.js";
import { idle } from "./scheduling.js";
import { shownPathway } from "./shown-with.js";
import { logFailure, settled } from "./settled.js";
import { refreshPanel } from "../panel/panel.js";

const SOLID = "solid";
const RESIZE_DELAY = 120; // milliseconds

// Labels next to the figures.

async function updateLabels() {
  // the stage has no room for them
  const showsLabels = () => !settled().state.stage && settled().state.show.split(",").includes("labels");
  if (!showsLabels()) {
    if (isLoading("labels")) (await loadFeature("labels")).removeLabels(settled().page);
    return;
  }
  const { loadLabels, drawLabels } = await loadFeature("labels");
  const labels = await loadLabels(settled().page);
  if (showsLabels()) drawLabels(settled().page, settled().state, labels);
}

let resizeTimer = 0;
addEventListener("resize", () => {
  clearTimeout(resizeTimer);
  resizeTimer = setTimeout(() => settled() && updateLabels().catch(logFailure), RESIZE_DELAY);
});

// The pulse along the selected pathway. Without motion the same button numbers the steps instead.

const replay = document.getElementById("replay");
let played = "";
let playedLook = "";

const selectedPathway = () => {
  const { state, page } = settled();
  return state.mode ? (mode()?.pathway?.(state) ?? null) : shownPathway(page.payload, state);
};

function keyAndLook() {
  const { mode: name, select, with: other, map, plate, part, show, theme, side, stage, zoom } = settled().state;
  const hasPathway = Boolean(selectedPathway()); // a mode that is still loading has none
  return [[name, select, other, map, plate, part, hasPathway].join(" "), [show, theme, side, stage, zoom].join()];
}

const stopPulse = async () => isLoading("pulse") && (await loadFeature("pulse")).stop();

/** Plays once per selection and plate, after the nerves have loaded. An overlay may move the figures and stops the pulse. */
async function updatePulse() {
  if (document.documentElement.dataset.figures !== "all") return;
  // loaded early, so that no selection needs the server
  if (!reducedMotion.matches) idle(() => loadFeature("pulse").catch(logFailure));
  const [key, look] = keyAndLook();
  const isSame = key === played;
  const looksSame = look === playedLook;
  [played, playedLook] = [key, look];
  if (isSame && looksSame) return;
  await stopPulse();
  // without motion a story numbers its steps by itself; elsewhere the reader asks for the numbers
  const isNumbered = reducedMotion.matches && Boolean(settled().state.mode);
  if ((isSame && !isNumbered) || !selectedPathway() || (reducedMotion.matches && !isNumbered)) return;
  const pulse = await loadFeature("pulse");
  const start = reducedMotion.matches ? pulse.toggleStepNumbers : pulse.play;
  idle(() => key === played && selectedPathway() && start(settled().page, selectedPathway()));
}

// Stop the pulse before a new selection or a resize.
addEventListener(
  "pointerdown",
  ({ target }) => /** @type {Element} */ (target).closest?.("[data-node]") && stopPulse(),
  { passive: true },
);
addEventListener("resize", stopPulse);

function nameReplay() {
  const { still, moving, stillTitle, movingTitle } = replay.dataset;
  replay.ariaLabel = reducedMotion.matches ? still : moving;
  replay.title = reducedMotion.matches ? stillTitle : movingTitle;
}
nameReplay();
reducedMotion.addEventListener("change", nameReplay);
async function replayPulse() {
  if (!settled() || !selectedPathway()) return;
  [played, playedLook] = keyAndLook(); // figures that arrive later do not end it
  const { toggleStepNumbers, play } = await loadFeature("pulse");
  (reducedMotion.matches ? toggleStepNumbers : play)(settled().page, selectedPathway());
}
replay.addEventListener("click", replayPulse);
document.addEventListener("click", (event) => {
  if (!closest(event, "[data-play]")) return;
  if (!settled()?.state.mode) scrollTo({ top: 0 }); // on a phone the panel has been scrolled over the body
  replayPulse();
});

// The network beside the body, where the window has room for it.

const network = document.getElementById("network");

// At rest the page itself shows a hint in its place. It is loaded after the first interaction, so that no selection needs
// the server.
async function updateNetwork() {
  const { select, mode } = settled().state;
  const isDue = select || mode || isLoading("network") || document.documentElement.dataset.figures === "all";
  const hasRoom = () => network.getClientRects().length > 0;
  if (isDue && hasRoom()) await (await loadFeature("network")).update(settled());
}

// also tells when the style sheet shows the network
new ResizeObserver(() => settled() && updateNetwork().catch(logFailure)).observe(network);

// The limb in three dimensions, which replaces the figures.

async function updateSolid() {
  if (settled().state.plate !== SOLID) return;
  const { open } = await loadFeature(SOLID);
  const solid = await open(settled().page);
  if (settled().state.plate === SOLID) solid?.show(settled().state);
}

// The sources in full, which the panel shows again when they have arrived.

const loadOrigins = once(async ({ payload, answers }) => {
  const { origins } = await fetchJson(answers.origins);
  payload.origins.splice(0, Infinity, ...origins);
  refreshPanel();
});

// A running tour follows whatever else is shown.

async function updateTour() {
  const { page, state } = settled();
  if (state.tour || isLoading("tour")) await (await loadFeature("tour")).follow(page, state);
}

// A bar leads back to the editor while its user chooses a view, and to a pack whose quiz or case is shown.

async function updateEditorBar() {
  const { page, state } = settled();
  const isDue = state.making || [state.asked, state.case, state.tour].some((id) => id.startsWith("own-"));
  if (isDue || isLoading("editor-bar")) await (await loadFeature("editor-bar")).follow(page, state);
}

// The stage shows the figures alone, for a lecture.

async function updateStage() {
  const { page, state } = settled();
  if (state.stage || isLoading("stage")) await (await loadFeature("stage")).follow(page, state);
}

document.addEventListener("atlas:settled", async ({ detail: { page, state } }) => {
  updateTour().catch(logFailure);
  updateEditorBar().catch(logFailure);
  const showOrigins = () => void loadOrigins(page).catch(logFailure);
  if (state.select || state.mode) showOrigins();
  else onFirstInteraction(showOrigins);
  updateSolid().catch(logFailure);
  updateNetwork().catch(logFailure);
  // both change the figures' view boxes, so that one has to end before the other begins
  if (!state.stage) await updateStage().catch(logFailure);
  await updateLabels().catch(logFailure);
  if (state.stage) updateStage().catch(logFailure);
  updatePulse().catch(logFailure);
});
