// Findings, and their form in the address: weak:MUSCLE:GRADE, normal:MUSCLE, numb:SKIN, intact:SKIN, pain:SKIN,
// reflex:REFLEX:reduced or :normal, clue:SIGN, and clue:no_SIGN for a sign that was looked for and is absent.
import { foldedWords } from "./clues.js";

const KINDS = { weak: "muscle", normal: "muscle", numb: "territory", intact: "territory", pain: "territory" };
const REFLEXES = { reduced: "reduced_reflex", normal: "normal_reflex" };
const FULL_POWER = 5; // the highest MRC grade
const MOST = 200; // findings in one address
export const DENIED = "no_";

/**
 * What can be found in each kind of target, in the order in which repeated presses go through it.
 * @type {Record<string, string[]>}
 */
export const STATES = {
  muscle: ["weak", "normal"],
  territory: ["numb", "intact"],
  reflex: ["reduced_reflex", "normal_reflex"],
  pain: ["pain"],
  clue: ["found", "denied"],
};

/**
 * A finding: a sign in a target, with the grade of a weak muscle if one was given. A clue has its text as id.
 * @typedef {{id: string, sign: string, grade?: number}} Finding
 */

/**
 * Findings as localisation takes them.
 * @typedef {object} PlainFindings
 * @property {[sign: string, target: string][]} signs
 * @property {Record<string, number>} grades  by target, from 0 to 5
 * @property {string[]} clues
 * @property {string[]} unrecognised
 * @property {string[]} [said]  unrecognised findings in words
 */

/** Pain is found in addition to numb or intact skin; all other signs of one target exclude each other. */
const isSameSubject = (a, b) => a.id === b.id && (a.sign === "pain") === (b.sign === "pain");

/** An immutable list of findings. */
export class Findings {
  /** @param {Finding[]} [all] */
  constructor(all = []) {
    this.all = all;
  }

  /**
   * The finding in a target, if there is one.
   * @param {string} id
   * @param {string} [sign]  "pain" asks for pain, all others for the other signs
   */
  of(id, sign) {
    return this.all.find((finding) => isSameSubject(finding, { id, sign }));
  }

  /**
   * These findings with one added or changed.
   * @param {string} id
   * @param {string} sign
   * @param {number} [grade]
   */
  with(id, sign, grade) {
    const added = { id, sign, grade };
    if (!this.of(id, sign)) return new Findings([...this.all, added]);
    return new Findings(this.all.map((finding) => (isSameSubject(finding, added) ? added : finding)));
  }

  /**
   * These findings without the one in a target.
   * @param {string} id
   * @param {string} [sign]
   */
  without(id, sign) {
    return new Findings(this.all.filter((finding) => !isSameSubject(finding, { id, sign })));
  }

  emptied() {
    return new Findings();
  }

  /**
   * These findings after a press on a target: the next state of its kind, and none after the last.
   * @param {string} id
   * @param {string} kind
   */
  cycled(id, kind) {
    const states = STATES[kind];
    const now = states.indexOf(this.of(id, states[0])?.sign);
    return now + 1 < states.length ? this.with(id, states[now + 1]) : this.without(id, states[0]);
  }

  /** @returns {PlainFindings} */
  plain() {
    /** @type {PlainFindings} */
    const { signs, grades, clues, unrecognised } = { signs: [], grades: {}, clues: [], unrecognised: [] };
    for (const { id, sign, grade } of this.all) {
      if (sign === "found" || sign === "denied") clues.push((sign === "denied" ? DENIED : "") + id);
      else signs.push([sign, id]);
      if (sign === "weak" && grade !== undefined) grades[id] = grade;
    }
    return { signs, grades, clues, unrecognised };
  }

  /** The findings in the form of the address. */
  toText() {
    return this.all.map(toItem).join(",");
  }
}

function toItem({ id, sign, grade }) {
  if (sign === "found") return `clue:${id}`;
  if (sign === "denied") return `clue:${DENIED}${id}`;
  const reflex = Object.keys(REFLEXES).find((word) => REFLEXES[word] === sign);
  if (reflex) return `reflex:${id}:${reflex}`;
  return [sign, id, ...(grade === undefined ? [] : [grade])].join(":");
}

function parseClue(name) {
  const id = name.replace(/\s+/g, "_");
  return id.startsWith(DENIED) ? { sign: "denied", id: id.slice(DENIED.length) } : { sign: "found", id };
}

/** A weak muscle with a grade; a sign after the grade, as in 4+, does not count. */
function parseGrade(id, text) {
  const grade = Number(text.replace(/[+-]$/, ""));
  if (!(grade >= 0 && grade <= FULL_POWER)) return { problem: "grade" };
  return grade === FULL_POWER ? { sign: "normal", id } : { sign: "weak", id, grade };
}

function parseItem(item, findTarget) {
  const [word, name = "", detail = ""] = item.split(":").map((part) => part.trim());
  if (word === "clue" && name) return parseClue(name);
  const kind = word === "reflex" ? "reflex" : KINDS[word];
  const sign = word === "reflex" ? REFLEXES[detail] : KINDS[word] && word;
  if (!sign || !name) return { problem: "form" };
  const id = findTarget(kind, name);
  if (!id) return { problem: kind };
  return word === "weak" && detail ? parseGrade(id, detail) : { sign, id };
}

/**
 * Reads findings in the form of the address.
 * @param {string} text
 * @param {(kind: string, name: string) => string | undefined} findTarget
 * @returns {{findings: Findings, wrong: [item: string, problem: string][]}}  a problem is a key of `problem.…` strings
 */
export function parseFindings(text, findTarget) {
  /** @type {[string, string][]} */
  const wrong = [];
  /** @type {Finding[]} */
  const all = [];
  const findings = new Findings(all);
  const items = text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
  if (items.length > MOST) wrong.push([String(MOST), "many"]);
  for (const item of items.slice(0, MOST)) {
    const parsed = parseItem(item, findTarget);
    if ("problem" in parsed) {
      wrong.push([item, parsed.problem]);
      continue;
    }
    const earlier = findings.of(parsed.id, parsed.sign);
    if (!earlier) all.push(parsed);
    else if (earlier.sign !== parsed.sign) wrong.push([item, "twice"]);
  }
  return { findings, wrong };
}

/**
 * A function that finds a target of a kind by its id or name, in any spelling of case, accents and punctuation.
 * @param {import("./matrix.js").Matrix} matrix
 * @returns {(kind: string, name: string) => string | undefined}
 */
export function targetFinder(matrix) {
  const known = new Map();
  const keyOf = (kind, name) => `${kind} ${foldedWords(name).join(" ")}`;
  for (const names of [matrix.targets, matrix.names])
    names.forEach((name, at) => {
      const key = keyOf(matrix.kindOf[at], name);
      if (!known.has(key)) known.set(key, matrix.targets[at]);
    });
  return (kind, name) => known.get(keyOf(kind, name));
}
