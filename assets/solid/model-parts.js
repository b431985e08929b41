// The parts of the body as they are shown, for a file: hidden ones left out, peeled and cut, each in one plain colour.
import { vertexOf } from "./layer-meshes.js";
import { Vector3 } from "three";
import { asUnit, mixed } from "./colours.js";
import { cutMesh } from "./cut-mesh.js";

/** @import { BodyScene } from "./body-scene.js" */
/** @import { CutMesh } from "./cut-mesh.js" */

const SEEN = 0.02; // less opaque parts are hidden
const LIT_GLASS = 0.7; // how opaque lit skin is where the rest is glass
const FADE = 0.065; // metres below its top where half of the skin has faded out

/**
 * A part of the model.
 * @typedef {object} ModelPart
 * @property {string} layer
 * @property {string} id  that of a node or bone; "skin" for skin without a territory
 * @property {string} kind
 * @property {boolean} isOther  whether it lies on the side without colours
 * @property {number[]} colour  red, green and blue from 0 to 1, as on the screen
 * @property {number} opacity  0 to 1
 * @property {CutMesh} mesh
 */

/** What a table of paint says of a part. @param {import("./paint-table.js").PaintTable} table @param {number} part */
function paintOf({ data, count }, part) {
  const [red, green, blue, alpha] = data.subarray(4 * part, 4 * part + 4);
  return { colour: [red, green, blue], opacity: alpha / 255, isLit: data[8 * count + 4 * part] > 0 };
}

/** How the shader of the skin paints it, seen from the front: glass, unless it is lit or opaque. */
function skinPaint({ colour, opacity, isLit }, layerOpacity, glass) {
  const covers = Math.max(layerOpacity, isLit ? LIT_GLASS : 0) * opacity;
  const tint = isLit ? 1 : Math.min(1, Math.max(0, (layerOpacity - 0.1) / 0.5));
  return { colour: mixed(glass, colour, tint), opacity: covers };
}

/** The mirror image has its corners in the other order, so that it still faces outwards. */
function mirrored({ points, normals, corners }) {
  const across = (numbers) => numbers.map((number, n) => (n % 3 ? number : -number));
  const turned = corners.map((_, n) => corners[n % 3 ? n - (n % 3) + 3 - (n % 3) : n]);
  return { points: across(points), normals: across(normals), corners: turned };
}

/**
 * @param {BodyScene} body
 * @returns {ModelPart[]}
 */
export function modelParts(body) {
  const { uniforms, layers, tubes, root } = body;
  const { x, y, z, w } = uniforms.cut.value;
  const [peel, top] = [uniforms.peel.value, uniforms.top.value - FADE];
  const glass = uniforms.glass.value.toArray().map((part) => part * 255);
  const isMirrored = root.scale.x < 0;
  /** @type {ModelPart[]} */
  const found = [];
  const add = (part, mesh, paint, isOther) => {
    if (paint.opacity < SEEN || !mesh.corners.length) return;
    const placed = isMirrored === isOther ? mesh : mirrored(mesh);
    found.push({ ...part, isOther, colour: asUnit(paint.colour), opacity: paint.opacity, mesh: placed });
  };

  for (const [name, { layer, mesh, material, other, paint, otherPaint }] of layers) {
    const isSkin = name === "skin";
    const layerOpacity = material.uniforms.opacity.value;
    const { points, normals, info, fine } = layer;
    const at = new Vector3();
    const place = (point) => vertexOf(mesh, point, at).toArray();
    const normal = (point) => [0, 1, 2].map((axis) => normals[4 * point + axis]);
    const value = (point) => {
      const [px, py, pz] = [0, 1, 2].map((axis) => points[3 * point + axis]);
      const within = w - (px * x + py * y + pz * z);
      return Math.min(within, isSkin ? top - py : (info[4 * point + 2] - peel) / 1000);
    };
    let start = 0;
    for (const [number, { id, kind, fine: count, paired }] of layer.parts.entries()) {
      const corners = fine.subarray(start, start + count);
      start += count;
      const look = (table) => {
        const own = paintOf(table, number);
        return isSkin ? skinPaint(own, layerOpacity, glass) : { ...own, opacity: own.opacity * layerOpacity };
      };
      if (isSkin && peel > 0.5) continue;
      const part = { layer: name, id: id || name, kind };
      const cut = cutMesh(corners, place, normal, value);
      add(part, cut, look(paint), false);
      if (other && paired) add(part, cut, look(otherPaint), true);
    }
  }

  const along = new Vector3();
  const place = (point) => {
    const radius = tubes.thickness[2 * point];
    vertexOf(body.nerves, point, along);
    return along.toArray().map((middle, axis) => middle + radius * tubes.normals[3 * point + axis]);
  };
  const normal = (point) => [...tubes.normals.subarray(3 * point, 3 * point + 3)];
  for (const [number, id] of tubes.parts.entries()) {
    const isLit = body.lit.has(id);
    const value = (point) => {
      const [px, py, pz] = tubes.points.subarray(3 * point, 3 * point + 3);
      const within = w - (px * x + py * y + pz * z);
      return isLit ? within : Math.min(within, (tubes.info[4 * point + 2] - peel) / 1000);
    };
    const own = paintOf(body.nervePaint, number);
    const opacity = isLit ? 1 : own.opacity * body.opacities.nerves;
    const part = { layer: "nerves", id, kind: "nerve" };
    add(part, cutMesh(tubes.corners.get(id).fine, place, normal, value), { ...own, opacity }, false);
  }
  return found;
}
