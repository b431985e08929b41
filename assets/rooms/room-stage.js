// What a classroom shows in the place of the figures: how to join, the plate of the question, the answer, and the taps.
import { removeTaps, showTaps } from "./taps.js";

/** @import { Answer, Question } from "../quiz/question-bank.js" */
/** @import { QuizFigures } from "../quiz/quiz-figures.js" */
/** @import { RoomClient } from "./room-client.js" */
/** @import { RoomQuestions } from "./room-questions.js" */

export class RoomStage {
  /**
   * @param {Page} page
   * @param {RoomQuestions} questions
   * @param {QuizFigures} figures
   */
  constructor(page, questions, figures) {
    this.page = page;
    this.questions = questions;
    this.figures = figures;
  }

  /**
   * How to join fills the screen of the wall until a question is asked, and when the lecturer wants it.
   * @param {boolean} isWall
   * @param {boolean} isWanted
   */
  showJoin(isWall, isWanted) {
    const { main } = this.page;
    main.dataset.room = isWall ? "wall" : "seat";
    main.toggleAttribute("data-join", isWall && isWanted);
  }

  /**
   * @param {Question | null} question
   * @param {Answer | null} answer  once the answers are shown
   * @param {State} state
   */
  draw(question, answer, state) {
    const { main } = this.page;
    const isOpen = Boolean(question) && !answer;
    main.dataset.quiz = answer ? "answered" : question ? "asking" : "setup";
    main.toggleAttribute("data-asking", isOpen);
    main.toggleAttribute("data-clicked", Boolean(question?.clicked));
    const plate = question ? this.questions.plateOf(question) : state.plate;
    if (isOpen && plate !== state.plate) this.page.go({ plate }, null, "replace");
    if (answer) this.questions.drawAnswer(question, answer);
    else if (question) this.questions.draw(question);
    else this.figures.clear();
  }

  /** All taps on the wall once the answers are shown; on a phone its own. @param {RoomClient} client */
  drawTaps({ seat, state }) {
    const own = seat?.answers[state?.number]?.at;
    const all = (state?.revealed && state.results?.taps) || [];
    showTaps(this.page.figures, seat ? (own ? [own] : []) : all);
  }

  leave() {
    const { main, figures } = this.page;
    removeTaps(figures);
    delete main.dataset.room;
    main.removeAttribute("data-join");
  }
}
