// The dark edges of lit nerves.

/** @param {SVGGElement} nerves @returns {SVGGElement} a copy to draw below them */
function casingsOf(nerves) {
  const casings = /** @type {SVGGElement} */ (nerves.cloneNode(true));
  casings.setAttribute("class", "casings");
  casings.setAttribute("aria-hidden", "true");
  for (const nerve of casings.children) {
    const of = /** @type {SVGElement} */ (nerve).dataset.node;
    for (const { name } of [...nerve.attributes]) nerve.removeAttribute(name);
    nerve.setAttribute("data-of", of);
  }
  return casings;
}

/**
 * Adds the casings of the nerves in all figures of a place.
 * @param {ParentNode} place
 */
export function addCasings(place) {
  for (const nerves of /** @type {NodeListOf<SVGGElement>} */ (place.querySelectorAll(".view > .nerves")))
    nerves.before(casingsOf(nerves));
}
