// The body of a chart as SVG: its outline, its patches of skin, and which leg is which.
import { make } from "../figures/svg-elements.js";
import { pathOf } from "./chart-canvas.js";

/** @import { Chart, Painting, View } from "./painting.js" */

/** The body of a chart as SVG, without paint. */
export function bodyOf(/** @type {Chart} */ chart, /** @type {View} */ view, /** @type {Painting} */ painting, words) {
  const [width, height] = view.size;
  const { outline, patches } = painting.charts.get(chart.id);
  const folds = make("path", { class: "folds", d: view.folds });
  if (chart.legs === "left") folds.setAttribute("transform", `translate(${width} 0) scale(-1 1)`);
  const shapes = patches.map(({ place, shape }) => ({
    place,
    path: make("path", { class: "patch", d: pathOf(shape) }),
  }));
  // the view from the front shows the right leg on the left side
  const isRightFirst = (patches[0]?.shape[0]?.[0]?.[0] ?? 0) < width / 2;
  const sides = isRightFirst ? ["right", "left"] : ["left", "right"];
  const letters =
    chart.legs === "both"
      ? sides.map((side, n) =>
          make(
            "text",
            { class: "leg-side", x: width * (n ? 0.97 : 0.03), y: height * 0.985, "text-anchor": n ? "end" : "start" },
            words[`drawing.${side}`],
          ),
        )
      : [];
  const svg = make(
    "svg",
    { class: "body-chart", viewBox: `0 ${chart.top} ${width} ${height - chart.top}` },
    make("path", { class: "body", d: pathOf(outline) }),
    make("g", { class: "patches" }, ...shapes.map(({ path }) => path)),
    folds,
    make("path", { class: "edge", d: pathOf(outline) }),
    ...letters,
  );
  return { svg, shapes };
}
