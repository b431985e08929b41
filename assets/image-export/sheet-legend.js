// The legend of a sheet: what the colours and lines that are shown mean, each with a sample of itself.
import { make } from "../figures/svg-elements.js";

export const SAMPLE = [30, 18];

const [WIDE, HIGH] = SAMPLE;
const box = { x: 0.5, y: 0.5, width: WIDE - 1, height: HIGH - 1, rx: 3 };
const LOOKS = [
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "stroke-linecap",
  "fill",
  "fill-opacity",
  "opacity",
];

function like(found, tag, attributes) {
  const sample = make(tag, attributes);
  for (const look of LOOKS) if (found.hasAttribute(look)) sample.setAttribute(look, found.getAttribute(look));
  return sample;
}

// One entry for each tone of the skin: its root or roots, or the nerve it stands for.
function skin(drawings, resolver, page, { layer, map, select }, told) {
  const { payload } = page;
  const nerves = layer !== "dermatomes";
  const worn = payload.layers[nerves ? layer : map];
  const found = new Map();
  for (const element of drawings.flatMap((svg) => [...svg.querySelectorAll(".skin [data-node]")])) {
    if (select && !element.classList.contains("lit")) continue;
    const [tone, fill, mark] = worn[payload.skin.indexOf(element.dataset.node)] ?? [];
    const key = mark || fill?.replace("-unread", "");
    if (!key || found.has(key)) continue;
    const shown = resolver.resolve(element);
    const sample =
      shown && make("rect", { ...box, stroke: "#777777", "stroke-width": 1, fill: shown.getAttribute("fill") });
    found.set(key, { sample, mark, fill });
  }
  const named = (mark) => mark.split("/").map((one) => (nerves ? `${one} ${told.nerves[one - 1]}` : one));
  return [...found.values()]
    .filter(({ sample }) => sample)
    .map(({ sample, mark, fill }) => {
      const unsaid = fill.includes("blank") ? told.words["legend.blank"] : told.words["legend.silent"];
      const together = mark.includes("/") && told.words["sheet.together"];
      const text = mark ? named(mark).join(" + ") : unsaid;
      return { mark, sample, text: together ? together.replace("{name}", text) : text };
    })
    .sort((a, b) => a.mark.localeCompare(b.mark, "en", { numeric: true }));
}

// What level lines over a tone mean, where some are to be seen.
function unread(drawings, resolver, words) {
  const shapes = drawings.flatMap((svg) => [...svg.querySelectorAll('.skin [fill*="unread"]')]);
  const shown = shapes.map((shape) => resolver.resolve(shape)).find(Boolean);
  const edge = { fill: "none", stroke: "#777777", "stroke-width": 1 };
  const sample = () =>
    make(
      "g",
      {},
      make("rect", { ...box, ...edge }),
      make("path", { ...edge, d: `M1 5H${WIDE - 1}M1 9H${WIDE - 1}M1 13H${WIDE - 1}` }),
    );
  return shown ? [{ sample: sample(), text: words["legend.unread"] }] : [];
}

// The first thing of a kind that is to be seen.
function shownOf(drawings, resolver, selector) {
  for (const svg of drawings)
    for (const element of svg.querySelectorAll(selector)) {
      const group = element.closest(".nerves, .bones, .sites, .borders, .zones");
      if (getComputedStyle(group).display === "none" || getComputedStyle(element.parentElement).display === "none")
        continue;
      const found = resolver.resolve(element, svg.getBoundingClientRect().width / svg.viewBox.baseVal.width);
      if (found) return found;
    }
  return null;
}

function overlays(drawings, resolver, words) {
  const ruled = (found) => {
    const sample = like(found, "path", { d: `M1 ${HIGH / 2}H${WIDE - 1}` });
    if (Number(sample.getAttribute("stroke-width")) > HIGH - 4) sample.setAttribute("stroke-width", HIGH - 4);
    return sample;
  };
  const drawn = [
    [".borders .doubt", "legend.doubt", ruled],
    [".borders .maybe", "legend.maybe", ruled],
    [".zones .overlap", "legend.overlap", ruled],
    [".zones .own", "legend.own", ruled],
    [".nerves .lit .near", "legend.near", ruled],
    [".nerves .lit .deep", "legend.deep", ruled],
    [".nerves .near", "legend.near", ruled],
    [".nerves .deep", "legend.deep", ruled],
    [".bones path", "sheet.bone", (found) => like(found, "rect", box)],
    [".sites circle", "sheet.site", (found) => like(found, "circle", { cx: WIDE / 2, cy: HIGH / 2, r: 6 })],
  ];
  const told = new Set();
  return drawn.flatMap(([selector, word, sampled]) => {
    const found = !told.has(word) && words[word] && shownOf(drawings, resolver, selector);
    if (!found) return [];
    told.add(word);
    return [{ sample: sampled(found), text: words[word] }];
  });
}

// What a mode's own legend on the page says.
function ofMode(resolver) {
  const items = [...document.querySelectorAll(".taken-legend li")].filter((item) => item.getClientRects().length);
  return items.map((item) => {
    const patch = item.querySelector("svg");
    const group = make("g", {});
    for (const child of patch?.children ?? []) group.append(resolver.resolve(child) ?? "");
    const [wide, high] = patch ? [patch.viewBox.baseVal.width || 34, patch.viewBox.baseVal.height || 20] : [1, 1];
    group.setAttribute("transform", `scale(${Math.min(WIDE / wide, HIGH / high)})`);
    return { sample: group, text: item.textContent.trim() };
  });
}

// [{ sample: an element of SAMPLE's size, text }]
export function meanings(drawings, resolver, page, state, told, accent) {
  const entries = state.mode ? ofMode(resolver) : skin(drawings, resolver, page, state, told);
  if (!state.mode && state.select) {
    const lit = { ...box, fill: "none", stroke: accent, "stroke-width": 2.4 };
    entries.push({ sample: make("rect", lit), text: `${told.words["sheet.lit"]} (${told.words["sheet.faded"]})` });
  }
  if (!state.mode && state.layer === "dermatomes") entries.push(...unread(drawings, resolver, told.words));
  return [...entries, ...overlays(drawings, resolver, told.words)];
}
