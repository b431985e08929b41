// One layer of the body as meshes of three.js: both sides, each at every level of detail.
import { BufferAttribute, BufferGeometry, GreaterDepth, SkinnedMesh, Sphere } from "three";
import { LEVELS } from "./detail.js";
import { PaintTable } from "./paint-table.js";

/** @import { ShaderMaterial } from "three" */
/** @import { Level } from "./detail.js" */
/** @import { Layer } from "./mesh-data.js" */

/** Up to this opacity nothing is seen; from `WHOLE` on a layer hides what lies behind it. */
export const SEEN = 0.02;
export const WHOLE = 0.98;
/** The opacity of what shows through what covers it, and how its material is drawn. */
export const THROUGH = 0.5;
export const THROUGH_SETTINGS = { transparent: true, depthFunc: GreaterDepth, depthWrite: false };
/** What is drawn after what. */
export const ORDER = {
  shadow: -1,
  bones: 0,
  sac: 1,
  nerves: 2,
  muscles: 4,
  covered: 5,
  casing: 6,
  path: 7,
  hidden: 8,
  skin: 9,
};
/** How much neighbours darken a layer; the bones of the other side have no muscles around them, so they are darkened less. */
export const OCCLUSION = { skin: 1, muscles: 1, bones: 0.5, sac: 0.3, nerves: 0.3, other: 0.15 };

/** @param {Layer} layer */
function geometryOf({ points, normals, info }) {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(points, 3));
  geometry.setAttribute("normal", new BufferAttribute(normals, 4, true));
  geometry.setAttribute("info", new BufferAttribute(info, 4));
  return geometry;
}

/** A geometry with the same points and other triangles. */
export function withCorners(geometry, corners) {
  const own = new BufferGeometry();
  for (const [name, attribute] of Object.entries(geometry.attributes)) own.setAttribute(name, attribute);
  own.setIndex(new BufferAttribute(corners, 1));
  own.boundingSphere = geometry.boundingSphere;
  return own;
}

/**
 * A mesh that can be bound to joints, which posture.js does when it is needed. It is drawn wherever it is.
 * @param {BufferGeometry} geometry
 * @param {ShaderMaterial} material
 */
export function unboundMesh(geometry, material) {
  const mesh = new SkinnedMesh(geometry, material);
  Object.assign(mesh, { isSkinnedMesh: false, frustumCulled: false, boundingSphere: new Sphere() });
  return mesh;
}

/**
 * Moves a place of the standing body as a point of a mesh has moved with its joints.
 * @param {import("three").SkinnedMesh} mesh
 * @param {number} point  its number
 * @param {import("three").Vector3} place  is changed
 */
export const moveWith = (mesh, point, place) => (mesh.isSkinnedMesh ? mesh.applyBoneTransform(point, place) : place);

/** One layer: its meshes of both sides, at each level of detail. */
export class LayerMeshes {
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
        Object.fromEntries(LEVELS.map((level) => [level, withCorners(points, layer[level])]))
      );
    this.geometries = geometries();
    this.otherGeometries = geometries();
    for (const level of LEVELS) {
      const paired = layer.parts.filter((part) => part.paired).reduce((count, part) => count + part[level], 0);
      this.otherGeometries[level].setDrawRange(0, paired);
    }
    this.material = withPaint(material, this.paint, OCCLUSION[name]);
    this.mesh = unboundMesh(this.geometries.fine, this.material);
    this.meshes = [this.mesh];
    this.mesh.renderOrder = ORDER[name];
    if (hasOtherSide) {
      this.other = unboundMesh(this.otherGeometries.fine, withPaint(material, this.otherPaint, OCCLUSION.other));
      this.other.scale.x = -1;
      this.other.renderOrder = ORDER[name];
      this.meshes.push(this.other);
    }
  }

  /**
   * Adds the mesh of the parts that show through what covers them.
   * @param {ShaderMaterial} material
   * @param {number} opacity
   */
  addCovered(material, opacity) {
    this.covered = unboundMesh(this.geometries.fine, withPaint(material, this.paint, OCCLUSION.other));
    this.covered.material.uniforms.opacity.value = opacity;
    this.covered.renderOrder = ORDER.covered;
    this.covered.visible = false;
  }

  /** @param {Level} level */
  show(level) {
    this.mesh.geometry = this.geometries[level];
    if (this.other) this.other.geometry = this.otherGeometries[level];
    if (this.covered) this.covered.geometry = this.geometries[level];
  }
}

/**
 * The same material with another table of paint. Other uniforms than those set here stay shared.
 * @param {ShaderMaterial} material
 * @param {PaintTable} table
 * @param {number} occlusion
 */
export function withPaint(material, table, occlusion) {
  const own = material.clone();
  const ofLayer = { paint: { value: table.texture }, opacity: { value: 1 }, occlusion: { value: occlusion } };
  own.uniforms = { ...material.uniforms, ...ofLayer };
  return own;
}
