// The controls of the page of cases: the choice of a case, its story, the findings as chips, and lists to examine.
import { element, filled } from "../app/dom.js";
import { foldedWords } from "../reasoning/clues.js";
import { STATES } from "../reasoning/findings.js";
import { GLYPHS } from "./finding-marks.js";

const SHEETS = ["muscle", "territory", "reflex", "pain", "clue"];
const GRADES = [0, 1, 2, 3, 4];

// Keeps a list's elements in an order without moving those that stand right, so that none loses the focus.
function arrange(list, wanted) {
  for (const child of [...list.children]) if (!wanted.includes(child)) child.remove();
  wanted.forEach((child, at) => list.children[at] !== child && list.insertBefore(child, list.children[at] ?? null));
}

export class Tools {
  // `change(findings)` and `turn(case)` are called with what the reader asks for.
  constructor(place, matrix, { change, turn }) {
    Object.assign(this, { matrix, words: matrix.words, change, turn });
    this.chips = new Map();
    this.rows = new Map();
    this.build(place);
  }

  build(place) {
    const { words, matrix } = this;
    const option = ({ id, title }) => element("option", { value: id }, title);
    this.choice = element(
      "select",
      { id: "case-choice", on: { change: () => this.turn(this.choice.value, false, "") } },
      element("option", { value: "" }, words.compose),
      element("optgroup", { label: words.published }, matrix.examples.map(option)),
    );
    this.warned = element("p", { className: "warned", hidden: true });
    this.story = element("div", { className: "story" });
    this.list = element("ul", { className: "findings", "aria-labelledby": "findings-heading" });
    this.none = element("p", { className: "lead" }, words.none);
    this.empty = element(
      "button",
      { type: "button", className: "plain", on: { click: () => this.wipe() } },
      words.clear,
    );
    this.filter = element("input", {
      type: "search",
      id: "case-filter",
      autocomplete: "off",
      on: { input: () => this.sift() },
    });
    this.sheets = SHEETS.map((kind) => this.sheet(kind));
    const chosen = element(
      "div",
      { className: "case-choice" },
      element("h2", {}, words.heading),
      this.warned,
      element("p", { className: "purpose" }, words.purpose),
      element("label", { htmlFor: "case-choice" }, element("span", {}, words.choice), this.choice),
      this.story,
    );
    const found = element(
      "div",
      { className: "case-found" },
      element("h3", { id: "findings-heading", tabIndex: -1 }, words.findings),
      this.none,
      this.list,
      element("label", { htmlFor: "case-filter" }, element("span", {}, words.filter), this.filter),
      element(
        "div",
        { className: "sheets" },
        this.sheets.map((sheet) => sheet.details),
      ),
      this.empty,
    );
    place.append(chosen, found);
  }

  things(kind) {
    const { matrix } = this;
    if (kind === "clue")
      return matrix.clues.map((row) => ({ id: row.id, name: row.name, known: row.phrases.join(" ") }));
    const own = kind === "pain" ? "territory" : kind;
    return matrix.targets
      .map((id, at) => ({ id, at, name: matrix.names[at], known: matrix.known[at] }))
      .filter(({ at }) => matrix.kindOf[at] === own);
  }

  sheet(kind) {
    const rows = this.things(kind).map(({ id, name, known }) => {
      const [sign, state] = [
        element("span", { className: "glyph", "aria-hidden": "true" }),
        element("span", { className: "state" }),
      ];
      const press = () => this.change(this.findings.cycled(id, kind));
      const button = element(
        "button",
        { type: "button", className: "cycle", on: { click: press } },
        sign,
        `${name} `,
        state,
      );
      return {
        id,
        button,
        sign,
        state,
        item: element("li", {}, button),
        known: ` ${foldedWords(`${name} ${known}`).join(" ")}`,
      };
    });
    const count = element("span", { className: "tally" });
    const details = element(
      "details",
      {},
      element("summary", {}, this.words[`sheet.${kind}`], count),
      element("p", { className: "lead" }, this.words[`cycle.${kind}`]),
      element(
        "ul",
        { className: "sheet" },
        rows.map((row) => row.item),
      ),
    );
    return { kind, rows, count, details };
  }

  sift() {
    const asked = foldedWords(this.filter.value);
    for (const { rows, details } of this.sheets) {
      for (const row of rows) row.item.hidden = !asked.every((word) => row.known.includes(` ${word}`));
      details.hidden = asked.length > 0 && rows.every((row) => row.item.hidden);
      if (asked.length) details.open = !details.hidden;
    }
  }

  wipe() {
    document.getElementById("findings-heading").focus({ preventScroll: true });
    this.change(this.findings.emptied());
  }

  // One finding as a chip: what was found, its grade, and a button that takes it away.
  chip(finding) {
    const { id, sign } = finding;
    const key = `${sign === "pain" ? "pain " : ""}${id}`;
    const told = `${this.name(id)}: ${this.words[`state.${sign}`]}`;
    const made = this.chips.get(key);
    if (made?.dataset.told === told) {
      const grade = made.querySelector("select");
      if (grade) grade.value = finding.grade ?? "";
      return made;
    }
    const remove = element(
      "button",
      { type: "button", className: "remove", "aria-label": filled(this.words.remove, { name: told }) },
      "×",
    );
    remove.addEventListener("click", () => this.drop(finding, chip));
    const grades = sign === "weak" ? [this.grades(finding)] : [];
    const glyph = element("span", { className: "glyph", "aria-hidden": "true" }, GLYPHS[sign]);
    const chip = element("li", { className: `held ${sign}` }, glyph, element("span", {}, told), ...grades, remove);
    chip.dataset.told = told;
    this.chips.set(key, chip);
    return chip;
  }

  grades({ id, grade }) {
    const { words } = this;
    const options = GRADES.map((n) => element("option", { value: n }, filled(words["grade.one"], { n })));
    const select = element(
      "select",
      { "aria-label": filled(words.grade, { name: this.name(id) }) },
      element("option", { value: "" }, words["grade.none"]),
      options,
    );
    select.value = grade ?? "";
    const chosen = () => (select.value === "" ? undefined : Number(select.value));
    select.addEventListener("change", () => this.change(this.findings.with(id, "weak", chosen())));
    return select;
  }

  drop({ id, sign }, chip) {
    const beside = (chip.nextElementSibling ?? chip.previousElementSibling)?.querySelector(".remove");
    (beside ?? document.getElementById("findings-heading")).focus({ preventScroll: true });
    this.change(this.findings.without(id, sign));
  }

  name(id) {
    const at = this.matrix.target(id);
    return at < 0
      ? (this.matrix.clues.find((row) => row.id === id)?.name ?? id.replaceAll("_", " "))
      : this.matrix.names[at];
  }

  // `example` is null for a case that was composed; `hidden` says whether its answer still is; `flags` what warns.
  show(findings, { example, hidden, guess }, flags) {
    this.findings = findings;
    this.warned.hidden = !flags.length;
    this.warned.textContent = filled(this.words["status.flag"], { names: flags.map(({ name }) => name).join("; ") });
    this.choice.value = example?.id ?? "";
    this.tell(example, hidden, guess);
    arrange(
      this.list,
      findings.all.map((one) => this.chip(one)),
    );
    this.none.hidden = findings.all.length > 0;
    this.empty.hidden = !findings.all.length;
    for (const { kind, rows, count } of this.sheets) {
      let found = 0;
      for (const row of rows) {
        const sign = findings.of(row.id, STATES[kind][0])?.sign;
        if (sign) found++;
        if (row.button.dataset.state === (sign ?? "")) continue;
        row.button.dataset.state = sign ?? "";
        row.sign.textContent = sign ? GLYPHS[sign] : "";
        row.state.textContent = this.words[`state.${sign ?? "none"}`];
      }
      count.textContent = found ? ` (${found})` : "";
    }
  }

  tell(example, hidden, guess) {
    const key = example ? `${example.id} ${hidden} ${guess}` : "";
    if (this.told === key) return;
    const inside = this.story.contains(document.activeElement);
    const asked = inside ? document.activeElement.id : "";
    this.told = key;
    if (!example) {
      this.story.replaceChildren();
      return;
    }
    const turn = () => this.turn(example.id, hidden, guess);
    const button = element(
      "button",
      { type: "button", className: "plain reveal", "aria-expanded": String(!hidden), on: { click: turn } },
      hidden ? this.words.reveal : this.words.hide,
    );
    const predict = hidden
      ? [element("p", { className: "predict" }, this.words.predict), this.guessing(example, guess)]
      : [];
    this.story.replaceChildren(element("p", {}, example.story), ...predict, button);
    if (inside) (document.getElementById(asked) ?? button).focus({ preventScroll: true });
  }

  // A place to say one's guess before the answer.
  guessing(example, guess) {
    const site = ({ id, name }) => element("option", { value: id }, name);
    const select = element(
      "select",
      { id: "case-guess" },
      element("option", { value: "" }, this.words["guess.none"]),
      [...this.matrix.sites].sort((one, other) => one.place - other.place).map(site),
    );
    select.value = guess;
    select.addEventListener("change", () => this.turn(example.id, false, select.value));
    return element("label", { htmlFor: "case-guess" }, element("span", {}, this.words.guess), select);
  }
}
