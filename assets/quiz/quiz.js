// The quiz: a run drawn from the seed in the address, one question after the other, each explained once it is answered.
import { report, registerModePanel } from "../panel/panel.js";
import { plates } from "../figures/plates.js";
import { filled } from "../app/dom.js";
import { showLine, showNotice } from "../app/status.js";
import { linkTo, mended, numbered, placeOf } from "./quiz-address.js";
import { Asking } from "./question.js";
import { Bank } from "./question-bank.js";
import { newSeed } from "./seeded-random.js";
import { Progress } from "./progress.js";
import { Result } from "./quiz-result.js";
import { Setup } from "./quiz-setup.js";
import { Showing } from "./quiz-figures.js";
import { Telling } from "./explanation.js";

const MODE = "quiz";
const SMALL = matchMedia("(max-width: 67.99rem)");
const PHASES = ["setup", "question", "end"];

export class Quiz {
  constructor(page, raw) {
    Object.assign(this, { page, words: raw.words, payload: page.payload, bank: new Bank(raw, page.payload) });
    const { bank, words, payload } = this;
    this.progress = new Progress();
    this.given = new Map();
    this.showing = new Showing(page, words, () => this.view && this.show(this.state));
    this.telling = new Telling(words, payload);
    this.setup = new Setup(bank, words, this.progress, page.answers.deck, (run) => this.start(run));
    const work = { answer: (id) => this.answer(id), step: (by) => this.step(by), figures: () => this.toFigures() };
    this.asking = new Asking(bank, words, payload, work);
    this.result = new Result(words, this.asking, {
      again: (ids) => this.start({ level: "", asked: ids.join(), length: this.state.length }),
      anew: () => this.start(this.state),
      change: () => this.page.go({ seed: "", n: "" }),
      at: (n) => this.turn(this.bank.run(this.state), n),
      link: () => linkTo(this.state, this.page.usual),
    });
    this.box = document.getElementById("quiz");
    this.box.append(...this.parts.map(({ place }) => place));
    registerModePanel(MODE, () =>
      this.view?.given ? this.telling.panel(this.view.question, this.view.given, this.showing) : [],
    );
  }

  get parts() {
    return [this.setup, this.asking, this.result];
  }

  start({ level, asked, length }) {
    const begun = { level, asked, length, seed: newSeed() };
    this.shown = "";
    this.turn(this.bank.run(begun), 0, { ...begun, select: "" });
  }

  // To a question of a run, on the plate where it is asked, or to its end.
  turn(run, n, change = {}) {
    this.page.go({ ...change, n: numbered(n, run.length), ...(n < run.length ? { plate: this.plate(run[n]) } : {}) });
  }

  plate(id) {
    const { plate } = this.page.usual;
    const wanted = this.bank.plateOf(this.bank.questions.get(id), plate);
    return plates().includes(wanted) ? wanted : plate;
  }

  step(by) {
    const { n, run } = this.view ?? {};
    if (n !== undefined && n + by >= 0) this.turn(run, n + by);
  }

  toFigures() {
    const stop = this.page.figures.querySelector('.skin [tabindex="0"]');
    const shown = [...this.page.figures.querySelectorAll(".skin [data-node]")].find(
      (one) => one.getClientRects().length,
    );
    (stop?.getClientRects().length ? stop : shown)?.focus();
  }

  show(state) {
    const { change, wrong } = mended(state, this.page.usual, this.bank);
    if (wrong.length) {
      showNotice(wrong.map(([key, value]) => filled(this.words[`quiz.unknown.${key}`], { value })));
      return this.page.go(change, null, "replace");
    }
    this.state = state;
    const run = state.seed ? this.bank.run(state) : [];
    const [name, n] = [[state.seed, state.level, state.asked, state.length].join(" "), placeOf(state, run.length)];
    const phase = !run.length ? "setup" : n === run.length ? "end" : "question";
    const key = `${name} ${n} ${phase}`;
    const anew = key !== this.shown;
    this.shown = key;
    // a link may name no plate, or another
    if (anew && phase === "question" && this.plate(run[n]) !== state.plate)
      return this.page.go({ plate: this.plate(run[n]) }, null, "replace");
    this.view = null;
    this.parts.forEach((part, at) => (part.place.hidden = PHASES[at] !== phase));
    if (phase === "question") this.#ask(state, run, n, name);
    else this.#rest(phase, state, run, name);
    if (this.focused !== key) this.#focus(phase);
    this.focused = key;
    return this.#report(state, n);
  }

  #focus(phase) {
    const heading = {
      setup: this.setup.place.querySelector("h2"),
      question: this.asking.title,
      end: this.result.title,
    }[phase];
    this.box.scrollTop = 0;
    if (this.focused && SMALL.matches) this.page.figures.scrollIntoView({ block: "start" });
    if (this.focused) heading.focus({ preventScroll: true }); // whoever has just come to the page stays where they are
  }

  #report({ voice, seed }, n) {
    const phase = this.view?.given ? (this.view.given.chosen ?? "?") : "";
    report(this.payload, { mode: MODE, voice, part: [seed, n, phase, this.showing.ready].join(" ") }, null);
  }

  #rest(phase, state, run, name) {
    const { main } = this.page;
    main.dataset.quiz = phase;
    delete main.dataset.asking;
    this.showing.clear();
    if (phase === "setup") this.setup.show(state);
    else
      this.result.show(
        run.map((id) => this.bank.questions.get(id)),
        run.map((id) => this.given.get(`${name} ${id}`)),
        state.voice,
      );
    showLine(
      phase === "setup" ? this.words["quiz.status.setup"] : this.result.score.textContent,
      this.words["quiz.heading"],
    );
  }

  #ask(state, run, n, name) {
    const { main } = this.page;
    const question = this.bank.questions.get(run[n]);
    const given = this.given.get(`${name} ${question.id}`);
    const choices = question.clicked ? [] : this.bank.choices(question.id, state.seed);
    this.view = { question, run, n, name, given, choices };
    main.dataset.quiz = given ? "answered" : "asking";
    main.toggleAttribute("data-asking", !given);
    if (question.clicked) main.dataset.clicked = "";
    else delete main.dataset.clicked;
    if (given) this.showing.answer(question, given);
    else this.showing.ask(question);
    this.asking.show(question, { n, all: run.length, choices, given, voice: state.voice });
    const told = given ? this.asking.verdict(question, given) : this.asking.text(question, state.voice);
    showLine(told, `${filled(this.words["quiz.place"], { n: n + 1, all: run.length })}`);
  }

  // An answer stands once it is given; null asks to be told.
  answer(chosen) {
    const { question, name, given } = this.view ?? {};
    if (!question || given) return;
    const isRight = question.right.includes(chosen);
    const answer = isRight
      ? chosen
      : (this.view.choices.find((id) => question.right.includes(id)) ?? question.right[0]);
    this.given.set(`${name} ${question.id}`, { chosen, isRight, answer });
    this.progress.note(question.id, isRight);
    this.show(this.state);
    if (this.showing.elsewhere) this.page.go({ plate: this.page.usual.plate }, null, "replace");
    this.asking.next.focus({ preventScroll: true });
  }

  choose(id, event) {
    if (event?.target.closest("#told")) return { mode: "", select: id };
    const { question, given } = this.view ?? {};
    if (question?.clicked && !given && this.payload.kinds[this.payload.place.get(id)] === "territory") this.answer(id);
    return null;
  }

  says(id) {
    return this.view?.given ? this.showing.says(this.payload.place.get(id)) : "";
  }

  leave() {
    const { main } = this.page;
    this.view = null;
    this.shown = this.focused = "";
    for (const name of ["asking", "clicked", "quiz"]) delete main.dataset[name];
    this.showing.clear();
  }
}
