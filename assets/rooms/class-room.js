// A classroom in the quiz: phones answer what the lecturer shows, and the wall shows how the room has answered.
import { closest } from "../app/dom.js";
import { showLine } from "../app/status.js";
import { addShortcut } from "../keyboard/shortcuts.js";
import { isInPanel } from "../lesion/mode-helpers.js";
import { report } from "../panel/panel.js";
import { joinCard } from "./join-card.js";
import { LeadControls } from "./lead-controls.js";
import { UNKNOWN } from "./result-bars.js";
import { RoomBox } from "./room-box.js";
import { RoomClient } from "./room-client.js";
import { forgetSecret, keepSeat, seatIn, secretOf } from "./room-memory.js";
import { RoomQuestions } from "./room-questions.js";
import { closeRoom } from "./room-requests.js";
import { RoomStage } from "./room-stage.js";
import { tapOf } from "./taps.js";

/** @import { Quiz } from "../quiz/quiz.js" */

const MODE = "quiz";
const REMOTE = "PageDown";

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
    this.isJoining = false;
    const { words } = quiz;
    this.questions = new RoomQuestions(page, quiz, () => this.#tellLoaded());
    this.stage = new RoomStage(page, this.questions, quiz.figures);
    this.box = new RoomBox(words, this.questions, (choice) => this.client.answer({ choice, at: null }));
    this.controls = this.secret ? this.#controls() : null;
    if (this.controls) {
      this.box.message.after(this.controls.revealButton);
      this.box.place.append(this.controls.place, joinCard(code, words));
    }
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
    this.shownNumber = 0;
    // a phone that wakes up asks at once
    this.wake = () => document.visibilityState === "visible" && void this.client.poll();
    document.addEventListener("visibilitychange", this.wake);
    addEventListener("online", this.wake);
    const forward = () => this.controls?.forward();
    this.removeKey = this.controls ? addShortcut(REMOTE, "keys.room", forward) : () => {};
    this.onFigures = quiz.figures.onLoad;
    quiz.figures.onLoad = () => this.#draw();
    void this.client.poll();
  }

  #controls() {
    const { questions, quiz, page, code, secret } = this;
    return new LeadControls(questions, quiz.words, {
      ask: (question) => {
        this.isJoining = false;
        void this.client.ask((this.client.state?.number ?? 0) + 1, question, false);
      },
      reveal: () => void this.client.ask(this.client.state.number, this.client.state.question, true),
      join: () => {
        this.isJoining = !this.isJoining;
        this.#draw();
      },
      tour: () => page.go({ ...questions.tours.changeToAnswer(this.asked.question.id, page.defaults), room: "" }),
      close: async () => {
        if (!(await closeRoom(this.client.address, secret))) return;
        forgetSecret(code);
        page.go({ room: "" });
      },
    });
  }

  #tellLoaded() {
    this.controls?.list.fill();
    this.#draw();
  }

  /** What is asked; `question` is null before the first, and if this atlas has no such question. */
  get asked() {
    const shown = this.client.state?.question;
    const question = (shown && this.questions.get(shown.id)) || null;
    const choices = question ? this.questions.choices(question, shown.seed) : [];
    const isLoading = Boolean(shown) && !question && this.questions.isLoading(shown.id);
    return { question, choices, isLoading, voice: this.state?.voice ?? "" };
  }

  /** Whether this seat answers the question by a tap on the body, and can still do so. */
  get isTapAwaited() {
    const { seat, state, given } = this.client;
    return Boolean(seat && this.asked.question?.clicked && !state.revealed && given === null);
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
    this.controls?.show(client.state, this.isJoining);
    this.stage.showJoin(Boolean(this.controls), this.isJoining || !client.state?.question);
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
      this.stage.draw(asked.question, answer, this.state);
      this.stage.drawTaps(client);
      this.#scrollToQuestion();
      report(this.page.payload, { mode: MODE, voice: this.state.voice, part: `room ${key}` }, null);
    }
    showLine(this.box.message.textContent, this.box.heading.textContent);
  }

  /** A new question begins at its top, wherever the lecturer has scrolled to. */
  #scrollToQuestion() {
    const number = this.client.state?.number ?? 0;
    if (number === this.shownNumber) return;
    this.shownNumber = number;
    for (const box of [this.quiz.box, this.quiz.box.parentElement]) box.scrollTop = 0;
  }

  panel() {
    const { answer, asked } = this;
    return answer ? this.questions.panel(asked.question, answer, asked.voice) : [];
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
    this.removeKey();
    this.quiz.figures.onLoad = this.onFigures;
    this.stage.leave();
    this.box.place.remove();
  }
}
