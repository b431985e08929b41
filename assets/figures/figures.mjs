// Figures that the first response leaves out, and what lies over all of them: put in once the page is painted.
import { fit } from "../skin.mjs";
import { seek } from "./elsewhere.mjs";

export async function bring({ answers, figures, lights }) {
  const response = await fetch(answers.figures);
  if (!response.ok) throw new Error(`${response.status}`);
  const told = await response.json();
  for (const [id, svg] of Object.entries(told.figures)) {
    const figure = document.getElementById(`figure-${id}`);
    figure.insertAdjacentHTML("afterbegin", svg);
  }
  for (const svg of figures.querySelectorAll(".aspect")) {
    const [shade, over] = told.layers[svg.dataset.aspect];
    [...svg.querySelectorAll(":scope > :is(.skin, .bones)")].at(-1)?.insertAdjacentHTML("afterend", shade);
    svg.querySelector(":scope > .marks").insertAdjacentHTML("beforebegin", over);
  }
  lights.relearn();
  fit(figures);
  document.addEventListener("atlas:settled", ({ detail }) => seek(detail.page, detail.state));
}
