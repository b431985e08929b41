// Cuts a mesh where a value changes its sign, and leaves out unused points.

/**
 * @typedef {object} CutMesh
 * @property {Float32Array} points  x, y and z of each point
 * @property {Float32Array} normals
 * @property {Uint32Array} corners  of triangles
 */

/**
 * The part of some triangles where a value is not negative. Within a triangle the value is taken as linear.
 * @param {ArrayLike<number>} corners  numbers of points
 * @param {(point: number) => number[]} place
 * @param {(point: number) => number[]} normal
 * @param {(point: number) => number} [value]
 * @returns {CutMesh}
 */
export function cutMesh(corners, place, normal, value = () => 1) {
  const [points, normals, kept] = [[], [], []];
  /** @type {Map<string, number>} */
  const known = new Map();
  const add = (key, make) => {
    if (!known.has(key)) {
      const [at, along] = make();
      const length = Math.hypot(...along) || 1;
      known.set(key, points.length / 3);
      points.push(...at);
      normals.push(...along.map((one) => one / length));
    }
    return known.get(key);
  };
  const own = (point) => add(String(point), () => [place(point), normal(point)]);
  const between = (one, other) => {
    const [a, b] = one < other ? [one, other] : [other, one];
    const share = value(a) / (value(a) - value(b));
    const mix = (of) => of(a).map((part, axis) => part + share * (of(b)[axis] - part));
    return add(`${a} ${b}`, () => [mix(place), mix(normal)]);
  };
  for (let at = 0; at < corners.length; at += 3) {
    const triangle = [corners[at], corners[at + 1], corners[at + 2]];
    const isKept = triangle.map((point) => value(point) >= 0);
    const outline = triangle.flatMap((point, n) => {
      const next = (n + 1) % 3;
      const first = isKept[n] ? [own(point)] : [];
      return isKept[n] === isKept[next] ? first : [...first, between(point, triangle[next])];
    });
    for (let n = 2; n < outline.length; n += 1) kept.push(outline[0], outline[n - 1], outline[n]);
  }
  return { points: new Float32Array(points), normals: new Float32Array(normals), corners: new Uint32Array(kept) };
}
