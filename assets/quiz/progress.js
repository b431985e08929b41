// The reader's progress, stored only in this browser, and only if the reader asks for it.

/** @typedef {Record<string, [right: number, wrong: number, day: string]>} Counts  question id → its answers */

const STORAGE_KEY = "nerve-atlas-quiz";
// Characters of an ISO time that name the day.
const DAY_LENGTH = 10;

/** @returns {Counts | null} */
function load() {
  try {
    const stored = JSON.parse(localStorage.getItem(STORAGE_KEY));
    return stored && typeof stored === "object" && !Array.isArray(stored) ? stored : null;
  } catch {
    return null; // the browser allows no storage, or the entry belongs to someone else
  }
}

export class Progress {
  constructor() {
    /** @type {Counts | null} null unless progress is stored */
    this.counts = load();
  }

  get isStored() {
    return this.counts !== null;
  }

  /** @returns {boolean}  false if the browser allows no storage */
  #save() {
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(this.counts));
      return true;
    } catch {
      return false;
    }
  }

  /** Starts to store progress. @returns {boolean}  false if the browser allows no storage */
  start() {
    this.counts = {};
    if (this.#save()) return true;
    this.counts = null;
    return false;
  }

  /** Deletes the stored progress. */
  forget() {
    this.counts = null;
    try {
      localStorage.removeItem(STORAGE_KEY);
    } catch {
      // without storage there is nothing to delete
    }
  }

  /** @param {string} id */
  #countsOf(id) {
    const [right = 0, wrong = 0] = Array.isArray(this.counts?.[id]) ? this.counts[id] : [];
    return { right, wrong };
  }

  /**
   * Records an answer.
   * @param {string} id
   * @param {boolean} isRight
   */
  record(id, isRight) {
    if (!this.isStored) return;
    const { right, wrong } = this.#countsOf(id);
    const day = new Date().toISOString().slice(0, DAY_LENGTH);
    this.counts[id] = [right + Number(isRight), wrong + Number(!isRight), day];
    this.#save();
  }

  /** The ids of the questions that were ever answered wrongly. */
  get weakIds() {
    return Object.keys(this.counts ?? {}).filter((id) => this.#countsOf(id).wrong > 0);
  }

  get answeredCount() {
    return Object.keys(this.counts ?? {}).length;
  }

  /**
   * A weighted random sample of questions; those that were often wrong are more likely.
   * @param {string[]} ids
   * @param {number} length
   */
  sample(ids, length) {
    const weight = (/** @type {string} */ id) => {
      const { right, wrong } = this.#countsOf(id);
      return (1 + 3 * wrong) / (1 + right);
    };
    // exponential waiting times: the questions that come first are the sample
    const times = new Map(ids.map((id) => [id, -Math.log(1 - Math.random()) / weight(id)]));
    return [...ids].sort((a, b) => times.get(a) - times.get(b)).slice(0, length);
  }
}
