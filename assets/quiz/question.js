// One question: its text, its choices or the way to the figures, what was said of the answer, and the way on.
import { element, filled } from "../app/dom.js";

const PLAIN = "plain";

export class Asking {
  // `answer(id)` takes an answer (null: none), `step(by)` leads on and back.
  constructor(bank, words, payload, { answer, step, figures }) {
    Object.assign(this, { bank, words, payload, answer });
    this.head = element("p", { className: "kind" });
    this.title = element("h2", { tabIndex: -1 });
    this.given = element("ul", { className: "given" });
    this.list = element("ol", { className: "choices", ariaLabel: words["quiz.choices"] });
    this.how = element("p", { className: "lead" }, words["quiz.click"]);
    this.said = element("p", { className: "verdict-said", id: "quiz-said", role: "status" });
    const button = (key, name, work) =>
      element("button", { type: "button", className: name, on: { click: work } }, words[key]);
    this.figures = button("quiz.figures", "plain", figures);
    this.unknown = button("quiz.unknown", "plain", () => answer(null));
    this.back = button("quiz.back", "plain", () => step(-1));
    this.next = button("quiz.next", "start", () => step(1));
    this.next.setAttribute("aria-describedby", "quiz-said");
    const row = element("p", { className: "acts" }, this.back, this.figures, this.unknown, this.next);
    this.place = element(
      "div",
      { className: "question" },
      this.head,
      this.title,
      this.given,
      this.how,
      this.list,
      this.said,
      row,
    );
  }

  name(id) {
    return this.payload.names[this.payload.place.get(id)];
  }

  text({ kind, about }, voice) {
    const { words } = this;
    const asked = (voice === PLAIN && words[`quiz.plain.${kind}`]) || words[`ask.${kind}`];
    return filled(asked, { name: this.name(about) });
  }

  // The right answers of a question as text; clicking any of several is right, and so is any of several roots.
  answers({ right, clicked }) {
    return right.map((id) => this.name(id)).join(clicked ? "; " : ` ${this.words["ask.or"]} `);
  }

  verdict(question, given) {
    const { words } = this;
    const answer = question.clicked ? this.answers(question) : this.name(given.answer);
    const values = { answer, chosen: given.chosen ? this.name(given.chosen) : "" };
    if (given.isRight) return `✓ ${filled(words["quiz.right"], { answer: this.name(given.chosen) })}`;
    return given.chosen ? `✗ ${filled(words["quiz.wrong"], values)}` : `→ ${filled(words["quiz.told"], values)}`;
  }

  #choice(id, n, question, given) {
    const { words } = this;
    const [isRight, isChosen] = [question.right.includes(id), given?.chosen === id];
    const signs = given
      ? [isRight ? "✓ " + words["quiz.sign.answer"] : "", isChosen && !isRight ? "✗ " + words["quiz.sign.chosen"] : ""]
      : [];
    const told = signs.filter(Boolean).map((sign) => element("small", {}, ` ${sign}`));
    const state = given ? (isRight ? " right" : isChosen ? " wrong" : " rest") : "";
    const props = {
      type: "button",
      className: `choice${state}`,
      disabled: Boolean(given),
      on: { click: () => this.answer(id) },
    };
    return element(
      "li",
      {},
      element(
        "button",
        props,
        element("b", { ariaHidden: "true" }, String(n + 1)),
        element("span", {}, this.name(id), ...told),
      ),
    );
  }

  // `given`: what was answered, if anything was.
  show(question, { n, all, choices, given, voice }) {
    const { words, said } = this;
    this.head.textContent = filled(words["quiz.place"], { n: n + 1, all });
    this.title.textContent = this.text(question, voice);
    const told = question.given.map(([sign, ids]) =>
      element("li", {}, element("b", {}, `${words[`ask.given.${sign}`]}: `), ids.map((id) => this.name(id)).join(", ")),
    );
    this.given.replaceChildren(...told);
    this.given.hidden = !told.length;
    const listed = JSON.stringify([question.id, choices, given ?? null]);
    // shown once more when the figures learn more, it keeps the choice that has the focus
    if (listed !== this.listed)
      this.list.replaceChildren(...choices.map((id, at) => this.#choice(id, at, question, given)));
    this.listed = listed;
    this.list.hidden = question.clicked;
    for (const part of [this.how, this.figures]) part.hidden = !question.clicked || Boolean(given);
    this.unknown.hidden = Boolean(given);
    this.next.hidden = !given;
    this.back.hidden = n === 0;
    this.next.textContent = words[n === all - 1 ? "quiz.end" : "quiz.next"];
    const line = given ? this.verdict(question, given) : "";
    if (said.textContent !== line) said.textContent = line;
    said.className = `verdict-said ${given ? (given.isRight ? "good" : "bad") : ""}`;
  }
}
