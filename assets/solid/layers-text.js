// What is shown of the body, as a text in the address: `muscles:0,peel:12,cut:450,only`.

/**
 * Opacities of the layers in per cent, the depth of the peel and the height of the cross-section in millimetres, and
 * whether only the selection is shown.
 * @typedef {{values: Record<string, number>, isIsolated: boolean}} Shown
 */

const ISOLATED = "only";

/**
 * @param {Shown} shown
 * @param {Record<string, {usual: number}>} sliders
 * @returns {string}  what differs from the usual
 */
export function layersText({ values, isIsolated }, sliders) {
  const changed = Object.entries(sliders).filter(([name, { usual }]) => values[name] !== usual);
  return [...changed.map(([name]) => `${name}:${values[name]}`), ...(isIsolated ? [ISOLATED] : [])].join();
}

/**
 * @param {string} text  what it does not name is as usual; what it names wrongly too
 * @param {Record<string, {usual: number, most: number}>} sliders
 * @returns {Shown}
 */
export function layersFrom(text, sliders) {
  const parts = text.split(",").map((part) => part.trim());
  const named = new Map(parts.map((part) => /** @type {[string, string]} */ (part.split(":"))));
  const values = Object.fromEntries(
    Object.entries(sliders).map(([name, { usual, most }]) => {
      const value = named.get(name)?.trim() ? Number(named.get(name)) : NaN;
      return [name, Number.isFinite(value) ? Math.max(0, Math.min(most, Math.round(value))) : usual];
    }),
  );
  return { values, isIsolated: parts.includes(ISOLATED) };
}
