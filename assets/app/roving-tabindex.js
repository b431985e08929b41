// One tab stop for a whole figure. Arrow keys move to the nearest neighbour, with Shift along the highlighted pathway.
import { closest, findAll } from "./dom.js";
import { describeFocus, undescribeFocus } from "./node-labels.js";

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const NODE = "[data-node]";
const ASIDE_COST = 2.5; // how much more a step aside counts than one ahead

function middle(element) {
  const box = (element.querySelector?.(".mark") ?? element).getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

function neighbour(elements, current, [dx, dy]) {
  const [x, y] = middle(current);
  let best = null;
  let lowest = Infinity;
  for (const element of elements) {
    const [a, b] = middle(element);
    const ahead = (a - x) * dx + (b - y) * dy;
    const aside = Math.abs((a - x) * dy) + Math.abs((b - y) * dx);
    const cost = ahead + ASIDE_COST * aside;
    if (element !== current && ahead > 1 && cost < lowest) [best, lowest] = [element, cost];
  }
  return best;
}

/** The highlighted ids in pathway order: each branch to its end, then the next one. */
function highlightedInOrder() {
  const edges = findAll("#graph .lit[data-from]").map(({ dataset }) => [dataset.from, dataset.to]);
  const ends = new Set(edges.map(([, to]) => to));
  const order = new Set();
  const follow = (id) => {
    if (order.has(id)) return;
    order.add(id);
    for (const [from, to] of edges) if (from === id) follow(to);
  };
  for (const [from] of edges) if (!ends.has(from)) follow(from);
  return [...order];
}

/** The next element on the pathway. Of several elements of one node, one in the same drawing is preferred. */
function alongPathway(elements, current, step) {
  const byId = new Map();
  for (const element of elements) {
    const { node } = element.dataset;
    if (!element.classList.contains("lit")) continue;
    if (!byId.has(node) || element.ownerSVGElement === current.ownerSVGElement) byId.set(node, element);
  }
  const order = highlightedInOrder().filter((id) => byId.has(id));
  const at = order.indexOf(current.dataset.node);
  return byId.get(at < 0 ? order.at(step > 0 ? 0 : -1) : order[at + step]);
}

function targetOf({ key, shiftKey }, elements, current) {
  const direction = DIRECTIONS[key];
  if (shiftKey && direction?.[1]) return alongPathway(elements, current, direction[1]);
  if (direction) return neighbour(elements, current, direction);
  if (key === "Home") return elements[0];
  return key === "End" ? elements.at(-1) : null;
}

/**
 * Gives a figure one tab stop among its nodes.
 * @param {HTMLElement} figure
 * @param {() => Record<string, string>} [words]  the strings of the page, when they have been loaded
 * @returns {() => void}  moves the stop to a node that is shown, for a figure that has been drawn anew
 */
export function makeRoving(figure, words = () => ({})) {
  // checkVisibility would call parts of a hidden group of an SVG visible
  const isShown = (element) => element.getClientRects().length > 0;
  const shown = () => findAll(NODE, figure).filter(isShown);
  let current = /** @type {HTMLElement} */ (figure.querySelector(NODE));
  if (!current) return () => {};
  const moveStop = (element) => {
    current.setAttribute("tabindex", "-1");
    current = element;
    current.setAttribute("tabindex", "0");
  };
  moveStop(current);
  // On another plate or without an overlay, the element of the stop may be hidden. A figure outside the window may not
  // be laid out at all; to ask it would force that, so it is asked when it comes into view, or before the first key.
  let isOutdated = false;
  let isNear = null;
  const update = () => {
    isOutdated = false;
    const first = isShown(current) ? current : shown()[0];
    if (first && first !== current) moveStop(first);
    // a figure without nodes takes the focus itself, so that keys scroll it
    if (first) figure.removeAttribute("tabindex");
    else figure.tabIndex = 0;
  };
  const watch = () => {
    isNear = getComputedStyle(figure.firstElementChild).contentVisibility !== "auto";
    if (!isNear)
      new IntersectionObserver(([{ isIntersecting }]) => {
        isNear = isIntersecting;
        if (isNear && isOutdated) update();
      }).observe(figure);
  };
  document.addEventListener("atlas:settled", () => {
    isOutdated = true;
    if (isNear === null) watch();
    if (isNear) update();
    if (current === document.activeElement) describeFocus(current, words()["status.lit"]);
  });
  document.addEventListener("keydown", () => isOutdated && update(), true);
  figure.addEventListener("focusin", (event) => {
    const found = closest(event, NODE);
    if (!found) return;
    // an attribute, because a style rule with :has() would search all figures at each change in them
    figure.toggleAttribute("data-keyed", found.matches(".skin :focus-visible"));
    moveStop(found);
    describeFocus(found, words()["status.lit"]);
  });
  figure.addEventListener("focusout", ({ target }) => {
    figure.removeAttribute("data-keyed");
    undescribeFocus(/** @type {Element} */ (target));
  });
  figure.addEventListener("keydown", (event) => {
    const target = targetOf(event, shown(), current);
    if (!(event.key in DIRECTIONS) && !target) return;
    event.preventDefault();
    target?.focus();
  });
  return update;
}
