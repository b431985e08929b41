// The limb in three dimensions, drawn by Plotly, which is loaded when this view is first opened.
import { closest, setPressed } from "../app/dom.js";
import { fetchJson, once } from "../app/fetch-json.js";
import { loadStyleSheet } from "../app/load-style-sheet.js";
import { shownPathway } from "../app/shown-with.js";
import { isMirrored } from "../app/side.js";
import { fetchPlotly } from "../charts/plotly.js";
import { cameraFor, KEYS, mirroredCamera, turned } from "./camera.js";
import { mirrored, unpack } from "./mesh.js";
import { nerveAlong, patchAlong, rayThrough } from "./picking.js";
import { boneTrace, nerveTrace, siteTrace, skinTrace } from "./traces.js";

const OPAQUE = "opaque";
const SKIN_OPACITY = { [OPAQUE]: 1, xray: 0.16, focus: 0.14 };
const HIGHLIGHT_OPACITY = { [OPAQUE]: 1, xray: 0.3, focus: 1 };
const RECEDING = 0.72; // share of the background colour in skin that is not highlighted
const CLICK_DISTANCE = 5; // pixels; a longer move turns the limb
const NERVE_REACH = 7; // pixels
const part = document.getElementById("solid");
const scene = /** @type {HTMLElement & {on: (event: string, listener: (data: any) => void) => void}} */ (
  document.getElementById("solid-scene")
);
const probe = document.createElement("i");

/** A colour of the style sheet in the present theme. */
function colourOf(...classes) {
  probe.className = ["solid-tone", ...classes].join(" ");
  scene.append(probe);
  const colour = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return colour;
}

function mixed(a, b, share) {
  const [from, to] = [a, b].map((colour) => colour.match(/[\d.]+/g).map(Number));
  return `rgb(${[0, 1, 2].map((n) => Math.round(from[n] * (1 - share) + to[n] * share)).join(",")})`;
}

const pointOf = ({ clientX: x, clientY: y }) => ({ x, y });

class Solid {
  #page;
  #limb;
  #isMirrored = false;
  #manner = OPAQUE;
  /** @type {State | null} */
  #state = null;
  /** @type {import("./camera.js").Camera} */
  #camera;
  #isDrawn = false;

  /**
   * @param {Page} page
   * @param {ReturnType<typeof unpack>} limb
   */
  constructor(page, limb) {
    this.#page = page;
    this.#limb = limb;
    this.#camera = cameraFor(limb.views[0], limb.bounds);
    part.addEventListener("click", (event) => this.#press(closest(event, "button")?.dataset ?? {}));
    scene.addEventListener("keydown", (event) => this.#handleKey(event));
    new ResizeObserver(() => this.#isDrawn && window.Plotly.Plots.resize(scene)).observe(scene);
  }

  /** @param {State} state */
  show(state) {
    this.#state = { ...state };
    if (isMirrored(state.side) !== this.#isMirrored) this.#mirror();
    this.#draw();
  }

  /** Changes to the other side of the body, seen from the mirrored direction. */
  #mirror() {
    this.#isMirrored = !this.#isMirrored;
    this.#limb = mirrored(this.#limb);
    this.#camera = mirroredCamera(this.#camera);
  }

  /** The colours of a patch of skin by the present layer. */
  #coloursOf(id) {
    const { payload, defaults } = this.#page;
    const layer = this.#state.layer === defaults.layer ? this.#state.map : this.#state.layer;
    const [tone, fill] = payload.layers[layer][payload.skin.indexOf(id)];
    return (fill.match(/fill-(.*?)(-unread)?\)/)?.[1] ?? tone).split("-").map((name) => colourOf(name));
  }

  /** The ids that the selection highlights; null without a selection. */
  #highlighted() {
    const { payload } = this.#page;
    const pathway = this.#state.mode ? null : shownPathway(payload, this.#state);
    return pathway && new Set(pathway.nodes.map((at) => payload.ids[at]));
  }

  #traces() {
    const highlighted = this.#highlighted();
    const isOn = ({ id }) => highlighted?.has(id) ?? false;
    const isOff = (thing) => !isOn(thing);
    const overlays = this.#page.main.dataset.show.split(" ");
    const receding = colourOf("receding");
    const fade = (colour) => (highlighted ? mixed(colour, receding, RECEDING) : colour);
    const showsInside = this.#manner !== OPAQUE;
    const { patches, bones, nerves, sites } = this.#limb;
    const accent = colourOf("accent");
    return [
      skinTrace(patches.filter(isOn), (id) => this.#coloursOf(id), HIGHLIGHT_OPACITY[this.#manner]),
      skinTrace(patches.filter(isOff), (id) => this.#coloursOf(id).map(fade), SKIN_OPACITY[this.#manner]),
      showsInside || overlays.includes("bones") ? boneTrace(bones, colourOf("bone"), 1) : null,
      showsInside || overlays.includes("nerves") ? nerveTrace(nerves.filter(isOff), colourOf("nerve"), 3) : null,
      nerveTrace(nerves.filter(isOn), accent, 9),
      overlays.includes("sites") ? siteTrace(sites, accent, colourOf("ink")) : null,
    ].filter(Boolean);
  }

  #layout() {
    const { bounds } = this.#limb;
    const [x, y, z] = bounds.map(([low, high]) => high - low);
    const axis = (n) => ({ visible: false, showspikes: false, range: bounds[n], autorange: false });
    return {
      margin: { l: 0, r: 0, t: 0, b: 0 },
      paper_bgcolor: "rgba(0,0,0,0)",
      showlegend: false,
      scene: {
        xaxis: axis(0),
        yaxis: axis(1),
        zaxis: axis(2),
        aspectmode: "manual",
        aspectratio: { x: x / y, y: 1, z: z / y },
        camera: this.#camera,
        dragmode: "orbit",
      },
    };
  }

  async #draw() {
    const config = { displayModeBar: false, responsive: false, scrollZoom: true };
    await window.Plotly.react(scene, this.#traces(), this.#layout(), config);
    if (this.#isDrawn) return;
    this.#isDrawn = true;
    const keepCamera = (change) => (this.#camera = change["scene.camera"] ?? this.#camera);
    for (const event of ["plotly_relayout", "plotly_relayouting"]) scene.on(event, keepCamera);
    this.#listenToPointer();
    part.dataset.drawn = "yes";
  }

  #listenToPointer() {
    let pressedAt = null;
    let frame = 0;
    scene.addEventListener("pointerdown", (event) => (pressedAt = pointOf(event)), true);
    scene.addEventListener(
      "pointerup",
      (event) => {
        const point = pointOf(event);
        const isClick = pressedAt && Math.hypot(point.x - pressedAt.x, point.y - pressedAt.y) < CLICK_DISTANCE;
        const id = isClick && this.#idAt(point);
        if (id) this.#page.choose(id, event);
      },
      true,
    );
    scene.addEventListener("pointermove", (event) => {
      cancelAnimationFrame(frame);
      if (event.pointerType !== "mouse" || event.buttons) return;
      const point = pointOf(event);
      frame = requestAnimationFrame(() => this.#page.name(this.#idAt(point), point));
    });
    scene.addEventListener("pointerleave", () => {
      cancelAnimationFrame(frame);
      this.#page.name(null);
    });
  }

  /** The id of the nerve or the patch of skin at a point of the window. */
  #idAt({ x, y }) {
    const { left, top, width, height } = scene.getBoundingClientRect();
    const { bounds, nerves, patches } = this.#limb;
    const ray = rayThrough(this.#camera, bounds, { x: x - left, y: y - top }, { width, height });
    const nerve = this.#manner === OPAQUE ? null : nerveAlong(ray, nerves, NERVE_REACH);
    return nerve || patchAlong(ray, patches).id;
  }

  /**
   * A button chooses a view or a manner of drawing.
   * @param {DOMStringMap} button
   */
  #press({ look, manner }) {
    const view = this.#limb.views.find(({ id }) => id === look);
    if (view) this.#moveCamera(cameraFor(view, this.#limb.bounds));
    if (!manner) return;
    this.#manner = manner;
    setPressed("manner", (own) => own === manner);
    this.#draw();
  }

  #moveCamera(camera) {
    this.#camera = camera;
    window.Plotly.relayout(scene, { "scene.camera": camera });
  }

  #handleKey(event) {
    const turn = KEYS[event.key];
    if (!turn || !this.#isDrawn) return;
    event.preventDefault();
    this.#moveCamera(turned(this.#camera, turn));
  }
}

function explainFailure() {
  const hasWebGl = document.createElement("canvas").getContext("webgl");
  part.querySelector(".solid-wait").textContent = hasWebGl ? part.dataset.failed : part.dataset.nogl;
}

/**
 * Opens the solid limb.
 * @type {(page: Page) => Promise<Solid>}
 */
export const open = once(async (page) => {
  try {
    const { plotly, solid, "solid-style": style } = page.answers;
    const [, bundle] = await Promise.all([fetchPlotly(plotly), fetchJson(solid), loadStyleSheet(style)]);
    return new Solid(page, unpack(bundle));
  } catch (error) {
    explainFailure();
    throw error;
  }
});
