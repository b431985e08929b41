// The end of a run: the score, every question with what was chosen, and ways on.
import { element, filled } from "../app/dom.js";

export class Result {
  // `ways`: again(ids), anew(), change(), at(n), link().
  constructor(words, asking, ways) {
    Object.assign(this, { words, asking, ways });
    const button = (key, work, name = "plain") =>
      element("button", { type: "button", className: name, on: { click: work } }, words[key]);
    this.title = element("h2", { tabIndex: -1 }, words["quiz.result"]);
    this.score = element("p", { className: "score", role: "status" });
    this.again = button("quiz.again", () => ways.again(this.wrong), "start");
    this.list = element("ol", { className: "run" });
    this.link = element("input", { type: "text", readOnly: true, id: "quiz-link", value: "" });
    this.linked = element(
      "label",
      { htmlFor: "quiz-link", hidden: true },
      element("span", {}, words["quiz.link"]),
      this.link,
    );
    this.copied = element("p", { className: "lead", role: "status" });
    const row = element(
      "p",
      { className: "acts" },
      this.again,
      button("quiz.new", ways.anew),
      button("quiz.change", ways.change),
      button("quiz.copy", () => this.copy()),
    );
    this.place = element(
      "div",
      { className: "result" },
      this.title,
      this.score,
      row,
      this.copied,
      this.linked,
      element("h3", {}, words["quiz.list"]),
      this.list,
    );
  }

  // Where the page may not write to the clipboard, the link stands to be copied by hand.
  async copy() {
    const link = this.ways.link();
    try {
      await navigator.clipboard.writeText(link);
      this.copied.textContent = this.words["quiz.copied"];
    } catch {
      this.linked.hidden = false;
      this.link.value = link;
      this.link.select();
    }
  }

  #line(question, given, n, voice) {
    const { words, asking } = this;
    const sign = given ? (given.isRight ? "✓" : "✗") : "–";
    const told = given ? words[given.isRight ? "quiz.sign.right" : "quiz.sign.wrong"] : words["quiz.none"];
    const open = element(
      "button",
      { type: "button", className: "link", on: { click: () => this.ways.at(n) } },
      asking.text(question, voice),
    );
    const chosen = given?.chosen
      ? [element("small", {}, filled(words["quiz.chosen"], { name: asking.name(given.chosen) }))]
      : [];
    const right =
      given && !given.isRight
        ? [element("small", {}, filled(words["quiz.answer"], { name: asking.answers(question) }))]
        : [];
    const mark = element("b", { className: "outcome" }, `${sign} `, element("span", {}, told));
    return element("li", { className: given?.isRight ? "good" : "bad" }, mark, open, ...chosen, ...right);
  }

  show(questions, givens, voice) {
    const { words } = this;
    const right = givens.filter((given) => given?.isRight).length;
    const open = givens.filter((given) => !given).length;
    this.wrong = questions.filter((_, n) => givens[n] && !givens[n].isRight).map(({ id }) => id);
    const score = filled(words["quiz.score"], { right, all: questions.length });
    this.score.textContent = open ? `${score} ${filled(words["quiz.open"], { n: open })}` : score;
    this.again.hidden = !this.wrong.length;
    this.copied.textContent = "";
    this.linked.hidden = true;
    this.list.replaceChildren(...questions.map((question, n) => this.#line(question, givens[n], n, voice)));
  }
}
