// A drawing of the atlas inside a Dash component: highlights by itself, then reports. Body and Network add the drawing.
import { element } from "../app/dom.js";
import { Highlighter } from "../figures/highlight.js";
import { listenToNodes } from "../figures/node-events.js";
import { Roving } from "../figures/roving.js";
import { applySkinFill } from "../figures/skin-fill.js";
import { Tooltip } from "../figures/tooltip.js";
import { LesionMarks } from "./lesion-marks.js";
import { ReportedProps } from "./reported-props.js";
import { parseShapes } from "./shape-parser.js";
import { sourceOf } from "./source.js";

const HOVER_DELAY = 80; // milliseconds until what is hovered is reported
const FAILED = "The data of the figure could not be loaded. See atlas.components.serve_data.";

export class Figure {
  /** @type {FigurePayload | null} */
  payload = null;
  reported = new ReportedProps();
  /** @type {LesionMarks | null} */
  #lesionMarks = null;
  #hoverTimer = 0;
  isRemoved = false;

  /**
   * @param {HTMLElement} place  an empty element
   * @param {FigureProps} props
   */
  constructor(place, props) {
    this.source = sourceOf(props.data);
    this.root = place.shadowRoot ?? place.attachShadow({ mode: "open" });
    this.canvas = element("div", { className: "canvas" });
    const tooltip = element("div", { className: "tooltip", hidden: true, "aria-hidden": "true" });
    this.tooltip = new Tooltip(tooltip);
    // what `main` is on the page of the atlas; see atlas/components/scoped_styles.py
    this.frame = document.createElement("atlas-figure");
    this.frame.className = "atlas";
    this.frame.append(this.canvas, tooltip);
    this.root.replaceChildren(this.frame);
    this.props = props;
    this.reported.take(props);
    this.start().catch((error) => console.error(FAILED, error));
  }

  async start() {
    const { payload, sheet } = await this.source.pathways();
    if (this.isRemoved) return;
    this.root.adoptedStyleSheets = [sheet];
    Object.assign(this.frame, payload.language);
    this.frame.append(...parseShapes(payload.patterns));
    this.payload = payload;
    await this.draw();
    if (this.isRemoved) return;
    this.highlighter = new Highlighter([this.canvas]);
    this.roving = new Roving(
      this.canvas,
      () => this.#litEdges(),
      () => payload.words["status.lit"],
    );
    this.#listen();
    this.show();
    this.frame.dataset.ready = "yes";
  }

  /** Fills the canvas. @returns {Promise<void>} */
  async draw() {}

  /** The drawings have changed. */
  redrawn() {
    this.highlighter.index();
    this.#lesionMarks?.forget();
  }

  /** @param {FigureProps} props */
  update(props) {
    this.props = props;
    this.reported.take(props);
    if (this.highlighter) this.show();
  }

  remove() {
    this.isRemoved = true;
    clearTimeout(this.#hoverTimer);
    this.root.adoptedStyleSheets = [];
    this.root.replaceChildren();
  }

  get map() {
    const { map } = this.props;
    return map && map in this.payload.maps ? map : this.payload.default_map;
  }

  /** Shows the props: colours, layers, then what is highlighted. */
  show() {
    const { frame, payload, props } = this;
    const layers = props.layers ?? [];
    const { lesion } = this.reported.shown;
    if (!props.theme || props.theme !== "auto") frame.dataset.theme = props.theme ?? "light";
    else delete frame.dataset.theme;
    frame.dataset.side = props.side ?? "right";
    frame.dataset.layer = layers.includes("fields") ? "nerves" : "dermatomes";
    frame.dataset.mode = lesion === null ? "" : "lesion";
    frame.dataset.show = (lesion === null ? layers : [...layers, "nerves", "sites"]).join(" ");
    applySkinFill([this.canvas], payload, layers.includes("fields") ? "nerves" : this.map);
    this.highlight();
    this.roving.update();
    this.roving.describe();
  }

  /** Shows only what is highlighted. */
  highlight() {
    const { payload, highlighter } = this;
    const { selected, hovered, lesion } = this.reported.shown;
    if (lesion !== null) {
      highlighter.show(payload, null, "on");
      highlighter.press(...[lesion, selected].filter(Boolean));
      this.#showLesion(lesion).catch((error) => console.error(FAILED, error));
      return;
    }
    this.#lesionMarks?.clear();
    const known = (id) => (id && payload.has(id) ? payload.pathway(id, this.map) : null);
    const pathway = known(selected);
    if (pathway || selected) highlighter.show(payload, pathway, "on");
    else highlighter.show(payload, known(hovered), "hint");
    this.painted();
  }

  /** What is highlighted has changed. */
  painted() {}

  async #showLesion(id) {
    const lesions = await this.source.lesions();
    if (this.isRemoved || this.reported.shown.lesion !== id) return;
    this.#lesionMarks ??= new LesionMarks(this, lesions);
    this.#lesionMarks.show(id, this.map);
    this.painted();
  }

  /** The pairs of ids at the ends of the highlighted edges. */
  #litEdges() {
    const { selected } = this.reported.shown;
    const { payload } = this;
    if (!payload.has(selected)) return [];
    return payload.pathway(selected, this.map).edges.map((at) => payload.edges[at].map((end) => payload.ids[end]));
  }

  /** @param {string} id */
  async choose(id) {
    const { selected, lesion } = this.reported.shown;
    if (lesion === null) return this.#set({ selected: id === selected ? "" : id });
    const lesions = await this.source.lesions();
    const place = lesions.placesOf(this.payload.indexOf.get(id))[0];
    if (lesions.isTarget(this.payload.indexOf.get(id))) return this.#set({ selected: id === selected ? "" : id });
    return place === undefined ? undefined : this.#set({ lesion: this.payload.ids[place], selected: "" });
  }

  clear() {
    const { selected, lesion } = this.reported.shown;
    if (selected) this.#set({ selected: "" });
    else if (lesion) this.#set({ lesion: "" });
  }

  #set(change) {
    this.reported.set(change);
    this.highlight();
    this.roving.describe();
  }

  /** The pointer or the focus is on another node, or on none. */
  hover(id) {
    if (id === this.reported.shown.hovered) return;
    this.tooltip.show(id && this.payload.nameOf(id));
    this.reported.shown.hovered = id;
    if (!this.reported.shown.selected && this.reported.shown.lesion === null) this.highlight();
    clearTimeout(this.#hoverTimer);
    this.#hoverTimer = setTimeout(() => this.reported.set({ hovered: id }), HOVER_DELAY);
  }

  #listen() {
    const { canvas, frame } = this;
    listenToNodes(canvas, {
      choose: (id) => void this.choose(id),
      clear: () => this.clear(),
      hover: (node) => this.hover(node?.dataset.node ?? ""),
      moved: (point) => this.tooltip.moveTo(point),
      showsNerves: () => frame.dataset.show.split(" ").includes("nerves"),
    });
  }
}
