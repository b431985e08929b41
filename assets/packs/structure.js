// Compares a file with the JSON Schema of a pack. Of the language of schemas it reads what the models of atlas/packs/pack.py
// use; `tests/js/packs` compares both.
import { problem } from "./problem.js";

/** @import { PackProblem } from "./types" */

const REF = "#/$defs/";
/** @type {Record<string, string>} */
const TYPES = { string: "text", array: "list", integer: "number", object: "fields" };
const HALF_CHARACTER = /\p{Surrogate}/u;

/** @param {unknown} value @param {string} type */
function isOf(value, type) {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

/**
 * @param {string} value
 * @param {any} schema
 * @param {PackProblem["path"]} path
 */
function textProblems(value, { minLength = 0, maxLength = Infinity }, path) {
  if (HALF_CHARACTER.test(value)) return [problem(path, "unicode")];
  const { length } = [...value];
  if (length < minLength) return [problem(path, "blank")];
  return length > maxLength ? [problem(path, "long", { n: length, most: maxLength })] : [];
}

/**
 * What a value has that the schema has not, or the other way round, in the order of the schema.
 * @param {unknown} value
 * @param {any} root  the schema, whose `$defs` its parts refer to
 * @param {Record<string, string>} words
 * @returns {PackProblem[]}
 */
export function structureProblems(value, root, words) {
  /** @type {(value: any, schema: any, path: PackProblem["path"]) => PackProblem[]} */
  const walk = (value, schema, path) => {
    if (schema.$ref) return walk(value, root.$defs[schema.$ref.slice(REF.length)], path);
    const name = path.at(-1);
    if ("const" in schema) {
      const values = { value: String(value), version: schema.const };
      return value === schema.const ? [] : [problem(path, String(name), values)];
    }
    if (!isOf(value, schema.type)) return [problem(path, "type", { type: words[`packs.type.${TYPES[schema.type]}`] })];
    if (schema.type === "string") return textProblems(value, schema, path);
    if (schema.type === "array") return listProblems(value, schema, path);
    return schema.type === "object" ? fieldProblems(value, schema, path) : [];
  };
  const listProblems = (/** @type {any[]} */ list, /** @type {any} */ schema, /** @type {any} */ path) => {
    const { minItems = 0, maxItems = Infinity, items } = schema;
    const n = list.length;
    if (n > maxItems) return [problem(path, "many", { n, most: maxItems })];
    const found = list.flatMap((item, at) => walk(item, items, [...path, at]));
    return !found.length && n < minItems ? [problem(path, "few", { n, most: minItems })] : found;
  };
  const fieldProblems = (/** @type {any} */ fields, /** @type {any} */ schema, /** @type {any} */ path) => {
    const { properties, required = [] } = schema;
    const own = Object.entries(properties).flatMap(([name, inner]) => {
      if (Object.hasOwn(fields, name)) return walk(fields[name], inner, [...path, name]);
      return required.includes(name) ? [problem(path, "missing", { name })] : [];
    });
    const extra = Object.keys(fields).filter((name) => !Object.hasOwn(properties, name));
    return [...own, ...extra.map((name) => problem(path, "extra", { name }))];
  };
  return walk(value, root, []);
}
