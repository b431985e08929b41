// The controls of the cases mode: the choice of a case, its story, the findings as chips, and lists of what to examine.
import { element, filled } from "../app/dom.js";
import { foldedWords } from "../reasoning/clues.js";
import { DAY, INJURY, STATES } from "../reasoning/findings.js";
import { StudyTiming } from "./study-timing.js";
import { SYMBOLS } from "./finding-marks.js";

/** @import { CaseMatrix, CaseSite, ChosenCase, Example, Finding, RedFlag } from "./types" */
/** @import { Findings } from "../reasoning/findings.js" */

/**
 * @typedef {object} Row  an entry of a list of things to examine
 * @property {string} id
 * @property {HTMLButtonElement} button
 * @property {HTMLElement} symbol
 * @property {HTMLElement} state
 * @property {HTMLElement} item
 * @property {string} searchText  its words, each after a space
 */
/** @typedef {{kind: string, rows: Row[], count: HTMLElement, details: HTMLDetailsElement}} Sheet */

const SHEET_KINDS = ["muscle", "territory", "reflex", "pain", "clue", "study", "emg"];
const GRADES = [0, 1, 2, 3, 4];

/**
 * Gives a list these children in this order. Children that stay are not moved, so none loses the focus.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} wanted
 */
function setChildren(list, wanted) {
  for (const child of [...list.children]) if (!wanted.includes(/** @type {HTMLElement} */ (child))) child.remove();
  wanted.forEach((child, at) => {
    if (list.children[at] !== child) list.insertBefore(child, list.children[at] ?? null);
  });
}

/**
 * Whether a word begins a word of a text, or goes on from one that is only the stem of a word ("urine" from "urin").
 * @param {string} word
 * @param {string} searchText
 */
const isIn = (word, searchText) =>
  searchText.includes(` ${word}`) ||
  searchText.split(" ").some((stem) => stem.length >= 4 && word.length - stem.length <= 3 && word.startsWith(stem));

export class CaseControls {
  /**
   * @param {HTMLElement} place
   * @param {CaseMatrix} matrix
   * @param {object} handlers
   * @param {(findings: Findings) => void} handlers.onChange
   * @param {(id: string, isRevealed: boolean, guess: string) => void} handlers.onTurn
   */
  constructor(place, matrix, { onChange, onTurn }) {
    this.matrix = matrix;
    this.words = matrix.words;
    this.onChange = onChange;
    this.onTurn = onTurn;
    /** @type {Findings} */
    this.findings = null;
    /** @type {Map<string, HTMLElement>} finding → its chip */
    this.chips = new Map();
    // What the story was last drawn for.
    this.drawnStory = "";
    this.warning = element("p", { className: "warned", hidden: true });
    this.story = element("div", { className: "story" });
    this.list = element("ul", { className: "findings", "aria-labelledby": "findings-heading" });
    this.choice = this.#caseChoice();
    this.emptyNote = element("p", { className: "lead" }, this.words.none);
    this.clearButton = element(
      "button",
      { type: "button", className: "plain", on: { click: () => this.#clear() } },
      this.words.clear,
    );
    this.filter = element("input", {
      type: "search",
      id: "case-filter",
      autocomplete: "off",
      on: { input: () => this.#filter() },
    });
    this.timing = new StudyTiming(matrix, (change) => this.onChange(change(this.findings)));
    this.sheets = SHEET_KINDS.map((kind) => this.#sheet(kind));
    place.append(this.#caseSection(), this.#findingsSection());
  }

  #caseOption = (/** @type {Example} */ { id, title }) => element("option", { value: id }, title);

  /** Offers the cases of the pack that is played before the published ones. @param {Example[]} examples */
  offerOwn(examples) {
    this.ownGroup.replaceChildren(...examples.map(this.#caseOption));
    if (examples.length) this.choice.insertBefore(this.ownGroup, this.choice.querySelector("optgroup"));
    else this.ownGroup.remove();
    this.drawnStory = ""; // another case may have the same id
  }

  #caseChoice() {
    const { words, matrix } = this;
    const option = this.#caseOption;
    this.ownGroup = element("optgroup", { label: words.own });
    const choice = element(
      "select",
      { id: "case-choice", on: { change: () => this.onTurn(choice.value, false, "") } },
      element("option", { value: "" }, words.compose),
      element("optgroup", { label: words.published }, matrix.examples.map(option)),
    );
    return choice;
  }

  #caseSection() {
    const { words } = this;
    return element(
      "div",
      { className: "case-choice" },
      element("h2", {}, words.heading),
      this.warning,
      element("p", { className: "purpose" }, words.purpose),
      element("label", { htmlFor: "case-choice" }, element("span", {}, words.choice), this.choice),
      this.story,
    );
  }

  #findingsSection() {
    const { words } = this;
    return element(
      "div",
      { className: "case-found" },
      element("h3", { id: "findings-heading", tabIndex: -1 }, words.findings),
      this.emptyNote,
      this.list,
      element("label", { htmlFor: "case-filter" }, element("span", {}, words.filter), this.filter),
      element(
        "div",
        { className: "sheets" },
        this.sheets.map((sheet) => sheet.details),
      ),
      this.clearButton,
    );
  }

  /**
   * The things of a kind that can be examined, with other words for them.
   * @param {string} kind
   */
  #thingsOf(kind) {
    const { matrix } = this;
    if (kind === "clue")
      return [...matrix.clues.filter(({ whole }) => !whole), ...matrix.emergencies.signs.filter(({ own }) => own)].map(
        ({ id, name, phrases }) => ({ id, name, synonyms: phrases.join(" ") }),
      );
    if (kind === "study" || kind === "emg") {
      return matrix.studies.all
        .filter(([key]) => key.startsWith("emg ") === (kind === "emg"))
        .map(([id, name]) => ({ id, name, synonyms: id.replaceAll("_", " ") }));
    }
    const targetKind = kind === "pain" ? "territory" : kind;
    return matrix.targets
      .map((id, at) => ({ id, at, name: matrix.names[at], synonyms: matrix.known[at] }))
      .filter(({ at }) => matrix.kindOf[at] === targetKind);
  }

  /**
   * @param {string} kind
   * @returns {Sheet}
   */
  #sheet(kind) {
    const rows = this.#thingsOf(kind).map(({ id, name, synonyms }) => {
      const symbol = element("span", { className: "glyph", "aria-hidden": "true" });
      const state = element("span", { className: "state" });
      const press = () => this.onChange(this.findings.cycled(id, kind));
      const props = { type: "button", className: "cycle", on: { click: press } };
      const button = element("button", props, symbol, `${name} `, state);
      const searchText = ` ${foldedWords(`${name} ${synonyms}`).join(" ")}`;
      return { id, button, symbol, state, item: element("li", {}, button), searchText };
    });
    const count = element("span", { className: "tally" });
    const details = element(
      "details",
      {},
      element("summary", {}, this.words[`sheet.${kind}`], count),
      element("p", { className: "lead" }, this.words[`cycle.${kind}`]),
      kind === "study" ? [this.timing.element] : [],
      element(
        "ul",
        { className: "sheet" },
        rows.map((row) => row.item),
      ),
    );
    return { kind, rows, count, details };
  }

  #filter() {
    const words = foldedWords(this.filter.value);
    for (const { rows, details } of this.sheets) {
      for (const row of rows) row.item.hidden = !words.every((word) => isIn(word, row.searchText));
      details.hidden = words.length > 0 && rows.every((row) => row.item.hidden);
      if (words.length) details.open = !details.hidden;
    }
  }

  #clear() {
    document.getElementById("findings-heading").focus({ preventScroll: true });
    this.onChange(this.findings.emptied());
  }

  /**
   * The chip of a finding: the finding in words, its grade, and a button that removes it.
   * @param {Finding} finding
   * @returns {HTMLElement}
   */
  #chip(finding) {
    const { id, sign } = finding;
    const key = `${sign === "pain" ? "pain " : ""}${id}`;
    const text = this.#inWords(finding);
    const known = this.chips.get(key);
    if (known?.dataset.finding === text) {
      const grade = known.querySelector("select");
      if (grade) grade.value = String(finding.grade ?? "");
      return known;
    }
    const label = filled(this.words.remove, { name: text });
    const remove = element("button", { type: "button", className: "remove", "aria-label": label }, "×");
    remove.addEventListener("click", () => this.#remove(finding, chip));
    const grades = sign === "weak" ? [this.#gradeChoice(finding)] : [];
    const symbol = element("span", { className: "glyph", "aria-hidden": "true" }, SYMBOLS[sign] ?? "");
    const chip = element("li", { className: `held ${sign}` }, symbol, element("span", {}, text), ...grades, remove);
    chip.dataset.finding = text;
    this.chips.set(key, chip);
    return chip;
  }

  /** @param {Finding} finding */
  #gradeChoice({ id, grade }) {
    const { words } = this;
    const options = GRADES.map((n) => element("option", { value: String(n) }, filled(words["grade.one"], { n })));
    const select = element(
      "select",
      { "aria-label": filled(words.grade, { name: this.#nameOf(id) }) },
      element("option", { value: "" }, words["grade.none"]),
      options,
    );
    select.value = String(grade ?? "");
    select.addEventListener("change", () => {
      const chosen = select.value === "" ? undefined : Number(select.value);
      this.onChange(this.findings.with(id, "weak", chosen));
    });
    return select;
  }

  /**
   * Removes a finding; the focus moves to the chip next to it.
   * @param {Finding} finding
   * @param {HTMLElement} chip
   */
  #remove({ id, sign }, chip) {
    const neighbour = chip.nextElementSibling ?? chip.previousElementSibling;
    const button = /** @type {HTMLElement | null} */ (neighbour?.querySelector(".remove"));
    (button ?? document.getElementById("findings-heading")).focus({ preventScroll: true });
    this.onChange(this.findings.without(id, sign));
  }

  /** @param {Finding} finding */
  #inWords({ id, sign, grade }) {
    if (id === DAY) return filled(this.words["study.on"], { day: grade });
    if (id === INJURY) return `${this.words["study.injury"]}: ${this.words[`study.injury.${sign}`]}`;
    return `${this.#nameOf(id)}: ${this.words[`state.${sign}`]}`;
  }

  /** The name of a target, a study or a clue. @param {string} id */
  #nameOf(id) {
    const at = this.matrix.target(id);
    if (at >= 0) return this.matrix.names[at];
    const study = this.matrix.studies.all.find(([key]) => key === id);
    if (study) return study[1];
    const { clues, emergencies } = this.matrix;
    return [...clues, ...emergencies.signs].find((clue) => clue.id === id)?.name ?? id.replaceAll("_", " ");
  }

  /**
   * @param {Findings} findings
   * @param {ChosenCase} chosenCase
   * @param {RedFlag[]} redFlags
   */
  show(findings, { example, isHidden, guess }, redFlags) {
    this.findings = findings;
    const names = redFlags.map(({ name }) => name).join("; ");
    this.warning.hidden = !redFlags.length;
    this.warning.textContent = filled(this.words["status.flag"], { names });
    this.choice.value = example?.id ?? "";
    this.#showStory(example, isHidden, guess);
    const chips = /** @type {Finding[]} */ (findings.all).map((finding) => this.#chip(finding));
    setChildren(this.list, chips);
    this.emptyNote.hidden = chips.length > 0;
    this.clearButton.hidden = !chips.length;
    for (const sheet of this.sheets) this.#showSheet(sheet);
    this.timing.show(findings);
  }

  /** Shows the findings in one list of things to examine. @param {Sheet} sheet */
  #showSheet({ kind, rows, count }) {
    const [firstState] = /** @type {Record<string, string[]>} */ (STATES)[kind];
    let found = 0;
    for (const row of rows) {
      const sign = /** @type {Finding | undefined} */ (this.findings.of(row.id, firstState))?.sign ?? "";
      if (sign) found++;
      if (row.button.dataset.state === sign) continue;
      row.button.dataset.state = sign;
      row.symbol.textContent = sign ? SYMBOLS[sign] : "";
      row.state.textContent = this.words[`state.${sign || "none"}`];
    }
    count.textContent = found ? ` (${found})` : "";
  }

  /**
   * @param {Example | null} example
   * @param {boolean} isHidden  whether the answer is hidden
   * @param {string} guess
   */
  #showStory(example, isHidden, guess) {
    const key = example ? `${example.id} ${isHidden} ${guess}` : "";
    if (this.drawnStory === key) return;
    const hadFocus = this.story.contains(document.activeElement);
    const focusedId = hadFocus ? document.activeElement.id : "";
    this.drawnStory = key;
    if (!example) {
      this.story.replaceChildren();
      return;
    }
    const toggle = () => this.onTurn(example.id, isHidden, guess);
    const button = element(
      "button",
      { type: "button", className: "plain reveal", "aria-expanded": String(!isHidden), on: { click: toggle } },
      isHidden ? this.words.reveal : this.words.hide,
    );
    const prediction = isHidden
      ? [element("p", { className: "predict" }, this.words.predict), this.#guessChoice(example, guess)]
      : [];
    this.story.replaceChildren(element("p", {}, example.story), ...prediction, button);
    if (hadFocus) (document.getElementById(focusedId) ?? button).focus({ preventScroll: true });
  }

  /**
   * A list in which the reader guesses the site before the answer is revealed.
   * @param {Example} example
   * @param {string} guess
   */
  #guessChoice(example, guess) {
    const option = (/** @type {CaseSite} */ { id, name }) => element("option", { value: id }, name);
    const select = element(
      "select",
      { id: "case-guess" },
      element("option", { value: "" }, this.words["guess.none"]),
      [...this.matrix.sites].sort((a, b) => a.place - b.place).map(option),
    );
    select.value = guess;
    select.addEventListener("change", () => this.onTurn(example.id, false, select.value));
    return element("label", { htmlFor: "case-guess" }, element("span", {}, this.words.guess), select);
  }
}
