// Decodes the mesh files of tools/solid/packing.py, which says how they are laid out.
import { MeshoptDecoder } from "meshopt-reference-decoder";

const POINT_BYTES = 12;
export const METRES_PER_DEPTH = 0.001;
const METRES_PER_RADIUS = 1e-5;

/** @import { Level } from "./detail.js" */

/**
 * A part of a layer, with the number of its points and, at each level of detail, of the corners of its triangles.
 * @typedef {{id: string, kind: string, points: number, paired: boolean} & Record<Level, number>} MeshPart
 */
/**
 * A layer as it is drawn. `info` has four bytes for a point: its part, how open it is to light (255: open), its depth
 * below the skin in millimetres, and its tone (255 in a tendon or on a nail).
 * @typedef {object} Layer
 * @property {string} name
 * @property {MeshPart[]} parts  paired ones first
 * @property {Float32Array} points  x, y and z of each point in metres
 * @property {Int8Array} normals  x, y and z of each point
 * @property {Uint8Array} info
 * @property {Uint32Array} fine  corners of all triangles
 * @property {Uint32Array} middle  corners of about a third as many
 * @property {Uint32Array} coarse  corners of few
 */
/**
 * A strand of a nerve: `points` and `radius` in metres, `along` in millimetres from the spinal cord, `depth` in metres.
 * @typedef {{of: string, points: number[][], radius: number[], along: number[], depth: number[]}} Course
 */

/** @param {string} text  in base64 */
const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** @param {string} text @param {number} count @param {number} size  bytes of an element */
function vertices(text, count, size) {
  const target = new Uint8Array(count * size);
  MeshoptDecoder.decodeVertexBuffer(target, count, size, bytesOf(text));
  return target;
}

/** @param {string} text @param {number} count */
function indices(text, count) {
  const target = new Uint32Array(count);
  MeshoptDecoder.decodeIndexBuffer(new Uint8Array(target.buffer), count, 4, bytesOf(text));
  return target;
}

const sum = (/** @type {number[]} */ numbers) => numbers.reduce((a, b) => a + b, 0);

/**
 * A normal from two signed bytes, which are its place on an unfolded octahedron.
 * @param {number} u  −127 to 127
 * @param {number} v
 * @param {number[]} [normal]  takes it; one array for many points saves time
 * @returns {number[]}  of length 1
 */
export function unfolded(u, v, normal = []) {
  const z = 127 - Math.abs(u) - Math.abs(v);
  const x = z < 0 ? (127 - Math.abs(v)) * (u < 0 ? -1 : 1) : u;
  const y = z < 0 ? (127 - Math.abs(u)) * (v < 0 ? -1 : 1) : v;
  const length = Math.sqrt(x * x + y * y + z * z);
  normal[0] = x / length;
  normal[1] = y / length;
  normal[2] = z / length;
  return normal;
}

/**
 * @param {Record<string, any>} packed
 * @param {number} unit  metres
 * @returns {Layer}
 */
export function unpackLayer({ name, parts, points, fine, middle, coarse }, unit) {
  const count = sum(parts.map((part) => part.points));
  const raw = new DataView(vertices(points, count, POINT_BYTES).buffer);
  const layer = {
    name,
    parts,
    points: new Float32Array(3 * count),
    normals: new Int8Array(4 * count),
    info: new Uint8Array(4 * count),
    fine: indices(fine, sum(parts.map((part) => part.fine))),
    middle: indices(middle, sum(parts.map((part) => part.middle))),
    coarse: indices(coarse, sum(parts.map((part) => part.coarse))),
  };
  const normal = [0, 0, 0];
  let at = 0;
  for (const [number, part] of parts.entries())
    for (const end = at + part.points; at < end; at += 1) {
      const start = at * POINT_BYTES;
      for (let axis = 0; axis < 3; axis += 1) layer.points[3 * at + axis] = raw.getInt16(start + 2 * axis, true) * unit;
      unfolded(raw.getInt8(start + 6), raw.getInt8(start + 7), normal);
      for (let axis = 0; axis < 3; axis += 1) layer.normals[4 * at + axis] = Math.round(normal[axis] * 127);
      layer.info[4 * at] = number;
      for (let n = 1; n < 4; n += 1) layer.info[4 * at + n] = raw.getUint8(start + 7 + n);
    }
  return layer;
}

/**
 * The sites with their places in metres.
 * @param {Record<string, any>} bundle
 * @returns {{id: string, at: number[]}[]}
 */
export const unpackSites = ({ unit, sites }) =>
  sites.map(({ id, at }) => ({ id, at: at.map((/** @type {number} */ step) => step * unit) }));

/**
 * @param {Record<string, any>} bundle
 * @returns {Course[]}
 */
export function unpackCourses({ unit, courses, course_points }) {
  const count = sum(courses.map(({ samples }) => samples));
  const raw = new DataView(vertices(course_points, count, POINT_BYTES).buffer);
  let at = 0;
  return courses.map(({ of, start, samples }) => {
    const course = { of, points: [], radius: [], along: [], depth: [] };
    let along = start;
    for (let n = 0; n < samples; n += 1, at += 1) {
      const byte = at * POINT_BYTES;
      const point = [0, 2, 4].map((offset) => raw.getInt16(byte + offset, true) * unit);
      if (n) along += 1000 * Math.hypot(...point.map((value, axis) => value - course.points[n - 1][axis]));
      course.points.push(point);
      course.radius.push(raw.getUint16(byte + 6, true) * METRES_PER_RADIUS);
      course.depth.push(raw.getUint8(byte + 8) * METRES_PER_DEPTH);
      course.along.push(along);
    }
    return course;
  });
}
