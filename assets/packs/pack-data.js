// What a check of packs needs: their schema and words, and what the atlas knows.
import { fetchJson, once } from "../app/fetch-json.js";

/** @import { Knowledge, PackData } from "./types" */

/** @type {(page: Page) => Promise<PackData>} */
export const fetchPackData = once(({ answers }) => fetchJson(answers.packs));

/**
 * What the page knows. Ids of questions are checked once the quiz has been loaded.
 * @param {Page} page
 * @param {PackData} data
 * @returns {Knowledge}
 */
export function knowledgeOf({ payload }, data) {
  const kinds = new Map(
    payload.ids.map((/** @type {string} */ id, /** @type {number} */ at) => [id, payload.kinds[at]]),
  );
  return { given: data.known, kinds, questions: null };
}
