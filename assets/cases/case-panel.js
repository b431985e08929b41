// The panel of the cases mode, as component trees: red flags, then the candidate sites in order, then what to examine next.
import { filled } from "../app/dom.js";
import { part } from "../panel/component-tree.js";
import { DENIED } from "../reasoning/findings.js";

/** @import { Answer, Candidate, CaseMatrix, ComparedStudy, Example, Explanation, Finding, NextExamination, NextStudy, View } from "./types" */
/** @import { Findings } from "../reasoning/findings.js" */

// How many further candidates are shown before the rest is folded.
const SHOWN = 3;
// A verdict list with more entries than this is folded, if it is the list of expected findings.
const MOST_EXPECTED = 8;
const EXPECTED = "expected";
// The shares of a target from which it counts as partly affected, and as lost.
const [PARTLY, LOST] = [0.15, 0.5];
const TARGET_KINDS = ["muscle", "territory", "reflex"];
/** @type {Record<string, string[]>} kind of target → what can be found there */
const SIGNS = {
  muscle: ["weak", "normal"],
  territory: ["numb", "intact"],
  reflex: ["reduced_reflex", "normal_reflex"],
};
const list = (/** @type {Component[]} */ items) => part("Ul", { children: items });

export class CasePanel {
  /**
   * @param {CaseMatrix} matrix
   * @param {Payload} payload
   */
  constructor(matrix, payload) {
    this.matrix = matrix;
    this.payload = payload;
    this.words = matrix.words;
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  #text(key, values = {}) {
    return filled(this.words[key], values);
  }

  /** The name of a target or a clue; the text itself if it is neither. @param {string} text */
  #nameOf(text) {
    const at = this.matrix.target(text);
    if (at >= 0) return this.matrix.names[at];
    const space = text.lastIndexOf(" ");
    if (this.#studyName(text.slice(0, space))) return this.#result(text.slice(0, space), text.slice(space + 1));
    const isDenied = text.startsWith(DENIED);
    const id = isDenied ? text.slice(DENIED.length) : text;
    const { clues, emergencies } = this.matrix;
    const clue = [...clues, ...emergencies.signs].find((row) => row.id === id);
    if (!clue) return text.replaceAll("_", " ");
    return isDenied ? `${clue.name}: ${this.#text("state.denied")}` : clue.name;
  }

  /** The name of a nerve study or of needle EMG; undefined if it is neither. @param {string} key */
  #studyName(key) {
    return this.matrix.studies.all.find(([study]) => study === key)?.[1];
  }

  /**
   * @param {string} study
   * @param {string} result
   */
  #result(study, result) {
    return `${this.#studyName(study)}: ${this.#text(`state.study_${result}`)}`;
  }

  /** The results of nerve studies beside what a candidate predicts. @param {ComparedStudy[]} studies */
  #comparedStudies(studies) {
    const items = studies.map(({ study, result, expected, fits, why }) => {
      const key = fits === null ? (expected ? "open" : "off") : fits ? "fits" : expected ? "differs" : "off";
      const values = { study: this.#result(study, result), why };
      const inWords = expected ? { ...values, expected: this.#text(`study.expected.${expected}`) } : values;
      const symbol = fits === null ? "○" : fits ? "✓" : "✕";
      return part("Li", { children: `${symbol} ${this.#text(`study.${key}`, inWords).trim()}` });
    });
    const label = part("Dt", { children: this.#text("list.studies") });
    return part("Div", { className: "verdict studies", children: [label, part("Dd", { children: list(items) })] });
  }

  /** @param {Explanation} explanation */
  #siteNames({ sites }) {
    return sites.map((site) => site.name).join(" + ");
  }

  /** How many findings a candidate explains, leaves open and contradicts, in one line. @param {Candidate} candidate */
  #verdict({ explained, unexplained, contradicted }) {
    const against = contradicted.length;
    return [
      this.#text("explains", { n: explained.length, all: explained.length + unexplained.length }),
      unexplained.length ? this.#text("leaves", { n: unexplained.length }) : this.#text("leaves.none"),
      this.#text(against > 1 ? "against.many" : against ? "against.one" : "against.none", { n: against }),
    ].join(", ");
  }

  /** @param {Answer} answer */
  #redFlags({ red_flags: flags }) {
    if (!flags.length) return [];
    const items = flags.map(({ name, text, urgency }) => {
      const when = part("B", { className: "when", children: `${this.#text(`urgency.${urgency}`)}:` });
      return part("Li", { className: urgency, children: [when, " ", part("B", { children: name }), ". ", text] });
    });
    const children = [part("H2", { children: this.#text("flags"), tabIndex: -1 }), list(items)];
    return [part("Section", { className: "flags alarm", children })];
  }

  /**
   * One list of a verdict, ordered by kind of target.
   * @param {string} name
   * @param {string[]} ids
   * @param {string} symbol
   */
  #verdictList(name, ids, symbol) {
    const { kindOf } = this.matrix;
    const rank = (/** @type {string} */ id) => TARGET_KINDS.indexOf(kindOf[this.matrix.target(id)]);
    const names = [...ids].sort((a, b) => rank(a) - rank(b)).map((id) => this.#nameOf(id));
    const label = part("Dt", { children: this.#text(`list.${name}`) });
    const text = names.length ? `${symbol} ${names.join("; ")}` : this.#text("list.nothing");
    const summary = part("Summary", { children: this.#text("list.many", { n: names.length }) });
    const isFolded = name === EXPECTED && names.length > MOST_EXPECTED;
    const content = isFolded ? part("Details", { children: [summary, text] }) : text;
    return part("Div", { className: `verdict ${name}`, children: [label, part("Dd", { children: content })] });
  }

  /** @param {Candidate} candidate */
  #verdictLists({ explained, unexplained, contradicted, would_also_predict: expected, studies }) {
    return part("Dl", {
      className: "verdicts",
      children: [
        this.#verdictList("explained", explained, "✓"),
        ...(unexplained.length ? [this.#verdictList("unexplained", unexplained, "?")] : []),
        ...(contradicted.length ? [this.#verdictList("contradicted", contradicted, "✕")] : []),
        ...(studies.length ? [this.#comparedStudies(studies)] : []),
        ...(expected.length ? [this.#verdictList(EXPECTED, expected, "○")] : []),
      ],
    });
  }

  /**
   * @param {Explanation} explanation
   * @param {Candidate} candidate
   * @param {string} chosen  key of the candidate that the figures show
   * @param {boolean} isOpen
   */
  #candidate(explanation, candidate, chosen, isOpen) {
    const { sites } = explanation;
    const key = sites.map((site) => site.id).join(",");
    const [isOffGraph, isPair, isChosen] = [sites[0].standing === "off-graph", sites.length > 1, key === chosen];
    const showButton = part("Button", {
      children: this.#text(isChosen ? "shown" : "show"),
      "data-candidate": key,
      "aria-pressed": isChosen,
      "aria-label": `${this.#text("show")}: ${this.#siteNames(explanation)}`,
      className: "plain show",
    });
    const lesionButton = part("Button", {
      children: this.#text("lesion"),
      "data-lesion": sites[0].id,
      className: "plain",
      "aria-label": `${this.#text("lesion")}: ${this.#siteNames(explanation)}`,
    });
    const chip = (/** @type {string} */ name) => [" ", part("Span", { className: "chip", children: this.#text(name) })];
    const head = [
      part("B", { children: this.#siteNames(explanation) }),
      ...(isPair ? chip("two") : []),
      ...(isOffGraph ? chip("off") : []),
      part("Span", { className: "weighed", children: this.#verdict(candidate) }),
    ];
    const buttons = isOffGraph ? [] : isPair ? [showButton] : [showButton, lesionButton];
    const { variant } = explanation;
    const person =
      variant && part("P", { className: "person", children: this.#text("variant", { variant: variant.text }) });
    const { injury } = candidate;
    const isAssumed = injury && injury !== this.matrix.studies.injuries[0];
    const injuryName = isAssumed ? this.#text(`study.injury.${injury}`) : "";
    const assumed = part("P", { className: "person", children: this.#text("study.assumed", { injury: injuryName }) });
    const body = [
      ...(person ? [person] : []),
      ...(isAssumed ? [assumed] : []),
      this.#verdictLists(candidate),
      part("P", { className: "acts", children: buttons }),
    ];
    const children = isOpen
      ? [part("P", { className: "called", children: head }), ...body]
      : part("Details", { children: [part("Summary", { children: head }), ...body] });
    return part("Li", { className: "candidate", children });
  }

  /**
   * The candidates: first those that the findings cannot distinguish, then the others.
   * @param {Answer} answer
   * @param {string} chosen  key of the candidate that the figures show
   */
  #candidates({ candidates, leading, fits }, chosen) {
    const [first] = candidates;
    let headCount = 1;
    while (headCount < candidates.length && first.alike.includes(candidates[headCount].site_key)) headCount++;
    const items = leading.map((explanation, at) => this.#candidate(explanation, candidates[at], chosen, at === 0));
    const hasPairs = leading.some(({ sites }) => sites.length > 1) && first.unexplained.length;
    const [head, others] = [items.slice(0, headCount), items.slice(headCount)];
    const hasTie = headCount > 1;
    const children = [
      part("H2", { children: this.#text(fits ? "leading" : "misfit"), tabIndex: -1 }),
      part("P", { className: "lead", children: this.#text(fits ? "order" : "misfit.why") }),
      ...(hasPairs ? [part("P", { className: "lead", children: this.#text("pairs") })] : []),
      ...(hasTie ? [part("H3", { children: this.#text("leading.alike") })] : []),
      part("Ol", { className: hasTie ? "candidates alike" : "candidates", children: head }),
    ];
    const numberedList = (/** @type {number} */ start, /** @type {Component[]} */ entries) =>
      part("Ol", { className: "candidates", start, children: entries });
    if (others.length) {
      children.push(part("H3", { children: this.#text("others") }));
      children.push(numberedList(headCount + 1, others.slice(0, SHOWN)));
    }
    if (others.length > SHOWN) {
      const rest = numberedList(headCount + SHOWN + 1, others.slice(SHOWN));
      const summary = part("Summary", { children: this.#text("more", { n: others.length - SHOWN }) });
      children.push(part("Details", { className: "more", children: [summary, rest] }));
    }
    return part("Section", { className: "explanations", children });
  }

  /**
   * What to examine next, why, and buttons that record the result.
   * @param {Answer} answer
   */
  #nextSection({ next_examination: next, leading }) {
    const title = part("H3", { children: this.#text("next") });
    if (next) return [part("Section", { className: "part next", children: [title, ...this.#next(next, leading)] })];
    if (leading.length < 2) return [];
    const none = part("P", { children: this.#text("next.none") });
    return [part("Section", { className: "part", children: [title, none] })];
  }

  /**
   * The nerve study to make next, why, and buttons that record the result; or a button that asks for one.
   * @param {Answer} answer
   */
  #studySection({ next_study: next, leading }) {
    if (leading.length < 2 || next === null) return [];
    const content = next ? this.#nextStudy(next) : [this.#studyButton()];
    const title = part("H3", { children: this.#text("study.next") });
    return [part("Section", { className: "part next", children: [title, ...content] })];
  }

  #studyButton() {
    const button = part("Button", { children: this.#text("study.load"), "data-studies": "load", className: "plain" });
    return part("P", { className: "acts", children: button });
  }

  /** @param {NextStudy} next */
  #nextStudy({ id, name, why }) {
    const { results } = this.matrix.studies;
    const possible = id.startsWith("emg ") ? results.needle : results.study;
    const buttons = possible.map((result) =>
      part("Button", {
        children: this.#text("next.record", { state: this.#text(`state.study_${result}`) }),
        "data-record": `study_${result} ${id}`,
        className: "plain",
      }),
    );
    return [
      part("P", { className: "called", children: part("B", { children: name }) }),
      part("P", { className: "lead", children: why }),
      part("P", { className: "acts", children: buttons }),
    ];
  }

  /**
   * @param {NextExamination} next
   * @param {Explanation[]} leading
   */
  #next({ id, name, kind, how, expected }, leading) {
    const names = new Map(
      leading.map((explanation) => [
        explanation.sites.map((site) => site.key).join(" + "),
        this.#siteNames(explanation),
      ]),
    );
    const extent = (/** @type {number} */ share) => (share >= LOST ? "lost" : share >= PARTLY ? "partly" : "kept");
    const reasons = Object.entries(expected).map(([key, share]) =>
      part("Li", { children: this.#text(`next.${extent(share)}`, { site: names.get(key) ?? key }) }),
    );
    const buttons = SIGNS[kind].map((sign) =>
      part("Button", {
        children: this.#text("next.record", { state: this.#text(`state.${sign}`) }),
        "data-record": `${sign} ${id}`,
        className: "plain",
      }),
    );
    return [
      part("P", { className: "called", children: part("B", { children: name }) }),
      ...(how ? [part("P", { children: how })] : []),
      part("P", { className: "lead", children: this.#text("next.why") }),
      list(reasons),
      part("P", { className: "acts", children: buttons }),
    ];
  }

  /**
   * The examined targets for which other textbooks give other roots, as a caution about the order of candidates.
   * @param {Findings} findings
   */
  #otherRoots(findings) {
    const { rivals, roots } = this.matrix;
    const examined = new Set(/** @type {Finding[]} */ (findings.all).map(({ id }) => id));
    const lines = [...examined].flatMap((id) => {
      const own = roots[this.matrix.target(id)];
      const others = (rivals[id] ?? []).filter((other) => other !== own).join("; ");
      const values = { name: this.#nameOf(id), own, rivals: others };
      return others ? [part("Li", { children: this.#text("rivals.line", values) })] : [];
    });
    if (!lines.length) return [];
    const summary = part("Summary", { children: `${this.#text("rivals")} (${lines.length})` });
    const fold = part("Details", { children: [summary, list(lines)] });
    return [part("Section", { className: "part rivals", children: fold })];
  }

  /** Clues that were not recognised. @param {Answer} answer */
  #unrecognised({ unrecognised: items }) {
    if (!items.length) return [];
    const text = this.#text("unrecognised", { items: items.join("; ") });
    return [part("P", { className: "remark", children: text })];
  }

  /**
   * The diagnosis that the source of an example gives, and its rank among the candidates.
   * @param {Example} example
   * @param {string} guess
   * @param {Answer} answer
   */
  #diagnosis(example, guess, { candidates, leading }) {
    const rankOf = (/** @type {string} */ id) =>
      leading.findIndex(({ sites }) => sites.length === 1 && sites[0].id === id);
    const nameOf = (/** @type {string} */ id) => this.matrix.sites.find((site) => site.id === id).name;
    const rank = rankOf(example.sites[0]);
    const otherSites = example.sites.slice(1).map(nameOf);
    const remarks = [
      rank < 0 ? this.#text("stated.absent") : this.#text("stated.rank", { n: rank + 1 }),
      ...(otherSites.length ? [this.#text("stated.also", { sites: otherSites.join("; ") })] : []),
    ];
    const guessText = () => {
      const guessRank = rankOf(guess);
      if (guessRank < 0) return this.#text("guess.absent", { site: nameOf(guess) });
      const verdict = this.#verdict(candidates[guessRank]);
      return this.#text("guess.rank", { site: nameOf(guess), n: guessRank + 1, verdict });
    };
    const children = [
      part("H2", { children: this.#text(example.isOwn ? "stated.own" : "stated"), tabIndex: -1 }),
      part("P", { className: "called", children: part("B", { children: example.stated }) }),
      part("P", { children: remarks.join(" ") }),
      ...(guess ? [part("P", { className: "guess", children: guessText() })] : []),
      ...(example.isOwn
        ? example.teaches.split("\n").map((line) => part("P", { children: line }))
        : [part("P", { children: [part("B", { children: `${this.#text("teaches")} ` }), example.teaches] })]),
      ...(example.note ? [part("P", { className: "remark", children: example.note })] : []),
      list(example.sources.map((source) => this.payload.origins[source])),
    ];
    return part("Section", { className: "stated", children });
  }

  /**
   * @param {View} view
   * @returns {Component[]}
   */
  page({ findings, example, isHidden, guess, answer, chosen }) {
    const flags = this.#redFlags(answer);
    if (isHidden) return [...flags, part("P", { className: "waiting", children: this.#text("waiting") })];
    if (!answer.candidates.length) {
      const text = this.#text(findings.all.length ? "status.unexplained" : "nothing");
      const nothing = part("P", { className: "lead", children: text });
      const own = example?.isOwn ? [this.#diagnosis(example, guess, answer)] : [];
      return [...flags, ...own, ...this.#unrecognised(answer), nothing];
    }
    return [
      ...flags,
      ...(example ? [this.#diagnosis(example, guess, answer)] : []),
      this.#candidates(answer, chosen),
      ...this.#unrecognised(answer),
      ...this.#nextSection(answer),
      ...this.#studySection(answer),
      ...this.#otherRoots(findings),
    ];
  }

  /**
   * The result in one line for the status line: red flags first, then the leading candidate.
   * @param {View} view
   */
  statusLine({ findings, example, isHidden, answer }) {
    const names = answer.red_flags.map(({ name }) => name).join("; ");
    const flags = names ? `${this.#text("status.flag", { names })} ` : "";
    if (isHidden) return flags + this.#text("status.hidden", { title: example.title });
    if (!findings.all.length) return this.#text("status.none");
    if (!answer.candidates.length) return flags + this.#text("status.unexplained");
    const site = this.#siteNames(answer.leading[0]);
    if (!answer.fits) return flags + this.#text("status.misfit", { site });
    if (flags) return flags + this.#text("status.short", { site });
    return this.#text("status", { site, verdict: this.#verdict(answer.candidates[0]) });
  }
}
