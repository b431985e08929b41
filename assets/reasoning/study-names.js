// Finds nerve studies by name, and the nearest where there is none.
import { foldedWords } from "./clues.js";

const NEEDLE = "emg ";
const LEAST_LIKENESS = 0.4; // of the pairs of letters that two names share

const folded = (text) => foldedWords(text.replaceAll("_", " ")).join(" ");
const pairsOf = (text) => Array.from({ length: Math.max(0, text.length - 1) }, (_, n) => text.slice(n, n + 2));

/** How alike two texts are, from 0 to 1: twice the share of pairs of letters that both have. */
function likeness(one, other) {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const left = [...b];
  const shared = a.filter((pair) => left.includes(pair) && left.splice(left.indexOf(pair), 1));
  return a.length + b.length ? (2 * shared.length) / (a.length + b.length) : 0;
}

/**
 * What the atlas knows about results of studies, for reading findings.
 * @typedef {object} StudyNames
 * @property {(kind: string, name: string) => string | undefined} find  the key of a study, or of a needle muscle ("emg")
 * @property {(kind: string, name: string) => string} near  the key of the nearest, as written in an address; "" if none is
 * @property {(kind: string) => string[]} results  what one can show
 * @property {string[]} injuries
 * @property {number} lastDay
 */

/**
 * @param {import("./matrix.js").StudyRules} rules
 * @returns {StudyNames}
 */
export function studyNames({ all, results, injuries, last_day: lastDay }) {
  const isOf = (kind, key) => key.startsWith(NEEDLE) === (kind === "emg");
  const known = new Map();
  for (const [key, name] of all) for (const text of [key, name]) known.set(folded(text), key);
  const spelling = (kind, name) => folded(kind === "emg" ? `${NEEDLE}${name}` : name);
  return {
    find: (kind, name) => {
      const key = known.get(spelling(kind, name)) ?? known.get(folded(name));
      return key && isOf(kind, key) ? key : undefined;
    },
    near: (kind, name) => {
      const wanted = spelling(kind, name);
      const scored = [...known]
        .filter(([, key]) => isOf(kind, key))
        .map(([text, key]) => ({ key, alike: likeness(text, wanted) }));
      const best = scored.reduce((a, b) => (b.alike > a.alike ? b : a), { key: "", alike: 0 });
      const [fallback] = scored;
      return (best.alike >= LEAST_LIKENESS ? best.key : (fallback?.key ?? "")).replace(NEEDLE, "");
    },
    results: (kind) => results[kind === "emg" ? "needle" : "study"],
    injuries,
    lastDay,
  };
}
