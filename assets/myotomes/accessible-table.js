// The matrix as a table of buttons: one stop for the tab key, arrows from cell to cell.
import { element } from "../app/dom.js";

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

const GROUP = { scope: "rowgroup", className: "group" };

export class Twin {
  constructor(place, matrix, take) {
    Object.assign(this, { place, matrix, take, lines: [] });
    place.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) take(...this.of(button), event);
    });
    place.addEventListener("keydown", (event) => this.move(event));
    place.addEventListener("focusin", (event) => event.target.closest("button") && this.stop(event.target));
  }

  of({ dataset: { muscle, root } }) {
    return [muscle, root].map((at) => (at === undefined ? null : Number(at)));
  }

  button(text, label, muscle, root) {
    const made = element("button", { type: "button", tabIndex: -1, ariaLabel: label }, ...text);
    if (muscle !== null) made.dataset.muscle = muscle;
    if (root !== null) made.dataset.root = root;
    made.setAttribute("aria-pressed", "false");
    return made;
  }

  cell(panels, muscle, root) {
    const text = panels.flatMap((panel) => {
      const found = this.matrix.cell(panel, muscle, root);
      if (!found) return [];
      if (panel.series === null) return [element("b", {}, found.text)];
      const values = this.matrix.told(muscle, root, panel.series).map(({ value }) => value);
      return [element("span", {}, `${panel.name}: ${values.join(", ")}`)];
    });
    const says = this.matrix.says(panels, muscle, root).join(" ");
    return this.button(text.length ? text : [element("i", {}, "–")], says, muscle, root);
  }

  build(view) {
    const { matrix } = this;
    const { ids, names } = matrix.payload;
    const panels = matrix.panels(view);
    const roots = matrix.roots.map((root) => this.button([ids[root]], names[root], null, root));
    this.lines = [roots];
    const header = element("tr", {}, element("th", { scope: "col" }, matrix.words["myotomes.muscle"]));
    header.append(...roots.map((root) => element("th", { scope: "col" }, root)));
    const body = matrix.rows(panels).map(({ group, muscle }) => {
      if (group) return element("tr", {}, element("th", { ...GROUP, colSpan: roots.length + 1 }, group));
      const name = this.button([names[muscle]], names[muscle], muscle, null);
      const cells = matrix.roots.map((root) => this.cell(panels, muscle, root));
      this.lines.push([name, ...cells]);
      return element(
        "tr",
        {},
        element("th", { scope: "row" }, name),
        cells.map((cell) => element("td", {}, cell)),
      );
    });
    const table = element("table", { className: "matrix" }, element("caption", {}, matrix.words["myotomes.lead"]));
    table.append(element("thead", {}, header), element("tbody", {}, body));
    this.place.replaceChildren(table);
    this.current = null;
    this.stop(this.lines[1]?.[0] ?? roots[0]);
  }

  mark({ muscle, root }) {
    const is = (button) => {
      const [own, on] = this.of(button);
      return own === muscle && on === root && (own !== null || on !== null);
    };
    for (const button of this.lines.flat()) button.setAttribute("aria-pressed", String(is(button)));
  }

  stop(button) {
    if (this.current) this.current.tabIndex = -1;
    this.current = button;
    button.tabIndex = 0;
  }

  // The head of the table has no name of a muscle before it, so that its columns stand one to the right.
  move(event) {
    const step = STEPS[event.key];
    if (!step || !this.current) return;
    event.preventDefault();
    const row = this.lines.findIndex((line) => line.includes(this.current));
    const column = this.lines[row].indexOf(this.current) + (row === 0 ? 1 : 0);
    const to = this.lines[row + step[0]];
    to?.[column + step[1] - (row + step[0] === 0 ? 1 : 0)]?.focus();
  }
}
