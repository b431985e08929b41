// The myotomes mode: a matrix of roots and muscles, with what textbooks say and what studies measured side by side.
import { fetchPlotly } from "../charts/plotly.js";
import { closest, element, filled } from "../app/dom.js";
import { enableClearButtons, isInPanel } from "../lesion/mode-helpers.js";
import { Heatmap } from "./heatmap.js";
import { ALL, KEY_SIGN, NOTHING, SIGNS, TALLY, fetchMatrix } from "./myotome-matrix.js";
import { MyotomePanel } from "./myotome-panel.js";
import { AccessibleTable } from "./accessible-table.js";
import { report, registerModePanel } from "../panel/panel.js";
import { showLine, showNotice } from "../app/status.js";

/** @import { Choice, MyotomeMatrix } from "./myotome-matrix.js" */

const MODE = "myotomes";
// Milliseconds after the last change of size before the chart is drawn again.
const RESIZE_DELAY = 120;

/**
 * @param {MyotomeMatrix} matrix
 * @param {(view: string) => void} onChoose
 */
function createViewPicker(matrix, onChoose) {
  const { words } = matrix;
  /** @type {Record<string, string>} */
  const names = { [ALL]: words["myotomes.all"], [TALLY]: words["myotomes.tally"] };
  for (const { id, name } of matrix.series) names[id] = filled(words["myotomes.one"], { name });
  const options = matrix.views.map((view) => element("option", { value: view }, names[view]));
  const list = element("select", { id: "myotome-view", on: { change: () => onChoose(list.value) } }, options);
  const text = element("span", {}, words["myotomes.view"]);
  return { list, label: element("label", { htmlFor: "myotome-view" }, text, list) };
}

/** @param {MyotomeMatrix} matrix */
function createLegend({ words }) {
  const item = (/** @type {HTMLElement} */ sample, /** @type {string} */ text) => element("li", {}, sample, ` ${text}`);
  const signs = Object.entries(SIGNS)
    .filter(([, sign]) => sign)
    .map(([name, sign]) => item(element("b", {}, sign), words[`myotomes.standing.${name}`]));
  return element(
    "ul",
    { className: "matrix-legend" },
    item(element("i", { className: "heat-scale" }), words["myotomes.shade"]),
    signs,
    item(element("b", {}, KEY_SIGN), words["myotomes.key"]),
    item(element("i", { className: "heat-none" }), words["myotomes.empty"]),
  );
}

/** The methods of the series, and what they measured of no single muscle. @param {MyotomeMatrix} matrix */
function createMethods({ words, payload, series, data }) {
  const items = series.map(({ name, people, method }) =>
    element("li", {}, element("b", {}, name), ` ${people}. ${method}`),
  );
  const idsOf = (/** @type {number[]} */ roots) => roots.map((root) => payload.ids[root]).join("+");
  const unassigned = data.unassigned.map(({ named, roots, value }) => `${named} ${idsOf(roots)} ${value}`).join("; ");
  if (unassigned) items.push(element("li", { className: "remark" }, `${words["myotomes.unmatched"]}: ${unassigned}.`));
  const list = element("ul", { className: "matrix-methods" }, items);
  return element("div", {}, element("h3", {}, words["myotomes.methods"]), list);
}

/** @param {Page} page */
export async function enter(page) {
  const { payload, go, highlighter, main } = page;
  const matrix = await fetchMatrix(page);
  const { words } = matrix;
  const panel = new MyotomePanel(matrix);
  /** @type {Choice} */
  let choice = NOTHING;

  const partFor = (/** @type {Partial<Choice>} */ change) => ({ part: matrix.write({ ...choice, ...change }) });
  // choosing the chosen cell again clears it
  const chooseCell = (
    /** @type {number | null} */ muscle,
    /** @type {number | null} */ root,
    /** @type {Event} */ event,
  ) => {
    const isChosen = choice.muscle === muscle && choice.root === root;
    go(partFor(isChosen ? { muscle: null, root: null } : { muscle, root }), event);
  };
  const viewPicker = createViewPicker(matrix, (view) => go(partFor({ view })));
  const plots = element("div", { className: "matrix-panels" }, element("p", {}, words["myotomes.wait"]));
  const tablePlace = element("div", { className: "matrix-scroll" });
  const table = new AccessibleTable(tablePlace, matrix, chooseCell);
  const summary = element("summary", {}, words["myotomes.twin"]);
  const lead = element("p", { className: "lead" }, words["myotomes.lead"]);
  const place = element(
    "section",
    { className: "myotomes", id: "myotomes", ariaLabel: words["mode.myotomes"] },
    element("div", { className: "matrix-bar" }, lead, viewPicker.label),
    createLegend(matrix),
    plots,
    element("details", { className: "matrix-twin" }, summary, tablePlace),
    createMethods(matrix),
  );
  place.dataset.inMode = MODE;
  page.figures.before(place);

  registerModePanel(MODE, (state) => panel.page(matrix.read(state.part) ?? NOTHING));
  document.getElementById("told").addEventListener("click", (event) => {
    const cell = closest(event, "[data-cell]")?.dataset.cell;
    const found = cell && matrix.read(cell);
    if (found) go(partFor({ muscle: found.muscle, root: found.root }), { target: event.target });
  });

  /** @type {Heatmap | null} */
  let heatmap = null;
  // What the chart was last drawn for.
  let drawnFor = "";
  const darkScheme = matchMedia("(prefers-color-scheme: dark)");
  fetchPlotly(page.answers.plotly).then(
    (Plotly) => {
      heatmap = new Heatmap(Plotly, plots, matrix, chooseCell);
      draw();
    },
    () => plots.replaceChildren(element("p", {}, words["myotomes.failed"])),
  );

  // Draws the chart again if the view, the theme or the width has changed; otherwise only moves the frames.
  async function draw() {
    if (!heatmap || place.hidden || !place.isConnected) return;
    const { theme } = document.documentElement.dataset;
    const wanted = [choice.view, theme, darkScheme.matches, plots.clientWidth].join();
    if (wanted === drawnFor) {
      heatmap.mark(choice);
      return;
    }
    drawnFor = wanted;
    await heatmap.draw(choice.view, choice);
    place.dataset.drawn = choice.view || "all";
  }

  darkScheme.addEventListener("change", draw);
  let resizeTimer = 0;
  new ResizeObserver(() => {
    clearTimeout(resizeTimer);
    resizeTimer = window.setTimeout(draw, RESIZE_DELAY);
  }).observe(place);

  /** Highlights the pathway of the chosen muscle, or else of the root. @param {State} state */
  function highlight({ map }) {
    const index = choice.muscle ?? choice.root;
    highlighter.show(payload, index === null ? null : payload.pathway(payload.ids[index], map), "on");
    const chosen = [choice.muscle, choice.root].filter((node) => node !== null);
    highlighter.press(...chosen.map((node) => payload.ids[node]));
  }

  const isNothingChosen = () => choice.muscle === null && choice.root === null;

  function showStatus() {
    const { muscle, root, view } = choice;
    if (isNothingChosen()) return showLine(words["myotomes.none"]);
    const name = payload.names[muscle ?? root];
    if (muscle === null || root === null) return showLine(name, name);
    return showLine(matrix.sentences(matrix.panels(view), muscle, root).join(" "), name);
  }

  return {
    /**
     * A node in the panel opens in exploring; a muscle or root of the graph moves the choice.
     * @param {string} id
     * @param {Event} event
     */
    choose(id, event) {
      if (isInPanel(event)) return { mode: "", select: id };
      const index = payload.indexOf.get(id);
      if (matrix.rowOfMuscle.has(index)) return partFor({ muscle: index === choice.muscle ? null : index });
      return matrix.roots.includes(index) ? partFor({ root: index === choice.root ? null : index }) : null;
    },

    themeChanged: draw,

    clear: () => (isNothingChosen() ? null : partFor({ muscle: null, root: null })),

    /** @param {State} state */
    show(state) {
      const found = matrix.read(state.part);
      if (!found) {
        showNotice([filled(words["myotomes.unknown"], { value: state.part })]);
        return go({ part: "" }, null, "replace");
      }
      const isNewView = found.view !== choice.view || !tablePlace.firstChild;
      choice = found;
      place.hidden = false;
      viewPicker.list.value = choice.view;
      if (isNewView) table.build(choice.view);
      table.mark(choice);
      highlight(state);
      enableClearButtons(main, !isNothingChosen());
      showStatus();
      draw();
      return report(payload, state, document.activeElement);
    },

    leave() {
      choice = NOTHING;
      drawnFor = "";
    },
  };
}
