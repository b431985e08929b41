// The strings of the keyboard shortcuts, loaded when they are first needed.
import { fetchJson, once } from "../app/fetch-json.js";

/** @type {(page: Page) => Promise<Record<string, string>>} */
export const fetchWords = once(async ({ answers }) => (await fetchJson(answers.keys)).words);
