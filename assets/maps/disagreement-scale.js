// The scale of disagreement: five tones, and dots that grow with them.
import { make } from "../figures/svg-elements.js";
import { element } from "../app/dom.js";

export const STEPS = [0, 1, 2, 3, 4];
const SIDE = 15;
const NONE = "fill-silent";
const UNREAD = "differ-unread";
const fillOf = (step) => (step === null ? NONE : `differ-${step}`);

export const worn = (step, mark) => ["woven", `url(#${fillOf(step)})`, mark];

function pattern(step) {
  const ground = make("rect", { class: `differ-${step}`, width: SIDE, height: SIDE });
  const dots = [
    [SIDE / 4, SIDE / 4],
    [SIDE * 0.75, SIDE * 0.75],
  ].map(([cx, cy]) => make("circle", { class: "differ-dot", cx, cy, r: 0.75 * step }));
  return make(
    "pattern",
    { id: fillOf(step), width: SIDE, height: SIDE, patternUnits: "userSpaceOnUse" },
    ground,
    ...(step ? dots : []),
  );
}

// Lines as they lie over what was not checked, for the legend.
const unread = () =>
  make(
    "pattern",
    { id: UNREAD, width: SIDE, height: 6, patternUnits: "userSpaceOnUse" },
    make("rect", { class: "c5", width: SIDE, height: 6 }),
    make("path", { class: "unread", d: `M0 3H${SIDE}` }),
  );

export function defineScale() {
  if (document.getElementById(fillOf(0))) return;
  const box = { class: "patterns", "aria-hidden": "true", width: 0, height: 0 };
  document.body.append(make("svg", box, make("defs", {}, ...STEPS.map(pattern), unread())));
}

function sample(own) {
  const box = make("rect", { x: 1, y: 1, width: 32, height: 18, rx: 4, class: "map-sample", ...own });
  return make("svg", { class: "patch", viewBox: "0 0 34 20", width: 34, height: 20, "aria-hidden": "true" }, box);
}

function list(words, entries) {
  const items = entries.map(([own, text]) => element("li", {}, sample(own), text));
  return element("ul", { className: "taken-legend map-key", ariaLabel: words["maps.key"], hidden: true }, items);
}

export function legends(words) {
  const steps = [...STEPS, null].map((step) => [
    { fill: `url(#${fillOf(step)})` },
    words[`maps.step.${step ?? "none"}`],
  ]);
  const stands = ["differ", "same", "alone"].map((stand) => [{ "data-stand": stand }, words[`maps.key.${stand}`]]);
  return {
    all: list(words, steps),
    two: list(words, [...stands, [{ fill: `url(#${UNREAD})` }, words["maps.key.unread"]]]),
  };
}
