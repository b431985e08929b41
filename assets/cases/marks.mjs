// Marks what was found on the figures and in the graph: by a pattern and a sign, and in what each shape is called.
const SVG = "http://www.w3.org/2000/svg";
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
const RADIUS = { figure: 10, graph: 8 };
const ROOM = 1.5; // the least room for a sign, in its radius
const FAINT = 0.15;
const HATCH = "found-hatch";

function svg(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function offerHatch() {
  if (document.getElementById(HATCH)) return;
  const size = { width: 9, height: 9, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  const hatch = svg("pattern", { id: HATCH, ...size }, svg("path", { d: "M0 4.5H9", class: "found-line" }));
  document.querySelector(".patterns defs").append(hatch);
}

// A point well inside a shape: the one of a grid that is farthest from its edge, roughly.
function within(shape) {
  const box = shape.getBBox();
  const inside = (x, y) => shape.isPointInFill(new DOMPoint(x, y));
  let best = [box.x + box.width / 2, box.y + box.height / 2];
  let most = -1;
  for (let i = 1; i < 8; i++)
    for (let j = 1; j < 8; j++) {
      const [x, y] = [box.x + (box.width * i) / 8, box.y + (box.height * j) / 8];
      if (!inside(x, y)) continue;
      const [dx, dy] = [box.width / 8, box.height / 8];
      let room = 0;
      for (const step of [0.5, 1, 1.5, 2])
        for (const [a, b] of [[dx, 0], [-dx, 0], [0, dy], [0, -dy]]) room += inside(x + a * step, y + b * step) ? 1 : 0;
      if (room > most) [best, most] = [[x, y], room];
    }
  return best;
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
    this.names = new Map();
    this.middles = new Map();
    offerHatch();
  }

  clear() {
    for (const element of this.put) element.remove();
    for (const element of this.worn) element.classList.remove("foreseen", "partly");
    for (const [element, name] of this.names) element.setAttribute("aria-label", name);
    this.put = [];
    this.worn = [];
    this.names.clear();
  }

  // `foreseen`: ending → the share that the place under discussion would take.
  show(findings, foreseen) {
    this.clear();
    for (const [id, share] of foreseen) {
      if (share < FAINT) continue;
      for (const element of this.byId.get(id) ?? []) {
        element.classList.add("foreseen", ...(share < 0.5 ? ["partly"] : []));
        this.worn.push(element);
      }
    }
    for (const finding of findings.all) {
      const beside = finding.sign === "pain" && findings.of(finding.id, "numb") !== undefined;
      for (const element of this.byId.get(finding.id) ?? []) this.mark(element, finding, beside);
    }
  }

  mark(element, finding, beside) {
    if (!element.dataset.node) return;
    const name = element.getAttribute("aria-label");
    if (!this.names.has(element)) this.names.set(element, name);
    element.setAttribute("aria-label", `${name}: ${this.say(finding)}`);
    const group = element.classList.contains("node") ? this.inGraph(element, finding, beside) : this.onSkin(element, finding, beside);
    if (group) this.put.push(group);
  }

  inGraph(node, { sign }, beside) {
    const made = badge(sign, beside ? -17 : 0, 0, RADIUS.graph);
    node.append(made);
    return made;
  }

  // A patch too small for a sign keeps its pattern and its outline.
  onSkin(path, { sign }, beside) {
    const figure = path.ownerSVGElement;
    const scale = figure?.getScreenCTM()?.a;
    if (!scale || !path.closest(".skin") || figure.closest("[hidden]")) return null;
    if (!this.middles.has(path)) this.middles.set(path, within(path));
    const [x, y] = this.middles.get(path);
    const radius = RADIUS.figure / scale;
    const made = svg("g", { class: `finding ${sign}` });
    made.append(svg("path", { d: path.getAttribute("d"), class: "area" }));
    const { width, height } = path.getBBox();
    if (Math.min(width, height) > radius * ROOM) made.append(badge(sign, beside ? x + radius * 2.1 : x, y, radius));
    path.closest(".skin").after(made);
    return made;
  }
}
