// Moves the markers of two lesions apart where one would cover the letter of the other.

/** @typedef {{x: number, y: number, radius: number, letter: string}} Ring  a marker in the units of its figure */

const CLEAR = 1.15; // radii from the centre of a marker to the outer edge of its ring

/**
 * Where markers with different letters stand so that none covers another; those of one lesion may lie on each other.
 * @template {Ring} R
 * @param {R[]} rings  of one figure
 * @returns {R[]}
 */
export function movedApart(rings) {
  const moved = rings.map((ring) => ({ ...ring }));
  for (const [n, a] of moved.entries())
    for (const b of moved.slice(n + 1)) {
      if (a.letter === b.letter) continue;
      const distance = Math.hypot(b.x - a.x, b.y - a.y);
      const missing = CLEAR * (a.radius + b.radius) - distance;
      if (missing <= 0) continue;
      const [across, down] = distance ? [(b.x - a.x) / distance, (b.y - a.y) / distance] : [1, 0];
      a.x -= (across * missing) / 2;
      a.y -= (down * missing) / 2;
      b.x += (across * missing) / 2;
      b.y += (down * missing) / 2;
    }
  return moved;
}
