// The mode of pain drawings: an area is painted on body charts, and the panel lists what it touches. The drawing lives in
// memory only: nothing of it is stored, sent or written into the address.
import { element, filled } from "../app/dom.js";
import { fetchJson } from "../app/fetch-json.js";
import { styleLoader } from "../app/load-style-sheet.js";
import { showLine } from "../app/status.js";
import { ChartBoard } from "../body-charts/chart-board.js";
import { Painting } from "../body-charts/painting.js";
import { enableClearButtons } from "../lesion/mode-helpers.js";
import { refreshPanel, registerModePanel, report } from "../panel/panel.js";
import { DrawingPanel } from "./drawing-panel.js";
import { DrawingSheet, printSheet } from "./drawing-sheet.js";
import { DrawingTables } from "./drawing-tables.js";
import { FEELINGS } from "./feelings.js";

/** @import { DrawingData } from "./drawing-tables.js" */
/** @import { Step } from "../body-charts/painting.js" */

const MODE = "drawing";
const NAMED = 4; // patches that a sentence names
const loadChartStyle = styleLoader("painting");

/** @param {Page} page */
export async function enter(page) {
  const { payload, main, highlighter } = page;
  /** @type {[DrawingData, void]} */
  const [data] = await Promise.all([fetchJson(page.answers.drawing), loadChartStyle(page)]);
  const { words } = data;
  const painting = new Painting(data.charts, data.views, FEELINGS.ids.length);
  const tables = new DrawingTables(data, painting, payload);
  const panel = new DrawingPanel(tables, painting);
  const sheets = new DrawingSheet(tables, painting);

  /** Says what the drawing now touches, and lists it. @param {string} key of the sentence @param {string} [feeling] */
  function tell(key, feeling = "") {
    const places = [...new Set(painting.read().touched.map(({ place }) => place))];
    const named = places.slice(0, NAMED).map((place) => tables.nameOf(place)).join("; "); // prettier-ignore
    const names =
      places.length > NAMED ? filled(words["drawing.more"], { names: named, n: places.length - NAMED }) : named;
    showLine(filled(words[key], { feeling, n: places.length, names }));
    board.update();
    refreshPanel();
  }

  /** @param {string} _ @param {Step} step */
  function painted(_, { paint }) {
    if (!paint) return tell("drawing.status.erased");
    const name = words[`drawing.feeling.${FEELINGS.ids[paint - 1]}`];
    const { touched } = painting.read();
    tell(new Set(touched.map(({ place }) => place)).size === 1 ? "drawing.status.one" : "drawing.status", name);
  }

  const board = new ChartBoard(
    data,
    { painting, words, palette: FEELINGS, nameOf: (place) => tables.nameOf(place), onPainted: painted },
    {
      undo() {
        painting.undo();
        board.show();
        tell("drawing.status.undone");
      },
      clear() {
        painting.add(null);
        board.show();
        tell("drawing.status.cleared");
      },
    },
  );
  board.element.id = "drawing-board";
  document.getElementById("figures").before(board.element);

  const button = (/** @type {"print" | "blank"} */ name) =>
    element(
      "button",
      {
        type: "button",
        className: "plain",
        title: words[`drawing.${name}.title`],
        on: { click: () => printSheet(sheets, name === "blank") },
      },
      words[`drawing.${name}`],
    );
  document.getElementById("drawing-tools").append(button("print"), button("blank"));
  registerModePanel(MODE, (state) => panel.page(state));

  return {
    choose: (/** @type {string} */ id) => ({ mode: "", select: id }),

    clear: () => null,

    /** @param {State} state */
    show(state) {
      board.appear(main, true);
      highlighter.show(payload, null, "on");
      enableClearButtons(main, false);
      showLine(words["mode.drawing.title"]);
      return report(payload, state, document.activeElement);
    },

    leave() {
      board.appear(main, false);
    },
  };
}
