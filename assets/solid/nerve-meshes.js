// The nerves as meshes of three.js: the lit ones, with a casing, also show through what covers them.
import { BackSide, BufferAttribute, BufferGeometry, DoubleSide, FrontSide } from "three";
import {
  OCCLUSION,
  ORDER,
  SEEN,
  THROUGH,
  THROUGH_SETTINGS,
  unboundMesh,
  WHOLE,
  withCorners,
  withPaint,
} from "./layer-meshes.js";
import { PaintTable } from "./paint-table.js";
import { CASING_FRAGMENT, PATH_FRAGMENT, SURFACE_FRAGMENT } from "./shaders.js";

/** @import { ShaderMaterial } from "three" */
/** @import { Level } from "./detail.js" */
/** @import { Tubes } from "./nerve-tubes.js" */

const CASING_PIXELS = 1.3;
const [LEAST, LEAST_LIT] = [0.75, 2.2]; // pixels: the radius of the thinnest nerve, and of the thinnest that is lit

function geometryOf({ points, normals, info, thickness }) {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(points, 3));
  geometry.setAttribute("normal", new BufferAttribute(normals, 3));
  geometry.setAttribute("info", new BufferAttribute(info, 4));
  geometry.setAttribute("thickness", new BufferAttribute(thickness, 2));
  return geometry;
}

export class NerveMeshes {
  /**
   * @param {Tubes} tubes
   * @param {(fragment: string, uniforms: Record<string, any>, settings: Record<string, any>) => ShaderMaterial} material
   */
  constructor(tubes, material) {
    this.tubes = tubes;
    this.paint = new PaintTable(tubes.parts.length);
    /** The shared points, of which each mesh draws some. */
    this.points = geometryOf(tubes);
    /** @type {Set<string>} ids of the lit nerves */
    this.lit = new Set();
    this.level = /** @type {Level} */ ("fine");
    const mesh = (fragment, order, uniforms, settings) => {
      const pixels = { leastPixels: { value: LEAST }, leastLit: { value: LEAST_LIT }, margin: { value: 0 } };
      const own = material(fragment, { ...pixels, fibres: { value: 0 }, ...uniforms }, settings);
      const made = unboundMesh(new BufferGeometry(), withPaint(own, this.paint, OCCLUSION.nerves));
      made.renderOrder = order;
      return made;
    };
    this.rest = mesh(SURFACE_FRAGMENT, ORDER.nerves, {}, {});
    this.casing = mesh(CASING_FRAGMENT, ORDER.casing, { margin: { value: CASING_PIXELS } }, { side: BackSide });
    this.path = mesh(PATH_FRAGMENT, ORDER.path, {}, {});
    this.hidden = mesh(PATH_FRAGMENT, ORDER.hidden, {}, THROUGH_SETTINGS);
    this.hidden.material.uniforms.opacity.value = THROUGH;
    this.meshes = [this.rest, this.casing, this.path, this.hidden];
    this.#setCorners();
  }

  /** Which nerves are lit. @param {Set<string>} ids */
  light(ids) {
    this.lit = ids;
    this.#setCorners();
  }

  /** Which triangles are drawn. @param {Level} level */
  show(level) {
    if (level === this.level) return;
    this.level = level;
    this.#setCorners();
  }

  #setCorners() {
    const { parts, corners } = this.tubes;
    const geometry = (/** @type {boolean} */ isLit) => {
      const shown = parts.filter((id) => this.lit.has(id) === isLit);
      return withCorners(this.points, new Uint32Array(shown.flatMap((id) => corners.get(id)[this.level])));
    };
    this.rest.geometry.dispose();
    this.path.geometry.dispose();
    this.rest.geometry = geometry(false);
    this.casing.geometry = this.path.geometry = this.hidden.geometry = geometry(true);
  }

  /** Of the nerves that are not lit. @param {number} opacity */
  setOpacity(opacity) {
    const { material } = this.rest;
    material.uniforms.opacity.value = opacity;
    material.transparent = opacity < WHOLE;
    material.visible = opacity > SEEN;
  }

  /** @param {boolean} isCut  whether a cross-section shows the inside of the nerves */
  showInside(isCut) {
    this.rest.material.side = this.path.material.side = isCut ? DoubleSide : FrontSide;
  }
}
