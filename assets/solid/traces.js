// The solid limb as Plotly traces: skin, bones, nerves and sites.
const STRIPE = 0.012; // metres
const centreOn = (axis, corners) => corners.reduce((sum, at) => sum + axis[at], 0) / 3;

/** Which of several colours a face has: they alternate in stripes across the limb, as in the figures. */
function stripedColour(points, face, colours) {
  const stripe = Math.floor(points.reduce((sum, axis) => sum + centreOn(axis, face), 0) / STRIPE);
  return colours[((stripe % colours.length) + colours.length) % colours.length];
}

/**
 * Patches of skin as one mesh.
 * @param {import("./mesh.js").Mesh[]} patches
 * @param {(id: string) => string[]} coloursOf  one or more colours of a patch
 * @param {number} opacity
 */
export function skinTrace(patches, coloursOf, opacity) {
  const mesh = { x: [], y: [], z: [], i: [], j: [], k: [], facecolor: [] };
  for (const { id, points, faces } of patches) {
    const start = mesh.x.length;
    const colours = coloursOf(id);
    mesh.x.push(...points[0]);
    mesh.y.push(...points[1]);
    mesh.z.push(...points[2]);
    for (const face of faces) {
      const [a, b, c] = face;
      mesh.i.push(start + a);
      mesh.j.push(start + b);
      mesh.k.push(start + c);
      mesh.facecolor.push(stripedColour(points, face, colours));
    }
  }
  return {
    type: "mesh3d",
    ...mesh,
    opacity,
    hoverinfo: "skip",
    lighting: { ambient: 0.62, diffuse: 0.55, specular: 0.06, roughness: 0.9, fresnel: 0.05 },
    lightposition: { x: -1500, y: 2500, z: 4000 },
    showscale: false,
  };
}

/**
 * @param {import("./mesh.js").Mesh[]} bones
 * @param {string} colour
 * @param {number} opacity
 */
export const boneTrace = (bones, colour, opacity) => skinTrace(bones, () => [colour], opacity);

/**
 * Nerves as one line with gaps.
 * @param {{id: string, points: number[][]}[]} nerves
 * @param {string} colour
 * @param {number} width  in pixels
 */
export function nerveTrace(nerves, colour, width) {
  const [x, y, z] = [0, 1, 2].map((axis) => nerves.flatMap(({ points }) => [...points[axis], null]));
  return { type: "scatter3d", mode: "lines", x, y, z, line: { color: colour, width }, hoverinfo: "skip" };
}

/**
 * @param {{id: string, at: number[]}[]} sites
 * @param {string} colour
 * @param {string} outline  colour
 */
export function siteTrace(sites, colour, outline) {
  const [x, y, z] = [0, 1, 2].map((axis) => sites.map(({ at }) => at[axis]));
  return {
    type: "scatter3d",
    mode: "markers",
    x,
    y,
    z,
    marker: { color: colour, size: 6, symbol: "diamond", line: { color: outline, width: 1 } },
    hoverinfo: "skip",
  };
}
