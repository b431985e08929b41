// Marks what was found on the figures and in the graph: by a pattern and a sign, and in what each shape is called.
import { make as svg } from "../figures/svg-elements.js";
import { labelFinding } from "../app/node-labels.js";
export const GLYPHS = {
  weak: "✕",
  normal: "✓",
  numb: "✕",
  intact: "✓",
  pain: "~",
  reduced_reflex: "✕",
  normal_reflex: "✓",
  found: "✕",
  denied: "✓",
};
// What the marks mean, to stand below the figures.
export function key(element, words) {
  const found = [
    ["", "numb", "key.wrong"],
    ["well", "intact", "key.well"],
    ["", "pain", "key.pain"],
  ].map(([kind, sign, word]) =>
    element(
      "li",
      {},
      element("span", { className: `glyph ${kind}`, "aria-hidden": "true" }, GLYPHS[sign]),
      words[word],
    ),
  );
  const tints = [
    ["", "key.lost"],
    ["partly", "key.partly"],
  ].map(([kind, word]) =>
    element("li", {}, element("span", { className: `tint ${kind}`, "aria-hidden": "true" }), words[word]),
  );
  return element("ul", { className: "case-key" }, found, tints);
}

const RADIUS = { figure: 10, graph: 8 };
const ROOM = 1.5; // the least room for a sign, in its radius
const FAINT = 0.15;
const HATCH = "found-hatch";

function offerHatch() {
  if (document.getElementById(HATCH)) return;
  const size = { width: 9, height: 9, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  const hatch = svg("pattern", { id: HATCH, ...size }, svg("path", { d: "M0 4.5H9", class: "found-line" }));
  document.querySelector(".patterns defs").append(hatch);
}

// Where a sign can stand on a patch: where its figure writes its mark, else the point of a grid nearest to its
// middle.
const GRID = [4, 3, 5, 2, 6, 1, 7].map((step) => step / 8);

function within(shape) {
  const mark = shape.ownerSVGElement.querySelector(`.marks [data-of="${CSS.escape(shape.dataset.node)}"]`);
  if (mark) return ["x", "y"].map((name) => Number(mark.getAttribute(name)));
  const box = shape.getBBox();
  const all = GRID.flatMap((i) => GRID.map((j) => [box.x + box.width * i, box.y + box.height * j]));
  return all.find(([x, y]) => shape.isPointInFill(new DOMPoint(x, y))) ?? all[0];
}

const badge = (sign, x, y, radius) =>
  svg(
    "g",
    { class: `found-sign ${sign}`, transform: `translate(${x} ${y}) scale(${radius / 10})` },
    svg("circle", { r: 10 }),
    svg("text", { y: 5 }, GLYPHS[sign]),
  );

export class Marks {
  // `byId`: every element of a thing, in figures and graph; `say`: a finding in words.
  constructor(byId, say) {
    Object.assign(this, { byId, say });
    this.put = [];
    this.worn = [];
    this.found = new Map();
    this.middles = new Map();
    offerHatch();
  }

  clear() {
    for (const element of this.put) element.remove();
    for (const element of this.worn) element.classList.remove("foreseen", "partly");
    for (const element of this.found.keys()) labelFinding(element);
    this.put = [];
    this.worn = [];
    this.found.clear();
  }

  // `foreseen`: target → the share that the place under discussion would take. All is read before anything is written,
  // or the browser would lay the page out anew for each mark.
  show(findings, foreseen) {
    const wanted = findings.all.flatMap((finding) => {
      const beside = finding.sign === "pain" && findings.of(finding.id, "numb") !== undefined;
      return (this.byId.get(finding.id) ?? []).map((element) => ({
        ...finding,
        element,
        beside,
        room: this.room(element),
      }));
    });
    this.clear();
    for (const [id, share] of foreseen) {
      if (share < FAINT) continue;
      for (const element of this.byId.get(id) ?? []) {
        element.classList.add("foreseen", ...(share < 0.5 ? ["partly"] : []));
        this.worn.push(element);
      }
    }
    for (const mark of wanted) if (mark.element.dataset.node) this.mark(mark);
  }

  // Where on a patch of skin there is room for a sign, and how large that is on the screen; null when it is not shown.
  room(path) {
    const figure = path.ownerSVGElement;
    if (!path.closest(".skin") || figure.closest("[hidden]")) return null;
    const scale = figure.getScreenCTM()?.a;
    if (!scale) return null;
    if (!this.middles.has(path)) {
      const { width, height } = path.getBBox();
      this.middles.set(path, { middle: within(path), least: Math.min(width, height) });
    }
    return { ...this.middles.get(path), radius: RADIUS.figure / scale };
  }

  mark(mark) {
    const { element } = mark;
    this.found.set(element, [...(this.found.get(element) ?? []), this.say(mark)]);
    labelFinding(element, this.found.get(element).join(", "));
    if (element.classList.contains("node")) this.inGraph(mark);
    else if (mark.room) this.onSkin(mark);
  }

  inGraph({ element, sign, beside }) {
    const made = badge(sign, beside ? -17 : 0, 0, RADIUS.graph);
    element.append(made);
    this.put.push(made);
  }

  // A patch too small for a sign keeps its pattern and its outline.
  onSkin({ element, sign, beside, room: { middle, least, radius } }) {
    const [x, y] = middle;
    const made = svg("g", { class: `finding ${sign}` }, svg("path", { d: element.getAttribute("d"), class: "area" }));
    if (least > radius * ROOM) made.append(badge(sign, beside ? x + radius * 2.1 : x, y, radius));
    element.closest(".skin").after(made);
    this.put.push(made);
  }
}
