// One tab stop for a whole figure; arrow keys move to the nearest neighbour in their direction.
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

export function rove(figure) {
  const shown = () => [...figure.querySelectorAll("[data-node]")].filter((element) => element.checkVisibility());
  let current = figure.querySelector("[data-node]");
  if (!current) return;
  const stop = (element) => {
    current.setAttribute("tabindex", "-1");
    current = element;
    current.setAttribute("tabindex", "0");
  };
  stop(current);
  // on another plate the stop may stand in a figure that is not shown
  document.addEventListener("atlas:settled", () => {
    const first = current.checkVisibility() ? null : shown()[0];
    if (first) stop(first);
  });
  figure.addEventListener("focusin", (event) => {
    const found = event.target.closest("[data-node]");
    if (found) stop(found);
  });
  figure.addEventListener("keydown", (event) => {
    const all = shown();
    const to =
      event.key in STEPS ? neighbour(all, current, STEPS[event.key])
      : event.key === "Home" ? all[0]
      : event.key === "End" ? all.at(-1)
      : null;
    if (!(event.key in STEPS) && !to) return;
    event.preventDefault();
    to?.focus();
  });
}
