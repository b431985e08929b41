// Results after two lesions beside each other: those that differ come first.

/** @import { Prediction } from "./predictions.js" */

/** @typedef {{differs: boolean, found: [Prediction, Prediction]}} Paired */

/**
 * @template T
 * @param {T[]} tested  studies or muscles
 * @param {Prediction[]} first  what each shows after one lesion
 * @param {Prediction[]} second
 * @returns {(Paired & {of: T})[]}  in the order of the data, but those that differ first
 */
export function paired(tested, first, second) {
  const all = tested.map((of, n) => ({
    of,
    differs: first[n].expected !== second[n].expected,
    found: /** @type {[Prediction, Prediction]} */ ([first[n], second[n]]),
  }));
  return [...all.filter(({ differs }) => differs), ...all.filter(({ differs }) => !differs)];
}

/** Whether both lesions leave it as it is. @param {Paired} row */
export const isNormal = ({ found }) => found.every(({ expected }) => expected === "normal");
