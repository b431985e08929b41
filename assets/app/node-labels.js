// The accessible names of nodes: the name itself and a finding; with the focus also the layer's mark and the highlight.
/** @type {WeakMap<Element, string | null>} */
const names = new WeakMap();
/** @type {WeakMap<Element, string>} */
const findings = new WeakMap();

function nameAndFinding(element) {
  if (!names.has(element)) names.set(element, element.getAttribute("aria-label"));
  return [names.get(element), findings.get(element)].filter(Boolean).join(": ");
}

/**
 * Adds the mark and the highlight to the name of the focused element.
 * @param {HTMLElement | SVGElement} element
 * @param {string} [highlighted]  the word for a highlight
 */
export function describeFocus(element, highlighted) {
  const { node } = element.dataset;
  const drawing = /** @type {SVGElement} */ (element).ownerSVGElement;
  const text = /** @type {SVGTextElement} */ (drawing?.querySelector(`[data-of="${CSS.escape(node)}"]`));
  const state = element.classList.contains("lit") ? highlighted : "";
  element.setAttribute("aria-label", [nameAndFinding(element), text?.mark, state].filter(Boolean).join(", "));
}

/** @param {Element} element  that has lost the focus */
export function undescribeFocus(element) {
  if (names.has(element)) element.setAttribute("aria-label", nameAndFinding(element));
}

/**
 * Adds a finding to the name of an element.
 * @param {Element} element
 * @param {string} [finding]  in words; without it the finding is removed
 */
export function labelFinding(element, finding) {
  findings.set(element, finding);
  element.setAttribute("aria-label", nameAndFinding(element));
}
