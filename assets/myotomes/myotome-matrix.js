// Muscles and roots: what stands in each cell, looked up. Python worked it all out.
import { filled } from "../app/dom.js";

export const SIGNS = { main: "●", root_main: "◐", root: "○", rival_main: "(●)", rival: "(○)", none: "" };
export const KEY = "◆";
export const ALL = "";
export const TALLY = "tally";

const percent = (share) => `${Math.round(share * 100)}`;

export class Matrix {
  constructor(raw, payload) {
    Object.assign(this, raw);
    this.payload = payload;
    this.muscles = raw.groups.flatMap(([, own]) => own);
    this.row = new Map(this.muscles.map((muscle, row) => [muscle, row]));
    this.cells = new Map();
    raw.measured.forEach(([muscle, root, told], n) => {
      const key = `${muscle} ${root}`;
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push({ ...told, foot: raw.feet[n] });
    });
    this.graded = new Set(raw.keys.map((pair) => pair.join(" ")));
  }

  // What the address names: a muscle, a root, what is shown; null when it names something else.
  read(part) {
    const [muscle = "", root = "", view = ALL, ...more] = part.split(":");
    const [at, on] = [muscle, root].map((id) => (id ? this.payload.place.get(id) : null));
    const placed = (at === null || this.row.has(at)) && (on === null || this.roots.includes(on));
    return placed && this.views.includes(view) && !more.length ? { muscle: at, root: on, view } : null;
  }

  write({ muscle, root, view }) {
    const id = (at) => (at === null ? "" : this.payload.ids[at]);
    return [id(muscle), id(root), view].join(":").replace(/:+$/, "");
  }

  get views() {
    return [ALL, TALLY, ...this.series.map(({ id }) => id)];
  }

  standing(muscle, root) {
    const [name, strength] = this.standings[this.tally[this.row.get(muscle)][this.roots.indexOf(root)]];
    return { name, strength, sign: SIGNS[name] };
  }

  isKey(muscle, root) {
    return this.graded.has(`${muscle} ${root}`);
  }

  told(muscle, root, series = null) {
    const all = this.cells.get(`${muscle} ${root}`) ?? [];
    return series === null ? all : all.filter((one) => one.series === series);
  }

  // What is drawn beside what: the textbooks first, where they belong, then the series.
  panels(view) {
    const tally = { name: this.words["myotomes.tally.name"], series: null, roots: this.roots };
    const measured = this.series.map(({ name, roots }, series) => ({ name, series, roots }));
    if (view === TALLY) return [tally];
    return [tally, ...(view === ALL ? measured : measured.filter(({ series }) => this.series[series].id === view))];
  }

  // Rows for panels, a heading before each group: those with something measured in them, or, of the tally alone, all.
  rows(panels) {
    const series = panels.map((panel) => panel.series).filter((one) => one !== null);
    const tells = (one) => series.includes(one.series);
    const has = (muscle) => this.roots.some((root) => this.told(muscle, root).some(tells));
    return this.groups.flatMap(([group, own]) => {
      const shown = series.length ? own.filter(has) : own;
      return shown.length ? [{ group }, ...shown.map((muscle) => ({ muscle }))] : [];
    });
  }

  // What a cell shows: how strong, from 0 to 1, and a few signs; null where nothing is told.
  cell({ series }, muscle, root) {
    if (series === null) {
      const { name, strength, sign } = this.standing(muscle, root);
      const key = this.isKey(muscle, root) ? KEY : "";
      return name === "none" ? null : { strength, text: sign + key };
    }
    const told = this.told(muscle, root, series);
    if (!told.length) return null;
    const shares = told.map(({ share }) => share ?? 1);
    const [low, high] = [Math.min(...shares), Math.max(...shares)];
    return { strength: (low + high) / 2, text: this.short(told, low, high) };
  }

  // The cells of a panel, row by row; a heading has none.
  shown({ rows, roots, series }) {
    const own = (muscle) => (root) => (muscle === undefined ? null : this.cell({ series }, muscle, root));
    return rows.map(({ muscle }) => roots.map(own(muscle)));
  }

  // A fraction as it is printed, else percent; parts of a muscle that differ by the least of them.
  short(told, low, high) {
    if (told[0].share === null) return SIGNS.main;
    if (low !== high) return `≥${percent(low)}`;
    const [{ value, tested }] = told;
    return told.length === 1 && tested !== null ? value : percent(high);
  }

  // A cell in words, for those who point at it or hear it.
  says(panels, muscle, root) {
    const { words, payload } = this;
    const values = panels.flatMap(({ series }) => (series === null ? [] : this.told(muscle, root, series)));
    const said = values.map((one) => filled(words["myotomes.value"], { ...one, series: this.series[one.series].name }));
    const standing = words[`myotomes.standing.${this.standing(muscle, root).name}`];
    return [
      filled(words["myotomes.cell"], { muscle: payload.names[muscle], root: payload.ids[root], standing }),
      ...(this.isKey(muscle, root) ? [words["myotomes.key.cell"]] : []),
      ...said,
    ];
  }
}

export async function fetchMatrix(page) {
  const response = await fetch(page.answers.myotomes);
  if (!response.ok) throw new Error(`${response.status}`);
  return new Matrix(await response.json(), page.payload);
}
