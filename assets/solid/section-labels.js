// The labels of a cross-section: what a horizontal plane cuts, and where.

/** @import { BodyLabel } from "./body-labels.js" */
/** @import { Course, Layer } from "./mesh-data.js" */

/** What a plane cuts of a part: the middle of the cut in metres, and how long its outline is. @typedef {{id: string, place: number[], length: number}} Cut */

const MOST = 22;
const NERVES_FIRST = 8; // so many nerves, the thickest first; then bones and muscles, the largest first

/** The point of an edge at a height. */
function crossing(points, a, b, height) {
  const share = (height - points[3 * a + 1]) / (points[3 * b + 1] - points[3 * a + 1]);
  return [0, 1, 2].map((axis) => points[3 * a + axis] + share * (points[3 * b + axis] - points[3 * a + axis]));
}

/** The two points at which a triangle meets a height; null if it does not. */
function chord(points, corners, height) {
  const found = [];
  for (let n = 0; n < 3; n += 1) {
    const [a, b] = [corners[n], corners[(n + 1) % 3]];
    if (points[3 * a + 1] < height !== points[3 * b + 1] < height) found.push(crossing(points, a, b, height));
  }
  return found.length === 2 ? found : null;
}

/**
 * @param {Pick<Layer, "parts" | "points" | "fine">} layer
 * @param {number} height  metres
 * @returns {Cut[]}  of the parts that the plane cuts; parts with the same id are one
 */
export function cutsOfLayer({ parts, points, fine }, height) {
  /** @type {Map<string, Cut>} */
  const cuts = new Map();
  let start = 0;
  for (const { id, fine: count } of parts) {
    for (let at = start; at < start + count; at += 3) {
      const ends = chord(points, fine.subarray(at, at + 3), height);
      if (!ends) continue;
      const length = Math.hypot(...ends[0].map((value, axis) => value - ends[1][axis]));
      const cut = cuts.get(id) ?? { id, place: [0, 0, 0], length: 0 };
      cut.place = cut.place.map((sum, axis) => sum + (length * (ends[0][axis] + ends[1][axis])) / 2);
      cut.length += length;
      cuts.set(id, cut);
    }
    start += count;
  }
  return [...cuts.values()]
    .filter(({ length }) => length > 0)
    .map((cut) => ({ ...cut, place: cut.place.map((sum) => sum / cut.length) }));
}

/**
 * @param {Course[]} courses
 * @param {number} height  metres
 * @returns {Cut[]}  one for each strand that the plane cuts, once each; `length` is the thickness
 */
export function cutsOfCourses(courses, height) {
  return courses.flatMap(({ of: id, points, radius }) => {
    const at = points.findIndex(([, y], n) => n && y < height !== points[n - 1][1] < height);
    return at < 0 ? [] : [{ id, place: points[at], length: 2 * radius[at] }];
  });
}

/**
 * The names over a cross-section, the most important first.
 * @param {{bones: Layer, muscles?: Layer, courses: Course[]}} body
 * @param {number} height  metres
 * @param {(id: string) => string} nameOf  "" for what has no name
 * @returns {BodyLabel[]}
 */
export function sectionLabels({ bones, muscles, courses }, height, nameOf) {
  const large = (/** @type {Cut[]} */ cuts) => [...cuts].sort((a, b) => b.length - a.length);
  const nerves = large(cutsOfCourses(courses, height)).slice(0, NERVES_FIRST);
  const parts = large([...cutsOfLayer(bones, height), ...(muscles ? cutsOfLayer(muscles, height) : [])]);
  /** @type {Map<string, BodyLabel>} */
  const labels = new Map();
  for (const { id, place } of [...nerves, ...parts]) {
    const text = nameOf(id);
    if (text && !labels.has(text)) labels.set(text, { text, place });
  }
  return [...labels.values()].slice(0, MOST);
}
