// One tab stop for a whole figure; arrow keys move to the nearest neighbour in their direction, and with Shift along
// what is lit, from the spine to the toes. What has the focus says in its name what it is just now.
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function middle(element) {
  const box = (element.querySelector?.(".mark") ?? element).getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

function neighbour(all, current, [dx, dy]) {
  const [x, y] = middle(current);
  let best = null;
  let nearest = Infinity;
  for (const other of all) {
    const [a, b] = middle(other);
    const along = (a - x) * dx + (b - y) * dy;
    const aside = Math.abs((a - x) * dy) + Math.abs((b - y) * dx);
    const cost = along + 2.5 * aside;
    if (other !== current && along > 1 && cost < nearest) [best, nearest] = [other, cost];
  }
  return best;
}

// The lit ids as the pathway runs: each branch down to its end, then the next one.
function litInOrder() {
  const ways = [...document.querySelectorAll("#graph .lit[data-from]")].map(({ dataset }) => [
    dataset.from,
    dataset.to,
  ]);
  const ends = new Set(ways.map(([, to]) => to));
  const order = new Set();
  const follow = (id) => {
    if (order.has(id)) return;
    order.add(id);
    for (const [from, to] of ways) if (from === id) follow(to);
  };
  for (const [from] of ways) if (!ends.has(from)) follow(from);
  return [...order];
}

// The next thing on the pathway that stands here; where one stands here several times, in the same drawing if it can be.
function along(all, current, step) {
  const here = new Map();
  for (const element of all) {
    const { node } = element.dataset;
    if (!element.classList.contains("lit")) continue;
    if (!here.has(node) || element.ownerSVGElement === current.ownerSVGElement) here.set(node, element);
  }
  const order = litInOrder().filter((id) => here.has(id));
  const at = order.indexOf(current.dataset.node);
  return here.get(at < 0 ? order.at(step > 0 ? 0 : -1) : order[at + step]);
}

// Its own name and what was found there; for the one that has the focus also what the layer writes on it, and whether it
// is lit.
const plainly = new WeakMap();
const findings = new WeakMap();

function told(element) {
  if (!plainly.has(element)) plainly.set(element, element.getAttribute("aria-label"));
  return [plainly.get(element), findings.get(element)].filter(Boolean).join(": ");
}

function tellState(element, lit) {
  const { node } = element.dataset;
  const written = element.ownerSVGElement?.querySelector(`[data-of="${CSS.escape(node)}"]`)?.mark;
  const state = element.classList.contains("lit") ? lit : "";
  element.setAttribute("aria-label", [told(element), written, state].filter(Boolean).join(", "));
}

// `finding` in words; nothing takes it back.
export function tellFinding(element, finding) {
  findings.set(element, finding);
  element.setAttribute("aria-label", told(element));
}

export function rove(figure, words = () => ({})) {
  // checkVisibility would call parts of a hidden group of an SVG visible
  const shown = () => [...figure.querySelectorAll("[data-node]")].filter((element) => element.getClientRects().length);
  let current = figure.querySelector("[data-node]");
  if (!current) return;
  const stop = (element) => {
    current.setAttribute("tabindex", "-1");
    current = element;
    current.setAttribute("tabindex", "0");
  };
  stop(current);
  // On another plate, or with a layer turned off, the stop may stand where nothing is shown any more. To ask that of a
  // figure that is laid out on coming near would do so for nothing: there it is asked then, or before the first key.
  let due = false;
  let near = null;
  const settle = () => {
    due = false;
    const first = current.getClientRects().length ? current : shown()[0];
    if (first && first !== current) stop(first);
    // with nothing to choose in it, the figure itself is where keys scroll it
    if (first) figure.removeAttribute("tabindex");
    else figure.tabIndex = 0;
  };
  const watch = () => {
    near = getComputedStyle(figure.firstElementChild).contentVisibility !== "auto";
    if (!near)
      new IntersectionObserver(([{ isIntersecting }]) => {
        near = isIntersecting;
        if (near && due) settle();
      }).observe(figure);
  };
  document.addEventListener("atlas:settled", () => {
    due = true;
    if (near === null) watch();
    if (near) settle();
    if (current === document.activeElement) tellState(current, words()["status.lit"]);
  });
  document.addEventListener("keydown", () => due && settle(), true);
  figure.addEventListener("focusin", (event) => {
    const found = event.target.closest("[data-node]");
    if (!found) return;
    // said in an attribute: a style rule that looks for it would look through all figures at each change in them
    figure.toggleAttribute("data-keyed", found.matches(".skin :focus-visible"));
    stop(found);
    tellState(found, words()["status.lit"]);
  });
  figure.addEventListener("focusout", ({ target }) => {
    figure.removeAttribute("data-keyed");
    if (plainly.has(target)) target.setAttribute("aria-label", told(target));
  });
  figure.addEventListener("keydown", (event) => {
    const all = shown();
    const upOrDown = event.shiftKey && STEPS[event.key]?.[1];
    const to = upOrDown
      ? along(all, current, upOrDown)
      : event.key in STEPS
        ? neighbour(all, current, STEPS[event.key])
        : event.key === "Home"
          ? all[0]
          : event.key === "End"
            ? all.at(-1)
            : null;
    if (!(event.key in STEPS) && !to) return;
    event.preventDefault();
    to?.focus();
  });
}
