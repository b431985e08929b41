// The quiz: a run of questions drawn from the seed in the address, each explained once it is answered.
import { report } from "../panel/panel.js";
import { plates } from "../figures/plates.js";
import { filled } from "../app/dom.js";
import { showLine, showNotice } from "../app/status.js";
import { isInPanel } from "../lesion/mode-helpers.js";
import { END, correctAddress, questionIndex, questionNumber, runAddress } from "./quiz-address.js";
import { QuestionBox } from "./question.js";
import { QuestionBank } from "./question-bank.js";
import { newSeed } from "./seeded-random.js";
import { Progress } from "./progress.js";
import { QuizResult } from "./quiz-result.js";
import { QuestionSheet } from "./question-sheet.js";
import { logFailure } from "../app/settled.js";
import { QuizSetup } from "./quiz-setup.js";
import { QuizFigures } from "./quiz-figures.js";
import { EXAM, Exam } from "./exam.js";
import { Explanation } from "./explanation.js";
import { GivenAnswers } from "./given-answers.js";
import { roomSetup } from "../rooms/room-setup.js";

/** @import { StateChange } from "../lesion/types" */
/** @import { Answer, Question, QuizData, Run } from "./question-bank.js" */
/** @import { RunChoice } from "./quiz-setup.js" */

/** @typedef {"setup" | "question" | "end"} Phase */

/**
 * @typedef {object} QuestionView  the question that is shown
 * @property {Question} question
 * @property {string[]} run
 * @property {number} n
 * @property {string} runKey
 * @property {boolean} isExam  whether no answer is shown yet
 * @property {Answer | undefined} given  once it may be shown
 * @property {string[]} choices
 */

const MODE = "quiz";
const NARROW = matchMedia("(max-width: 59.99rem)");

export class Quiz {
  /**
   * @param {Page} page
   * @param {QuizData} data
   */
  constructor(page, data) {
    this.page = page;
    this.payload = page.payload;
    this.words = data.words;
    this.bank = new QuestionBank(data, page.payload);
    this.progress = new Progress((id) => this.bank.questions.has(id));
    /** @type {QuestionView | null} */
    this.view = null;
    /** @type {State | null} */
    this.state = null;
    // The question or page of the quiz that was shown last, and the one that last took the focus.
    this.shownKey = "";
    this.focusedKey = "";
    const { bank, words, payload } = this;
    this.figures = new QuizFigures(page, words, bank, () => this.view && this.show(this.state));
    this.explanation = new Explanation(words, payload, bank);
    this.exam = new Exam(words);
    this.given = new GivenAnswers(bank, this.progress, this.exam);
    this.setup = new QuizSetup(bank, words, this.progress, page.answers.deck, {
      start: (choice) => this.start(choice),
      print: (choice) => this.print({ ...choice, seed: newSeed() }),
    });
    this.roomSetup = page.answers.rooms ? roomSetup(page.answers.rooms, words, (room) => page.go({ room })) : null;
    this.questionBox = new QuestionBox(bank, words, payload, {
      onAnswer: (id) => this.answer(id),
      onMove: (by) => this.moveBy(by),
      onFigures: () => this.#focusFigures(),
    });
    this.sheet = new QuestionSheet(page, words, this.questionBox, this.explanation);
    this.questionBox.place.prepend(this.exam.clock);
    this.result = new QuizResult(words, this.questionBox, this.explanation, {
      repeat: (ids) => this.start({ level: "", asked: ids.join(), length: this.state.length, exam: "", minutes: "" }),
      restart: () => this.start(/** @type {RunChoice} */ (/** @type {unknown} */ (this.state))),
      change: () => this.page.go({ seed: "", n: "" }),
      print: () => this.print(/** @type {Run & RunChoice} */ (/** @type {unknown} */ (this.state))),
      open: (n) => this.#goTo(this.#runOf(this.state), n),
      address: () => runAddress(this.state, this.page.defaults),
    });
    /** @type {Record<Phase, HTMLElement>} */
    this.places = { setup: this.setup.place, question: this.questionBox.place, end: this.result.place };
    this.box = document.getElementById("quiz");
    this.box.append(...Object.values(this.places));
  }

  /** The explanation in the panel, once the question is answered. */
  panel() {
    const { question, given } = this.view ?? {};
    return given ? this.explanation.panel(question, given, this.figures) : [];
  }

  /** Whether the question is answered by a tap on the body, and can still be. */
  get isTapAwaited() {
    return Boolean(this.view?.question.clicked && !this.view.given);
  }

  /** @param {State} state */
  #runOf(state) {
    const { seed, level, asked, length } = state;
    return this.bank.run({ seed, level, asked, length });
  }

  /** Starts a new run. @param {RunChoice} choice */
  start({ level, asked, length, exam, minutes }) {
    const run = { level, asked, length, exam, minutes, seed: newSeed() };
    this.shownKey = "";
    this.#goTo(this.bank.run(run), 0, { ...run, select: "" });
  }

  /** Prints a run with its answers. @param {Run & RunChoice} run */
  print(run) {
    const { page, bank, state } = this;
    const questions = bank.run(run).map((id) => bank.questions.get(id));
    const sheet = {
      questions,
      choices: questions.map((question) => this.given.choices(question, run.seed)),
      minutes: run.minutes,
      address: runAddress(run, page.defaults),
      answersAddress: runAddress(run, page.defaults, END),
      voice: state.voice,
      side: state.side,
      plateOf: (/** @type {Question} */ question) => this.plateOf(question.id),
    };
    void this.sheet.print(sheet).catch(logFailure);
  }

  /**
   * Goes to a question of a run, on the plate where it is asked, or to the end of the run.
   * @param {string[]} run
   * @param {number} n
   * @param {StateChange} [change]
   */
  #goTo(run, n, change = {}) {
    const plate = n < run.length ? { plate: this.plateOf(run[n]) } : {};
    this.page.go({ ...change, n: questionNumber(n, run.length), ...plate });
  }

  /** The plate on which a question is asked. @param {string} id */
  plateOf(id) {
    const { plate: defaultPlate } = this.page.defaults;
    const wanted = this.bank.plateOf(this.bank.questions.get(id), defaultPlate);
    return plates().includes(wanted) ? wanted : defaultPlate;
  }

  /** @param {number} by */
  moveBy(by) {
    if (this.view && this.view.n + by >= 0) this.#goTo(this.view.run, this.view.n + by);
  }

  #focusFigures() {
    const isVisible = (/** @type {Element} */ shape) => shape.getClientRects().length > 0;
    const { figures } = this.page;
    const stop = /** @type {HTMLElement | null} */ (figures.querySelector('.skin [tabindex="0"]'));
    const shapes = /** @type {NodeListOf<HTMLElement>} */ (figures.querySelectorAll(".skin [data-node]"));
    (stop && isVisible(stop) ? stop : [...shapes].find(isVisible))?.focus();
  }

  /** @param {State} state */
  show(state) {
    this.bank.takeOwn();
    const { change, wrong } = correctAddress(state, this.page.defaults, this.bank);
    if (wrong.length) {
      showNotice(wrong.map(({ key, value }) => filled(this.words[`quiz.unknown.${key}`], { value })));
      return this.page.go(change, null, "replace");
    }
    this.state = state;
    const run = state.seed ? this.#runOf(state) : [];
    const runKey = [state.seed, state.level, state.asked, state.length, state.exam].join(" ");
    const n = questionIndex(state, run.length);
    /** @type {Phase} */
    const phase = !run.length ? "setup" : n === run.length ? "end" : "question";
    const key = `${runKey} ${n} ${phase}`;
    const isNew = key !== this.shownKey;
    this.shownKey = key;
    // the address may name no plate, or another one
    if (isNew && phase === "question" && this.plateOf(run[n]) !== state.plate)
      return this.page.go({ plate: this.plateOf(run[n]) }, null, "replace");
    if (state.exam && run.length) this.given.resumeExam(run, runKey, state.seed);
    this.view = null;
    for (const [name, place] of Object.entries(this.places)) place.hidden = name !== phase;
    if (this.roomSetup) this.setup.place.append(this.roomSetup);
    if (phase === "question") this.#showQuestion(state, run, n, runKey);
    else this.#showOutside(phase, state, run, runKey);
    if (this.focusedKey !== key) this.#focusHeading(phase);
    this.focusedKey = key;
    return this.#report(state, n);
  }

  /** @param {Phase} phase */
  #focusHeading(phase) {
    this.box.scrollTop = 0;
    // a reader who has just opened the page keeps the focus
    if (!this.focusedKey) return;
    if (NARROW.matches) this.page.figures.scrollIntoView({ block: "start" });
    this.places[phase].querySelector("h2").focus({ preventScroll: true });
  }

  /**
   * @param {State} state
   * @param {number} n
   */
  #report({ voice, seed }, n) {
    const chosen = this.view?.given ? (this.view.given.chosen ?? "?") : "";
    report(this.payload, { mode: MODE, voice, part: [seed, n, chosen, this.figures.isReady].join(" ") }, null);
  }

  /**
   * Shows the start page or the end of a run.
   * @param {"setup" | "end"} phase
   * @param {State} state
   * @param {string[]} run
   * @param {string} runKey
   */
  #showOutside(phase, state, run, runKey) {
    const { main } = this.page;
    main.dataset.quiz = phase;
    delete main.dataset.asking;
    this.figures.clear();
    this.exam.stop();
    if (phase === "setup") this.setup.show(state);
    else {
      const questions = run.map((id) => this.bank.questions.get(id));
      if (state.exam) this.given.finishExam(questions, runKey);
      const exam = state.exam && {
        time: this.exam.timeText(runKey, state.minutes),
        answers: questions.map((question) => this.given.rightAnswer(question, state.seed)),
      };
      this.result.show(questions, this.given.all(run, runKey), state.voice, exam || null);
    }
    const text = phase === "setup" ? this.words["quiz.status.setup"] : this.result.score.textContent;
    showLine(text, this.words["quiz.heading"]);
  }

  /**
   * @param {State} state
   * @param {string[]} run
   * @param {number} n
   * @param {string} runKey
   */
  #showQuestion(state, run, n, runKey) {
    const { main } = this.page;
    const question = this.bank.questions.get(run[n]);
    const isExam = state.exam === EXAM && !this.exam.isFinished(runKey);
    const own = this.given.at(question.id, runKey);
    const [held, given] = isExam ? [own, undefined] : [undefined, own ?? this.given.missing(question, state)];
    const choices = this.given.choices(question, state.seed);
    this.view = { question, run, n, runKey, isExam, given, choices };
    if (isExam) {
      this.exam.run(runKey, state.minutes);
      this.given.keepExam(run, runKey);
    } else this.exam.stop();
    main.dataset.quiz = given ? "answered" : "asking";
    main.toggleAttribute("data-asking", !given);
    main.toggleAttribute("data-clicked", question.clicked);
    if (given) this.figures.showAnswer(question, given);
    else this.figures.showQuestion(question);
    if (held && question.clicked) this.figures.markChosen(held.chosen);
    this.questionBox.show(question, { n, count: run.length, choices, given, voice: state.voice, isExam, held });
    const text = given ? this.questionBox.verdictOn(question, given) : this.questionBox.textOf(question, state.voice);
    showLine(text, filled(this.words["quiz.place"], { n: n + 1, all: run.length }));
  }

  /**
   * Answers the current question, unless it is answered already.
   * @param {string | null} chosen  null for "I don't know"
   */
  answer(chosen) {
    if (!this.view || this.view.given) return;
    const { question, runKey, isExam } = this.view;
    const { isRight } = this.given.take(question, chosen, runKey, this.state.seed);
    if (!isExam && !question.own) this.given.record(question.id, isRight);
    this.show(this.state);
    if (isExam) return;
    if (this.figures.isOnOtherPlate) this.page.go({ plate: this.page.defaults.plate }, null, "replace");
    this.questionBox.nextButton.focus({ preventScroll: true });
  }

  /**
   * A node in the panel opens in exploring; skin in the figures answers a question.
   * @param {string} id
   * @param {Event} event
   */
  choose(id, event) {
    if (isInPanel(event)) return { mode: "", select: id };
    const { question, given } = this.view ?? {};
    const isSkin = this.payload.kinds[this.payload.indexOf.get(id)] === "territory";
    if (question?.clicked && !given && isSkin) this.answer(id);
    return null;
  }

  /** @param {string} id */
  note(id) {
    return this.view?.given ? this.figures.meaningOf(this.payload.indexOf.get(id)) : "";
  }

  /** Shows only how a classroom is opened or joined. @param {State} state */
  showRoomSetup(state) {
    this.hide();
    this.state = state;
    this.page.main.dataset.quiz = "setup";
    this.figures.clear();
    this.box.append(this.roomSetup);
    showLine(this.words["room.setup.lead"], this.words["room.setup"]);
    return report(this.payload, { mode: MODE, voice: state.voice, part: "rooms" }, null);
  }

  /** Makes room in the box for a classroom. */
  hide() {
    for (const place of Object.values(this.places)) place.hidden = true;
    if (this.roomSetup) this.setup.place.append(this.roomSetup);
    this.view = null;
    this.shownKey = this.focusedKey = "";
  }

  leave() {
    const { main } = this.page;
    this.exam.stop();
    this.view = null;
    this.shownKey = this.focusedKey = "";
    for (const name of ["asking", "clicked", "quiz"]) delete main.dataset[name];
    this.figures.clear();
  }
}
