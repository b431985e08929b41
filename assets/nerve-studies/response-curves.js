// The curve of a response, drawn from its usual latency and velocity, and how a lesion changes it.

/** @import { Prediction, Study } from "./predictions.js" */
/**
 * @typedef {object} Trace
 * @property {string} name
 * @property {number} latency
 * @property {number} end
 * @property {number[]} times
 * @property {number[]} healthy
 * @property {number[]} predicted
 * @property {number[] | null} second  after another lesion
 */

const SAMPLES = 240;
/** What is drawn where no source read gives a number. */
const USUAL = { motor: 5, sensory: 3, mixed: 3, h_reflex: 30, f_wave: 47, velocity: 48 };
/** What a word means in the drawing: how high the response is, and how much later and longer. */
const CHANGES = {
  normal: { height: 1, later: 1, longer: 1 },
  reduced: { height: 0.35, later: 1, longer: 1.15 },
  absent: { height: 0, later: 1, longer: 1 },
  slowed: { height: 0.7, later: 1.4, longer: 1.5 },
  uncertain: { height: 0.65, later: 1, longer: 1.05 },
};
const DURATION = { motor: 5, sensory: 0.5, mixed: 0.5, h_reflex: 6, f_wave: 3 }; // milliseconds

const bell = (/** @type {number} */ x) => Math.exp(-x * x);

/** A motor response, positive upwards: a large phase and a smaller one below the line. @param {number} x  in durations */
function motorShape(x) {
  if (x < 0 || x > 2) return 0;
  return x < 1 ? Math.sin(Math.PI * x) : -0.4 * Math.sin(Math.PI * (x - 1));
}

/** A response of a nerve: a peak between two small phases below the line. @param {number} x  in durations from the peak */
const nerveShape = (x) => bell(x) - 0.25 * bell((x + 1.6) / 0.8) - 0.35 * bell((x - 1.7) / 0.9);

/** When the response of healthy people starts or peaks, in milliseconds. @param {Study} study @param {number} point */
export function latencyAt({ kind, curve, points }, point) {
  const quantities = ["onset_latency", "peak_latency", "minimal_latency"];
  const first = quantities.map((name) => curve[name]).find(Boolean) ?? USUAL[kind];
  const [nearest, farther] = [points[0]?.[1] ?? 0, points[point]?.[1] ?? 0];
  const extra = nearest && farther > nearest ? farther - nearest : 0;
  return first + extra / (curve.velocity ?? USUAL.velocity);
}

/**
 * One response with a change, as heights from -1 to 1 at times in milliseconds.
 * @param {Study} study
 * @param {number} latency
 * @param {{height: number, later: number, longer: number}} change
 * @param {number[]} times
 */
function heights({ kind }, latency, { height, later, longer }, times) {
  const isNerve = kind === "sensory" || kind === "mixed";
  const shape = isNerve ? nerveShape : motorShape;
  const own = (/** @type {number} */ t) => height * shape((t - latency * later) / (DURATION[kind] * longer));
  const isLate = kind === "h_reflex" || kind === "f_wave";
  // the direct response comes first and does not pass the cord
  const direct = (/** @type {number} */ t) => (isLate ? motorShape((t - USUAL.motor) / DURATION.motor) : 0);
  return times.map((t) => direct(t) + (isLate ? 0.4 : 1) * own(t));
}

/**
 * The traces of a study, one for each place of stimulation, distal first.
 * @param {Study} study
 * @param {Prediction} prediction
 * @param {Prediction | null} [other]  after a second lesion
 * @returns {Trace[]}
 */
export function traces(study, prediction, other = null) {
  const longest = latencyAt(study, study.points.length - 1);
  const end = Math.ceil(longest * CHANGES.slowed.later + 3 * DURATION[study.kind] + 1);
  const times = Array.from({ length: SAMPLES }, (_, n) => (end * n) / (SAMPLES - 1));
  return study.points.map(([name], point) => {
    const latency = latencyAt(study, point);
    const after = (/** @type {Prediction} */ { expected, whole }) =>
      heights(study, latency, CHANGES[point < whole ? "normal" : expected], times);
    const healthy = heights(study, latency, CHANGES.normal, times);
    return { name, latency, end, times, healthy, predicted: after(prediction), second: other && after(other) };
  });
}
