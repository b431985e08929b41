// The box of a running tour: the text of the current step, with Back and Next buttons.
import { createStepButtons } from "../article/step-buttons.js";
import { element } from "../app/dom.js";
import { TourSummary } from "./tour-summary.js";
import { ON } from "../stage/stage-frame.js";

/** @import { Words } from "../lesion/types" */
/** @import { Position } from "./tour-route.js" */

/** A button for a hard word, from its component. @param {Component} component */
const termButton = ({ props: { children, ...props } }) =>
  element(
    "button",
    { className: props.className, "data-meaning": props["data-meaning"], "aria-expanded": "false" },
    children,
  );

export class StepBox {
  /**
   * @param {HTMLElement} box
   * @param {Words} words
   * @param {Record<string, () => void>} actions  what the buttons do, by name
   * @param {import("./tour-summary.js").SummaryActions} summaryActions
   */
  constructor(box, words, actions, summaryActions) {
    this.place = box;
    this.summary = new TourSummary(words, summaryActions);
    const button = (/** @type {string} */ name) =>
      element(
        "button",
        { type: "button", className: `plain ${name}`, on: { click: actions[name] } },
        words[`tours.${name}`],
      );
    this.name = element("p", { className: "kind" });
    const [back, next, place, end] = ["back", "next", "place", "finish"].map((name) => words[`tours.${name}`]);
    this.content = element("div", { className: "said", "aria-live": "polite" });
    this.reveal = button("reveal");
    this.askRoom = button("room");
    const keys = element("button", { type: "button", className: "plain", "data-keys": "help" }, words["tours.keys"]);
    this.sources = element(
      "button",
      { type: "button", className: "plain", "aria-haspopup": "dialog" },
      words["tours.sources"],
    );
    const stage = element("button", { type: "button", className: "plain", "data-stage": ON }, words["stage.open"]);
    this.finish = button("finish");
    this.slides = element(
      "button",
      {
        type: "button",
        className: "plain to-slides",
        title: words["slides.make.title"],
        on: { click: actions.slides },
      },
      words["slides.make"],
    );
    const foot = element(
      "div",
      { className: "row" },
      stage,
      button("notes"),
      this.sources,
      this.slides,
      keys,
      this.finish,
    );
    const controls = element("div", { className: "tour-controls" });
    const follow = () => (this.isLast ? actions.finish : actions.next)();
    this.isLast = false;
    this.showStep = createStepButtons(controls, { back, next, place, end }, (by) =>
      by > 0 ? follow() : actions.previous(),
    );
    controls.append(this.reveal, this.askRoom, foot);
    box.append(this.name, this.content, controls);
  }

  /**
   * @param {Position} position
   * @param {((text: string) => (string | Component)[]) | null} gloss  explains the hard words, in the plain voice
   * @param {boolean} canAskRoom  whether this browser leads a classroom
   */
  show(position, gloss, canAskRoom) {
    const { tour, n, count, number, asks, step, isSummary } = position;
    this.place.hidden = false;
    this.name.textContent = tour.name;
    this.isLast = n === count - 1;
    this.showStep(isSummary ? -1 : number, tour.steps.length, "", { isFirst: n === 0, isLast: this.isLast });
    this.finish.hidden = this.isLast; // the button to the next step ends the tour there
    // the button that reveals the answer disappears, so the focus moves to the next button
    if (!asks && document.activeElement === this.reveal)
      /** @type {HTMLElement} */ (this.place.querySelector(".next")).focus();
    this.reveal.hidden = !asks;
    this.askRoom.hidden = !asks || !canAskRoom || !step.answers;
    this.sources.hidden = asks || isSummary || Boolean(tour.isOwn);
    this.slides.hidden = Boolean(tour.isOwn);
    this.place.toggleAttribute("data-summary", isSummary);
    this.sources.dataset.claim = step.claim;
    if (asks) return this.content.replaceChildren(element("h2", { className: "ask" }, step.ask));
    if (isSummary) return this.content.replaceChildren(...this.summary.contents(position));
    const question = step.ask ? [element("p", { className: "asked" }, step.ask)] : [];
    const text = gloss
      ? gloss(step.plain).map((child) => (typeof child === "string" ? child : termButton(child)))
      : [step.text];
    return this.content.replaceChildren(
      ...question,
      element("h2", {}, step.title),
      element("p", { className: "prose" }, ...text),
    );
  }

  hide() {
    this.place.hidden = true;
    this.content.replaceChildren();
  }
}
