// Paints the body as the page's figures are painted, and says what is lit.
import { pictureTheme } from "../figures/inside-pictures.js";
import { asUnit, fromHex, mixed, ThemeColours } from "./colours.js";
import { bonePaint, musclePaint, nervePaint, skinPaint, skinTokens, stateOf } from "./part-paints.js";

const BESIDE_A_POSE = 0.25; // how much of its paint the skin keeps

export class BodyPaint {
  /**
   * @param {Page} page
   * @param {import("./body-scene.js").BodyScene} body
   * @param {Record<string, string>} colours  of the materials
   * @param {HTMLElement} [place]  which has the theme
   */
  constructor(page, body, colours, place = document.documentElement) {
    this.page = page;
    this.body = body;
    this.colours = colours;
    this.theme = new ThemeColours(place);
    this.place = place;
    this.isIsolated = false;
    this.pose = { isPosed: false, strained: [], weak: [] };
  }

  /**
   * What a pose shows: stretched nerves and weak muscles. The skin pales beside them.
   * @param {{isPosed: boolean, strained: string[], weak: string[]}} pose
   * @returns {boolean} whether something has changed
   */
  setPose(pose) {
    if (JSON.stringify(pose) === JSON.stringify(this.pose)) return false;
    this.pose = pose;
    this.body.uniforms.wash.value = pose.isPosed ? BESIDE_A_POSE : 1;
    if (this.state) this.apply(this.state, false);
    return true;
  }

  get #isDark() {
    return pictureTheme(this.place.dataset.theme) === "dark";
  }

  /** The materials in the present theme. */
  #materials() {
    const dark = this.#isDark;
    const own = Object.entries(this.colours).filter(([name]) => !name.startsWith("dark_"));
    return Object.fromEntries(
      own.map(([name, colour]) => [name, fromHex((dark && this.colours[`dark_${name}`]) || colour)]),
    );
  }

  /** @param {State} state @param {boolean} isNewTheme */
  apply(state, isNewTheme) {
    const { page, body, theme } = this;
    const { payload, highlighter, defaults } = page;
    if (isNewTheme) theme.forget();
    this.state = state;
    const known = new Map();
    const nodeState = (/** @type {string} */ id) => {
      if (!known.has(id)) known.set(id, stateOf(highlighter, id));
      return known.get(id);
    };
    const material = this.#materials();
    const ids = payload.ids;
    const isInLesion = ids.some((id) =>
      ["lost", "reduced", "severed", "thinned", "at-times"].includes(nodeState(id).state),
    );
    const isOn = isInLesion || ids.some((id) => !["", "spared"].includes(nodeState(id).state));
    const painting = {
      theme: (/** @type {string} */ token) => theme.of(token),
      material,
      stateOf: nodeState,
      isOn,
      isInLesion,
      isIsolated: this.isIsolated && isOn,
    };
    this.painting = painting;
    const layer = payload.layers[state.layer === defaults.layer ? state.map : state.layer];
    const pale = (paint) => ({ ...paint, colour: mixed(paint.colour, material.pale, 0.7), pattern: 0, isLit: false });
    for (const [name, meshes] of body.layers) {
      let isCovering = false;
      for (const [number, part] of meshes.layer.parts.entries()) {
        const paint =
          name === "skin"
            ? skinPaint(part.id, part.id ? skinTokens(layer[payload.skin.indexOf(part.id)]) : [], painting)
            : name === "muscles"
              ? musclePaint(part.id, painting, this.pose.weak.includes(part.id))
              : bonePaint(part.kind, painting);
        meshes.paint.set(number, paint);
        isCovering ||= Boolean(paint.isSeenThrough);
        const other = name === "skin" ? { colour: material.skin } : bonePaint(part.kind, { ...painting, isOn: true });
        meshes.otherPaint.set(number, pale({ ...other, opacity: painting.isIsolated ? 0 : 1 }));
      }
      if (meshes.covered) meshes.covered.visible = isCovering;
      meshes.paint.update();
      meshes.otherPaint.update();
    }
    this.#paintNerves();
    this.#applyTheme(material);
  }

  #paintNerves() {
    const { painting } = this;
    const { nerves } = this.body;
    const lit = new Set();
    for (const [number, id] of nerves.tubes.parts.entries()) {
      const paint = nervePaint(id, painting);
      const isStrained = this.pose.strained.includes(id);
      const own = isStrained && !paint.isLit ? { colour: painting.theme("path"), isLit: true } : paint;
      nerves.paint.set(number, { ...own, isStrained });
      if (own.isLit) lit.add(id);
    }
    nerves.paint.update();
    nerves.light(lit);
  }

  #applyTheme(material) {
    const { uniforms } = this.body;
    const dark = this.#isDark;
    uniforms.glass.value.fromArray(asUnit(material.shell_colour));
    uniforms.tendon.value.fromArray(asUnit(material.tendon));
    uniforms.rim.value.fromArray(asUnit(material.rim_colour));
    uniforms.casing.value.fromArray(asUnit(this.theme.of("casing")));
    uniforms.spark.value.fromArray(asUnit(dark ? [255, 255, 255] : [255, 250, 225]));
    uniforms.edge.value = dark ? 0.46 : 0.74;
    uniforms.darkness.value = dark ? 0.7 : 0.3;
  }
}
