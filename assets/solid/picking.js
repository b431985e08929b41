// What lies under a point of the view: the ray from the eye through it, and the first patch of skin or the nearest nerve
// that it meets. Plotly's own answer is the nearest corner of a coarse mesh, which may belong to the next patch.
const FIELD = Math.tan(Math.PI / 8); // Plotly's field of view is 45°, from top to bottom
const AXES = ["x", "y", "z"];
const minus = (a, b) => a.map((value, n) => value - b[n]);
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = ([a, b, c], [d, e, f]) => [b * f - c * e, c * d - a * f, a * e - b * d];
const unit = (a) => a.map((value) => value / Math.hypot(...a));
const listed = (point) => AXES.map((axis) => point[axis]);

// `at` is in pixels from the view's upper left corner; bounds are the limb's. Lengths are metres.
export function rayThrough({ eye, center, up }, bounds, at, { width, height }) {
  const high = bounds[1][1] - bounds[1][0];
  const middle = bounds.map(([low, top]) => (low + top) / 2);
  const from = listed(eye).map((value, n) => middle[n] + value * high);
  const ahead = unit(minus(listed(center), listed(eye)));
  const right = unit(cross(ahead, listed(up)));
  const above = cross(right, ahead);
  const x = ((2 * at.x - width) / height) * FIELD;
  const y = (1 - (2 * at.y) / height) * FIELD;
  const way = unit(ahead.map((value, n) => value + x * right[n] + y * above[n]));
  return { from, way, metresPerPixel: (far) => (2 * far * FIELD) / height };
}

const corner = (points, at) => [points[0][at], points[1][at], points[2][at]];

// How far along the ray a triangle is met from outside; Infinity if it is not.
function met({ from, way }, a, b, c) {
  const [u, v] = [minus(b, a), minus(c, a)];
  const p = cross(way, v);
  const det = dot(u, p);
  if (det < 1e-12) return Infinity;
  const s = minus(from, a);
  const first = dot(s, p) / det;
  if (first < 0 || first > 1) return Infinity;
  const q = cross(s, u);
  const second = dot(way, q) / det;
  return second < 0 || first + second > 1 ? Infinity : dot(v, q) / det;
}

export function patchAlong(ray, patches) {
  let best = { far: Infinity, id: null };
  for (const { id, points, faces } of patches)
    for (const [a, b, c] of faces) {
      const far = met(ray, corner(points, a), corner(points, b), corner(points, c));
      if (far > 0 && far < best.far) best = { far, id };
    }
  return best;
}

// The nearest nerve within `reach` pixels of the ray, be it inside the skin or not.
export function nerveAlong({ from, way, metresPerPixel }, nerves, reach) {
  let best = { away: reach, id: null };
  for (const { id, points } of nerves)
    for (let n = 0; n < points[0].length; n++) {
      const off = minus(corner(points, n), from);
      const far = dot(off, way);
      const away = Math.sqrt(Math.max(0, dot(off, off) - far * far)) / metresPerPixel(far);
      if (far > 0 && away < best.away) best = { away, id };
    }
  return best.id;
}
