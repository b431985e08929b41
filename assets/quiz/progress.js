// The reader's progress, stored only in this browser, and only if the reader asks for it. Nothing is remembered between
// two calls: what is stored is read again each time, because the quiz may be open in several tabs.
import { answered, dayOf, dueOn, readEntry, storedEntry } from "./schedule.js";

/** @import { Entries } from "./schedule.js" */

export const STORAGE_KEY = "nerve-atlas-quiz";

export class Progress {
  /**
   * @param {(id: string) => boolean} isQuestion  entries of other ids are dropped
   * @param {() => Date} [now]
   */
  constructor(isQuestion, now = () => new Date()) {
    this.isQuestion = isQuestion;
    this.now = now;
  }

  /** @returns {Entries | null}  null unless progress is stored */
  #read() {
    try {
      const stored = JSON.parse(localStorage.getItem(STORAGE_KEY));
      if (!stored || typeof stored !== "object" || Array.isArray(stored)) return null;
      const entries = Object.entries(stored).map(([id, value]) => [id, this.isQuestion(id) && readEntry(value)]);
      return Object.fromEntries(entries.filter(([, entry]) => entry));
    } catch {
      return null; // the browser allows no storage, or the entry belongs to someone else
    }
  }

  /** @param {Entries} entries @returns {boolean}  false if the browser allows no storage */
  #write(entries) {
    const stored = Object.entries(entries).map(([id, entry]) => [id, storedEntry(entry)]);
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(Object.fromEntries(stored)));
      return true;
    } catch {
      return false;
    }
  }

  get isStored() {
    return this.#read() !== null;
  }

  /** Starts to store progress. @returns {boolean}  false if the browser allows no storage */
  start() {
    return this.#write(this.#read() ?? {});
  }

  /** Deletes the stored progress. */
  forget() {
    try {
      localStorage.removeItem(STORAGE_KEY);
    } catch {
      // without storage there is nothing to delete
    }
  }

  /**
   * Records an answer.
   * @param {string} id
   * @param {boolean} isRight
   */
  record(id, isRight) {
    const entries = this.#read();
    if (entries) this.#write({ ...entries, [id]: answered(entries[id], isRight, dayOf(this.now())) });
  }

  /** What is due today and when the next questions are. */
  get due() {
    return dueOn(this.#read() ?? {}, dayOf(this.now()));
  }

  get answeredCount() {
    return Object.keys(this.#read() ?? {}).length;
  }

  /**
   * Calls back when another tab changes what is stored.
   * @param {() => void} onChange
   */
  watch(onChange) {
    addEventListener("storage", ({ key }) => (key === STORAGE_KEY || key === null) && onChange());
  }
}
