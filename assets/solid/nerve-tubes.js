// Sweeps tubes along the courses of nerves. A tube keeps its centre line, so that a shader can give it a least width.
import { cross, dot, minus, unit } from "./vectors.js";

import { LEVELS } from "./detail.js";

/** @import { Level } from "./detail.js" */

const SIDES = 6;
/**
 * Level of detail → how many rings and how many sides are taken as one.
 * @type {Record<Level, [rings: number, sides: number]>}
 */
const STEPS = { fine: [1, 1], middle: [3, 1], coarse: [5, 2] };

/**
 * @typedef {object} Tubes
 * @property {string[]} parts  ids; `info` has their positions
 * @property {Float32Array} points  of the centre line, in metres
 * @property {Float32Array} normals  unit vectors away from it
 * @property {Float32Array} thickness  radius in metres and way from the spinal cord in millimetres
 * @property {Uint8Array} info  part, 255, depth below the skin in millimetres, 0
 * @property {Map<string, Record<Level, number[]>>} corners  id → those of its triangles at each level of detail
 */

/** A direction across the line at each sample, which turns as little as possible from sample to sample. */
function frames(points) {
  let side = [1, 0, 0];
  return points.map((_, n) => {
    const ahead = unit(minus(points[Math.min(n + 1, points.length - 1)], points[Math.max(n - 1, 0)]));
    if (Math.abs(dot(side, ahead)) > 0.95) side = [0, 0, 1];
    side = unit(side.map((value, axis) => value - dot(side, ahead) * ahead[axis]));
    return [side, cross(ahead, side)];
  });
}

/** Corners of the triangles between rings, in steps. */
function shell(start, rings, step, stepAround) {
  const faces = [];
  const stops = Array.from({ length: Math.ceil((rings - 1) / step) }, (_, n) => n * step);
  for (const ring of stops)
    for (let side = 0; side < SIDES; side += stepAround) {
      const next = Math.min(ring + step, rings - 1);
      const [a, b] = [ring, next].map((at) => start + at * SIDES + side);
      const [c, d] = [ring, next].map((at) => start + at * SIDES + ((side + stepAround) % SIDES));
      faces.push(a, c, b, b, c, d);
    }
  return faces;
}

/**
 * @param {import("./mesh-data.js").Course[]} courses
 * @returns {Tubes}
 */
export function sweep(courses) {
  const parts = [...new Set(courses.map(({ of }) => of))];
  const [points, normals, thickness, info] = [[], [], [], []];
  const corners = new Map(parts.map((id) => [id, { fine: [], middle: [], coarse: [] }]));
  for (const course of courses) {
    const part = parts.indexOf(course.of);
    const start = points.length / 3;
    for (const [n, [side, up]] of frames(course.points).entries())
      for (let corner = 0; corner < SIDES; corner += 1) {
        const angle = (2 * Math.PI * corner) / SIDES;
        points.push(...course.points[n]);
        normals.push(...side.map((value, axis) => value * Math.cos(angle) + up[axis] * Math.sin(angle)));
        thickness.push(course.radius[n], course.along[n]);
        info.push(part, 255, Math.min(255, Math.round(course.depth[n] * 1000)), 0);
      }
    const own = corners.get(course.of);
    for (const level of LEVELS) own[level].push(...shell(start, course.points.length, ...STEPS[level]));
  }
  return {
    parts,
    points: new Float32Array(points),
    normals: new Float32Array(normals),
    thickness: new Float32Array(thickness),
    info: new Uint8Array(info),
    corners,
  };
}
