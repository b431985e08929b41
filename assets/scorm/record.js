// What a learner has answered, as a platform keeps it: a score, how much is done, and a short text to go on from.

const FORM = "1"; // of the text, should it ever change
const KEY_LENGTH = 5; // characters that stand for a question: some texts may have only 4,096
const ENTRY = new RegExp(`([0-9a-z]{${KEY_LENGTH}})([01])`, "g");

/** A short name of a question, always the same. The full ids would not fit. @param {string} id */
export function keyOf(id) {
  let hash = 0x811c9dc5; // FNV-1a
  for (const letter of id) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193) >>> 0;
  return hash.toString(36).padStart(KEY_LENGTH, "0").slice(-KEY_LENGTH);
}

export class LearnerRecord {
  /**
   * @param {string} text  from an earlier visit; what is not understood is ignored
   * @param {number} enough  how many different questions complete the unit
   */
  constructor(text, enough) {
    this.enough = enough;
    const [form, entries = ""] = text.split("|");
    const known = form === FORM ? [...entries.matchAll(ENTRY)] : [];
    /** @type {Map<string, boolean>} question → whether its latest answer was right */
    this.answers = new Map(known.map(([, key, right]) => [key, right === "1"]));
  }

  /**
   * @param {string} id
   * @param {boolean} isRight
   */
  add(id, isRight) {
    this.answers.set(keyOf(id), isRight);
  }

  get isComplete() {
    return this.answers.size >= this.enough;
  }

  /** How much of the unit is done, from 0 to 1. */
  get progress() {
    return Math.min(1, this.answers.size / this.enough);
  }

  /** The share of right answers; null before the first one. */
  get score() {
    const all = [...this.answers.values()];
    return all.length ? all.filter(Boolean).length / all.length : null;
  }

  /** @returns {string} */
  get text() {
    return `${FORM}|${[...this.answers].map(([key, isRight]) => key + Number(isRight)).join("")}`;
  }
}
