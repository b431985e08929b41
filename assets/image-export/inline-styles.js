// Copies drawings of the page so that they need no style sheet: computed styles become attributes.
import { SVG, make } from "../figures/svg-elements.js";
import { plainColour } from "./colours.js";

const KEPT = new Set([
  ...["d", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "width", "height", "points"],
  ...["transform", "href", "offset", "fx", "fy", "patternUnits", "patternTransform", "patternContentUnits"],
  ...["gradientUnits", "gradientTransform", "preserveAspectRatio", "clipPathUnits", "maskUnits"],
]);
const TEXTS = new Set(["text", "tspan"]);
const SHAPES = new Set(["path", "circle", "ellipse", "rect", "line", "polyline", "polygon", ...TEXTS]);
const REFERENCED = new Set(["defs", "clipPath", "mask", "pattern", "linearGradient", "radialGradient"]);
const GROUPS = new Set(["g", "image", "use", "stop", ...REFERENCED]);
const WITHOUT_CHILDREN = new Set(["image", "use", "stop"]);
const SERIF = /^["']?(iowan|palatino|georgia|times|serif)/i;
const LINE_DEFAULTS = {
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "stroke-dashoffset": "0px",
  "fill-rule": "nonzero",
};
const hundredths = (n) => String(Math.round(n * 100) / 100);
/** The id in a CSS `url(…#id)`. */
const idIn = (text) => /^url\(["']?[^#]*#([^"')]+)["']?\)/.exec(text)?.[1];

const isHidden = (style) => style.display === "none" || style.visibility !== "visible" || style.opacity === "0";

/** Whether an element means something only on the page: the pulse moves, the box of an inset has a line to it. */
const isOfPage = ({ classList }) => classList.contains("pulse") || classList.contains("inset");

/** Whether the style sheet turns a text of a mirrored drawing back. */
const isTurnedBack = ({ tagName, attributes }, { transform }) =>
  tagName === "text" && !attributes.transform && transform.startsWith("matrix(-1,");

function copyFont(copy, style) {
  copy.setAttribute("font-family", SERIF.test(style.fontFamily) ? "Georgia, serif" : "Helvetica, Arial, sans-serif");
  copy.setAttribute("font-size", hundredths(parseFloat(style.fontSize)));
  copy.setAttribute("text-anchor", style.textAnchor);
  if (style.fontWeight !== "400") copy.setAttribute("font-weight", style.fontWeight);
  if (style.fontStyle !== "normal") copy.setAttribute("font-style", style.fontStyle);
}

function copyStroke(copy, style, scale) {
  if (copy.getAttribute("stroke") === "none") return;
  const factor = style.vectorEffect === "non-scaling-stroke" ? 1 / scale : 1;
  copy.setAttribute("stroke-width", hundredths(parseFloat(style.strokeWidth) * factor));
  if (style.strokeDasharray === "none") return;
  const dashes = style.strokeDasharray.split(/[ ,]+/).map((dash) => hundredths(parseFloat(dash) * factor));
  copy.setAttribute("stroke-dasharray", dashes.join(" "));
}

function copyStop(copy, style) {
  const [colour, opacity] = plainColour(style.stopColor);
  copy.setAttribute("stop-color", colour);
  copy.setAttribute("stop-opacity", hundredths(opacity * Number(style.stopOpacity)));
}

/** A text with its halo as a text of its own below it, for programs that know no paint-order. */
function withHalo(copy, element, style) {
  if (element.tagName !== "text" || !style.paintOrder.startsWith("stroke")) return copy;
  if (copy.getAttribute("stroke") === "none") return copy;
  const halo = copy.cloneNode(true);
  halo.setAttribute("fill", "none");
  halo.setAttribute("stroke-linejoin", "round");
  for (const part of [copy, ...copy.children]) {
    part.setAttribute("stroke", "none");
    part.removeAttribute("stroke-width");
  }
  for (const part of halo.children) part.setAttribute("fill", "none");
  return make("g", {}, halo, copy);
}

export class StyleInliner {
  /** @type {Map<string, SVGElement | null>} copies of referenced elements by id, to be put into `defs` */
  referenced = new Map();
  #images;

  /** @param {Map<Element, string>} images  the address to embed by image element */
  constructor(images) {
    this.#images = images;
  }

  /**
   * A copy of an element with its children, or null if nothing of it is visible.
   * @param {Element} element
   * @param {number} [scale]  pixels of the page for a unit of the drawing
   * @param {boolean} [isDrawn]  false for an element that is only referenced, which is never hidden
   * @returns {SVGElement | null}
   */
  copy(element, scale = 1, isDrawn = true) {
    const tag = element.tagName;
    if ((!SHAPES.has(tag) && !GROUPS.has(tag)) || (isDrawn && REFERENCED.has(tag))) return null;
    const style = getComputedStyle(element);
    if ((isDrawn && isHidden(style)) || isOfPage(element)) return null;
    const copy = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
    this.#copyAttributes(copy, element, style);
    if (SHAPES.has(tag)) this.#copyShape(copy, element, style, scale);
    else this.#copySpecial(copy, element, style);
    this.#copyChildren(copy, element, scale, isDrawn);
    const isEmpty = GROUPS.has(tag) && !WITHOUT_CHILDREN.has(tag) && !copy.childElementCount;
    return isEmpty ? null : withHalo(copy, element, style);
  }

  #copyAttributes(copy, element, style) {
    for (const { name, value } of element.attributes) if (KEPT.has(name)) copy.setAttribute(name, value);
    for (const name of ["clip-path", "mask"]) {
      const id = idIn(style.getPropertyValue(name)) ?? idIn(element.getAttribute(name) ?? "");
      if (id) this.#setReference(copy, name, id);
    }
    // programs without blend modes show the colours flat
    if (style.mixBlendMode === "multiply") copy.style.mixBlendMode = "multiply"; // the content policy forbids the attribute
    if (style.opacity !== "1") copy.setAttribute("opacity", hundredths(Number(style.opacity)));
  }

  /** Copies what only stops, images and referring elements have. */
  #copySpecial(copy, element, style) {
    const tag = element.tagName;
    if (tag === "stop") copyStop(copy, style);
    if (tag === "image") copy.setAttribute("href", this.#images.get(element) ?? element.getAttribute("href"));
    if (tag === "linearGradient" || tag === "use") this.#reference(idIn(`url(${element.getAttribute("href")})`));
  }

  #copyChildren(copy, element, scale, isDrawn) {
    const name = element.getAttribute("aria-label");
    if (name) copy.append(make("title", {}, name));
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE && TEXTS.has(element.tagName)) copy.append(child.data);
      const inner = child.nodeType === Node.ELEMENT_NODE && this.copy(child, scale, isDrawn);
      if (inner) copy.append(inner);
    }
  }

  #copyShape(copy, element, style, scale) {
    this.#copyPaint(copy, style, "fill");
    this.#copyPaint(copy, style, "stroke");
    copyStroke(copy, style, scale);
    for (const [name, standard] of Object.entries(LINE_DEFAULTS)) {
      const value = style.getPropertyValue(name);
      if (value && value !== standard) copy.setAttribute(name, String(parseFloat(value) || value));
    }
    if (element.tagName === "circle") copy.setAttribute("r", hundredths(parseFloat(style.r)));
    if (TEXTS.has(element.tagName)) copyFont(copy, style);
    if (isTurnedBack(element, style)) {
      const x = Number(element.getAttribute("x"));
      copy.setAttribute("transform", `translate(${2 * x} 0) scale(-1 1)`);
    }
  }

  /** Copies the fill or the stroke, with its opacity. */
  #copyPaint(copy, style, property) {
    const value = style[property];
    const id = idIn(value);
    let opacity = Number(style[`${property}Opacity`]);
    if (id) this.#setReference(copy, property, id);
    else if (!value || value === "none") copy.setAttribute(property, "none");
    else {
      const [colour, alpha] = plainColour(value);
      copy.setAttribute(property, alpha ? colour : "none");
      opacity *= alpha;
    }
    if (opacity < 1 && copy.getAttribute(property) !== "none")
      copy.setAttribute(`${property}-opacity`, hundredths(opacity));
  }

  #setReference(copy, name, id) {
    this.#reference(id);
    copy.setAttribute(name, `url(#${id})`);
  }

  /** Copies an element that is referenced by its id, once. */
  #reference(id) {
    const element = id && !this.referenced.has(id) && document.getElementById(id);
    if (!element) return;
    this.referenced.set(id, null); // it may reference itself
    const copy = this.copy(element, 1, false);
    copy?.setAttribute("id", id);
    this.referenced.set(id, copy);
  }
}
