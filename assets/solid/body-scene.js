// The body as objects of three.js: skin, muscles, bones and nerves, how they are painted, and what covers what.
import { BackSide, DoubleSide, FrontSide, GLSL3, Group, ShaderMaterial, Vector3, Vector4 } from "three";
import { addShadow } from "./floor-shadow.js";
import { LayerMeshes, SEEN, THROUGH, THROUGH_SETTINGS, WHOLE } from "./layer-meshes.js";
import { NerveMeshes } from "./nerve-meshes.js";
import { Posture } from "./posture.js";
import {
  COVERED_FRAGMENT,
  ID_FRAGMENT,
  SKIN_FRAGMENT,
  SURFACE_FRAGMENT,
  SURFACE_VERTEX,
  TUBE_VERTEX,
} from "./shaders.js";

/** @import { Mesh } from "three" */
/** @import { Level } from "./detail.js" */
/** @import { Layer } from "./mesh-data.js" */
/** @import { Tubes } from "./nerve-tubes.js" */

/** Layer → its opacity when the view is opened. */
export const OPACITIES = { skin: 0.2, muscles: 1, bones: 1, nerves: 1 };

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
  wash: { value: 1 },
  casing: { value: new Vector3(0.1, 0.07, 0.01) },
  pulse: { value: -1 },
  spark: { value: new Vector3(1, 1, 1) },
  metresPerPixel: { value: 0.001 },
  darkness: { value: 0.3 },
});

export class BodyScene {
  constructor() {
    this.uniforms = sharedUniforms();
    this.root = new Group();
    /** @type {Map<string, LayerMeshes>} */
    this.layers = new Map();
    this.opacities = { ...OPACITIES };
    /** @type {number | null} height of the cross-section in metres */
    this.cutAt = null;
    this.level = /** @type {Level} */ ("fine");
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
    if (name === "muscles") {
      meshes.addCovered(this.#material(SURFACE_VERTEX, COVERED_FRAGMENT, {}, THROUGH_SETTINGS), THROUGH);
      this.root.add(meshes.covered);
    }
    if (isSkin) this.shadow = addShadow(this.root, meshes, this.uniforms);
    if (this.cutAt !== null) this.cut(this.cutAt);
    this.applyOpacities();
    this.show(this.level);
  }

  /** @param {Tubes} tubes */
  addNerves(tubes) {
    this.nerves = new NerveMeshes(tubes, (fragment, uniforms, settings) =>
      this.#material(TUBE_VERTEX, fragment, uniforms, settings),
    );
    this.root.add(...this.nerves.meshes);
  }

  /**
   * Adds the joints that move the body.
   * @param {Record<string, any>[]} joints  as in the mesh file
   * @param {number} unit  metres
   */
  addJoints(joints, unit) {
    this.posture = new Posture(this, joints, unit);
  }

  /** Where a place of the standing body, in metres, is now. @param {number[]} place */
  placed(place) {
    return this.posture?.placed(place) ?? place;
  }

  /** Which triangles are drawn. @param {Level} level */
  show(level) {
    this.level = level;
    for (const layer of this.layers.values()) layer.show(level);
    this.shadow?.show(level);
    this.nerves?.show(level);
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
        material.visible = opacity > SEEN || name === "skin";
        const isWhole = opacity >= WHOLE;
        material.transparent = !isWhole || name === "skin";
        material.depthWrite = name === "skin" ? isWhole : true;
      }
    this.nerves?.setOpacity(nerves);
  }

  /** Draws nothing above a height of the standing body. @param {number | null} height  metres; null for no cross-section */
  cut(height) {
    this.cutAt = height;
    const plane = height !== null;
    this.uniforms.cut.value.fromArray(plane ? [0, 1, 0, height] : [0, 0, 0, 1]);
    for (const { meshes, layer } of this.layers.values())
      for (const { material } of meshes) material.side = plane && layer.name !== "skin" ? DoubleSide : FrontSide;
    this.nerves?.showInside(plane);
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
    const { rest, path } = this.nerves;
    add("nerves", rest, TUBE_VERTEX);
    add("path", path, TUBE_VERTEX, { depthTest: false });
    this.idMaterials.get(path).uniforms.peel = { value: 0 }; // it is drawn however deep the body is peeled
    return found;
  }

  /** Ids of the parts of what `targets` calls by this name. */
  partsOf(name) {
    return name === "nerves" || name === "path"
      ? this.nerves.tubes.parts
      : this.layers.get(name).layer.parts.map(({ id }) => id);
  }

  /** @param {number} height  of the canvas in pixels @param {number} field  degrees */
  setScale(height, field) {
    this.uniforms.metresPerPixel.value = (2 * Math.tan((field * Math.PI) / 360)) / height;
  }
}
