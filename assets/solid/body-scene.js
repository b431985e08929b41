// The body as objects of three.js: skin, muscles, bones and nerves, how they are painted, and what covers what.
import {
  BackSide,
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  FrontSide,
  GLSL3,
  GreaterDepth,
  Group,
  Mesh,
  ShaderMaterial,
  Vector3,
  Vector4,
} from "three";
import { LEVELS } from "./detail.js";
import { PaintTable } from "./paint-table.js";
import {
  CASING_FRAGMENT,
  ID_FRAGMENT,
  PATH_FRAGMENT,
  SKIN_FRAGMENT,
  SURFACE_FRAGMENT,
  SURFACE_VERTEX,
  TUBE_VERTEX,
} from "./shaders.js";

/** @import { Level } from "./detail.js" */
/** @import { Layer } from "./mesh-data.js" */
/** @import { Tubes } from "./nerve-tubes.js" */

/** Layer → its opacity when the view is opened. */
export const OPACITIES = { skin: 0.2, muscles: 1, bones: 1, nerves: 1 };
/** What is drawn after what. */
const ORDER = { bones: 0, sac: 1, nerves: 2, muscles: 4, casing: 6, path: 7, hidden: 8, skin: 9 };
const CASING_PIXELS = 1.3;
const THROUGH = 0.5; // opacity of a lit nerve behind what covers it
/** How much neighbours darken a layer; what the other side lacks does not darken its bones. */
const OCCLUSION = { skin: 1, muscles: 1, bones: 0.5, sac: 0.3, nerves: 0.3, other: 0.15 };
const WHOLE = 0.98; // from this opacity on a layer hides what lies behind it

/** Values that every shader reads; all materials share these objects. */
const sharedUniforms = () => ({
  cut: { value: new Vector4(0, 0, 0, 1) },
  peel: { value: 0 },
  rim: { value: new Vector3(1, 1, 1) },
  shade: { value: new Vector3(0.62, 0.42, 0.42) },
  tendon: { value: new Vector3(0.92, 0.89, 0.82) },
  glass: { value: new Vector3(0.87, 0.76, 0.68) },
  face: { value: 0.08 },
  edge: { value: 0.74 },
  top: { value: 1.3 },
  casing: { value: new Vector3(0.1, 0.07, 0.01) },
  pulse: { value: -1 },
  spark: { value: new Vector3(1, 1, 1) },
  metresPerPixel: { value: 0.001 },
});

/** @param {Layer} layer */
function geometryOf({ points, normals, info }) {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(points, 3));
  geometry.setAttribute("normal", new BufferAttribute(normals, 4, true));
  geometry.setAttribute("info", new BufferAttribute(info, 4));
  return geometry;
}

/** A geometry over the same points with other triangles. */
function over(geometry, corners) {
  const own = new BufferGeometry();
  for (const [name, attribute] of Object.entries(geometry.attributes)) own.setAttribute(name, attribute);
  own.setIndex(new BufferAttribute(corners, 1));
  own.boundingSphere = geometry.boundingSphere;
  return own;
}

/** One layer: its meshes of both sides, at each level of detail. */
class LayerMeshes {
  /**
   * @param {string} name
   * @param {Layer} layer
   * @param {ShaderMaterial} material
   * @param {boolean} hasOtherSide  whether paired parts are shown on the other side too
   */
  constructor(name, layer, material, hasOtherSide) {
    this.layer = layer;
    this.paint = new PaintTable(layer.parts.length);
    this.otherPaint = new PaintTable(layer.parts.length);
    const points = geometryOf(layer);
    points.computeBoundingSphere();
    const geometries = () =>
      /** @type {Record<Level, BufferGeometry>} */ (
        Object.fromEntries(LEVELS.map((level) => [level, over(points, layer[level])]))
      );
    this.geometries = geometries();
    this.otherGeometries = geometries();
    for (const level of LEVELS) {
      const paired = layer.parts.filter((part) => part.paired).reduce((count, part) => count + part[level], 0);
      this.otherGeometries[level].setDrawRange(0, paired);
    }
    this.material = withPaint(material, this.paint, OCCLUSION[name]);
    this.mesh = new Mesh(this.geometries.fine, this.material);
    this.meshes = [this.mesh];
    this.mesh.renderOrder = ORDER[name];
    if (hasOtherSide) {
      this.other = new Mesh(this.otherGeometries.fine, withPaint(material, this.otherPaint, OCCLUSION.other));
      this.other.scale.x = -1;
      this.other.renderOrder = ORDER[name];
      this.meshes.push(this.other);
    }
    for (const mesh of this.meshes) mesh.frustumCulled = false;
  }

  /** @param {Level} level */
  show(level) {
    this.mesh.geometry = this.geometries[level];
    if (this.other) this.other.geometry = this.otherGeometries[level];
  }
}

/**
 * The same material with another table of paint. Other uniforms than those set here stay shared.
 * @param {ShaderMaterial} material
 * @param {PaintTable} table
 * @param {number} occlusion
 */
function withPaint(material, table, occlusion) {
  const own = material.clone();
  const of = { paint: { value: table.texture }, opacity: { value: 1 }, occlusion: { value: occlusion } };
  own.uniforms = { ...material.uniforms, ...of };
  return own;
}

export class BodyScene {
  constructor() {
    this.uniforms = sharedUniforms();
    this.root = new Group();
    /** @type {Map<string, LayerMeshes>} */
    this.layers = new Map();
    this.opacities = { ...OPACITIES };
    this.level = /** @type {Level} */ ("fine");
    /** @type {Set<string>} ids of the lit nerves */
    this.lit = new Set();
    /** @type {Map<Mesh, ShaderMaterial>} */
    this.idMaterials = new Map();
  }

  #material(vertexShader, fragmentShader, uniforms = {}, settings = {}) {
    return new ShaderMaterial({
      glslVersion: GLSL3,
      vertexShader,
      fragmentShader,
      uniforms: { ...this.uniforms, paint: { value: null }, opacity: { value: 1 }, ...uniforms },
      ...settings,
    });
  }

  /** @param {Layer} layer */
  addLayer(layer) {
    const isSkin = layer.name === "skin";
    const material = isSkin
      ? this.#material(SURFACE_VERTEX, SKIN_FRAGMENT, {}, { transparent: true, depthWrite: false })
      : this.#material(SURFACE_VERTEX, SURFACE_FRAGMENT, { fibres: { value: layer.name === "muscles" ? 1 : 0 } });
    const { name } = layer;
    const meshes = new LayerMeshes(name, layer, material, isSkin || layer.name === "bones");
    this.layers.set(name, meshes);
    this.root.add(...meshes.meshes);
    this.applyOpacities();
    this.show(this.level);
  }

  /** @param {Tubes} tubes */
  addNerves(tubes) {
    this.tubes = tubes;
    this.nervePaint = new PaintTable(tubes.parts.length);
    const points = new BufferGeometry();
    points.setAttribute("position", new BufferAttribute(tubes.points, 3));
    points.setAttribute("normal", new BufferAttribute(tubes.normals, 3));
    points.setAttribute("info", new BufferAttribute(tubes.info, 4));
    points.setAttribute("thickness", new BufferAttribute(tubes.thickness, 2));
    this.tubePoints = points;
    const tube = (fragment, own, settings) => {
      const pixels = { leastPixels: { value: 0.75 }, leastLit: { value: 2.2 }, margin: { value: 0 } };
      const uniforms = { ...pixels, fibres: { value: 0 }, ...own };
      const material = withPaint(
        this.#material(TUBE_VERTEX, fragment, uniforms, settings),
        this.nervePaint,
        OCCLUSION.nerves,
      );
      const mesh = new Mesh(new BufferGeometry(), material);
      mesh.frustumCulled = false;
      this.root.add(mesh);
      return mesh;
    };
    this.nerves = tube(SURFACE_FRAGMENT, {}, {});
    this.casing = tube(CASING_FRAGMENT, { margin: { value: CASING_PIXELS } }, { side: BackSide });
    this.path = tube(PATH_FRAGMENT, {}, {});
    const through = { transparent: true, depthFunc: GreaterDepth, depthWrite: false };
    this.hidden = tube(PATH_FRAGMENT, {}, through);
    this.hidden.material.uniforms.opacity.value = THROUGH;
    for (const name of /** @type {const} */ (["nerves", "casing", "path", "hidden"]))
      this[name].renderOrder = ORDER[name];
    this.#setTubeFaces();
  }

  /** Which nerves are lit. @param {Set<string>} ids */
  light(ids) {
    this.lit = ids;
    this.#setTubeFaces();
  }

  #setTubeFaces() {
    const { parts, corners: of } = this.tubes;
    const corners = (wanted) => new Uint32Array(parts.filter(wanted).flatMap((id) => of.get(id)[this.level]));
    const lit = over(
      this.tubePoints,
      corners((id) => this.lit.has(id)),
    );
    const rest = over(
      this.tubePoints,
      corners((id) => !this.lit.has(id)),
    );
    this.nerves.geometry.dispose();
    this.path.geometry.dispose();
    this.nerves.geometry = rest;
    this.casing.geometry = this.path.geometry = this.hidden.geometry = lit;
  }

  /** Which triangles are drawn. @param {Level} level */
  show(level) {
    const isOther = level !== this.level;
    this.level = level;
    for (const layer of this.layers.values()) layer.show(level);
    if (isOther && this.tubes) this.#setTubeFaces();
  }

  /** Mirrors the body for the other side. @param {boolean} isMirrored */
  mirror(isMirrored) {
    this.root.scale.x = isMirrored ? -1 : 1;
    this.root.updateMatrixWorld(true);
  }

  applyOpacities() {
    const { skin, muscles, bones, nerves } = this.opacities;
    const own = { skin, muscles, bones, sac: nerves };
    for (const [name, { meshes }] of this.layers)
      for (const { material } of meshes) {
        const opacity = own[name];
        material.uniforms.opacity.value = opacity;
        material.visible = opacity > 0.02 || name === "skin";
        const isWhole = opacity >= WHOLE;
        material.transparent = !isWhole || name === "skin";
        material.depthWrite = name === "skin" ? isWhole : true;
      }
    if (this.nerves) {
      this.nerves.material.uniforms.opacity.value = nerves;
      this.nerves.material.transparent = nerves < WHOLE;
      this.nerves.material.visible = nerves > 0.02;
    }
  }

  /** A plane beyond which nothing is drawn; null for none. @param {number[] | null} plane  x, y, z and its distance */
  cut(plane) {
    this.uniforms.cut.value.fromArray(plane ?? [0, 0, 0, 1]);
    for (const { meshes, layer } of this.layers.values())
      for (const { material } of meshes) material.side = plane && layer.name !== "skin" ? DoubleSide : FrontSide;
    this.nerves.material.side = this.path.material.side = plane ? DoubleSide : FrontSide;
  }

  /**
   * The objects that a pointer can hit, with materials that paint their numbers. Layer 0 is nothing.
   * @returns {{name: string, mesh: Mesh, material: ShaderMaterial}[]}
   */
  targets() {
    const found = [];
    const add = (name, mesh, vertex, settings = {}) => {
      if (!this.idMaterials.has(mesh)) {
        const own = { ...mesh.material.uniforms, layer: { value: 0 } };
        const material = new ShaderMaterial({
          glslVersion: GLSL3,
          vertexShader: vertex,
          fragmentShader: ID_FRAGMENT,
          uniforms: own,
          ...settings,
        });
        this.idMaterials.set(mesh, material);
      }
      const material = this.idMaterials.get(mesh);
      material.side = mesh.material.side === BackSide ? FrontSide : mesh.material.side;
      found.push({ name, mesh, material });
    };
    for (const [name, { mesh }] of this.layers) add(name, mesh, SURFACE_VERTEX);
    add("nerves", this.nerves, TUBE_VERTEX);
    add("path", this.path, TUBE_VERTEX, { depthTest: false });
    this.idMaterials.get(this.path).uniforms.peel = { value: 0 }; // it is drawn however deep the body is peeled
    return found;
  }

  /** Ids of the parts of what `targets` calls by this name. */
  partsOf(name) {
    return name === "nerves" || name === "path"
      ? this.tubes.parts
      : this.layers.get(name).layer.parts.map(({ id }) => id);
  }

  /** @param {number} height  of the canvas in pixels @param {number} field  degrees */
  setScale(height, field) {
    this.uniforms.metresPerPixel.value = (2 * Math.tan((field * Math.PI) / 360)) / height;
  }
}
