// Progress, kept in this browser alone, and only once someone has asked for it.
const KEY = "nerve-atlas-quiz";
const DAY = 10;

export class Progress {
  constructor() {
    this.counts = null;
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      if (kept && typeof kept === "object" && !Array.isArray(kept)) this.counts = kept;
    } catch {
      this.counts = null; // nothing can be kept, or what was kept is not ours
    }
  }

  get kept() {
    return this.counts !== null;
  }

  // False where the browser does not let the page keep anything.
  #write() {
    try {
      localStorage.setItem(KEY, JSON.stringify(this.counts));
      return true;
    } catch {
      return false;
    }
  }

  keep() {
    this.counts = {};
    if (this.#write()) return true;
    this.counts = null;
    return false;
  }

  forget() {
    this.counts = null;
    try {
      localStorage.removeItem(KEY);
    } catch {
      // then there was nothing
    }
  }

  #of(id) {
    const [right = 0, wrong = 0] = Array.isArray(this.counts?.[id]) ? this.counts[id] : [];
    return [right, wrong];
  }

  // How often right, how often wrong, and on which day it was last asked.
  note(id, isRight) {
    if (!this.kept) return;
    const [right, wrong] = this.#of(id);
    this.counts[id] = [right + isRight, wrong + !isRight, new Date().toISOString().slice(0, DAY)];
    this.#write();
  }

  get weak() {
    return Object.keys(this.counts ?? {}).filter((id) => this.#of(id)[1] > 0);
  }

  get asked() {
    return Object.keys(this.counts ?? {}).length;
  }

  // Some of these questions, those sooner that were wrong more often than right.
  practice(ids, length) {
    const weight = (id) => (1 + 3 * this.#of(id)[1]) / (1 + this.#of(id)[0]);
    const soon = new Map(ids.map((id) => [id, -Math.log(1 - Math.random()) / weight(id)]));
    return [...ids].sort((a, b) => soon.get(a) - soon.get(b)).slice(0, length);
  }
}
