// Where the limb is looked at from. Plotly measures a camera in the height of the limb, from the limb's middle.
const AWAY = 1.38; // how many times its own length away the limb fills Plotly's view
const TURN = 15;
const AXES = ["x", "y", "z"];
const named = (values) => Object.fromEntries(AXES.map((axis, n) => [axis, values[n]]));

// Degrees round and up, and how much nearer.
export const KEYS = {
  ArrowLeft: [-TURN, 0, 1],
  ArrowRight: [TURN, 0, 1],
  ArrowUp: [0, TURN, 1],
  ArrowDown: [0, -TURN, 1],
  "+": [0, 0, 0.8],
  "-": [0, 0, 1.25],
};

// The camera of an view.
export function seen({ eye, up, at, reach }, bounds) {
  const high = bounds[1][1] - bounds[1][0];
  const from = at.map((place, n) => (place - (bounds[n][0] + bounds[n][1]) / 2) / high);
  const far = (reach / high) * AWAY;
  return { center: named(from), eye: named(eye.map((part, n) => from[n] + part * far)), up: named(up) };
}

export function turned(camera, [round, tip, nearer]) {
  const { eye, center } = camera;
  const [x, y, z] = AXES.map((axis) => eye[axis] - center[axis]);
  const far = Math.hypot(x, y, z);
  const azimuth = Math.atan2(x, z) + (round * Math.PI) / 180;
  const height = Math.max(-1.5, Math.min(1.5, Math.asin(y / far) + (tip * Math.PI) / 180));
  const to = far * nearer;
  return {
    center,
    up: { x: 0, y: 1, z: 0 },
    eye: {
      x: center.x + to * Math.cos(height) * Math.sin(azimuth),
      y: center.y + to * Math.sin(height),
      z: center.z + to * Math.cos(height) * Math.cos(azimuth),
    },
  };
}
