// Every problem of a pack, and the reading of a file or a text as one.
import { contentProblems } from "./contents.js";
import { HARD, problem } from "./problem.js";
import { structureProblems } from "./structure.js";

/** @import { Knowledge, Pack, PackData, PackProblem } from "./types" */

const MEGABYTE = 1_000_000;
const NUL = "\0";

/** @param {PackProblem[]} problems */
export const isReadable = (problems) => !problems.some(({ code }) => HARD.includes(code));

/**
 * Every problem of a parsed file. Contents are checked only when the structure is sound.
 * @param {unknown} raw
 * @param {Pick<PackData, "schema" | "words">} data
 * @param {Knowledge} known
 * @returns {PackProblem[]}
 */
export function problemsOf(raw, { schema, words }, known) {
  const found = structureProblems(raw, schema, words);
  return isReadable(found) ? [...found, ...contentProblems(/** @type {Pack} */ (raw), known)] : found;
}

/**
 * The JSON value of a text, or what is wrong with it as a whole.
 * @param {string} text
 * @returns {{raw: unknown, whole: PackProblem | null}}
 */
export function parseText(text) {
  if (text.includes(NUL)) return { raw: null, whole: problem([], "binary") };
  try {
    return { raw: JSON.parse(text), whole: null };
  } catch (error) {
    return { raw: null, whole: problem([], error instanceof SyntaxError ? "json" : "deep") };
  }
}

/**
 * The same of a file, which is not read if it is too large.
 * @param {Blob} file
 * @param {number} most  bytes
 */
export async function parseFile(file, most) {
  if (file.size > most) return { raw: null, whole: problem([], "size", { mb: most / MEGABYTE }) };
  try {
    return parseText(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()));
  } catch {
    return { raw: null, whole: problem([], "encoding") };
  }
}
