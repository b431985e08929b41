// Animates a pulse that runs once along the highlighted pathway, through the figures and the nerve graph. With reduced
// motion, numbers show the order of the steps instead.
import { reducedMotion } from "../app/reduced-motion.js";
import { make } from "./svg-elements.js";
import { schedule, stepNumbers } from "./pulse-timing.js";

const LARGEST_GAP = 12; // units between the end of one piece of a course and the start of the next
const COMET = 30; // length of the pulse in pixels
const STROKES = { figure: 9, core: 4, graph: 6 }; // widths in pixels
const PATCH_DURATION = 900; // milliseconds
const ROOT_DURATION = 500;

/** @type {Animation[]} */
let animations = [];
/** @type {SVGSVGElement[]} */
let overlays = [];

/** Ends the pulse, and removes the numbers of steps. */
export function stop() {
  for (const animation of animations) animation.cancel();
  for (const overlay of overlays) overlay.remove();
  animations = [];
  overlays = [];
}

/** Page pixels per SVG unit. */
const scaleOf = (svg) => svg.getBoundingClientRect().width / (svg.viewBox.baseVal.width || 1) || 1;
/** @returns {SVGSVGElement[]} */
const shownFigures = (figures) => [...figures.querySelectorAll(".view")].filter((svg) => !svg.closest("[hidden]"));

/**
 * A separate drawing for the place of a figure, so that an animation in it does not repaint the figure. All drawings are
 * made before the first is added, since adding one would make the next measurement compute the layout again.
 */
function overlayOver(svg, kind, scale) {
  const [box, outer] = [svg.getBoundingClientRect(), svg.parentElement.getBoundingClientRect()];
  const place = svg.parentElement;
  const left = box.left - outer.left - place.clientLeft + place.scrollLeft;
  const top = box.top - outer.top - place.clientTop + place.scrollTop;
  const overlay = make("svg", { class: kind, "aria-hidden": "true", viewBox: svg.getAttribute("viewBox") });
  const [width, height] = [`${box.width}px`, `${box.height}px`];
  Object.assign(overlay.style, { left: `${left}px`, top: `${top}px`, width, height });
  const thickness = Math.max(1, parseFloat(getComputedStyle(svg).getPropertyValue("--thick")) || 1);
  for (const [name, stroke] of Object.entries(STROKES))
    overlay.style.setProperty(`--${name}`, `${(stroke * thickness) / scale}px`);
  return overlay;
}

/** Adds the drawings in which something is drawn. @param {Map<SVGSVGElement, SVGSVGElement>} bySvg  figure → drawing */
function addOverlays(bySvg) {
  for (const [svg, overlay] of bySvg) if (overlay.childElementCount) svg.parentElement.append(overlay);
  overlays = [...bySvg.values()];
}

/**
 * The pieces of a course with their lengths, and how far from the course's start each begins. A piece that does not
 * continue the one before it is a branch that begins with the course.
 */
function piecesOf(paths) {
  let previous = null;
  return paths.map((path) => {
    const length = path.getTotalLength();
    const [first, last] = [path.getPointAtLength(0), path.getPointAtLength(length)];
    const continues = previous && Math.hypot(first.x - previous.last.x, first.y - previous.last.y) < LARGEST_GAP;
    previous = { last, start: continues ? previous.start + previous.length : 0, length };
    return { path, length, start: previous.start };
  });
}

/** By node: its courses in the shown figures, and the length of the longest in pixels. */
function coursesOf(payload, figures) {
  const courses = new Map();
  for (const svg of shownFigures(figures)) {
    const scale = scaleOf(svg);
    for (const group of svg.querySelectorAll(".nerves [data-node].lit")) {
      const pieces = piecesOf([...(group.matches("path") ? [group] : group.querySelectorAll("path:not(.idle)"))]);
      const total = Math.max(0, ...pieces.map(({ start, length }) => start + length));
      const at = payload.indexOf.get(/** @type {SVGElement} */ (group).dataset.node);
      const course = courses.get(at) ?? { longest: 0, drawn: [] };
      course.longest = Math.max(course.longest, total * scale);
      course.drawn.push({ svg, scale, pieces, total });
      courses.set(at, course);
    }
  }
  return courses;
}

/** @typedef {() => Animation} Start */

/** @returns {Start} */
function runAlong(path, overlay, { length, comet, delay, duration, kind }) {
  const runner = overlay.appendChild(make("path", { d: path.getAttribute("d"), class: kind }));
  runner.style.strokeDasharray = `${comet} ${length + 2 * comet}`;
  const frames = { strokeDashoffset: [comet, -length], strokeOpacity: [1, 1] };
  return () => runner.animate(frames, { delay, duration: Math.max(duration, 60) });
}

/** @returns {Start} */
function outlinePatch(patch, overlay, delay) {
  const outline = overlay.appendChild(make("path", { d: patch.getAttribute("d") }));
  return () => outline.animate({ strokeOpacity: [0, 1, 0] }, { delay, duration: PATCH_DURATION });
}

/** @returns {Start[]} */
function runCourse(drawn, overlayOf, begin, end) {
  return drawn.flatMap(({ svg, scale, pieces, total }) => {
    const pace = (end - begin) / (total || 1);
    return pieces.flatMap(({ path, length, start }) => {
      const timing = { delay: begin + start * pace, duration: length * pace };
      return ["figure", "core"].map((kind) =>
        runAlong(path, overlayOf.get(svg), { length, comet: COMET / scale, kind, ...timing }),
      );
    });
  });
}

/** @returns {Start[]} */
function runGraph(drawing, payload, times, overlayOf) {
  const scale = drawing && scaleOf(drawing);
  return [...(drawing?.querySelectorAll(".edge.lit") ?? [])].flatMap((edge) => {
    const time = times.get(payload.indexOf.get(edge.dataset.to));
    if (!time || !times.has(payload.indexOf.get(edge.dataset.from))) return [];
    const timing = { delay: time[0], duration: time[1] - time[0] };
    const length = edge.getTotalLength();
    return [runAlong(edge, overlayOf.get(drawing), { length, comet: COMET / scale, kind: "graph", ...timing })];
  });
}

/**
 * Plays the pulse. It measures the figures, so it should run after the selection has been painted.
 * @param {Page} page
 * @param {Pathway} pathway
 */
export function play({ payload, figures, graph, main }, pathway) {
  stop();
  const drawing = graph?.querySelector("svg");
  const drawings = [...shownFigures(figures), drawing].filter(Boolean);
  const overlayOf = new Map(drawings.map((svg) => [svg, overlayOver(svg, "pulse", scaleOf(svg))]));
  const courses = coursesOf(payload, figures);
  const times = schedule(payload, pathway, new Map([...courses].map(([at, { longest }]) => [at, longest])));
  const starts = runGraph(drawing, payload, times, overlayOf);
  for (const [at, [begin, end]] of times) {
    starts.push(...runCourse(courses.get(at)?.drawn ?? [], overlayOf, begin, end));
    const id = CSS.escape(payload.ids[at]);
    for (const patch of figures.querySelectorAll(`.skin [data-node="${id}"].lit`))
      if (!patch.closest("[hidden]")) starts.push(outlinePatch(patch, overlayOf.get(patch.closest(".view")), begin));
    for (const button of main.querySelectorAll(`.roots [data-node="${id}"].lit`)) {
      const frames = { transform: ["none", "scale(1.06)", "none"] };
      starts.push(() => button.animate(frames, { delay: begin, duration: ROOT_DURATION }));
    }
  }
  addOverlays(overlayOf);
  animations = starts.map((start) => start());
  Promise.allSettled(animations.map((animation) => animation.finished)).then((all) => {
    if (all.length && all.every(({ status }) => status === "fulfilled")) stop();
  });
}

/** A point inside a patch of skin, or half way along a course. */
function pointIn(element) {
  const path = element.matches("path")
    ? element
    : (element.querySelector("path:not(.idle)") ?? element.querySelector("path"));
  if (element.closest(".nerves")) return path.getPointAtLength(path.getTotalLength() / 2);
  const box = path.getBBox();
  // the points of a grid of 7 × 7, the middle one first
  for (let step = 0; step < 49; step += 1) {
    const at = (step * 24 + 24) % 49;
    const [x, y] = [box.x + (box.width * ((at % 7) + 1)) / 8, box.y + (box.height * (Math.floor(at / 7) + 1)) / 8];
    if (path.isPointInFill(new DOMPoint(x, y))) return { x, y };
  }
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const badge = ({ x, y }, scale, number) =>
  make(
    "g",
    { transform: `translate(${x} ${y}) scale(${1 / scale})` },
    make("circle", { r: 10 }),
    make("text", { y: 4.5 }, String(number)),
  );

/**
 * Numbers the steps of a pathway, or removes the numbers.
 * @param {Page} page
 * @param {Pathway} pathway
 */
export function toggleStepNumbers({ payload, figures, graph }, pathway) {
  const areShown = overlays.length > 0;
  stop();
  if (areShown) return;
  const numbers = stepNumbers(payload, pathway);
  const drawings = [...shownFigures(figures), graph?.querySelector("svg")].filter(Boolean);
  const overlayOf = new Map(drawings.map((svg) => [svg, overlayOver(svg, "pulse order", scaleOf(svg))]));
  for (const [svg, overlay] of overlayOf) {
    const scale = scaleOf(svg);
    for (const [at, number] of numbers) {
      const id = CSS.escape(payload.ids[at]);
      const node = /** @type {SVGGraphicsElement} */ (
        svg.querySelector(`:is(.skin, .nerves, .nodes) [data-node="${id}"].lit`)
      );
      if (!node) continue;
      const matrix = svg.matches(".graph") && node.transform.baseVal.consolidate()?.matrix;
      overlay.append(badge(matrix ? { x: matrix.e - 12, y: matrix.f } : pointIn(node), scale, number));
    }
  }
  addOverlays(overlayOf);
}

addEventListener("beforeprint", stop);
reducedMotion.addEventListener("change", stop);
