// A drawing of the page as one that needs no style sheet: every computed style becomes an attribute.
import { plainColour } from "./colours.js";

const SVG = "http://www.w3.org/2000/svg";
const KEPT = new Set([
  ...["d", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "width", "height", "points"],
  ...["transform", "href", "offset", "fx", "fy", "patternUnits", "patternTransform", "patternContentUnits"],
  ...["gradientUnits", "gradientTransform", "preserveAspectRatio", "clipPathUnits", "maskUnits"],
]);
const SHAPES = new Set(["path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan"]);
const GROUPS = new Set([
  "g",
  "image",
  "use",
  "defs",
  "clipPath",
  "mask",
  "pattern",
  "linearGradient",
  "radialGradient",
  "stop",
]);
const REFERRED = new Set(["defs", "clipPath", "mask", "pattern", "linearGradient", "radialGradient"]);
const SERIF = /^["']?(iowan|palatino|georgia|times|serif)/i;
const LINES = {
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "stroke-dashoffset": "0px",
  "fill-rule": "nonzero",
};
const number = (n) => String(Math.round(n * 100) / 100);
const address = (text) => /^url\(["']?[^#]*#([^"')]+)["']?\)/.exec(text)?.[1];

export class Resolver {
  // images: image element → { href, plain } as saving.mjs prepares them.
  constructor(images) {
    this.images = images;
    this.needed = new Map();
  }

  #paint(out, style, kind) {
    const value = style[kind];
    const id = address(value);
    if (id) {
      this.need(id);
      out.setAttribute(kind, `url(#${id})`);
    } else if (value === "none" || !value) out.setAttribute(kind, "none");
    const [colour, alpha] = id || value === "none" ? [null, 1] : plainColour(value);
    if (colour) out.setAttribute(kind, alpha ? colour : "none");
    const opacity = Number(style[`${kind}Opacity`]) * (colour ? alpha : 1);
    if (opacity < 1 && out.getAttribute(kind) !== "none") out.setAttribute(`${kind}-opacity`, number(opacity));
  }

  #shape(out, element, style, scale) {
    this.#paint(out, style, "fill");
    this.#paint(out, style, "stroke");
    if (out.getAttribute("stroke") !== "none") {
      const by = style.vectorEffect === "non-scaling-stroke" ? 1 / scale : 1;
      out.setAttribute("stroke-width", number(parseFloat(style.strokeWidth) * by));
      if (style.strokeDasharray !== "none") {
        const dashes = style.strokeDasharray.split(/[ ,]+/).map((dash) => number(parseFloat(dash) * by));
        out.setAttribute("stroke-dasharray", dashes.join(" "));
      }
    }
    for (const [name, usual] of Object.entries(LINES)) {
      const value = style.getPropertyValue(name);
      if (value && value !== usual) out.setAttribute(name, parseFloat(value) || value);
    }
    if (element.tagName === "circle") out.setAttribute("r", number(parseFloat(style.r)));
    if (element.tagName !== "text" && element.tagName !== "tspan") return;
    out.setAttribute("font-family", SERIF.test(style.fontFamily) ? "Georgia, serif" : "Helvetica, Arial, sans-serif");
    out.setAttribute("font-size", number(parseFloat(style.fontSize)));
    out.setAttribute("text-anchor", style.textAnchor);
    if (style.fontWeight !== "400") out.setAttribute("font-weight", style.fontWeight);
    if (style.fontStyle !== "normal") out.setAttribute("font-style", style.fontStyle);
  }

  // Programs that know no paint-order would draw a letter's halo over it, so the halo becomes a text of its own below.
  #haloed(out, element, style) {
    if (element.tagName !== "text" || !style.paintOrder.startsWith("stroke")) return out;
    if (out.getAttribute("stroke") === "none") return out;
    const group = document.createElementNS(SVG, "g");
    const halo = out.cloneNode(true);
    halo.setAttribute("fill", "none");
    halo.setAttribute("stroke-linejoin", "round");
    for (const part of [out, ...out.children]) {
      part.setAttribute("stroke", "none");
      part.removeAttribute("stroke-width");
    }
    for (const part of halo.children) part.setAttribute("fill", "none");
    group.append(halo, out);
    return group;
  }

  // One element and what it holds, or null where nothing of it is to be seen. scale: pixels of the page for a unit.
  resolve(element, scale = 1, seen = true) {
    const tag = element.tagName;
    if ((!SHAPES.has(tag) && !GROUPS.has(tag)) || (seen && REFERRED.has(tag))) return null;
    const style = getComputedStyle(element);
    if (seen && (style.display === "none" || style.visibility !== "visible" || style.opacity === "0")) return null;
    if (element.classList.contains("pulse")) return null;
    const out = document.createElementNS(SVG, tag);
    for (const { name, value } of element.attributes) if (KEPT.has(name)) out.setAttribute(name, value);
    for (const name of ["clip-path", "mask"]) {
      const id = address(style.getPropertyValue(name)) ?? address(element.getAttribute(name) ?? "");
      if (id) {
        this.need(id);
        out.setAttribute(name, `url(#${id})`);
      }
    }
    if (style.opacity !== "1") out.setAttribute("opacity", number(Number(style.opacity)));
    if (SHAPES.has(tag)) this.#shape(out, element, style, scale);
    if (tag === "stop") {
      const [colour, alpha] = plainColour(style.stopColor);
      out.setAttribute("stop-color", colour);
      out.setAttribute("stop-opacity", number(alpha * Number(style.stopOpacity)));
    }
    if (tag === "image") out.setAttribute("href", this.images.get(element) ?? element.getAttribute("href"));
    if (tag === "linearGradient" || tag === "use") this.need(address(`url(${element.getAttribute("href")})`));
    const name = element.getAttribute("aria-label");
    if (name) out.appendChild(document.createElementNS(SVG, "title")).textContent = name;
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE && (tag === "text" || tag === "tspan")) out.append(child.data);
      const inner = child.nodeType === Node.ELEMENT_NODE && this.resolve(child, scale, seen);
      if (inner) out.append(inner);
    }
    const bare = GROUPS.has(tag) && !["image", "use", "stop"].includes(tag) && !out.childElementCount;
    return bare ? null : this.#haloed(out, element, style);
  }

  // What is referred to by id travels along, once.
  need(id) {
    const element = id && !this.needed.has(id) && document.getElementById(id);
    if (!element) return;
    this.needed.set(id, null);
    const out = this.resolve(element, 1, false);
    out?.setAttribute("id", id);
    this.needed.set(id, out);
  }
}
