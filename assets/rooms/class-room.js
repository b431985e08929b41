// A classroom in the quiz: phones answer what the lecturer shows, and the wall shows how the room has answered.
import { closest } from "../app/dom.js";
import { report } from "../panel/panel.js";
import { showLine } from "../app/status.js";
import { isInPanel } from "../lesion/mode-helpers.js";
import { LeadControls } from "./lead-controls.js";
import { RoomBox } from "./room-box.js";
import { UNKNOWN } from "./result-bars.js";
import { RoomClient } from "./room-client.js";
import { forgetSecret, keepSeat, seatIn, secretOf } from "./room-memory.js";
import { removeTaps, showTaps, tapOf } from "./taps.js";

/** @import { Quiz } from "../quiz/quiz.js" */

const MODE = "quiz";

export class ClassRoom {
  /**
   * @param {Page} page
   * @param {Quiz} quiz  whose questions, words and figures the room uses
   * @param {string} code
   */
  constructor(page, quiz, code) {
    this.page = page;
    this.quiz = quiz;
    this.code = code;
    this.secret = secretOf(code);
    const { words, bank, questionBox } = quiz;
    this.box = new RoomBox(words, questionBox, (choice) => this.client.answer({ choice, at: null }));
    this.controls = this.secret ? this.#controls(bank, words, questionBox) : null;
    this.box.place.append(...(this.controls ? [this.controls.place] : []));
    quiz.box.append(this.box.place);
    this.client = new RoomClient(page.answers.rooms, code, {
      seat: this.secret ? null : seatIn(code),
      secret: this.secret,
      onChange: () => this.#draw(),
      onSeat: (seat) => keepSeat(code, seat),
    });
    /** @type {State | null} */
    this.state = null;
    this.shown = "";
    // a phone that wakes up asks at once
    this.wake = () => document.visibilityState === "visible" && void this.client.poll();
    document.addEventListener("visibilitychange", this.wake);
    addEventListener("online", this.wake);
    void this.client.poll();
  }

  #controls(bank, words, texts) {
    return new LeadControls(bank, words, texts, {
      ask: (question) => void this.client.ask((this.client.state?.number ?? 0) + 1, question, false),
      reveal: () => void this.client.ask(this.client.state.number, this.client.state.question, true),
      close: async () => {
        if (!(await this.client.close())) return;
        forgetSecret(this.code);
        this.page.go({ room: "" });
      },
    });
  }

  /** What is asked, as the quiz has it; `question` is null before the first, and if this atlas has no such question. */
  get asked() {
    const shown = this.client.state?.question;
    const question = (shown && this.quiz.bank.questions.get(shown.id)) || null;
    const choices = question && !question.clicked ? this.quiz.bank.choices(question.id, shown.seed) : [];
    return { question, choices, voice: this.state?.voice ?? "" };
  }

  /** The answer to explain once the answers are shown. */
  get answer() {
    const { question, choices } = this.asked;
    const given = this.client.given;
    if (!question || !this.client.state.revealed) return null;
    const chosen = given && given !== UNKNOWN ? given : null;
    const isRight = question.right.includes(chosen);
    const right = choices.find((id) => question.right.includes(id)) ?? question.right[0];
    return { chosen, isRight, answer: isRight ? chosen : right };
  }

  /** @param {State} state */
  show(state) {
    this.state = state;
    this.box.place.hidden = false;
    return this.#draw();
  }

  #draw() {
    if (!this.state || this.client.isStopped) return;
    const { asked, answer, client } = this;
    this.box.show(client, asked);
    this.controls?.show(this.code, client.state);
    const key = JSON.stringify([
      client.state?.number,
      client.state?.revealed && client.state.answers, // those that arrive late change the results
      client.state?.revealed,
      client.given,
      this.state.voice,
      this.quiz.figures.isReady,
    ]);
    if (key !== this.shown) {
      this.shown = key;
      this.#drawFigures(asked, answer);
      this.#drawTaps();
      report(this.page.payload, { mode: MODE, voice: this.state.voice, part: `room ${key}` }, null);
    }
    showLine(this.box.message.textContent, this.box.heading.textContent);
  }

  #drawFigures({ question }, answer) {
    const { main } = this.page;
    const isOpen = Boolean(question) && !answer;
    main.dataset.quiz = answer ? "answered" : question ? "asking" : "setup";
    main.toggleAttribute("data-asking", isOpen);
    main.toggleAttribute("data-clicked", Boolean(question?.clicked));
    const plate = question ? this.quiz.plateOf(question.id) : this.state.plate;
    if (isOpen && plate !== this.state.plate) this.page.go({ plate }, null, "replace");
    if (answer) this.quiz.figures.showAnswer(question, answer);
    else if (question) this.quiz.figures.showQuestion(question);
    else this.quiz.figures.clear();
  }

  #drawTaps() {
    const results = this.client.state?.revealed ? this.client.state.results : null;
    if (results) showTaps(this.page.figures, results.taps);
    else removeTaps(this.page.figures);
  }

  panel() {
    const { answer, asked } = this;
    return answer ? this.quiz.explanation.panel(asked.question, answer, this.quiz.figures) : [];
  }

  /**
   * @param {string} id
   * @param {Event} event
   */
  choose(id, event) {
    if (isInPanel(event)) return { mode: "", select: id };
    const { question } = this.asked;
    const isSkin = Boolean(closest(event, ".skin"));
    if (this.client.seat && question?.clicked && isSkin) this.client.answer({ choice: id, at: tapOf(event) });
    return null;
  }

  leave() {
    this.client.stop();
    document.removeEventListener("visibilitychange", this.wake);
    removeEventListener("online", this.wake);
    removeTaps(this.page.figures);
    this.box.place.remove();
  }
}
