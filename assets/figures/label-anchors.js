// Which points of a figure are labelled: everything shown, or what a selection highlights.

/** @typedef {import("./labels.js").Anchor} Anchor */
/** @typedef {Record<string, Anchor[]>} Layers  labelled points by layer */

const OVERLAYS = ["nerves", "muscles", "bones", "sites"];
const LEAST_ROOM = 1.2; // pixels around the point of a muscle or bone in a figure of muscles

const highlightedIds = (svg, layer) =>
  new Set(
    [...svg.querySelectorAll(`.${layer} :is(.lit, .chosen, .lost, .reduced)`)].map((shape) => shape.dataset.node),
  );

const isSection = (svg) => svg.querySelector(":scope > .section") !== null;

/**
 * Whether a figure shows muscles without skin: it has more to label than room for labels.
 * @param {SVGElement} svg
 * @param {Layers} layers
 */
export const isOfMuscles = (svg, layers) => Boolean(layers.muscles) && !layers.skin && !isSection(svg);

/** The anchors of a layer, in a selection only the highlighted ones. */
function highlighted(svg, layers, layer) {
  const ids = highlightedIds(svg, layer);
  return (layers[layer] ?? []).filter(([, id]) => ids.has(id));
}

/** The muscles or bones with enough room around their point, the largest first. @returns {Anchor[]} */
const large = (anchors, least) =>
  anchors.filter(([, , , , room]) => room >= least).sort(([, , , , a], [, , , , b]) => b - a);

/** In a figure of muscles the most important come first, because those that do not fit are left out. */
function anchorsOfMuscles(svg, layers, { overlays, isSelected, scale }) {
  const least = LEAST_ROOM / scale;
  const more = ["nerves", "sites"].filter((layer) => overlays.has(layer));
  if (!isSelected)
    return [
      ...more.flatMap((layer) => layers[layer] ?? []),
      ...["muscles", "bones"].flatMap((layer) => large(layers[layer] ?? [], least)),
    ];
  const muscles = highlighted(svg, layers, "muscles");
  const isChosen = ([, id]) => svg.querySelector(`.muscles > [data-node="${CSS.escape(id)}"].chosen`) !== null;
  const lines = new Set(["nerves", ...more]);
  return [
    ...muscles.filter(isChosen),
    ...[...lines].flatMap((layer) => highlighted(svg, layers, layer)),
    ...large(muscles, least),
  ];
}

/**
 * The anchors to label in a figure.
 * @param {SVGElement} svg
 * @param {Layers} layers
 * @param {{overlays: Set<string>, isSelected: boolean, scale: number}} shown  `scale`: pixels for a unit of the figure
 * @returns {Anchor[]}
 */
export function anchorsIn(svg, layers, shown) {
  if (isOfMuscles(svg, layers)) return anchorsOfMuscles(svg, layers, shown);
  const { overlays, isSelected } = shown;
  const visible = OVERLAYS.filter((layer) => overlays.has(layer) && layers[layer]);
  const isCut = isSection(svg);
  if (isCut && !isSelected) return ["muscles", "nerves", "bones"].flatMap((layer) => layers[layer] ?? []);
  const fallback = layers.skin ? "skin" : "bones";
  if (!isSelected) return (visible.length ? visible : [fallback]).flatMap((layer) => layers[layer] ?? []);
  const lit = ["skin", "nerves", ...(isCut ? ["muscles"] : []), ...visible.filter((layer) => layer === "sites")];
  return lit.flatMap((layer) => highlighted(svg, layers, layer));
}
