// The parts of the body as they are shown, for a file: hidden ones left out, peeled and cut, each in one plain colour.
import { Vector3 } from "three";
import { asUnit, mixed } from "./colours.js";
import { cutMesh } from "./cut-mesh.js";
import { moveWith, SEEN } from "./layer-meshes.js";
import { METRES_PER_DEPTH } from "./mesh-data.js";
import { FADE, SKIN_TOP } from "./shaders.js";
import { add, dot, minus, scaled, unit } from "./vectors.js";

/** @import { BodyScene } from "./body-scene.js" */
/** @import { CutMesh } from "./cut-mesh.js" */

const LIT_GLASS = 0.7; // how opaque lit skin is where the rest is glass

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
  const turned = corners.map((_, n) => corners[n + [0, 1, -1][n % 3]]);
  return { points: across(points), normals: across(normals), corners: turned };
}

/**
 * Where the points of a mesh are now, and where their normals point.
 * @param {import("three").SkinnedMesh} mesh
 * @param {(point: number) => number[]} standing  where a point is in the standing body
 * @param {(point: number) => number[]} outwards  the direction of its normal there
 */
function placesOf(mesh, standing, outwards) {
  const moved = (/** @type {number} */ point, /** @type {number[]} */ place) =>
    moveWith(mesh, point, new Vector3().fromArray(place)).toArray();
  return {
    place: (/** @type {number} */ point) => moved(point, standing(point)),
    normal: (/** @type {number} */ point) =>
      minus(moved(point, add(standing(point), outwards(point))), moved(point, standing(point))),
  };
}

/** How far a place of the standing body lies below the cross-section. @param {BodyScene} body */
function belowCut({ uniforms }) {
  const { x, y, z, w } = uniforms.cut.value;
  return (/** @type {number[]} */ place) => w - dot(place, [x, y, z]);
}

/** The parts of the layers of skin, muscles, bones and dural sac, with those of the other side. @param {BodyScene} body */
function* layerParts(body) {
  const { uniforms, layers } = body;
  const peel = uniforms.peel.value;
  const top = SKIN_TOP - FADE / 2; // where half of the skin has faded out
  const below = belowCut(body);
  const glass = uniforms.glass.value.toArray().map((part) => part * 255);
  for (const [name, { layer, mesh, material, other, paint, otherPaint }] of layers) {
    const isSkin = name === "skin";
    if (isSkin && peel > 0.5) continue;
    const layerOpacity = material.uniforms.opacity.value;
    const { points, normals, info, fine } = layer;
    const standing = (point) => [points[3 * point], points[3 * point + 1], points[3 * point + 2]];
    const outwards = (point) => unit([normals[4 * point], normals[4 * point + 1], normals[4 * point + 2]]);
    const kept = (point) =>
      Math.min(
        below(standing(point)),
        isSkin ? top - points[3 * point + 1] : (info[4 * point + 2] - peel) * METRES_PER_DEPTH,
      );
    const look = (table, number) => {
      const own = paintOf(table, number);
      return isSkin ? skinPaint(own, layerOpacity, glass) : { ...own, opacity: own.opacity * layerOpacity };
    };
    let start = 0;
    for (const [number, { id, kind, fine: count, paired }] of layer.parts.entries()) {
      const corners = fine.subarray(start, start + count);
      start += count;
      const part = { layer: name, id: id || name, kind };
      const cut = (/** @type {import("three").SkinnedMesh} */ of) => {
        const { place, normal } = placesOf(of, standing, outwards);
        return cutMesh(corners, place, normal, kept);
      };
      yield { ...part, isOther: false, paint: look(paint, number), mesh: cut(mesh) };
      if (other && paired) yield { ...part, isOther: true, paint: look(otherPaint, number), mesh: cut(other) };
    }
  }
}

/** The nerves. A lit one is there however deep the body is peeled. @param {BodyScene} body */
function* nerveParts(body) {
  const { tubes, lit, rest, paint } = body.nerves;
  const { points, normals, thickness, info, corners } = tubes;
  const peel = body.uniforms.peel.value;
  const below = belowCut(body);
  const middle = (point) => [...points.subarray(3 * point, 3 * point + 3)];
  const outwards = (point) => [...normals.subarray(3 * point, 3 * point + 3)];
  const standing = (point) => add(middle(point), scaled(outwards(point), thickness[2 * point]));
  const { place, normal } = placesOf(rest, standing, outwards);
  for (const [number, id] of tubes.parts.entries()) {
    const isLit = lit.has(id);
    const kept = (point) => {
      const within = below(middle(point));
      return isLit ? within : Math.min(within, (info[4 * point + 2] - peel) * METRES_PER_DEPTH);
    };
    const own = paintOf(paint, number);
    const look = { ...own, opacity: isLit ? 1 : own.opacity * body.opacities.nerves };
    const mesh = cutMesh(corners.get(id).fine, place, normal, kept);
    yield { layer: "nerves", id, kind: "nerve", isOther: false, paint: look, mesh };
  }
}

/**
 * @param {BodyScene} body
 * @returns {ModelPart[]}
 */
export function modelParts(body) {
  const isMirrored = body.root.scale.x < 0;
  return [...layerParts(body), ...nerveParts(body)]
    .filter(({ paint, mesh }) => paint.opacity >= SEEN && mesh.corners.length)
    .map(({ paint: { colour, opacity }, mesh, ...part }) => {
      const placed = isMirrored === part.isOther ? mesh : mirrored(mesh);
      return { ...part, colour: asUnit(colour), opacity, mesh: placed };
    });
}
