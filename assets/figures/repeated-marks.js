// Hides a mark that neighbouring patches of skin repeat close together, where one is enough.

/** Marks nearer than this, in letter heights, look repeated. */
const CLOSE = 4;

/** @typedef {{of: string, mark: string, x: number, y: number, room: number}} Mark  of a patch of skin */

/**
 * Finds marks that repeat the mark of a nearby neighbour. Of such neighbours the one with the most room keeps its mark.
 * @param {Mark[]} marks  of one figure
 * @param {(a: string, b: string) => boolean} areNeighbours  whether two patches share a border
 * @param {number} letter  height of a letter
 * @returns {Set<string>}  the patches that need no mark
 */
export function repeatedMarks(marks, areNeighbours, letter) {
  const repeats = (/** @type {Mark} */ a, /** @type {Mark} */ b) =>
    a !== b && a.mark === b.mark && areNeighbours(a.of, b.of) && Math.hypot(a.x - b.x, a.y - b.y) < CLOSE * letter;
  const waiting = new Set([...marks].filter(({ mark }) => mark).sort((a, b) => b.room - a.room));
  /** @type {Set<string>} */
  const repeated = new Set();
  for (const keeper of waiting) {
    const group = [keeper];
    for (const one of group)
      for (const other of waiting)
        if (repeats(one, other) && !group.includes(other)) {
          group.push(other);
          repeated.add(other.of);
          waiting.delete(other);
        }
  }
  return repeated;
}

/** @type {WeakMap<Element, Set<string>>} figure → its borders, as the two patches in both orders */
const borders = new WeakMap();

/** @param {Element} svg */
function bordersOf(svg) {
  if (!borders.has(svg)) {
    const lines = /** @type {NodeListOf<SVGElement>} */ (svg.querySelectorAll("[data-between]"));
    const pairs = [...lines].map(({ dataset }) => dataset.between.split(" "));
    borders.set(svg, new Set(pairs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`])));
  }
  return borders.get(svg);
}

/**
 * Hides the repeated marks of a figure and shows all others. In a selection only lit marks are seen; where maps are
 * compared patch by patch, each patch keeps its mark.
 * @param {Element} svg
 */
function hideRepeated(svg) {
  const marks = /** @type {SVGGElement} */ (svg.querySelector(":scope > .marks"));
  if (!marks) return;
  const texts = /** @type {SVGTextElement[]} */ ([...marks.children]);
  const isSelected = Boolean(svg.closest(".figures.on"));
  const found = texts.map((text) => ({
    of: text.dataset.of,
    mark: isSelected && !text.classList.contains("lit") ? "" : text.textContent,
    x: Number(text.getAttribute("x")),
    y: Number(text.getAttribute("y")),
    room: Number(text.dataset.room),
  }));
  const letter = parseFloat(marks.style.fontSize) || Number(marks.getAttribute("font-size"));
  const areNeighbours = (/** @type {string} */ a, /** @type {string} */ b) => bordersOf(svg).has(`${a} ${b}`);
  const isCompared = Boolean(svg.closest('main[data-mode="maps"]'));
  const repeated = isCompared ? new Set() : repeatedMarks(found, areNeighbours, letter);
  // an attribute, so that a saved figure hides them as well
  for (const text of texts)
    if (repeated.has(text.dataset.of)) text.setAttribute("display", "none");
    else text.removeAttribute("display");
}

/**
 * Keeps repeated marks hidden, whatever is selected and however large the figures are.
 * @param {Element} figures
 */
export function hideRepeatedMarks(figures) {
  const all = [...figures.querySelectorAll(".view")];
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => hideRepeated(target)));
  all.forEach((svg) => sizes.observe(svg));
  document.addEventListener("atlas:settled", () => all.forEach(hideRepeated));
}
