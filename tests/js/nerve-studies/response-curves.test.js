// The curves that are drawn of a response in health and after a lesion.
import { expect, test } from "vitest";
import { latencyAt, traces } from "../../../assets/nerve-studies/response-curves.js";

const fibular = /** @type {any} */ ({
  id: "fibular_motor_edb",
  kind: "motor",
  points: [
    ["ankle", 90, []],
    ["below the head", 390, []],
    ["popliteal fossa", 490, []],
  ],
  curve: { onset_latency: 5, velocity: 50 },
});
const sural = /** @type {any} */ ({
  id: "sural_sensory",
  kind: "sensory",
  points: [["calf", 140, []]],
  curve: { peak_latency: 4 },
});
const top = (/** @type {number[]} */ values) => Math.max(...values);
const predicted = (study, expected, whole = 0) => traces(study, { expected, whole, why: "", exceptions: [] });
const peakTime = ({ times }, values) => times[values.indexOf(top(values))];

test("a farther stimulus answers later by its way and the velocity", () => {
  expect(latencyAt(fibular, 0)).toBe(5);
  expect(latencyAt(fibular, 1)).toBeCloseTo(5 + 300 / 50);
  expect(latencyAt(fibular, 2)).toBeCloseTo(5 + 400 / 50);
});

test("in health both curves are the same", () => {
  for (const { healthy, predicted: after } of predicted(fibular, "normal")) expect(after).toEqual(healthy);
});

test("a reduced response is lower, an absent one is flat", () => {
  const [reduced] = predicted(fibular, "reduced");
  expect(top(reduced.predicted)).toBeLessThan(0.5 * top(reduced.healthy));
  expect(top(reduced.predicted)).toBeGreaterThan(0);
  const [absent] = predicted(fibular, "absent");
  expect(absent.predicted.every((height) => height === 0)).toBe(true);
});

test("a slowed response peaks later", () => {
  const [slowed] = predicted(sural, "slowed");
  expect(peakTime(slowed, slowed.predicted)).toBeGreaterThan(1.2 * peakTime(slowed, slowed.healthy));
});

test("stimuli below the lesion stay normal", () => {
  const [ankle, below, above] = predicted(fibular, "reduced", 2);
  expect(ankle.predicted).toEqual(ankle.healthy);
  expect(below.predicted).toEqual(below.healthy);
  expect(top(above.predicted)).toBeLessThan(top(above.healthy));
});

test("a late response changes behind a direct one that stays", () => {
  const reflex = /** @type {any} */ ({ ...sural, kind: "h_reflex", curve: { onset_latency: 30 } });
  const [{ times, healthy, predicted: after }] = predicted(reflex, "absent");
  const early = times.findIndex((t) => t > 20);
  expect(after.slice(0, early)).toEqual(healthy.slice(0, early));
  expect(top(healthy.slice(early))).toBeGreaterThan(0);
  expect(after.slice(early).every((height) => height === 0)).toBe(true);
});

test("every curve ends within the chart", () => {
  for (const expected of ["normal", "slowed"])
    for (const study of [fibular, sural])
      for (const { predicted: after } of predicted(study, expected)) expect(Math.abs(after.at(-1))).toBeLessThan(0.02);
});
