// The texts of stored drafts that cannot be opened. They stay where they were, in the tab or on the device, until their
// educator has saved them as a file and deletes them.
import { isReadable, parseText } from "./check.js";
import { HARD } from "./problem.js";
import { structureProblems } from "./structure.js";

/** @import { PackData, PackProblem } from "./types" */
/** @typedef {"tab" | "device"} Where */

const KEY = "nerve-atlas-damaged-drafts";
/** @type {Record<Where, () => Storage>} */
const STORAGES = { tab: () => sessionStorage, device: () => localStorage };
/** @type {Where[]} */
const PLACES = ["tab", "device"];
/** what a storage has no room for @type {Record<Where, string[]>} */
const unstored = { tab: [], device: [] };
// a form shows half a character, and its reader can correct it
const BREAKING = HARD.filter((code) => code !== "unicode");

/** A schema that allows lists of any length, so that the entries of too long ones are compared too. @param {any} schema */
const withoutLimits = (schema) =>
  JSON.parse(JSON.stringify(schema), (key, value) => (key === "maxItems" ? undefined : value));

/**
 * What makes a draft one that no form can show. An unfinished draft has no such fault.
 * @param {unknown} raw
 * @param {Pick<PackData, "schema" | "words">} data
 * @returns {PackProblem | null}
 */
export function faultOf(raw, { schema, words }) {
  const found = structureProblems(raw, withoutLimits(schema), words);
  if (isReadable(found)) return null;
  return found.find(({ code }) => BREAKING.includes(code)) ?? null;
}

/** The same of a text. @param {string} text @param {Pick<PackData, "schema" | "words">} data */
export function faultOfText(text, data) {
  const { raw, whole } = parseText(text);
  return whole ?? faultOf(raw, data);
}

/** @param {Where} where @returns {string[]} */
function storedTexts(where) {
  try {
    const { raw } = parseText(STORAGES[where]().getItem(KEY) ?? "[]");
    return Array.isArray(raw) ? raw.filter((text) => typeof text === "string") : [];
  } catch {
    return []; // the browser allows no storage
  }
}

/** @param {Where} where @param {string[]} texts @returns {boolean}  false if there is no room */
function store(where, texts) {
  try {
    if (texts.length) STORAGES[where]().setItem(KEY, JSON.stringify(texts));
    else STORAGES[where]().removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

/** All texts that are kept. */
export const damagedDrafts = () => PLACES.flatMap((where) => [...storedTexts(where), ...unstored[where]]);

/**
 * @param {Where} where
 * @param {string} text
 * @returns {boolean}  false if only this page keeps it
 */
export function keepDamaged(where, text) {
  if (damagedDrafts().includes(text)) return true;
  if (store(where, [...storedTexts(where), text])) return true;
  unstored[where].push(text);
  return false;
}

/** @param {string} text */
export function forgetDamaged(text) {
  const others = (/** @type {string[]} */ texts) => texts.filter((one) => one !== text);
  for (const where of PLACES) {
    store(where, others(storedTexts(where)));
    unstored[where] = others(unstored[where]);
  }
}
