// The menu that saves, prints and shares what is shown.
import { closest } from "./dom.js";
import { onFirstInteraction } from "./first-interaction.js";
import { loadFeature } from "./load-feature.js";
import { idle } from "./scheduling.js";
import { logFailure, settled } from "./settled.js";
import { showNotice } from "./status.js";

const menu = /** @type {HTMLDetailsElement} */ (document.getElementById("take"));
const shareMenu = document.getElementById("share");
const smallMenus = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".take"));

function close(details) {
  details.open = false;
  details.querySelector("summary").focus();
}

// What an image needs is loaded when the menu opens, so that it can be saved if the network fails after that.
async function loadImageExport() {
  const imageExport = await loadFeature("image-export");
  await imageExport.loadSheet(settled().page);
  return imageExport;
}

menu.addEventListener("toggle", () => menu.open && settled() && loadImageExport().catch(logFailure));
menu.addEventListener("click", (event) => {
  const format = closest(event, "[data-take]")?.dataset.take;
  if (!format || !settled()) return;
  close(menu);
  loadImageExport()
    .then(({ saveImage }) => saveImage(format, settled()))
    .catch((error) => {
      logFailure(error);
      showNotice([menu.dataset.failed]);
    });
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

// A printout has a code of its address; a browser does not wait for it, so it is loaded early.
let sharing = null;
onFirstInteraction(() => idle(() => loadFeature("share").then((module) => (sharing = module), logFailure)));
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
