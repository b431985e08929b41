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

/** Cosine and sine of the angle at which each line of a tube lies. */
const AROUND = Array.from({ length: SIDES }, (_, side) => {
  const angle = (2 * Math.PI * side) / SIDES;
  return [Math.cos(angle), Math.sin(angle)];
});

/**
 * @param {import("./mesh-data.js").Course[]} courses
 * @returns {Tubes}
 */
export function sweep(courses) {
  const parts = [...new Set(courses.map(({ of }) => of))];
  const count = SIDES * courses.reduce((sum, { points }) => sum + points.length, 0);
  const [points, normals] = [new Float32Array(3 * count), new Float32Array(3 * count)];
  const [thickness, info] = [new Float32Array(2 * count), new Uint8Array(4 * count)];
  const corners = new Map(parts.map((id) => [id, { fine: [], middle: [], coarse: [] }]));
  let at = 0;
  for (const course of courses) {
    const part = parts.indexOf(course.of);
    const own = corners.get(course.of);
    for (const level of LEVELS) own[level].push(...shell(at, course.points.length, ...STEPS[level]));
    for (const [n, [side, up]] of frames(course.points).entries())
      for (const [cosine, sine] of AROUND) {
        for (let axis = 0; axis < 3; axis += 1) {
          points[3 * at + axis] = course.points[n][axis];
          normals[3 * at + axis] = side[axis] * cosine + up[axis] * sine;
        }
        thickness[2 * at] = course.radius[n];
        thickness[2 * at + 1] = course.along[n];
        info[4 * at] = part;
        info[4 * at + 1] = 255;
        info[4 * at + 2] = Math.min(255, Math.round(course.depth[n] * 1000));
        at += 1;
      }
  }
  return { parts, points, normals, thickness, info, corners };
}
