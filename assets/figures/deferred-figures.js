// Inserts the figures and overlays that the first response leaves out.
import { fetchJson } from "../app/fetch-json.js";
import { idle } from "../app/scheduling.js";
import { keepPictures } from "./inside-pictures.js";
import { keepLeaders } from "./leader-lines.js";
import { markLayerButtons } from "./layer-buttons.js";
import { showOffscreenSelection } from "./offscreen-selection.js";
import { fitMarks } from "./skin-fill.js";

/** A copy of the nerves to draw below them, as the dark edge of those that are lit. */
function casingsOf(nerves) {
  const casings = /** @type {SVGGElement} */ (nerves.cloneNode(true));
  casings.setAttribute("class", "casings");
  casings.setAttribute("aria-hidden", "true");
  for (const nerve of casings.children) {
    const of = /** @type {SVGElement} */ (nerve).dataset.node;
    for (const { name } of [...nerve.attributes]) nerve.removeAttribute(name);
    nerve.setAttribute("data-of", of);
  }
  return casings;
}

/** @param {Page} page */
export async function insertFigures(page) {
  const { answers, figures, highlighter } = page;
  /** @type {{figures: Record<string, string>, layers: Record<string, string>}} figures by id, overlays by view; both SVG */
  const bundle = await fetchJson(answers.figures);
  for (const [id, svg] of Object.entries(bundle.figures))
    document.getElementById(`figure-${id}`).insertAdjacentHTML("afterbegin", svg);
  // in two steps, so that a click in between is answered at once
  await new Promise((done) => idle(() => done()));
  for (const svg of /** @type {NodeListOf<SVGSVGElement>} */ (figures.querySelectorAll(".view")))
    svg.querySelector(":scope > .marks").insertAdjacentHTML("beforebegin", bundle.layers[svg.dataset.view]);
  for (const nerves of figures.querySelectorAll(".view > .nerves")) nerves.before(casingsOf(nerves));
  highlighter.index();
  keepPictures(page);
  keepLeaders(figures);
  fitMarks(figures);
  document.addEventListener("atlas:settled", ({ detail }) => {
    markLayerButtons(detail.page, detail.state);
    showOffscreenSelection(detail.page, detail.state);
  });
}
