// The props that a component reports. It shows a change at once and reports it after the next paint; what comes back
// from the app later must not undo a newer choice.
import { afterPaint } from "../app/scheduling.js";

/** @type {Reported[]} */
const NAMES = ["selected", "hovered", "lesion", "camera"];

export class ReportedProps {
  /** @type {Record<Reported, string | null>} what the component shows; a lesion of null means that lesions are off */
  shown = { selected: "", hovered: "", lesion: null, camera: "" };
  /** @type {FigureProps} */
  #props = {};
  /** @type {Record<Reported, string[]>} values that were reported and have not come back */
  #sent = { selected: [], hovered: [], lesion: [], camera: [] };
  /** @type {Partial<Record<Reported, string>>} */
  #pending = {};

  /** Takes the props that the app gives, except those that the component itself has reported. @param {FigureProps} props */
  take(props) {
    const before = this.#props;
    this.#props = props;
    for (const name of NAMES) {
      if (props[name] === before[name]) continue;
      const at = this.#sent[name].indexOf(props[name]);
      if (at >= 0) this.#sent[name].splice(0, at + 1);
      else this.shown[name] = props[name] ?? (name === "lesion" ? null : "");
    }
  }

  /**
   * Shows a change now and reports it after the next paint.
   * @param {Partial<Record<Reported, string>>} change
   * @param {(work: () => void) => void} [when]  schedules the report
   */
  set(change, when = afterPaint) {
    Object.assign(this.shown, change);
    const isWaiting = Object.keys(this.#pending).length > 0;
    Object.assign(this.#pending, change);
    if (!isWaiting) when(() => this.#report());
  }

  #report() {
    const change = {};
    for (const name of NAMES) {
      const value = this.#pending[name];
      if (value === undefined || value === (this.#sent[name].at(-1) ?? this.#props[name] ?? "")) continue;
      change[name] = value;
      this.#sent[name].push(value);
    }
    this.#pending = {};
    if (Object.keys(change).length) this.#props.setProps?.(change);
  }
}
