// The drill of building a plexus: a question for each nerve, what is built in the figures and the network, and a summary.
import { element, filled } from "../app/dom.js";
import { builtPathway, choicesOf, idsOf, stepIndex, stepOf } from "./build-steps.js";
import { button, heading, link } from "./page-parts.js";

/** @import { DrillData } from "./paint-drill.js" */
/** @import { BuildStep, RawStep } from "./build-steps.js" */
/** @typedef {{go: (step: number) => void, again: () => void, start: () => void, shown: () => void}} BuildActions */

/** The drill that is not of one nerve. */
const PLEXUS = "plexus";

export class BuildDrill {
  /** Run and step → the first choice. @type {Map<string, string>} */
  #given = new Map();
  /** @type {{id: string, seed: string, n: number, raw: RawStep[]} | null} */
  #view = null;

  /**
   * @param {Payload} payload
   * @param {DrillData} data
   * @param {BuildActions} actions
   */
  constructor(payload, data, actions) {
    this.payload = payload;
    this.data = data;
    this.words = data.words;
    this.actions = actions;
  }

  /** @param {string} id of a drill */
  nameOf(id) {
    return id === PLEXUS && !this.payload.has(id) ? this.words["drills.build.plexus"] : this.payload.nameOf(id);
  }

  /** Roots and nerves by name, the roots first. @param {string[]} ids */
  #names(ids) {
    const { payload } = this;
    const isRoot = (/** @type {string} */ id) => payload.kinds[payload.indexOf.get(id)] === "root";
    const roots = ids.filter(isRoot);
    const others = ids.filter((id) => !isRoot(id)).map((id) => payload.nameOf(id));
    return [...(roots.length ? [roots.join(", ")] : []), ...others].join(" + ");
  }

  #key(/** @type {number} */ n) {
    return `${this.#view.id} ${this.#view.seed} ${n}`;
  }

  /** @param {BuildStep} step */
  #question({ kind, nerve, origins }) {
    const roots = this.data.origins[nerve].every((id) => !(id in this.data.segments)) ? "roots" : "parts";
    const values = { nerve: this.payload.nameOf(nerve), origin: this.#names(origins) };
    return filled(this.words[`drills.build.${kind === "join" ? roots : "next"}`], values);
  }

  /** Why: what the right nerve comes from, and of a wrong nerve the same. @param {BuildStep} step @param {string} given */
  #reason({ kind, nerve, right }, given) {
    const { words, data, payload } = this;
    const from = (/** @type {string} */ id) =>
      filled(words["drills.build.from"], { nerve: payload.nameOf(id), origins: this.#names(data.origins[id]) });
    return given === right || kind === "join" ? [from(nerve)] : [from(nerve), from(given)];
  }

  /** The present step. */
  get step() {
    const { raw, n } = this.#view;
    return n < raw.length ? stepOf(raw[n]) : null;
  }

  get given() {
    return this.#given.get(this.#key(this.#view.n));
  }

  /** Chooses by number, from 0. @param {number} at @returns {boolean}  false if there is nothing to choose */
  choose(at) {
    if (!this.step || this.given) return false;
    const choice = choicesOf(this.#view.raw[this.#view.n], this.#view.seed)[at];
    if (!choice) return false;
    this.#given.set(this.#key(this.#view.n), choice);
    this.actions.shown();
    return true;
  }

  /** @returns {boolean}  false if the present question is open */
  next() {
    if (!this.step || !this.given) return false;
    this.actions.go(this.#view.n + 1);
    return true;
  }

  /** What is built: all steps before this one, and this one once it is answered. @returns {Pathway | null} */
  built() {
    const { step } = this;
    const { raw, n } = this.#view;
    const nerves = raw.slice(0, n).map(([, nerve]) => nerve);
    if (step && this.given) nerves.push(step.nerve);
    return builtPathway(this.payload, this.data, nerves, !step ? [] : this.given ? [step.nerve] : step.origins);
  }

  /** The box beside the figures. @param {string} id @param {string} at @param {string} seed */
  page(id, at, seed) {
    const raw = this.data.builds[id];
    this.#view = { id, seed, raw, n: stepIndex(at, raw.length) };
    return this.step ? this.#asked(this.step) : this.#summary();
  }

  /** @param {BuildStep} step */
  #asked(step) {
    const { words, given } = this;
    const { raw, n, seed, id } = this.#view;
    const place = filled(words["drills.build.step"], { name: this.nameOf(id), n: n + 1, all: raw.length });
    const isLast = n === raw.length - 1;
    const reply = given && [
      element("p", { className: `verdict-said ${given === step.right ? "good" : "bad"}`, role: "status" }, [
        element("b", {}, words[given === step.right ? "drills.build.yes" : "drills.build.no"]),
        ...this.#reason(step, given).map((text) => ` ${text}`),
      ]),
    ];
    return [
      element("p", { className: "remark" }, place),
      heading(this.#question(step)),
      element(
        "ol",
        { className: "drill-answers" },
        choicesOf(raw[n], seed).map((choice, at) => this.#choice(choice, at, step)),
      ),
      ...(reply || []),
      element(
        "div",
        { className: "drill-acts" },
        ...(given ? [button(words[isLast ? "drills.build.end" : "drills.next"], () => this.next(), "start")] : []),
        button(words["drills.back"], this.actions.start),
      ),
    ];
  }

  /** @param {string} choice @param {number} at @param {BuildStep} step */
  #choice(choice, at, { right }) {
    const { given, words } = this;
    const isRight = choice === right;
    const state = !given ? "" : isRight ? "right" : choice === given ? "wrong" : "rest";
    const sign = { right: `✓ ${words["drills.build.answer"]}`, wrong: `✗ ${words["drills.build.chosen"]}` }[state];
    const made = element(
      "button",
      {
        type: "button",
        className: `choice ${state}`,
        disabled: Boolean(given),
        on: { click: () => this.choose(at) },
      },
      element("b", { ariaHidden: "true" }, String(at + 1)),
      element("span", {}, this.#names(idsOf(choice)), ...(sign ? [element("small", {}, ` ${sign}`)] : [])),
    );
    return element("li", {}, made);
  }

  #summary() {
    const { words, payload, data } = this;
    const { id, raw } = this.#view;
    const steps = raw.map((one, n) => ({ ...stepOf(one), given: this.#given.get(this.#key(n)) }));
    const right = steps.filter((step) => step.given === step.right).length;
    const values = { n: right, all: steps.length };
    const row = (/** @type {typeof steps[number]} */ { nerve, right, given }) => {
      const state = !given ? "open" : given === right ? "good" : "bad";
      const said = { open: `– ${words["drills.build.open"]}`, good: `✓ ${words["drills.build.once"]}` }[state];
      const wrong = () => `✗ ${filled(words["drills.build.instead"], { chosen: this.#names(idsOf(given)) })}`;
      const from = filled(words["drills.build.from.short"], { origins: this.#names(data.origins[nerve]) });
      return element(
        "li",
        { className: state },
        link(payload, nerve),
        element("span", {}, ` ${from}`),
        element("small", {}, said ?? wrong()),
      );
    };
    return [
      heading(filled(words["drills.build.done"], { name: this.nameOf(id) })),
      element("p", { className: "drill-score" }, filled(words["drills.build.score"], values)),
      element(
        "div",
        { className: "drill-acts" },
        button(words["drills.again"], this.actions.again, "start"),
        button(words["drills.back"], this.actions.start),
      ),
      element("ol", { className: "drill-run" }, steps.map(row)),
    ];
  }
}
