// A draft: a pack that its educator changes, with every earlier state of it, and whether a file has what it has.

/** @import { Pack } from "./types" */
/** @typedef {(string | number)[]} Path  to a value, as in JSON */

const MOST_PAST = 100;

/** @param {any} value @param {Path} path */
export const valueAt = (value, path) => path.reduce((inner, name) => inner?.[name], value);

export class Draft {
  /**
   * @param {Pack} pack
   * @param {boolean} [isSaved]  whether a file or a link has it
   */
  constructor(pack, isSaved = false) {
    this.pack = pack;
    this.isSaved = isSaved;
    /** @type {Pack[]} */
    this.past = [];
    // what was changed last: typing in one field is one change
    this.lastField = "";
  }

  /**
   * Makes a change.
   * @param {(pack: any) => void} work
   * @param {string} [field]  that is written: further changes of it are the same change
   */
  change(work, field = "") {
    if (!field || field !== this.lastField) {
      this.past.push(structuredClone(this.pack));
      this.past.splice(0, this.past.length - MOST_PAST);
    }
    this.lastField = field;
    this.isSaved = false;
    work(this.pack);
  }

  /** Writes a value; @param {Path} path @param {any} value */
  write(path, value) {
    if (valueAt(this.pack, path) === value) return;
    const inner = (/** @type {Pack} */ pack) => valueAt(pack, path.slice(0, -1));
    this.change((pack) => void (inner(pack)[path.at(-1)] = value), path.join());
  }

  /**
   * Puts a value into a list, which is made if it is missing.
   * @param {Path} list
   * @param {number} at
   * @param {any} value
   */
  insert(list, at, value) {
    this.change((pack) => {
      const owner = valueAt(pack, list.slice(0, -1));
      owner[list.at(-1)] ??= [];
      owner[list.at(-1)].splice(at, 0, value);
    });
  }

  /** @param {Path} list @param {number} at */
  remove(list, at) {
    this.change((pack) => void valueAt(pack, list).splice(at, 1));
  }

  /** @param {Path} list @param {number} at */
  duplicate(list, at) {
    this.insert(list, at + 1, structuredClone(valueAt(this.pack, [...list, at])));
  }

  /**
   * Moves an entry of a list.
   * @param {Path} list
   * @param {number} at
   * @param {number} by
   * @returns {boolean}  false at the end of the list
   */
  move(list, at, by) {
    const { length } = valueAt(this.pack, list);
    if (at + by < 0 || at + by >= length) return false;
    this.change((pack) => {
      const entries = valueAt(pack, list);
      entries.splice(at + by, 0, ...entries.splice(at, 1));
    });
    return true;
  }

  get canUndo() {
    return this.past.length > 0;
  }

  /** Takes the last change back. */
  undo() {
    if (!this.canUndo) return;
    this.pack = this.past.pop();
    this.lastField = "";
    this.isSaved = false;
  }
}
