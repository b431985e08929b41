// The menu that saves, prints and shares what is shown.
import { closest } from "./dom.js";
import { onFirstInteraction } from "./first-interaction.js";
import { loadFeature } from "./load-feature.js";
import { styleLoader } from "./load-style-sheet.js";
import { idle } from "./scheduling.js";
import { logFailure, settled } from "./settled.js";
import { showNotice } from "./status.js";
import { page } from "./store.js";

const menu = /** @type {HTMLDetailsElement} */ (document.getElementById("take"));
const shareMenu = document.getElementById("share");
const smallMenus = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".take, .view-menu"));

/** Closes a menu, and the menu that it is a part of. */
function close(details) {
  const outer = /** @type {HTMLDetailsElement} */ (details.parentElement.closest("details") ?? details);
  details.open = outer.open = false;
  outer.querySelector("summary").focus();
}

// What an image needs is loaded when the menu opens, so that it can be saved if the network fails after that.
async function loadImageExport() {
  const imageExport = await loadFeature("image-export");
  await imageExport.loadSheet(settled().page);
  return imageExport;
}

/** The figure that was last pointed at or had the focus. */
let figure = null;
for (const event of ["pointerdown", "focusin"])
  document.getElementById("figures").addEventListener(event, (pointed) => {
    figure = closest(pointed, "figure") ?? figure;
  });

/** The figure that was last pointed at, if it is shown, else the tallest. */
function figureToTake() {
  const height = (one) => one.getBoundingClientRect().height;
  const shown = [...document.querySelectorAll("#figures figure")].filter((one) => one.getClientRects().length);
  if (shown.includes(figure)) return figure;
  return shown.reduce((tallest, one) => (tallest && height(tallest) >= height(one) ? tallest : one), null);
}

const choice = (name) => /** @type {HTMLElement} */ (menu.querySelector(`[data-choice="${name}"]`));
const isChosen = (name) => choice(name).getAttribute("aria-pressed") === "true";

/** Name the figure that would be taken alone; without any, as in the solid view, there is no such choice. */
function nameFigure() {
  const only = choice("only");
  const name = figureToTake()?.querySelector("figcaption span")?.textContent;
  only.hidden = !name;
  only.textContent = only.dataset.text.replace("{figure}", name);
}

menu.addEventListener("toggle", () => {
  if (!menu.open || !settled()) return;
  nameFigure();
  loadImageExport().catch(logFailure);
});

const said = (name) => () => showNotice([menu.dataset[name]]);

/** The picture is promised to the clipboard at once, since a browser takes it only in answer to a click. */
async function copy(made) {
  const item = new ClipboardItem({ "image/png": made.then(({ blob }) => blob) });
  await navigator.clipboard.write([item]);
}

menu.addEventListener("click", (event) => {
  const chosen = closest(event, "[data-choice]");
  if (chosen) chosen.setAttribute("aria-pressed", String(!isChosen(chosen.dataset.choice)));
  if (closest(event, "[data-stage]")) close(menu);
  const form = closest(event, "[data-take]")?.dataset.take;
  if (!form || !settled()) return;
  const only = isChosen("only") && !choice("only").hidden ? figureToTake() : null;
  const options = { only, isClear: isChosen("clear") };
  close(menu);
  const made = loadImageExport().then(({ makeImage }) => makeImage(form, settled(), options));
  const failed = (word) => (error) => {
    logFailure(error);
    said(word)();
  };
  if (form === "copy") {
    made.catch(failed("failed"));
    copy(made).then(said("copied"), (error) =>
      made.then(
        () => failed("uncopied")(error),
        () => {},
      ),
    );
  } else Promise.all([loadImageExport(), made]).then(([{ keep }, image]) => keep(image), failed("failed"));
});

shareMenu.addEventListener("click", (event) => {
  const kind = closest(event, "[data-share]")?.dataset.share;
  if (!kind) return;
  close(menu);
  if (kind === "print") {
    print();
    return;
  }
  loadFeature("share").then(({ share }) => share(kind, JSON.parse(shareMenu.dataset.said)), logFailure);
});

const loadPaperStyle = styleLoader("paper");
/** Draws the code of the address, once it is loaded. */
let sharing = null;
const loadSharing = () => loadFeature("share").then((module) => (sharing = module));

document.addEventListener("click", (event) => {
  if (!closest(event, "[data-print]") || !settled()) return;
  // in this order, because rules of the handout replace some of those for paper
  loadPaperStyle(page)
    .then(() => Promise.all([loadFeature("handout"), loadSharing()]))
    .then(([{ printHandout }]) => printHandout(page))
    .catch((error) => {
      logFailure(error);
      print(); // the page without them is better than nothing
    });
});

// A printout has a code of its address and rules of its own; a browser does not wait for them, so they are loaded early.
onFirstInteraction(() =>
  idle(() => {
    loadSharing().catch(logFailure);
    loadPaperStyle(page).catch(logFailure);
  }),
);
addEventListener("beforeprint", () => sharing?.drawPrintedCode());

for (const small of smallMenus) {
  document.addEventListener("click", ({ target }) => {
    if (!small.contains(/** @type {Node} */ (target))) small.open = false;
  });
  small.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !small.open) return;
    event.stopPropagation();
    close(small);
  });
}
