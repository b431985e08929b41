// The limb in three dimensions as traces for Plotly: the skin that is lit, the skin that is not, bones, nerves, sites.
// A patch of skin with two tones wears them as stripes, as in the figures.
const STRIPE = 0.012;
const centre = (points, corners, axis) => corners.reduce((sum, at) => sum + points[axis][at], 0) / 3;

// Patches as one mesh; `tones(id)` gives the one or more colours of a patch.
export function skinTrace(patches, tones, opacity) {
  const mesh = { x: [], y: [], z: [], i: [], j: [], k: [], facecolor: [] };
  for (const { id, points, faces } of patches) {
    const start = mesh.x.length;
    const colours = tones(id);
    mesh.x.push(...points[0]);
    mesh.y.push(...points[1]);
    mesh.z.push(...points[2]);
    for (const face of faces) {
      const place = Math.floor((centre(points, face, 0) + centre(points, face, 1) + centre(points, face, 2)) / STRIPE);
      const [a, b, c] = face;
      mesh.i.push(start + a);
      mesh.j.push(start + b);
      mesh.k.push(start + c);
      mesh.facecolor.push(colours[((place % colours.length) + colours.length) % colours.length]);
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

export const boneTrace = (bones, colour, opacity) => skinTrace(bones, () => [colour], opacity);

// One line for all nerves of a kind; a gap stands between two of them.
export function nerveTrace(nerves, colour, width) {
  const line = { x: [], y: [], z: [] };
  for (const { points } of nerves) {
    for (let n = 0; n < points[0].length; n++) {
      line.x.push(points[0][n]);
      line.y.push(points[1][n]);
      line.z.push(points[2][n]);
    }
    for (const axis of ["x", "y", "z"]) line[axis].push(null);
  }
  return { type: "scatter3d", mode: "lines", ...line, line: { color: colour, width }, hoverinfo: "skip" };
}

export function siteTrace(sites, colour, ink) {
  return {
    type: "scatter3d",
    mode: "markers",
    x: sites.map(({ at }) => at[0]),
    y: sites.map(({ at }) => at[1]),
    z: sites.map(({ at }) => at[2]),
    marker: { color: colour, size: 6, symbol: "diamond", line: { color: ink, width: 1 } },
    hoverinfo: "skip",
  };
}
