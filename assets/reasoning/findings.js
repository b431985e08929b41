// Findings, and their form in the address: weak:MUSCLE:GRADE, normal:MUSCLE, numb:SKIN, intact:SKIN, pain:SKIN,
// reflex:REFLEX:reduced or :normal, clue:SIGN, and clue:no_SIGN for a sign that was looked for and is absent;
// study:STUDY:RESULT, emg:MUSCLE:RESULT, and for all studies day:NUMBER and injury:KIND.
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
  study: ["study_normal", "study_reduced", "study_absent", "study_slowed"],
  emg: ["study_normal", "study_fibrillations"],
};
const STUDY = "study_"; // the sign of a result begins with this
const NEEDLE = "emg "; // the id of a needle muscle begins with this
/** The ids of the day and of the injury, which belong to all studies. */
export const DAY = "day";
export const INJURY = "injury";

/**
 * A finding: a sign in a target, with the grade of a weak muscle if one was given. A clue has its text as id. The day
 * of the studies is the grade of `day`, and the injury is the sign of `injury`.
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
 * @property {[study: string, result: string][]} [studies]  results of nerve studies
 * @property {number | null} [days]  since the onset, when the studies were made; null for the usual day
 * @property {string} [injury]  what the lesion does to the fibres; "" if that is not known
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
    /** @type {[study: string, result: string][]} */
    const studies = [];
    /** @type {{days?: number, injury?: string}} */
    const timing = {};
    for (const { id, sign, grade } of this.all) {
      if (id === DAY) timing.days = grade;
      else if (id === INJURY) timing.injury = sign;
      else if (sign.startsWith(STUDY)) studies.push([id, sign.slice(STUDY.length)]);
      else if (sign === "found" || sign === "denied") clues.push((sign === "denied" ? DENIED : "") + id);
      else signs.push([sign, id]);
      if (sign === "weak" && grade !== undefined) grades[id] = grade;
    }
    return { signs, grades, clues, unrecognised, ...(studies.length ? { studies } : {}), ...timing };
  }

  /** The findings in the form of the address. */
  toText() {
    return this.all.map(toItem).join(",");
  }
}

function toItem({ id, sign, grade }) {
  if (id === DAY) return `${DAY}:${grade}`;
  if (id === INJURY) return `${INJURY}:${sign}`;
  if (sign.startsWith(STUDY)) {
    const result = sign.slice(STUDY.length);
    return id.startsWith(NEEDLE) ? `emg:${id.slice(NEEDLE.length)}:${result}` : `study:${id}:${result}`;
  }
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

/** A result of a study, the day or the injury; null if it is none of these. */
function parseStudy([word, name = "", result = ""], names) {
  if (word === DAY) {
    const grade = Number(name);
    const isDay = name && Number.isInteger(grade) && grade >= 0 && grade <= names.lastDay;
    return isDay ? { sign: DAY, id: DAY, grade } : { problem: "day", near: String(names.lastDay) };
  }
  if (word === INJURY) {
    if (names.injuries.includes(name)) return { sign: name, id: INJURY };
    return { problem: "injury", near: names.injuries.join(", ") };
  }
  if (word !== "study" && word !== "emg") return null;
  const id = names.find(word, name);
  if (!id) return { problem: word, near: names.near(word, name) };
  if (!names.results(word).includes(result)) return { problem: "result", near: names.results(word).join(", ") };
  return { sign: STUDY + result, id };
}

function parseItem(item, findTarget, studies) {
  const parts = item.split(":").map((part) => part.trim());
  const study = studies && parseStudy(parts, studies);
  if (study) return study;
  const [word, name = "", detail = ""] = parts;
  if (word === "clue" && name) return parseClue(name);
  const kind = word === "reflex" ? "reflex" : KINDS[word];
  const sign = word === "reflex" ? REFLEXES[detail] : KINDS[word] && word;
  if (!sign || !name) return { problem: "form" };
  const id = findTarget(kind, name);
  if (!id) return { problem: kind };
  return word === "weak" && detail ? parseGrade(id, detail) : { sign, id };
}

/**
 * What is wrong: the item, the key of a `problem.…` string, and what would be right, if that is known.
 * @typedef {[item: string, problem: string, near?: string]} Wrong
 */

/**
 * Reads findings in the form of the address.
 * @param {string} text
 * @param {(kind: string, name: string) => string | undefined} findTarget
 * @param {import("./study-names.js").StudyNames | null} [studies]  without it, results of studies are not read
 * @returns {{findings: Findings, wrong: Wrong[]}}
 */
export function parseFindings(text, findTarget, studies = null) {
  /** @type {Wrong[]} */
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
    const parsed = parseItem(item, findTarget, studies);
    if ("problem" in parsed) {
      wrong.push("near" in parsed ? [item, parsed.problem, parsed.near] : [item, parsed.problem]);
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
