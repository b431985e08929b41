// The way along the lit nerves from the spinal cord to where they end, for the flight of the camera and the pulse.
import { distance } from "./vectors.js";

/** @import { Course } from "./mesh-data.js" */

const JOINED = 0.004; // metres: a strand that starts so near to another one leaves it there

/** The sample of a strand that is nearest to a point, other than its first. */
function nearest(points, to) {
  let best = { at: 0, gap: Infinity };
  for (let at = 1; at < points.length; at += 1) {
    const gap = distance(points[at], to);
    if (gap < best.gap) best = { at, gap };
  }
  return best;
}

/**
 * The longest way that ends in one of these strands.
 * @param {Course[]} courses  the lit ones
 * @returns {{points: number[][], ids: string[]}}  points in metres from the cord outwards, and the nerves on the way
 */
export function longestRoute(courses) {
  const last = (/** @type {Course} */ course) => course.along.at(-1);
  let current = courses.reduce((a, b) => (!a || last(b) > last(a) ? b : a), null);
  if (!current) return { points: [], ids: [] };
  let points = [...current.points];
  const ids = [current.of];
  const seen = new Set([current]);
  for (;;) {
    const from = current.points[0];
    const before = courses
      .filter((course) => !seen.has(course) && course.along[0] < current.along[0])
      .map((course) => ({ course, ...nearest(course.points, from) }))
      .filter(({ gap }) => gap < JOINED)
      .sort((a, b) => a.course.along[0] - b.course.along[0] || a.gap - b.gap)
      .at(-1);
    if (!before) return { points, ids: [...new Set(ids)].reverse() };
    current = before.course;
    seen.add(current);
    ids.push(current.of);
    points = [...current.points.slice(0, before.at), ...points];
  }
}

/**
 * The places on a route, in its order.
 * @param {number[][]} route
 * @param {{id: string, at: number[]}[]} sites
 * @param {number} reach  metres
 * @returns {{id: string, index: number}[]}  each with the nearest point of the route
 */
export function sitesOn(route, sites, reach) {
  const found = sites.map(({ id, at }) => {
    const { at: index, gap } = nearest(route, at);
    return { id, index, gap };
  });
  return found.filter(({ gap }) => gap < reach).sort((a, b) => a.index - b.index);
}

/**
 * Where a lesion acts: the first point of each struck nerve that no struck nerve leads to; roots where they leave the
 * spine, because they start close together.
 * @param {Course[]} courses
 * @param {(id: string) => boolean} isStruck
 * @param {(id: string) => boolean} isRoot
 * @returns {number[][]}
 */
export function lesionPlaces(courses, isStruck, isRoot) {
  const struck = courses.filter(({ of }) => isStruck(of));
  const leadsTo = (before, course) =>
    before.along[0] < course.along[0] && nearest(before.points, course.points[0]).gap < JOINED;
  const first = struck.filter((course) => !struck.some((before) => leadsTo(before, course)));
  const byNerve = new Map();
  for (const course of first)
    if (!byNerve.has(course.of)) byNerve.set(course.of, isRoot(course.of) ? course.points.at(-1) : course.points[0]);
  return [...byNerve.values()];
}
