// The quiz: a run drawn from the seed in the address, one question after the other, each explained once it is answered.
import { Drawing } from "../article/drawing.mjs";
import { fetchComparing } from "../apart/comparing.mjs";
import { offerKey } from "../keys/keys.mjs";
import { report, tellInMode } from "../panel.mjs";
import { plates } from "../plates.mjs";
import { Asking } from "../quiz/asking.mjs";
import { Bank, LENGTHS, LEVELS } from "../quiz/bank.mjs";
import { newSeed } from "../quiz/chance.mjs";
import { Progress } from "../quiz/progress.mjs";
import { Result } from "../quiz/result.mjs";
import { Setup } from "../quiz/setup.mjs";
import { Telling } from "../quiz/telling.mjs";
import { Ways } from "../quiz/ways.mjs";
import { filled } from "../lesions/building.mjs";
import { showLine, showNotice } from "../status.mjs";

const MODE = "quiz";
const END = "end";
const PLACES = "place_of_lesion";

class Quiz {
  constructor(page, raw) {
    Object.assign(this, { page, words: raw.words, payload: page.payload, bank: new Bank(raw, page.payload) });
    const { bank, words, payload } = this;
    this.progress = new Progress();
    this.given = new Map();
    this.comparing = null;
    this.ways = new Ways(page, words);
    this.telling = new Telling(words, payload);
    this.setup = new Setup(bank, words, this.progress, page.answers.deck, (run) => this.start(run));
    const work = { answer: (id) => this.answer(id), step: (by) => this.step(by), figures: () => this.toFigures() };
    this.asking = new Asking(bank, words, payload, work);
    this.result = new Result(words, this.asking, {
      again: (ids) => this.start({ level: "", asked: ids.join(), length: this.state.length }),
      anew: () => this.start(this.state),
      change: () => this.page.go({ seed: "", n: "" }),
      at: (n) => this.page.go({ n: String(n + 1) }),
      link: () => this.link(),
    });
    this.box = document.getElementById("quiz");
    this.box.append(...this.parts.map(({ place }) => place));
    tellInMode(MODE, () => (this.view?.given ? this.#told() : []));
  }

  get parts() {
    return [this.setup, this.asking, this.result];
  }

  start({ level, asked, length }) {
    this.shown = "";
    this.page.go({ level, asked, length, seed: newSeed(), n: "1", select: "" });
  }

  step(by) {
    const { n, run } = this.view ?? {};
    if (n === undefined || n + by < 0) return;
    this.page.go({ n: n + by < run.length ? String(n + by + 1) : END });
  }

  // The same run for everyone: without what only this page shows.
  link() {
    const { level, asked, length, seed } = this.state;
    const kept = Object.entries({ mode: MODE, level, asked, length, seed }).filter(([key, value]) => value !== this.page.usual[key]);
    return `${location.origin}${location.pathname}?${new URLSearchParams([...kept, ["n", "1"]]).toString().replaceAll("%2C", ",")}`;
  }

  toFigures() {
    const stop = this.page.figures.querySelector('.skin [tabindex="0"]');
    const shown = [...this.page.figures.querySelectorAll(".skin [data-node]")].find((one) => one.checkVisibility());
    (stop?.checkVisibility() ? stop : shown)?.focus();
  }

  // What in the address fits no quiz is named once and dropped.
  #mended({ level, asked, length }) {
    const { wrong } = this.bank.read(asked);
    const notices = [];
    const change = {};
    const drop = (key, value, to) => (notices.push(filled(this.words[`quiz.unknown.${key}`], { value })), (change[key] = to));
    if (!LEVELS.includes(level)) drop("level", level, "");
    if (!LENGTHS.includes(length)) drop("length", length, this.page.usual.length);
    if (wrong.length) drop("asked", wrong.join(", "), asked.split(",").filter((one) => one && !wrong.includes(one)).join());
    if (notices.length) showNotice(notices);
    return notices.length ? change : null;
  }

  // Which question of a run an address stands at; its end is one further.
  #at({ n }, all) {
    if (n === END) return all;
    const asked = Number(n || 1) - 1;
    return Number.isInteger(asked) && asked >= 0 && asked < all ? asked : 0;
  }

  show(state) {
    const change = this.#mended(state);
    if (change) return this.page.go(change, null, "replace");
    this.state = state;
    const run = state.seed ? this.bank.run(state) : [];
    const [name, n] = [[state.seed, state.level, state.asked, state.length].join(" "), this.#at(state, run.length)];
    const phase = !run.length ? "setup" : n === run.length ? "end" : "question";
    const key = `${name} ${n} ${phase}`;
    const anew = key !== this.shown;
    if (phase === "question") {
      const wanted = this.bank.plateOf(this.bank.questions.get(run[n]), this.page.usual.plate);
      if (anew && wanted !== state.plate && plates().includes(wanted)) {
        this.shown = key;
        this.fresh = true;
        return this.page.go({ plate: wanted }, null, "replace");
      }
    }
    const fresh = anew || this.fresh;
    [this.shown, this.fresh] = [key, false];
    this.view = null;
    this.parts.forEach((part, at) => (part.place.hidden = ["setup", "question", "end"][at] !== phase));
    if (phase === "question") this.#ask(state, run, n, name);
    else this.#rest(phase, state, run, name);
    if (fresh && this.entered) this.#focus(phase);
    this.entered = true;
    return this.#report(state, n);
  }

  #focus(phase) {
    const heading = { setup: this.setup.place.querySelector("h2"), question: this.asking.title, end: this.result.title }[phase];
    this.box.scrollTop = 0;
    heading.focus({ preventScroll: true });
  }

  #report({ voice, seed }, n) {
    const phase = this.view?.given ? this.view.given.chosen ?? "?" : "";
    report(this.payload, { mode: MODE, voice, part: [seed, n, phase].join(" ") }, null);
  }

  #rest(phase, state, run, name) {
    const { main } = this.page;
    main.dataset.quiz = phase;
    delete main.dataset.asking;
    this.#clear();
    if (phase === "setup") this.setup.show(state);
    else this.result.show(run.map((id) => this.bank.questions.get(id)), run.map((id) => this.given.get(`${name} ${id}`)), state.voice);
    showLine(phase === "setup" ? this.words["quiz.status.setup"] : this.result.score.textContent, this.words["quiz.heading"]);
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
    this.#clear();
    if (given) this.#draw(question, given);
    else this.ways.ask(question);
    this.asking.show(question, { n, all: run.length, choices, given, voice: state.voice });
    const told = given ? this.asking.verdict(question, given) : this.asking.text(question, state.voice);
    showLine(told, `${filled(this.words["quiz.place"], { n: n + 1, all: run.length })}`);
  }

  // The two places of a lesion are held together as two lesions; all else as two ways.
  #draw(question, { answer, chosen, isRight }) {
    if (question.kind !== PLACES) {
      this.ways.draw(this.ways.right(question, answer), isRight || !chosen ? [] : this.ways.chosen(question, chosen));
      return;
    }
    if (!this.comparing) {
      fetchComparing(this.page).then((comparing) => {
        this.comparing = comparing;
        this.drawing = new Drawing(this.page, comparing);
        if (this.view) this.show(this.state);
      }, (error) => console.error(error));
      return;
    }
    const map = this.payload.default_map;
    if (isRight || !chosen) this.drawing.lesion(answer, map);
    else this.drawing.pair([answer, chosen], map);
  }

  #clear() {
    this.drawing?.leave();
    this.ways.clear();
    this.page.lights.show(this.payload, null, "on");
  }

  #told() {
    const { lesions } = this.comparing ?? {};
    const { place, default_map: map } = this.payload;
    const state = (site, ending) => lesions?.state(lesions.of(place.get(site), map), place.get(ending));
    return this.telling.panel(this.view.question, this.view.given, state);
  }

  // An answer stands once it is given; null asks to be told.
  answer(chosen) {
    const { question, name, given } = this.view ?? {};
    if (!question || given) return;
    const isRight = question.right.includes(chosen);
    const answer = isRight ? chosen : (this.view.choices.find((id) => question.right.includes(id)) ?? question.right[0]);
    this.given.set(`${name} ${question.id}`, { chosen, isRight, answer });
    this.progress.note(question.id, isRight);
    this.show(this.state);
    this.asking.next.focus({ preventScroll: true });
  }

  choose(id, event) {
    if (event?.target.closest("#told")) return { mode: "", select: id };
    const { question, given } = this.view ?? {};
    if (question?.clicked && !given && this.payload.kinds[this.payload.place.get(id)] === "territory") this.answer(id);
    return null;
  }

  says(id) {
    const at = this.payload.place.get(id);
    return this.view?.given ? (this.drawing?.says(at) || this.ways.says(at)) : "";
  }

  leave() {
    const { main } = this.page;
    this.view = null;
    this.entered = false;
    this.shown = "";
    for (const name of ["asking", "clicked", "quiz"]) delete main.dataset[name];
    this.#clear();
  }
}

// The keys of the quiz work while it is shown.
function offerKeys(quiz) {
  const next = () => (quiz.view?.given ? quiz.step(1) : false);
  const take = ({ key }) => {
    const id = quiz.view?.given ? null : quiz.view?.choices[Number(key) - 1];
    return id ? void quiz.answer(id) : false;
  };
  const offered = [offerKey("n", "keys.quiz.next", next), offerKey(["1", "2", "3", "4"], "keys.quiz.choose", take)];
  return () => offered.forEach((drop) => drop());
}

export async function enter(page) {
  const response = await fetch(page.answers.quiz);
  if (!response.ok) throw new Error(`${response.status}`);
  const quiz = new Quiz(page, await response.json());
  let drop = null;
  return {
    choose: (id, event) => quiz.choose(id, event),
    says: (id) => quiz.says(id),
    clear: () => null,
    show(state) {
      drop ??= offerKeys(quiz);
      return quiz.show(state);
    },
    leave() {
      drop?.();
      drop = null;
      quiz.leave();
    },
  };
}
