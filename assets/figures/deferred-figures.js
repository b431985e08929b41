// Figures that the first response leaves out, and what lies over all of them: put in once the page is painted.
import { idle } from "../app/scheduling.js";
import { fit } from "./skin-fill.js";
import { seek } from "./offscreen-selection.js";

// Put in in two steps with a moment of rest between, so that a click is answered at once.
const rest = () => new Promise((done) => idle(done));

export async function bring({ answers, figures, lights }) {
  const response = await fetch(answers.figures);
  if (!response.ok) throw new Error(`${response.status}`);
  const told = await response.json();
  for (const [id, svg] of Object.entries(told.figures)) {
    const figure = document.getElementById(`figure-${id}`);
    figure.insertAdjacentHTML("afterbegin", svg);
  }
  await rest();
  for (const svg of figures.querySelectorAll(".view")) {
    svg.querySelector(":scope > .marks").insertAdjacentHTML("beforebegin", told.layers[svg.dataset.view]);
  }
  lights.relearn();
  fit(figures);
  document.addEventListener("atlas:settled", ({ detail }) => seek(detail.page, detail.state));
}
