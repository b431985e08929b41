// The matrix as an HTML table of buttons: one tab stop, and arrow keys that move from cell to cell.
import { closest, element } from "../app/dom.js";

/** @import { Choice, MyotomeMatrix, Panel } from "./myotome-matrix.js" */
/** @typedef {(muscle: number | null, root: number | null, event: Event) => void} ChooseCell */

/** @type {Record<string, [rows: number, columns: number]>} */
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
const GROUP_HEAD = { scope: "rowgroup", className: "group" };

/** @param {HTMLElement} button */
function cellOf({ dataset: { muscle, root } }) {
  const index = (/** @type {string | undefined} */ text) => (text === undefined ? null : Number(text));
  return { muscle: index(muscle), root: index(root) };
}

/**
 * @param {(string | Node)[]} content
 * @param {string} label
 * @param {number | null} muscle
 * @param {number | null} root
 */
function createButton(content, label, muscle, root) {
  const button = element("button", { type: "button", tabIndex: -1, ariaLabel: label }, ...content);
  if (muscle !== null) button.dataset.muscle = String(muscle);
  if (root !== null) button.dataset.root = String(root);
  button.setAttribute("aria-pressed", "false");
  return button;
}

export class AccessibleTable {
  /**
   * @param {HTMLElement} place
   * @param {MyotomeMatrix} matrix
   * @param {ChooseCell} onChoose
   */
  constructor(place, matrix, onChoose) {
    this.place = place;
    this.matrix = matrix;
    /** @type {HTMLElement[][]} the buttons by row; the first row, of roots, has no button above the muscles */
    this.rows = [];
    /** @type {HTMLElement | null} the button that is the tab stop */
    this.current = null;
    place.addEventListener("click", (event) => {
      const button = closest(event, "button");
      if (!button) return;
      const { muscle, root } = cellOf(button);
      onChoose(muscle, root, event);
    });
    place.addEventListener("keydown", (event) => this.#moveFocus(event));
    place.addEventListener("focusin", (event) => {
      const button = closest(event, "button");
      if (button) this.#setStop(button);
    });
  }

  /**
   * @param {Panel[]} panels
   * @param {number} muscle
   * @param {number} root
   */
  #cellButton(panels, muscle, root) {
    const content = panels.flatMap((panel) => {
      const cell = this.matrix.cell(panel, muscle, root);
      if (!cell) return [];
      if (panel.series === null) return [element("b", {}, cell.text)];
      const values = this.matrix.measurements(muscle, root, panel.series).map(({ value }) => value);
      return [element("span", {}, `${panel.name}: ${values.join(", ")}`)];
    });
    const label = this.matrix.sentences(panels, muscle, root).join(" ");
    return createButton(content.length ? content : [element("i", {}, "–")], label, muscle, root);
  }

  /** @param {string} view */
  build(view) {
    const { matrix } = this;
    const { ids, names } = matrix.payload;
    const panels = matrix.panels(view);
    const rootButtons = matrix.roots.map((root) => createButton([ids[root]], names[root], null, root));
    this.rows = [rootButtons];
    const header = element("tr", {}, element("th", { scope: "col" }, matrix.words["myotomes.muscle"]));
    header.append(...rootButtons.map((button) => element("th", { scope: "col" }, button)));
    const body = matrix.rows(panels).map(({ group, muscle }) => {
      if (group) return element("tr", {}, element("th", { ...GROUP_HEAD, colSpan: matrix.roots.length + 1 }, group));
      const nameButton = createButton([names[muscle]], names[muscle], muscle, null);
      const cellButtons = matrix.roots.map((root) => this.#cellButton(panels, muscle, root));
      this.rows.push([nameButton, ...cellButtons]);
      const cells = cellButtons.map((button) => element("td", {}, button));
      return element("tr", {}, element("th", { scope: "row" }, nameButton), cells);
    });
    const table = element("table", { className: "matrix" }, element("caption", {}, matrix.words["myotomes.lead"]));
    table.append(element("thead", {}, header), element("tbody", {}, body));
    this.place.replaceChildren(table);
    this.current = null;
    this.#setStop(this.rows[1]?.[0] ?? rootButtons[0]);
  }

  /** Presses the button of the chosen cell, muscle or root. @param {Choice} choice */
  mark({ muscle, root }) {
    const hasChoice = muscle !== null || root !== null;
    for (const button of this.rows.flat()) {
      const cell = cellOf(button);
      const isPressed = hasChoice && cell.muscle === muscle && cell.root === root;
      button.setAttribute("aria-pressed", String(isPressed));
    }
  }

  /** @param {HTMLElement} button */
  #setStop(button) {
    if (this.current) this.current.tabIndex = -1;
    this.current = button;
    button.tabIndex = 0;
  }

  /** @param {KeyboardEvent} event */
  #moveFocus(event) {
    if (!(event.key in STEPS) || !this.current) return;
    event.preventDefault();
    const [down, right] = STEPS[event.key];
    // the row of roots starts one column further right
    const offset = (/** @type {number} */ row) => (row === 0 ? 1 : 0);
    const row = this.rows.findIndex((buttons) => buttons.includes(this.current));
    const column = this.rows[row].indexOf(this.current) + offset(row) + right;
    const target = row + down;
    this.rows[target]?.[column - offset(target)]?.focus();
  }
}
