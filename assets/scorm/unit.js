// The page as a unit of a learning platform: it tells the platform the score, and goes on where the learner was.
import { LearnerRecord } from "./record.js";
import { RunTime } from "./run-time.js";

const COMPLETE = ["completed", "passed", "failed"]; // of an earlier visit; it stays
const NOT_COUNTED = ["review", "browse"]; // modes in which a learner only looks

export class Unit {
  /**
   * @param {Window} page
   * @param {{version: string, enough: number}} settings
   * @param {() => number} now  milliseconds
   */
  constructor(page, { version, enough }, now = () => performance.now()) {
    this.now = now;
    this.start = now();
    this.runTime = new RunTime(page, version);
    this.record = new LearnerRecord(this.runTime.read("memory"), enough);
    const status = this.runTime.read("status");
    /** What an earlier visit reached; "" if it was not complete. */
    this.reached = COMPLETE.includes(status) ? status : "";
    this.isCounted = !NOT_COUNTED.includes(this.runTime.read("mode"));
    /** The part of the address after `?`, where the learner was; empty at first. */
    this.place = this.runTime.read("place");
    if (this.isCounted && !this.reached) this.runTime.write({ status: "incomplete" });
  }

  /**
   * @param {string} id
   * @param {boolean} isRight
   */
  answer(id, isRight) {
    this.record.add(id, isRight);
    this.#tell();
    this.runTime.save();
  }

  /** @param {string} query  the part of the address after `?` */
  moveTo(query) {
    if (query === this.place || query.length > this.runTime.form.placeRoom) return;
    this.place = query;
    this.runTime.write({ place: query });
  }

  save() {
    this.runTime.save();
  }

  end() {
    this.runTime.end((this.now() - this.start) / 1000);
  }

  #tell() {
    if (!this.isCounted) return;
    const { record } = this;
    const { text } = record;
    if (text.length <= this.runTime.form.memoryRoom) this.runTime.write({ memory: text });
    this.runTime.write({
      min: "0",
      max: "100",
      raw: String(Math.round(100 * record.score)),
      scaled: record.score.toFixed(2),
      progress: record.progress.toFixed(2),
      status: this.reached || (record.isComplete ? "completed" : "incomplete"),
    });
  }
}
