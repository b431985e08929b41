// Fills the skin with the colours and marks of a layer: a dermatome map, or the cutaneous territories.

const TONE = /^([cn]\d+|patterned)$/;
/** @type {WeakMap<Element, string>} */
const tones = new WeakMap();

function setTone(element, tone, fill) {
  const previous = tones.get(element) ?? [...element.classList].find((name) => TONE.test(name));
  if (previous) element.classList.remove(previous);
  element.classList.add(tone);
  tones.set(element, tone);
  if (fill) element.setAttribute("fill", fill);
  else element.removeAttribute("fill");
}

// Marks. Use the full label if it fits, otherwise the short one; two letters need the room of one letter height.

/** @type {WeakMap<Element, number>} letter heights by group of marks, in units of the figure */
const letterHeights = new WeakMap();

/** @param {Element} marks  a group of marks */
const letterHeight = (marks) => letterHeights.get(marks) ?? Number(marks.getAttribute("font-size"));

/**
 * @param {SVGTextElement} text
 * @param {number} letter  its height in units of the figure
 */
function writeMark(text, letter) {
  const fits = (mark) => mark?.length <= 2 * Math.floor(Number(text.dataset.room) / letter);
  if (text.mark !== undefined) text.textContent = [text.mark, text.brief].find(fits) ?? "";
}

/** @param {Element} place */
const leastLetter = (place) => parseFloat(getComputedStyle(place).getPropertyValue("--letter")) || 0;

// Marks keep a readable height in pixels of the page, however small a figure is.
const sizes = new ResizeObserver((entries) => {
  // read before the first text changes, because reading would then lay out the page again
  const places = new Set(entries.map(({ target }) => target.closest(".figures")));
  const least = new Map([...places].map((place) => [place, place ? leastLetter(place) : 0]));
  for (const { target, contentRect } of entries) {
    const svg = /** @type {SVGSVGElement} */ (target);
    const marks = /** @type {SVGGElement} */ (svg.querySelector(":scope > .marks"));
    if (!marks || !contentRect.width) continue;
    const readable = least.get(target.closest(".figures")) / (contentRect.width / svg.viewBox.baseVal.width);
    const letter = Math.max(Number(marks.getAttribute("font-size")), readable);
    letterHeights.set(marks, letter);
    marks.style.fontSize = `${letter.toFixed(1)}px`;
    for (const text of marks.children) writeMark(/** @type {SVGTextElement} */ (text), letter);
  }
});

/**
 * Fits the marks of all figures in a place to their size, now and whenever it changes.
 * @param {ParentNode} place
 */
export function fitMarks(place) {
  for (const figure of place.querySelectorAll(".view")) {
    sizes.unobserve(figure);
    sizes.observe(figure);
  }
}

const BORDER_CLASSES = { s: "same", m: "maybe", l: "line", d: "doubt" };

/** The kind of a border on the skin differs from layer to layer. */
function classBorders(place, { pairs, layers }, layer) {
  const kinds = new Map(pairs.map((pair, at) => [pair, BORDER_CLASSES[layers[layer][at]]]));
  for (const border of place.querySelectorAll("[data-between]"))
    border.setAttribute("class", kinds.get(border.dataset.between.split(" ").sort().join(" ")));
}

/**
 * Fills the skin in these places by a layer.
 * @param {HTMLElement[]} places
 * @param {Pick<Payload, "skin" | "layers" | "borders">} payload
 * @param {string} layer
 */
export function applySkinFill(places, payload, layer) {
  const fills = new Map(payload.skin.map((id, at) => [id, payload.layers[layer][at]]));
  for (const place of places) {
    classBorders(place, payload.borders, layer);
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll(".skin [data-node], .node"))) {
      const fill = fills.get(element.dataset.node);
      if (fill) setTone(element.querySelector(".mark") ?? element, fill[0], fill[1]);
    }
    for (const text of /** @type {NodeListOf<SVGTextElement>} */ (place.querySelectorAll("text[data-of]"))) {
      [, , text.mark = "", text.brief] = fills.get(text.dataset.of) ?? [];
      writeMark(text, letterHeight(text.parentElement));
    }
  }
}
