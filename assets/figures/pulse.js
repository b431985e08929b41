// A pulse that runs along the lit pathway, from figure to figure and through the nerve graph, once. Where motion is
// not wanted, numbers tell the order instead, when asked for.
import { numbered, schedule } from "./pulse-timing.js";

const SVG = "http://www.w3.org/2000/svg";
const NEAR = 12; // units between the end of one piece of a course and the start of the next
const COMET = 30; // pixels
const THICK = { figure: 9, core: 4, graph: 6 };
const still = matchMedia("(prefers-reduced-motion: reduce)");
let running = [];
let layers = [];

export function stop() {
  for (const animation of running) animation.cancel();
  for (const layer of layers) layer.remove();
  running = [];
  layers = [];
}

const scaleOf = (svg) => svg.getBoundingClientRect().width / (svg.viewBox.baseVal.width || 1) || 1;
const visible = (figures) => [...figures.querySelectorAll(".view")].filter((svg) => !svg.closest("[hidden]"));

// A drawing of its own over a figure: what moves there has nothing below it painted anew.
function layer(svg, kind, scale) {
  const over = document.createElementNS(SVG, "svg");
  const [box, place] = [svg.getBoundingClientRect(), svg.parentElement];
  const outer = place.getBoundingClientRect();
  const [left, top] = [
    box.left - outer.left - place.clientLeft + place.scrollLeft,
    box.top - outer.top - place.clientTop + place.scrollTop,
  ];
  over.setAttribute("class", kind);
  over.setAttribute("aria-hidden", "true");
  over.setAttribute("viewBox", svg.getAttribute("viewBox"));
  Object.assign(over.style, { left: `${left}px`, top: `${top}px`, width: `${box.width}px`, height: `${box.height}px` });
  const firm = Math.max(1, parseFloat(getComputedStyle(svg).getPropertyValue("--thick")) || 1);
  for (const [part, thick] of Object.entries(THICK)) over.style.setProperty(`--${part}`, `${(thick * firm) / scale}px`);
  layers.push(over);
  return place.appendChild(over);
}

// The pieces of a course, each with its length and how far from the course's beginning it starts. A piece that does
// not go on where the one before ended is a branch that sets out with the first.
function pieces(paths) {
  let before = null;
  return paths.map((path) => {
    const length = path.getTotalLength();
    const [first, last] = [path.getPointAtLength(0), path.getPointAtLength(length)];
    const follows = before && Math.hypot(first.x - before.last.x, first.y - before.last.y) < NEAR;
    before = { last, start: follows ? before.start + before.length : 0, length };
    return { path, length, start: before.start };
  });
}

// Node → its courses in the figures that are shown, and the pixels of the longest.
function courses(payload, figures) {
  const found = new Map();
  for (const svg of visible(figures)) {
    const scale = scaleOf(svg);
    for (const group of svg.querySelectorAll(".nerves [data-node].lit")) {
      const own = pieces([...(group.matches("path") ? [group] : group.querySelectorAll("path"))]);
      const total = Math.max(0, ...own.map(({ start, length }) => start + length));
      const at = payload.place.get(group.dataset.node);
      const course = found.get(at) ?? { longest: 0, drawn: [] };
      course.longest = Math.max(course.longest, total * scale);
      course.drawn.push({ svg, scale, own, total });
      found.set(at, course);
    }
  }
  return found;
}

function run(path, into, length, comet, delay, duration, kind) {
  const runner = into.appendChild(document.createElementNS(SVG, "path"));
  runner.setAttribute("d", path.getAttribute("d"));
  runner.setAttribute("class", kind);
  runner.style.strokeDasharray = `${comet} ${length + 2 * comet}`;
  const frames = { strokeDashoffset: [comet, -length], strokeOpacity: [1, 1] };
  running.push(runner.animate(frames, { delay, duration: Math.max(duration, 60) }));
}

// A patch of skin that is reached is outlined for a moment.
function reach(patch, into, delay) {
  const outline = into.appendChild(document.createElementNS(SVG, "path"));
  outline.setAttribute("d", patch.getAttribute("d"));
  running.push(outline.animate({ strokeOpacity: [0, 1, 0] }, { delay, duration: 900 }));
}

function along(drawn, into, begin, end) {
  for (const { svg, scale, own, total } of drawn) {
    const pace = (end - begin) / (total || 1);
    for (const { path, length, start } of own)
      for (const kind of ["figure", "core"])
        run(path, into(svg), length, COMET / scale, begin + start * pace, length * pace, kind);
  }
}

// answer: as payload.pathway gives it. Costs nothing before the answer is painted: call it after.
export function play({ payload, figures, graph, main }, answer) {
  stop();
  const made = new Map();
  const into = (svg) => {
    if (!made.has(svg)) made.set(svg, layer(svg, "pulse", scaleOf(svg)));
    return made.get(svg);
  };
  const known = courses(payload, figures);
  const times = schedule(payload, answer, new Map([...known].map(([at, { longest }]) => [at, longest])));
  const drawing = graph?.querySelector("svg");
  for (const [at, [begin, end]] of times) {
    along(known.get(at)?.drawn ?? [], into, begin, end);
    const id = CSS.escape(payload.ids[at]);
    for (const patch of figures.querySelectorAll(`.skin [data-node="${id}"].lit`))
      if (!patch.closest("[hidden]")) reach(patch, into(patch.closest(".view")), begin);
    for (const button of main.querySelectorAll(`.roots [data-node="${id}"].lit`))
      running.push(button.animate({ transform: ["none", "scale(1.06)", "none"] }, { delay: begin, duration: 500 }));
  }
  for (const edge of drawing?.querySelectorAll(".edge.lit") ?? []) {
    const time = times.get(payload.place.get(edge.dataset.to));
    if (!time || !times.has(payload.place.get(edge.dataset.from))) continue;
    const length = edge.getTotalLength();
    run(edge, into(drawing), length, COMET / scaleOf(drawing), time[0], time[1] - time[0], "graph");
  }
  Promise.allSettled(running.map((animation) => animation.finished)).then((all) => {
    if (all.length && all.every(({ status }) => status === "fulfilled")) stop();
  });
}

// A point inside a patch of skin, or half way along a course.
function pointOf(element) {
  const path = element.matches("path") ? element : element.querySelector("path");
  if (element.closest(".nerves")) return path.getPointAtLength(path.getTotalLength() / 2);
  const box = path.getBBox();
  for (let step = 0; step < 49; step += 1) {
    const at = (step * 24 + 24) % 49;
    const [x, y] = [box.x + (box.width * ((at % 7) + 1)) / 8, box.y + (box.height * (Math.floor(at / 7) + 1)) / 8];
    if (path.isPointInFill(new DOMPoint(x, y))) return { x, y };
  }
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function badge(into, { x, y }, scale, number) {
  const group = into.appendChild(document.createElementNS(SVG, "g"));
  group.setAttribute("transform", `translate(${x} ${y}) scale(${1 / scale})`);
  group.appendChild(document.createElementNS(SVG, "circle")).setAttribute("r", 10);
  const text = group.appendChild(document.createElementNS(SVG, "text"));
  text.setAttribute("y", 4.5);
  text.textContent = number;
}

// The order of the pathway in numbers, for those who want nothing to move; asked again, they go.
export function count({ payload, figures, graph }, answer) {
  const there = layers.length > 0;
  stop();
  if (there) return;
  const numbers = numbered(payload, answer);
  for (const svg of [...visible(figures), graph?.querySelector("svg")].filter(Boolean)) {
    const scale = scaleOf(svg);
    const into = layer(svg, "pulse order", scale);
    for (const [at, number] of numbers) {
      const id = CSS.escape(payload.ids[at]);
      const node = svg.querySelector(`:is(.skin, .nerves, .nodes) [data-node="${id}"].lit`);
      if (!node) continue;
      const moved = svg.matches(".graph") && node.transform.baseVal.consolidate()?.matrix;
      badge(into, moved ? { x: moved.e - 12, y: moved.f } : pointOf(node), scale, number);
    }
  }
}

addEventListener("beforeprint", stop);
still.addEventListener("change", stop);
