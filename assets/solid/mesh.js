// Unpacks the mesh bundle: coordinates in metres from differences, faces from their packed order of corners.
import { cross } from "./picking.js";

/**
 * @typedef {object} Mesh
 * @property {string} id
 * @property {string} name
 * @property {number[][]} points  x, y and z of all points, in metres
 * @property {number[][]} faces  each is the positions of its three corners
 */

function coordinates(axes, unit) {
  return axes.map((differences) => {
    let at = 0;
    return differences.map((step) => (at += step) * unit);
  });
}

/** A corner is packed as its distance back from the next new point; 0 is that point itself. */
function unpackFaces(packed) {
  const faces = [];
  let next = 0;
  let face = [];
  for (const distance of packed) {
    face.push(next - distance);
    if (distance === 0) next += 1;
    if (face.length === 3) {
      faces.push(face);
      face = [];
    }
  }
  return faces;
}

/** @returns {import("./camera.js").Bounds} */
function boundsOf(axesOfMeshes) {
  return [0, 1, 2].map((axis) => {
    const all = axesOfMeshes.flatMap((axes) => axes[axis]);
    return [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  });
}

const negated = (axis) => axis.map((x) => -x);
const mirroredPoints = ([x, y, z]) => [negated(x), y, z];

/**
 * The mirror image of a limb, for the other side of the body. Faces keep their outer side.
 * @param {ReturnType<typeof unpack>} limb
 * @returns {ReturnType<typeof unpack>}
 */
export function mirrored({ bounds: [[low, high], ...others], patches, bones, nerves, sites, views }) {
  const mesh = ({ points, faces, ...own }) => ({
    ...own,
    points: mirroredPoints(points),
    faces: faces.map(([a, b, c]) => [a, c, b]),
  });
  const across = ([x, ...rest]) => [-x, ...rest];
  return {
    bounds: [[-high, -low], ...others],
    patches: patches.map(mesh),
    bones: bones.map(mesh),
    nerves: nerves.map(({ points, ...own }) => ({ ...own, points: mirroredPoints(points) })),
    sites: sites.map(({ at, ...own }) => ({ ...own, at: across(at) })),
    views: views.map(({ eye, up, at, ...own }) => ({ ...own, eye: across(eye), up: across(up), at: across(at) })),
  };
}

/**
 * @param {Record<string, any>} bundle  of atlas/web/bundles/solid.py; lengths are in multiples of `unit` metres
 */
export function unpack({ unit, patches, bones, nerves, sites, looks }) {
  /** @returns {Mesh} */
  const mesh = ({ id, name, points, faces }) => ({
    id,
    name,
    points: coordinates(points, unit),
    faces: unpackFaces(faces),
  });
  const skin = patches.map(mesh);
  return {
    bounds: boundsOf(skin.map(({ points }) => points)),
    patches: skin,
    bones: bones.map(mesh),
    nerves: nerves.map(({ id, points }) => ({ id, points: coordinates(points, unit) })),
    sites: sites.map(({ id, at }) => ({ id, at: at.map((step) => step * unit) })),
    views: looks.map(({ id, right, up, at, reach }) => ({ id, eye: cross(right, up), up, at, reach })),
  };
}
