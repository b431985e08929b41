// Names beside the figures, each with a line to what it names: of what is shown, or, with a selection, of what is lit.
import { place } from "./label-layout.js";

const SVG = "http://www.w3.org/2000/svg";
const LINE = 1.16; // of the height of letters
const CAPTION = 56; // pixels that a figure's caption and the plate's edges take
const GAP = 22; // between figure and names, in which the lines run
const SHARE = { tall: 1, wide: 0.6 }; // of the height there is for a figure
const BODY = { tall: [92, 660], wide: [190, 620] }; // least and greatest width of a figure itself
const MARKED = 0.7; // a letter of a mark, in heights of letters
let answers = null;

export async function learn(page) {
  answers ??= fetch(page.answers.labels).then((response) =>
    response.ok ? response.json() : Promise.reject(response.status),
  );
  return answers;
}

function make(tag, attributes, parent) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return parent.appendChild(element);
}

const lit = (svg, layer) =>
  new Set(
    [...svg.querySelectorAll(`.${layer} :is(.lit, .chosen, .lost, .reduced)`)].map((shape) => shape.dataset.node),
  );

// What is to be named in a figure: [key of the name, id, x, y] by layer.
function shown(svg, layers, shows, selected) {
  const over = ["nerves", "bones", "sites"].filter((layer) => shows.has(layer) && layers[layer]);
  const usual = layers.skin ? "skin" : "bones";
  if (!selected) return (over.length ? over : [usual]).map((layer) => [layer, layers[layer] ?? []]);
  return ["skin", "nerves", ...over.filter((layer) => layer === "sites")].map((layer) => {
    const ids = lit(svg, layer);
    return [layer, (layers[layer] ?? []).filter(([, id]) => ids.has(id))];
  });
}

// One label for each name: several patches or stretches that share it are named at the middle one of them.
function gathered(found, told, page, { layer, map }) {
  const byKey = new Map();
  const nerves = layer !== "dermatomes";
  const marks = page.payload.layers[nerves ? layer : map];
  for (const [kind, anchors] of found) {
    for (const [key, id, x, y] of anchors) {
      const skin = kind === "skin" ? page.payload.skin.indexOf(id) : -1;
      const name = skin >= 0 && nerves ? (told.by_nerve[id] ?? key) : key;
      if (!byKey.has(name)) byKey.set(name, { name, mark: (skin >= 0 && marks?.[skin]?.[2]) || "", places: [] });
      byKey.get(name).places.push({ id, x, y });
    }
  }
  const single = new Set([...byKey.keys()].filter((name) => !name.includes("+")));
  return [...byKey.values()]
    .filter(({ name }) => single.has(name) || !name.split("+").every((one) => single.has(one)))
    .map((label) => {
      const [width, , ...lines] = told.named[label.name];
      const at = label.places.sort((a, b) => a.y - b.y)[label.places.length >> 1];
      return { ...at, ...label, width, lines };
    });
}

function write(group, label, wide, size) {
  const { x, y, row, left, lines, mark, id } = label;
  const edge = left ? -GAP : wide + GAP;
  const toward = left ? 5 : -5;
  const d = `M${(edge + toward).toFixed(1)} ${row.toFixed(1)}L${x.toFixed(1)} ${y.toFixed(1)}`;
  make("path", { class: "halo", d }, group);
  make("path", { class: "leader", d }, group);
  make("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: (size / 5.5).toFixed(1) }, group);
  const chosen = group.ownerSVGElement.querySelector(`[data-node="${CSS.escape(id)}"].chosen`);
  const text = make("text", { "text-anchor": left ? "end" : "start", class: chosen ? "chosen" : "" }, group);
  lines.forEach((line, at) => {
    const baseline = row + (at - (lines.length - 1) / 2) * size * LINE + size * 0.36;
    const span = make("tspan", { x: edge, y: baseline.toFixed(1) }, text);
    const marked = at === 0 && mark;
    if (marked && !left) make("tspan", { class: "mark" }, span).textContent = `${mark}\u2002`;
    span.append(line);
    if (marked && left) make("tspan", { class: "mark" }, span).textContent = `\u2002${mark}`;
  });
}

// The width of a column, in heights of letters: of all that could be named, so that a selection moves nothing.
function widest(layers, told, page, { layer, map }) {
  const nerves = layer !== "dermatomes";
  const marks = page.payload.layers[nerves ? layer : map];
  const wide = ([key, id]) => {
    const skin = page.payload.skin.indexOf(id);
    const mark = (skin >= 0 && marks?.[skin]?.[2]) || "";
    const [all, first] = told.named[(skin >= 0 && nerves && told.by_nerve[id]) || key];
    return Math.max(all, first + (mark ? mark.length * MARKED + 0.5 : 0));
  };
  return Math.max(0, ...Object.values(layers).flat().map(wide));
}

const box = (svg) => (svg.dataset.box ??= svg.getAttribute("viewBox")).split(/[ ,]+/).map(Number);

export function unwrite(svg) {
  svg.querySelector(":scope > .labels")?.remove();
  if (!svg.dataset.box) return;
  const [, , width, height] = box(svg);
  svg.setAttribute("viewBox", svg.dataset.box);
  svg.setAttribute("width", width);
  svg.setAttribute("height", height);
  svg.style.removeProperty("width");
  delete svg.dataset.box;
}

function draw(svg, told, page, state, { size, room, tall, selected }) {
  unwrite(svg);
  const [left, top, width, height] = box(svg);
  const layers = told.views[svg.dataset.view] ?? {};
  const shows = new Set(state.show.split(","));
  const column = Math.ceil(size * widest(layers, told, page, state)) + GAP;
  const kind = width > height ? "wide" : "tall";
  const [least, most] = BODY[kind];
  const fit = Math.min(room - 2 * column, most, (tall * SHARE[kind] * width) / height);
  const scale = Math.max(fit, least) / width; // pixels of the page for a unit of the figure
  const labels = gathered(shown(svg, layers, shows, selected), told, page, state).map((label) => ({
    ...label,
    x: (label.x - left) * scale,
    y: (label.y - top) * scale,
    room: label.lines.length * size * LINE + size * 0.5,
  }));
  place(labels, width * scale, height * scale, GAP);
  const group = make("g", { class: "labels", "aria-hidden": "true" }, svg);
  group.setAttribute("transform", `translate(${left} ${top}) scale(${(1 / scale).toFixed(5)})`);
  for (const label of labels) write(group, label, width * scale, size);
  const above = Math.max(0, ...labels.map(({ row, room: own }) => own / 2 - row));
  const below = Math.max(0, ...labels.map(({ row, room: own }) => row + own / 2 - height * scale));
  const drawn = [width + (2 * column) / scale, height + (above + below) / scale];
  svg.setAttribute(
    "viewBox",
    [left - column / scale, top - above / scale, ...drawn].map((n) => n.toFixed(1)).join(" "),
  );
  svg.setAttribute("width", Math.round(drawn[0] * scale));
  svg.setAttribute("height", Math.round(drawn[1] * scale));
  svg.style.width = `${Math.round(drawn[0] * scale)}px`;
}

export function relabel(page, state, told) {
  const plate = page.figures;
  const style = getComputedStyle(plate);
  const size = parseFloat(style.getPropertyValue("--label")) || 13;
  const room = plate.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const tall = Math.max(400, Math.min(plate.clientHeight, 0.8 * innerHeight) - CAPTION);
  const selected = plate.classList.contains("on");
  for (const svg of plate.querySelectorAll(".view")) {
    if (svg.closest("[hidden]")) unwrite(svg);
    else draw(svg, told, page, state, { size, room, tall, selected });
  }
}

export function unlabel(page) {
  for (const svg of page.figures.querySelectorAll(".view")) unwrite(svg);
}
