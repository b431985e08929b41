// The strip below the body in a pose: a slider, healthy or weak, what is seen, and the sources.
import { element, filled } from "../app/dom.js";

/** @import { Mark, Pose, Posed } from "./pose.js" */

/** A quiet mark that opens the sources of a claim. @param {Mark} mark */
const sourceMark = ({ claim, title, className }) =>
  element(
    "button",
    { type: "button", className: "cites", title, "aria-label": title, "aria-haspopup": "dialog", "data-claim": claim },
    element("span", { className }),
  );

/** @param {string} text @param {Mark} mark */
const line = (text, mark) => element("p", {}, text, " ", sourceMark(mark));

export class PoseStrip {
  /**
   * @param {HTMLElement} place
   * @param {Record<string, string>} words
   * @param {object} callbacks
   * @param {(at: number, isFinal: boolean) => void} callbacks.onMove  the reader has moved the slider
   * @param {(isWeak: boolean) => void} callbacks.onState  the reader has chosen healthy or weak muscles
   * @param {() => void} callbacks.onPlay
   */
  constructor(place, words, { onMove, onState, onPlay }) {
    const playing = element(
      "button",
      { type: "button", className: "plain", on: { click: onPlay } },
      words["pose.play"],
    );
    this.range = element("input", { type: "range", min: "0", step: "0.05", "aria-label": words["pose.amount"] });
    this.range.addEventListener("input", () => onMove(Number(this.range.value), false));
    this.range.addEventListener("change", () => onMove(Number(this.range.value), true));
    const choice = (name, isWeak) => {
      const field = element("input", { type: "radio", name: "solid-pose-state", value: name });
      field.addEventListener("change", () => onState(isWeak));
      return element("label", {}, field, element("span", {}, words[`pose.${name}`]));
    };
    this.states = element("div", { className: "pose-states", role: "radiogroup", "aria-label": words.pose });
    this.states.append(choice("usual", false), choice("weak", true));
    this.text = element("div", { className: "pose-text", "aria-live": "polite" });
    const row = element("div", { className: "pose-row" }, playing, this.range, this.states);
    this.strained = element("div", {});
    const title = element("summary", {}, words["strain.title"]);
    this.measured = element("details", { className: "pose-measured" }, title, this.strained);
    const attributes = { className: "pose-strip", "aria-label": words.pose, hidden: true };
    this.strip = element("section", attributes, row, this.text, this.measured);
    this.words = words;
    place.append(this.strip);
    this.shown = "";
  }

  hide() {
    this.strip.hidden = true;
    this.shown = "";
  }

  /** @param {Pose} pose @param {Posed} posed */
  show(pose, { at, isWeak }) {
    const frames = isWeak ? pose.weak : pose.usual;
    const now = Math.round(at);
    this.strip.hidden = false;
    this.range.max = String(frames.length - 1);
    this.range.value = String(at);
    this.range.setAttribute("aria-valuetext", frames[now].says);
    this.states.hidden = !pose.weak.length;
    for (const field of this.states.querySelectorAll("input")) field.checked = (field.value === "weak") === isWeak;
    const key = [pose.id, now, isWeak].join();
    if (key === this.shown) return;
    this.shown = key;
    const muscles = filled(this.words["pose.muscles"], { muscles: pose.muscle_names });
    this.text.replaceChildren(
      line(frames[now].says, frames[now].mark),
      line(isWeak ? pose.weakness : pose.shows, pose.mark),
      ...(isWeak ? [element("p", { className: "pose-muscles" }, " ", muscles)] : []),
    );
    const strain = strainAt(pose, at, isWeak);
    this.measured.hidden = !strain.length;
    this.strained.replaceChildren(...strain.map(({ says, mark }) => line(says, mark)));
  }
}

/** The strain that was measured at this moment. @param {Pose} pose @param {number} at @param {boolean} isWeak */
export const strainAt = (pose, at, isWeak) =>
  isWeak ? [] : pose.strain.filter(({ frame }) => frame === Math.round(at));
