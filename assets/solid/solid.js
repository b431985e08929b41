// The limb in three dimensions: drawn by Plotly, which is fetched when this view is first opened and nowhere else.
import { fetchPlotly } from "../charts/plotly.js";
import { boneTrace, nerveTrace, siteTrace, skinTrace } from "./traces.js";
import { KEYS, seen, turned } from "./camera.js";
import { nerveAlong, patchAlong, rayThrough } from "./picking.js";
import { unpack } from "./mesh.js";

const FAINT = { opaque: 1, xray: 0.16, focus: 0.14 };
const STILL = 5;
const NEAR = 7;
const part = document.getElementById("solid");
const scene = document.getElementById("solid-scene");
const probe = document.createElement("i");

// Colours as the style sheet has them now, in the theme that is worn.
function worn(...classes) {
  probe.className = ["solid-tone", ...classes].join(" ");
  scene.append(probe);
  const colour = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return colour;
}

class Solid {
  constructor(page, limb) {
    Object.assign(this, { page, limb, manner: "opaque", state: null, drawn: false });
    part.addEventListener("click", (event) => this.press(event.target.closest("button")?.dataset ?? {}));
    scene.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.drawn && window.Plotly.Plots.resize(scene)).observe(scene);
  }

  tones(id) {
    const { payload } = this.page;
    const layer = this.state.layer === this.page.usual.layer ? this.state.map : this.state.layer;
    const [tone, fill] = payload.layers[layer][payload.skin.indexOf(id)];
    return (fill.match(/fill-(.*?)(-unread)?\)/)?.[1] ?? tone).split("-").map((one) => worn(one));
  }

  lit() {
    const { payload } = this.page;
    const { mode, select, map } = this.state;
    if (!select || mode) return null;
    return new Set(payload.pathway(select, map).nodes.map((at) => payload.ids[at]));
  }

  traces() {
    const { payload } = this.page;
    const lit = this.lit();
    const on = ({ id }) => lit?.has(id) ?? false;
    const off = (one) => !on(one);
    const shows = (one) => this.page.main.dataset.show.split(" ").includes(one);
    const faded = (id) => (lit ? this.tones(id).map((tone) => mixed(tone, worn("receding"), 0.72)) : this.tones(id));
    const inside = this.manner !== "opaque";
    const { patches, bones, nerves, sites } = this.limb;
    return [
      skinTrace(patches.filter(on), (id) => this.tones(id), this.manner === "xray" ? 0.3 : 1),
      skinTrace(patches.filter(off), faded, FAINT[this.manner]),
      inside || shows("bones") ? boneTrace(bones, worn("bone"), 1) : null,
      inside || shows("nerves") ? nerveTrace(nerves.filter(off), worn("nerve"), 3) : null,
      nerveTrace(nerves.filter(on), worn("accent"), 9),
      shows("sites") ? siteTrace(sites, worn("accent"), worn("ink")) : null,
    ].filter(Boolean);
  }

  layout() {
    const { bounds } = this.limb;
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
        camera: this.camera ?? seen(this.limb.looks[0], this.limb.bounds),
        dragmode: "orbit",
      },
    };
  }

  async draw() {
    const { Plotly } = window;
    await Plotly.react(scene, this.traces(), this.layout(), {
      displayModeBar: false,
      responsive: false,
      scrollZoom: true,
    });
    if (this.drawn) return;
    this.drawn = true;
    const kept = (told) => (this.camera = told["scene.camera"] ?? this.camera);
    for (const turn of ["plotly_relayout", "plotly_relayouting"]) scene.on(turn, kept);
    this.watch();
    part.dataset.drawn = "yes";
  }

  // A click is a press that did not turn the limb.
  watch() {
    let pressed = null;
    const place = ({ clientX: x, clientY: y }) => ({ x, y });
    scene.addEventListener("pointerdown", (event) => (pressed = place(event)), true);
    scene.addEventListener(
      "pointerup",
      (event) => {
        const at = place(event);
        const still = pressed && Math.hypot(at.x - pressed.x, at.y - pressed.y) < STILL;
        const id = still && this.under(at);
        if (id) this.page.choose(id);
      },
      true,
    );
    let asked = 0;
    scene.addEventListener("pointermove", (event) => {
      cancelAnimationFrame(asked);
      if (event.pointerType === "mouse" && !event.buttons)
        asked = requestAnimationFrame(() => this.page.name(this.under(place(event)), place(event)));
    });
    scene.addEventListener("pointerleave", () => {
      cancelAnimationFrame(asked);
      this.page.name(null);
    });
  }

  under({ x, y }) {
    const { left, top, width, height } = scene.getBoundingClientRect();
    const camera = this.camera ?? seen(this.limb.looks[0], this.limb.bounds);
    const ray = rayThrough(camera, this.limb.bounds, { x: x - left, y: y - top }, { width, height });
    const { patches, nerves } = this.limb;
    const inside = this.manner !== "opaque" && nerveAlong(ray, nerves, NEAR);
    return inside || patchAlong(ray, patches).id;
  }

  press({ look, manner }) {
    if (look)
      this.turnTo(
        seen(
          this.limb.looks.find(({ id }) => id === look),
          this.limb.bounds,
        ),
      );
    if (!manner) return;
    this.manner = manner;
    for (const button of part.querySelectorAll("button[data-manner]"))
      button.setAttribute("aria-pressed", String(button.dataset.manner === manner));
    this.draw();
  }

  turnTo(camera) {
    this.camera = camera;
    window.Plotly.relayout(scene, { "scene.camera": camera });
  }

  // Arrow keys turn the limb about its long axis and tip it; plus and minus come nearer and go away.
  key(event) {
    const turn = KEYS[event.key];
    if (!turn || !this.drawn) return;
    event.preventDefault();
    this.turnTo(turned(this.camera ?? this.layout().scene.camera, turn));
  }

  show(state) {
    this.state = { ...state };
    this.draw();
  }
}

function mixed(a, b, share) {
  const [from, to] = [a, b].map((colour) => colour.match(/[\d.]+/g).map(Number));
  return `rgb(${[0, 1, 2].map((n) => Math.round(from[n] * (1 - share) + to[n] * share)).join(",")})`;
}

let opened = null;

// What stands in the way of the view is said in its place.
export async function open(page) {
  opened ??= (async () => {
    const [, answer] = await Promise.all([fetchPlotly(page.answers.plotly), fetch(page.answers.solid)]);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return new Solid(page, unpack(await answer.json()));
  })().catch((error) => {
    const drawn = document.createElement("canvas").getContext("webgl");
    part.querySelector(".solid-wait").textContent = drawn ? part.dataset.failed : part.dataset.nogl;
    throw error;
  });
  return opened;
}
