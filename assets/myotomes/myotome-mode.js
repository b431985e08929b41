// Root × muscle: what textbooks say and what was measured, side by side.
import { fetchPlotly } from "../charts/plotly.js";
import { element, filled } from "../app/dom.js";
import { Chart } from "./heatmap.js";
import { ALL, KEY, SIGNS, TALLY, fetchMatrix } from "./myotome-matrix.js";
import { MyotomeTelling } from "./myotome-panel.js";
import { Twin } from "./accessible-table.js";
import { report, registerModePanel } from "../panel/panel.js";
import { showLine, showNotice } from "../app/status.js";

const MODE = "myotomes";
const NOTHING = { muscle: null, root: null, view: ALL };

function chooser(matrix, take) {
  const { words } = matrix;
  const said = { [ALL]: words["myotomes.all"], [TALLY]: words["myotomes.tally"] };
  for (const { id, name } of matrix.series) said[id] = filled(words["myotomes.one"], { name });
  const options = matrix.views.map((view) => element("option", { value: view }, said[view]));
  const listed = element("select", { id: "myotome-view", on: { change: () => take(listed.value) } }, options);
  const name = element("span", {}, words["myotomes.view"]);
  return { listed, label: element("label", { htmlFor: "myotome-view" }, name, listed) };
}

function legend({ words }) {
  const names = Object.keys(SIGNS).filter((name) => SIGNS[name]);
  const signs = names.map((name) => [SIGNS[name], words[`myotomes.standing.${name}`]]);
  const item = (mark, text) => element("li", {}, mark, ` ${text}`);
  return element(
    "ul",
    { className: "matrix-legend" },
    item(element("i", { className: "heat-scale" }), words["myotomes.shade"]),
    [...signs, [KEY, words["myotomes.key"]]].map(([sign, text]) => item(element("b", {}, sign), text)),
    item(element("i", { className: "heat-none" }), words["myotomes.empty"]),
  );
}

function methods(matrix) {
  const { words, payload } = matrix;
  const line = ({ name, people, method }) => element("li", {}, element("b", {}, name), ` ${people}. ${method}`);
  const ids = (roots) => roots.map((root) => payload.ids[root]).join("+");
  const apart = matrix.apart.map(({ named, roots, value }) => `${named} ${ids(roots)} ${value}`).join("; ");
  const more = apart ? [element("li", { className: "remark" }, `${words["myotomes.unmatched"]}: ${apart}.`)] : [];
  const made = element("ul", { className: "matrix-methods" }, matrix.series.map(line), more);
  return element("div", {}, element("h3", {}, words["myotomes.methods"]), made);
}

export async function enter(page) {
  const { payload, go, highlighter, main } = page;
  const matrix = await fetchMatrix(page);
  const { words } = matrix;
  const telling = new MyotomeTelling(matrix);
  let chosen = NOTHING;
  let worn = "";

  const part = (change) => ({ part: matrix.write({ ...chosen, ...change }) });
  const same = (muscle, root) => chosen.muscle === muscle && chosen.root === root;
  const take = (muscle, root, event) =>
    go(part(same(muscle, root) ? { muscle: null, root: null } : { muscle, root }), event);
  const { listed, label } = chooser(matrix, (view) => go(part({ view })));
  const panels = element("div", { className: "matrix-panels" }, element("p", {}, words["myotomes.wait"]));
  const table = element("div", { className: "matrix-scroll" });
  const twin = new Twin(table, matrix, take);
  const fold = element("details", { className: "matrix-twin" }, element("summary", {}, words["myotomes.twin"]), table);
  const lead = element("p", { className: "lead" }, words["myotomes.lead"]);
  const bar = element("div", { className: "matrix-bar" }, lead, label);
  const own = { className: "myotomes", id: "myotomes", ariaLabel: words["mode.myotomes"] };
  const place = element("section", own, bar, legend(matrix), panels, fold, methods(matrix));
  place.dataset.inMode = MODE;
  page.figures.before(place);

  registerModePanel(MODE, (state) => telling.tell(matrix.read(state.part) ?? NOTHING));
  document.getElementById("told").addEventListener("click", ({ target }) => {
    const cell = target.closest("[data-cell]")?.dataset.cell;
    const found = cell && matrix.read(cell);
    if (found) go({ part: matrix.write({ ...found, view: chosen.view }) }, { target });
  });

  let chart = null;
  fetchPlotly(page.answers.plotly).then(
    (Plotly) => {
      chart = new Chart(Plotly, panels, matrix, take);
      draw();
    },
    () => panels.replaceChildren(element("p", {}, words["myotomes.failed"])),
  );

  // Anew when what is shown, the theme or the room changes; else only the frames move.
  async function draw() {
    if (!chart || place.hidden || !place.isConnected) return;
    const asked = [chosen.view, document.documentElement.dataset.theme, dark.matches, panels.clientWidth].join();
    if (asked === worn) return chart.mark(chosen);
    worn = asked;
    await chart.draw(chosen.view, chosen);
    place.dataset.drawn = chosen.view || "all";
  }

  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", draw);
  let resting = 0;
  new ResizeObserver(() => {
    clearTimeout(resting);
    resting = setTimeout(draw, 120);
  }).observe(place);

  function light({ map }) {
    const at = chosen.muscle ?? chosen.root;
    highlighter.show(payload, at === null ? null : payload.pathway(payload.ids[at], map), "on");
    const ids = [chosen.muscle, chosen.root].filter((one) => one !== null).map((one) => payload.ids[one]);
    highlighter.press(...ids);
    return ids.length;
  }

  function status() {
    const { muscle, root } = chosen;
    if (muscle === null && root === null) return showLine(words["myotomes.none"]);
    const name = payload.names[muscle ?? root];
    if (muscle === null || root === null) return showLine(name, name);
    return showLine(matrix.says(matrix.panels(chosen.view), muscle, root).join(" "), name);
  }

  return {
    // What the panel names is looked at in exploring; a muscle or root of the graph moves the frame.
    choose(id, event) {
      if (event?.target.closest?.("#told")) return { mode: "", select: id };
      const at = payload.place.get(id);
      if (matrix.row.has(at)) return part({ muscle: at === chosen.muscle ? null : at });
      return matrix.roots.includes(at) ? part({ root: at === chosen.root ? null : at }) : null;
    },

    themeChanged: draw,

    clear: () => (chosen.muscle === null && chosen.root === null ? null : part({ muscle: null, root: null })),

    show(state) {
      const found = matrix.read(state.part);
      if (!found) {
        showNotice([filled(words["myotomes.unknown"], { value: state.part })]);
        return go({ part: "" }, null, "replace");
      }
      const [turned, first] = [found.view !== chosen.view, !table.firstChild];
      chosen = found;
      place.hidden = false;
      listed.value = chosen.view;
      if (turned || first) twin.build(chosen.view);
      twin.mark(chosen);
      const some = light(state);
      for (const button of main.querySelectorAll(".clear")) button.disabled = !some;
      status();
      draw();
      return report(payload, state, document.activeElement);
    },

    leave() {
      chosen = NOTHING;
      worn = "";
    },
  };
}
