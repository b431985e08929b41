// Figures that the first response leaves out, and what lies over all of them: put in once the page is painted.
import { fit } from "../skin.mjs";
import { seek } from "./elsewhere.mjs";

const before = (svg) => svg.querySelector(":scope > :is(.nerves, .sites, .marks)");

export async function bring({ answers, figures, lights }) {
  const response = await fetch(answers.figures);
  if (!response.ok) throw new Error(`${response.status}`);
  const told = await response.json();
  for (const [id, svg] of Object.entries(told.figures)) {
    const figure = document.getElementById(`figure-${id}`);
    figure.insertAdjacentHTML("afterbegin", svg);
    lights.learn(figure);
  }
  for (const svg of figures.querySelectorAll(".aspect")) {
    const over = told.over[svg.dataset.aspect];
    if (over) before(svg).insertAdjacentHTML("beforebegin", over);
  }
  fit(figures);
  document.addEventListener("atlas:settled", ({ detail }) => seek(detail.page, detail.state));
}
