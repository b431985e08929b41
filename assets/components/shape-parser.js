// Turns the SVG text of the atlas into elements.
const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} text  one SVG element, or a sequence of them
 * @returns {Element[]}
 */
export function parseShapes(text) {
  const parsed = new DOMParser().parseFromString(`<svg xmlns="${SVG}">${text}</svg>`, "image/svg+xml");
  return [...parsed.documentElement.children].map((child) => document.importNode(child, true));
}
