// Inserts the figures and overlays that the first response leaves out.
import { fetchJson } from "../app/fetch-json.js";
import { idle } from "../app/scheduling.js";
import { addCasings } from "./casings.js";
import { keepPictures } from "./inside-pictures.js";
import { keepLeaders } from "./leader-lines.js";
import { markLayerButtons } from "./layer-buttons.js";
import { showOffscreenSelection } from "./offscreen-selection.js";
import { hideRepeatedMarks } from "./repeated-marks.js";
import { fitMarks } from "./skin-fill.js";

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
  addCasings(figures);
  highlighter.index();
  keepPictures(page);
  keepLeaders(figures);
  fitMarks(figures);
  hideRepeatedMarks(figures);
  document.addEventListener("atlas:settled", ({ detail }) => {
    markLayerButtons(detail.page, detail.state);
    showOffscreenSelection(detail.page, detail.state);
  });
}
