// Connects a figure of the page with its Dash component: moves the figure into the component, reports what the page
// shows, and shows what a callback sets.
import { ReportedProps } from "../components/reported-props.js";
import { adopt } from "./adopted-element.js";

const now = (/** @type {() => void} */ work) => work();

export class PageFigure {
  #reported = new ReportedProps();
  isMounted = false;
  /** @type {(change: Partial<Record<Reported, string>>) => void} called with what a callback has set */
  onSet = () => {};

  /** @param {string} [elementId]  of the element that moves into the component; without one nothing moves */
  constructor(elementId) {
    this.elementId = elementId;
  }

  /** @param {HTMLElement} place  of the component @returns {() => void}  to be called when the component goes */
  mount(place) {
    const leave = this.elementId ? adopt(document.getElementById(this.elementId), place) : () => {};
    this.isMounted = true;
    return () => {
      this.isMounted = false;
      leave();
    };
  }

  /** Takes the props that Dash gives, and shows those that a callback has set. @param {FigureProps} props */
  take(props) {
    const before = { ...this.#reported.shown };
    this.#reported.take(props);
    const { shown } = this.#reported;
    const names = /** @type {Reported[]} */ (Object.keys(shown));
    const changed = names.filter((name) => (shown[name] ?? "") !== (before[name] ?? ""));
    if (changed.length) this.onSet(Object.fromEntries(changed.map((name) => [name, shown[name] ?? ""])));
  }

  /** Reports what the page shows already. @param {Partial<Record<Reported, string>>} shown */
  report(shown) {
    this.#reported.set(shown, now);
  }
}
