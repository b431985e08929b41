// Loads a feature when the reader first asks for it: shortcuts, the search box, the evidence dialog, the cloud.
import { heldBack, isLecture, isModified, movesPage } from "../keyboard/remote-keys.js";
import { closest } from "./dom.js";
import { isLoading, loadFeature } from "./load-feature.js";
import { logFailure, settled } from "./settled.js";
import { showNotice } from "./status.js";
import { state } from "./store.js";

const FIELDS = "input, select, textarea";

/** @type {Promise<Page>} */
const firstPage = new Promise((done) =>
  document.addEventListener("atlas:settled", ({ detail }) => done(detail.page), { once: true }),
);

// Shortcuts are loaded with the first key pressed outside a field, and for their help. Keys pressed meanwhile wait.

async function loadShortcuts() {
  const [shortcuts] = await Promise.all([loadFeature("shortcuts"), firstPage]);
  document.removeEventListener("keydown", passOn);
  shortcuts.listen(settled().page);
  return shortcuts;
}

/** Loads what gives the keys of a lecture their meaning. */
async function loadLecture() {
  const page = await firstPage;
  const shown = { ...state };
  for (const name of ["tour", "stage"]) if (shown[name]) await (await loadFeature(name)).follow(page, shown);
}

/** @param {KeyboardEvent} event */
async function answer(event) {
  const [{ pressed }] = await Promise.all([loadShortcuts(), loadLecture()]);
  pressed(event);
}

/** @param {KeyboardEvent} event */
function passOn(event) {
  const isHeld = isLecture(state) && state.keys !== "off" && !event.defaultPrevented && !isModified(event);
  if (isHeld && movesPage(/** @type {Element} */ (event.target), event.key)) {
    event.preventDefault();
    heldBack.add(event);
  }
  if (!closest(event, FIELDS)) answer(event).catch(logFailure);
}
document.addEventListener("keydown", passOn);

async function openShortcutHelp() {
  const shortcuts = await loadShortcuts();
  await shortcuts.openHelp(settled().page, settled().state);
}

// The search box loads its names when it is first used; a slash leads to it from anywhere but another field.

const searchField = document.getElementById("find");
const openSearch = () =>
  settled() &&
  loadFeature("search-box")
    .then(({ open }) => open(settled().page))
    .catch(logFailure);
searchField.addEventListener("focus", openSearch);
searchField.addEventListener("input", openSearch);
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || settled()?.state.keys === "off" || isModified(event)) return;
  if (closest(event, `${FIELDS}, [contenteditable]`)) return;
  event.preventDefault();
  searchField.focus();
});

// The evidence for a statement opens over the page; a source has a page of its own.

async function openEvidence({ claim, column, source }) {
  const [evidence, page] = await Promise.all([loadFeature("evidence-dialog"), firstPage]);
  await (source ? evidence.openSource(page, source) : evidence.open(page, claim, column));
}

// The cloud of a nerve lies over the figures until something else is shown.

document.addEventListener("click", (event) => {
  const button = closest(event, "button[data-cloud]");
  if (button) loadFeature("skin-cloud").then(({ toggle }) => toggle(settled().page.figures, button), logFailure);
});
document.addEventListener("atlas:settled", ({ detail }) => {
  if (isLoading("skin-cloud")) loadFeature("skin-cloud").then(({ hide }) => hide(detail.page.figures), logFailure);
});

document.addEventListener("click", (event) => {
  if (settled() && closest(event, "[data-keys]")) openShortcutHelp().catch(logFailure);
  const { claim, column, source } = closest(event, "[data-claim], [data-source]")?.dataset ?? {};
  if (!claim && !source) return;
  openEvidence({ claim, column, source }).catch((error) => {
    logFailure(error);
    showNotice([document.getElementById("main").dataset.failed]);
  });
});
