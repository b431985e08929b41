// The mesh file as numbers: lengths in metres, places from steps, corners from their packed order.
import { cross } from "./picking.js";

function places(lists, unit) {
  return lists.map((steps) => {
    let at = 0;
    return steps.map((step) => (at += step) * unit);
  });
}

function triangles(packed) {
  const faces = [];
  let next = 0;
  let face = [];
  for (const back of packed) {
    face.push(next - back);
    if (back === 0) next += 1;
    if (face.length === 3) {
      faces.push(face);
      face = [];
    }
  }
  return faces;
}

export function unpack({ unit, patches, bones, nerves, sites, looks }) {
  const skin = patches.map(({ points }) => places(points, unit));
  const bounds = [0, 1, 2].map((axis) => {
    const all = skin.flatMap((lists) => lists[axis]);
    return [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  });
  const solid = ({ id, name, points, faces }) => ({ id, name, points: places(points, unit), faces: triangles(faces) });
  return {
    bounds,
    patches: patches.map(solid),
    bones: bones.map(solid),
    nerves: nerves.map(({ id, points }) => ({ id, points: places(points, unit) })),
    sites: sites.map(({ id, at }) => ({ id, at: at.map((step) => step * unit) })),
    looks: looks.map(({ id, right, up, at, reach }) => ({ id, eye: cross(right, up), up, at, reach })),
  };
}
