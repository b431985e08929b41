// The choice of a run: level, kinds, length; progress and the deck.
import { element, filled } from "../app/dom.js";
import { LENGTHS, LEVELS } from "./question-bank.js";

/** The download of the questions as a deck; a server without the library for decks names no address. */
const deckLink = (deck, words) => [
  element(
    "p",
    { className: "deck" },
    element("a", { href: deck, className: "plain", download: "" }, words["quiz.deck"]),
  ),
  element("p", { className: "purpose" }, words["quiz.deck.note"]),
];

export class Setup {
  // `start(run)` begins a run: level, asked, length.
  constructor(bank, words, progress, deck, start) {
    Object.assign(this, { bank, words, progress, start });
    this.level = this.radios("level", LEVELS, (level) => words[`quiz.level.${level || "all"}`]);
    this.length = this.radios("length", LENGTHS, (length) => length);
    this.kinds = bank.kinds.map((kind) => this.box(`quiz-kind-${kind}`, words[`quiz.kind.${kind}`], kind));
    this.count = element("p", { className: "lead", role: "status" });
    const begin = () => this.start({ ...this.asked(), length: this.length.value() });
    this.begin = element("button", { type: "button", className: "start", on: { click: begin } }, words["quiz.start"]);
    const list = element(
      "div",
      { className: "boxes" },
      this.kinds.map(({ whole }) => whole),
    );
    this.place = element(
      "div",
      { className: "setup", on: { change: () => this.tally() } },
      element("h2", { tabIndex: -1 }, words["quiz.heading"]),
      element("p", {}, words["quiz.lead"]),
      this.level.whole,
      element("fieldset", {}, element("legend", {}, words["quiz.kinds"]), list),
      this.length.whole,
      this.count,
      this.begin,
      this.keeping(),
      ...(deck ? deckLink(deck, words) : []),
    );
  }

  box(id, label, value) {
    const input = element("input", { type: "checkbox", id, value, checked: true });
    return { input, whole: element("label", { htmlFor: id, className: "tick" }, input, element("span", {}, label)) };
  }

  radios(name, values, label) {
    const inputs = values.map((value, n) =>
      element("input", {
        type: "radio",
        name: `quiz-${name}`,
        id: `quiz-${name}-${value || "all"}`,
        value,
        checked: !n,
      }),
    );
    const labels = inputs.map((input) =>
      element("label", { htmlFor: input.id, className: "tick" }, input, element("span", {}, label(input.value))),
    );
    const whole = element(
      "fieldset",
      {},
      element("legend", {}, this.words[`quiz.${name}`]),
      element("div", { className: "boxes" }, labels),
    );
    return {
      whole,
      value: () => inputs.find((input) => input.checked).value,
      set: (value) => inputs.forEach((input) => (input.checked = input.value === value)),
    };
  }

  keeping() {
    const { words, progress } = this;
    const { input, whole } = this.box("quiz-keep", words["quiz.keep"], "");
    this.kept = input;
    this.said = element("p", { className: "lead", role: "status" });
    const forget = () => (progress.forget(), this.tell(words["quiz.forgotten"]));
    this.forget = element(
      "button",
      { type: "button", className: "plain", on: { click: forget } },
      words["quiz.forget"],
    );
    const practise = () => {
      const length = Number(this.length.value());
      this.start({
        level: "",
        asked: progress.practice(this.bank.fitting(this.asked()), length).join(),
        length: this.length.value(),
      });
    };
    this.practise = element(
      "button",
      { type: "button", className: "plain", on: { click: practise } },
      words["quiz.practise"],
    );
    input.addEventListener("change", () => {
      if (!input.checked) forget();
      else this.tell(progress.keep() ? "" : words["quiz.unkept"]);
    });
    const buttons = element("p", { className: "acts" }, this.practise, this.forget);
    return element(
      "div",
      { className: "keeping" },
      whole,
      element("p", { className: "purpose" }, words["quiz.keep.note"]),
      this.said,
      buttons,
    );
  }

  tell(said = "") {
    const { progress, words } = this;
    this.kept.checked = progress.kept;
    for (const button of [this.practise, this.forget]) button.hidden = !progress.kept;
    this.practise.disabled = !progress.weak.length;
    this.said.textContent =
      said || (progress.kept ? filled(words["quiz.kept"], { n: progress.asked, wrong: progress.weak.length }) : "");
  }

  // All kinds are as none: then the address need not name them.
  asked() {
    const ticked = this.kinds.filter(({ input }) => input.checked);
    const all = ticked.length === this.kinds.length;
    return { level: this.level.value(), asked: all ? "" : ticked.map(({ input }) => input.value).join() };
  }

  tally() {
    const none = this.kinds.every(({ input }) => !input.checked);
    const n = none ? 0 : this.bank.fitting(this.asked()).length;
    this.count.textContent = n ? filled(this.words["quiz.count"], { n }) : this.words["quiz.count.none"];
    this.begin.disabled = !n;
  }

  show({ level, asked, length }) {
    const { kinds } = this.bank.read(asked);
    this.level.set(level);
    this.length.set(length);
    for (const { input } of this.kinds) input.checked = !kinds.length || kinds.includes(input.value);
    this.tally();
    this.tell();
  }
}
