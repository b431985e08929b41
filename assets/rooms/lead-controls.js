// With what a lecturer leads a classroom: the next question, the answers, how to join, and back to a tour.
import { element } from "../app/dom.js";
import { newSeed } from "../quiz/seeded-random.js";
import { QuestionList } from "./question-list.js";
import { KIND } from "./tour-questions.js";

/** @import { RoomQuestions } from "./room-questions.js" */
/** @import { Words } from "../lesion/types" */
/** @import { RoomState } from "./room-client.js" */

export class LeadControls {
  /**
   * @param {RoomQuestions} questions
   * @param {Words} words
   * @param {object} acts
   * @param {(question: {id: string, seed: string}) => void} acts.ask
   * @param {() => void} acts.reveal
   * @param {() => void} acts.join  shows or hides how to join
   * @param {() => void} acts.tour  goes on with the tour that asks this question
   * @param {() => void} acts.close
   */
  constructor(questions, words, acts) {
    this.words = words;
    this.acts = acts;
    const button = (/** @type {string} */ key, /** @type {string} */ className, /** @type {() => void} */ click) =>
      element("button", { type: "button", className, on: { click } }, words[key]);
    this.askButton = button("room.ask", "start", () => this.#ask());
    // the questions of tours may still be loading, and a kind may have no question left
    const showAsk = () => void (this.askButton.disabled = !this.list?.chosen);
    this.list = new QuestionList(questions, words, () => this.forward(), showAsk);
    showAsk();
    /** In the box of the room, so that it can be seen without scrolling. */
    this.revealButton = button("room.reveal", "start", acts.reveal);
    this.tourButton = button("room.tour", "start", acts.tour);
    this.joinButton = button("room.join.show", "plain", acts.join);
    this.place = element(
      "div",
      { className: "room-lead" },
      this.tourButton,
      ...this.list.fields,
      element("p", { className: "acts" }, this.askButton, this.joinButton, button("room.close", "plain", acts.close)),
      element("p", { className: "purpose" }, words["room.remote"]),
    );
  }

  #ask() {
    if (this.list.chosen) this.acts.ask({ id: this.list.chosen, seed: newSeed() });
  }

  /** What comes next in a lecture: the answers, or the next question. */
  forward() {
    if (this.revealButton.hidden) this.#ask();
    else this.acts.reveal();
  }

  /**
   * @param {RoomState | null} state
   * @param {boolean} isJoining  whether how to join fills the screen
   */
  show(state, isJoining) {
    const { words } = this;
    const id = state?.question?.id;
    if (id) this.list.noteAsked(id);
    const isOpen = Boolean(id) && !state.revealed;
    this.revealButton.hidden = !isOpen;
    this.tourButton.hidden = !id || isOpen || !id.startsWith(`${KIND}.`);
    this.askButton.className = isOpen || !this.tourButton.hidden ? "plain" : "start";
    this.askButton.textContent = words[id ? "room.ask.next" : "room.ask"];
    this.joinButton.hidden = !id;
    this.joinButton.textContent = words[isJoining ? "room.join.hide" : "room.join.show"];
  }
}
