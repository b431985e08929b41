// The cases mode: reads findings from the address, localises the lesion, and shows the result in figures and panel.
import { FindingMarks, createCaseLegend } from "./finding-marks.js";
import { CasePanel } from "./case-panel.js";
import { CaseControls } from "./case-controls.js";
import { enableClearButtons } from "../lesion/mode-helpers.js";
import { fetchJson, once } from "../app/fetch-json.js";
import { closest, filled } from "../app/dom.js";
import { openLink, ownCases } from "../packs/own-entries.js";
import { isOwn } from "../packs/own-id.js";
import { stored } from "../packs/pack-store.js";
import { report, registerModePanel } from "../panel/panel.js";
import { Findings, targetFinder, parseFindings } from "../reasoning/findings.js";
import { Localiser } from "../reasoning/localise.js";
import { Matrix } from "../reasoning/matrix.js";
import { studyNames } from "../reasoning/study-names.js";
import { StudyPredictions } from "../reasoning/study-predictions.js";
import { showLine, showNotice } from "../app/status.js";

/** @import { StateChange } from "../lesion/types" */
/** @import { Wrong } from "../reasoning/findings.js" */
/** @import { Answer, CaseMatrix, ChosenCase, Explanation, Finding, View } from "./types" */

const MODE = "cases";
const REVEALED = "revealed";
const TARGET_KINDS = ["muscle", "territory", "reflex"];
// The share of a target from which a lesion is worth showing there.
const LEAST_SHARE = 0.15;

/**
 * The pathways of an explanation's sites as one, without the targets that a lesion there hardly affects.
 * @param {Payload} payload
 * @param {CaseMatrix} matrix
 * @param {Explanation} explanation
 * @param {string} map
 */
function pathwayOf(payload, matrix, { sites, shareLost }, map) {
  const pathways = sites.map((site) => payload.pathway(site.id, map));
  const merged = (/** @type {"nodes" | "edges" | "locations"} */ name) => [
    ...new Set(pathways.flatMap((pathway) => pathway[name])),
  ];
  const isAffected = (/** @type {number} */ index) => {
    const target = matrix.target(payload.ids[index]);
    return target < 0 || shareLost[target] >= LEAST_SHARE;
  };
  return {
    nodes: merged("nodes").filter(isAffected),
    edges: merged("edges"),
    locations: merged("locations"),
    chosen: pathways.map(({ at }) => at),
  };
}

const idsOf = (/** @type {Explanation} */ { sites }) => sites.map(({ id }) => id).join(",");

class CaseMode {
  /**
   * @param {Page} page
   * @param {any} data  the JSON of the case bundle
   */
  constructor(page, data) {
    const matrix = new Matrix(data);
    this.page = page;
    this.matrix = /** @type {CaseMatrix} */ (/** @type {unknown} */ (matrix));
    this.words = this.matrix.words;
    this.localiser = new Localiser(matrix);
    this.findTarget = targetFinder(matrix);
    this.studyNames = studyNames(matrix.studies);
    this.loadPredictions = once(() => this.#loadPredictions());
    /** @type {State | null} the state that is shown; null outside the mode */
    this.state = null;
    this.examples = new Map(this.matrix.examples.map((example) => [example.id, example]));
    this.panel = new CasePanel(this.matrix, page.payload);
    this.marks = new FindingMarks(page.highlighter.byId, ({ sign }) => this.words[`state.${sign}`]);
    /** @type {{text: string | null, findings?: Findings, answer?: Answer}} the findings that were read last */
    this.read = { text: null };
    /** @type {View | null} */
    this.view = null;
    /** @type {unknown} the pack whose cases were taken in */
    this.taken = null;
    // The state whose problems were reported last.
    this.reportedAddress = "";
    this.controls = new CaseControls(document.getElementById("case-tools"), this.matrix, {
      onChange: (findings) => this.page.go(this.edited(findings)),
      onTurn: (id, isRevealed, guess) => this.turn(id, isRevealed, guess),
    });
    this.legend = createCaseLegend(this.words);
    document.getElementById("figures").after(this.legend);
    registerModePanel(MODE, () => this.panel.page(this.view));
    document.getElementById("told").addEventListener("click", (event) => this.#clicked(event));
  }

  /**
   * The change of state to other findings. They make a new case, so no answer is hidden.
   * @param {Findings} findings
   * @returns {StateChange}
   */
  edited(findings) {
    return { findings: findings.toText(), case: "", lesion: "" };
  }

  /**
   * Opens a case. In the address it is its id, whether its answer is revealed, and the reader's guess.
   * @param {string} id
   * @param {boolean} isRevealed
   * @param {string} guess
   */
  turn(id, isRevealed, guess) {
    const example = this.examples.get(id);
    const parts = [id, isRevealed ? REVEALED : "", guess];
    const lesion = isRevealed && example ? example.sites[0] : "";
    this.page.go({ case: parts.join(",").replace(/,+$/, ""), findings: example?.findings ?? "", lesion });
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const { candidate, record, studies } = closest(event, "button")?.dataset ?? {};
    if (studies) void this.loadPredictions();
    if (candidate) this.page.go({ lesion: candidate === this.view.chosen ? "" : candidate }, event);
    if (!record) return;
    const [sign, ...id] = record.split(" ");
    this.page.go(this.edited(this.view.findings.with(id.join(" "), sign)), event);
  }

  /**
   * Reads findings and localises them, unless they were read last.
   * @param {string} text
   * @returns {Wrong[]}  what is wrong in the text
   */
  #parseFindings(text) {
    if (this.read.text === text) return [];
    const { findings, wrong } = parseFindings(text, this.findTarget, this.studyNames);
    const plain = findings.plain();
    const answer = /** @type {Answer} */ (/** @type {unknown} */ (this.localiser.localise(plain)));
    this.read = { text, findings, answer };
    if (plain.studies && !this.localiser.predictions) void this.loadPredictions();
    return wrong;
  }

  /** Loads what nerve studies show after each lesion, and answers again. */
  async #loadPredictions() {
    try {
      const { indexOf } = this.page.payload;
      const data = await fetchJson(this.page.answers.studies);
      this.localiser.predictions = new StudyPredictions(data, (site) => indexOf.get(site));
    } catch (error) {
      showNotice([this.page.main.dataset.failed]);
      throw error;
    }
    this.read = { text: null };
    if (this.state) this.show(this.state);
  }

  /**
   * Reports what an address asks for and does not exist, once, and drops it.
   * @param {Wrong[]} problems
   * @param {StateChange} change
   * @param {string} address
   */
  #correct(problems, change, address) {
    if (this.reportedAddress === address) return;
    this.reportedAddress = address;
    if (problems.length)
      showNotice(
        problems.map(([item, problem, near = ""]) => filled(this.words[`problem.${problem}`], { item, near })),
      );
    if (Object.keys(change).length) setTimeout(() => this.page.go(change, null, "replace"));
  }

  /**
   * @param {string} text  `case` in the address
   * @returns {ChosenCase}
   */
  #chosenCase(text) {
    const [id, revealed, guess = ""] = text.split(",");
    const example = this.examples.get(id) ?? null;
    const isKnownSite = this.matrix.sites.some((site) => site.id === guess);
    return {
      example,
      isHidden: Boolean(example) && revealed !== REVEALED,
      guess: isKnownSite ? guess : "",
      unknown: example ? "" : id,
    };
  }

  /**
   * The findings to show for a state. What is wrong in the address is reported and corrected.
   * @param {State} state
   * @param {ChosenCase} chosenCase
   */
  #findingsOf(state, { example, unknown }) {
    const wrong = this.#parseFindings(example ? example.findings : state.findings);
    const { findings, answer } = this.read;
    const needsFindings = wrong.length || (example && state.findings !== example.findings);
    this.#correct(
      [...(unknown ? [/** @type {Wrong} */ ([unknown, "case"])] : []), ...wrong],
      {
        ...(unknown ? { case: "" } : {}),
        ...(needsFindings ? { findings: example?.findings ?? findings.toText() } : {}),
      },
      `${state.case} ${state.findings}`,
    );
    return { findings, answer };
  }

  /** Takes in the cases of the pack that is played, instead of those of another pack. */
  #takeOwn() {
    if (this.taken === stored.playing) return;
    this.taken = stored.playing;
    for (const id of [...this.examples.keys()].filter(isOwn)) this.examples.delete(id);
    const own = ownCases((site) => this.page.payload.nameOf(site));
    for (const example of own) this.examples.set(example.id, example);
    this.controls.offerOwn(own);
  }

  /** @param {State} state */
  show(state) {
    this.state = state;
    this.#takeOwn();
    const chosenCase = this.#chosenCase(state.case ?? "");
    const { findings, answer } = this.#findingsOf(state, chosenCase);
    const { example, isHidden } = chosenCase;
    const chosen = isHidden ? undefined : answer.leading.find((explanation) => idsOf(explanation) === state.lesion);
    this.view = { ...chosenCase, findings, answer, chosen: chosen ? state.lesion : "" };
    const { highlighter, payload } = this.page;
    highlighter.show(payload, chosen ? pathwayOf(payload, this.matrix, chosen, state.map) : null, "on");
    this.marks.show(findings, chosen ? this.#sharesOf(chosen) : []);
    this.legend.hidden = false;
    this.controls.show(findings, chosenCase, answer.red_flags);
    enableClearButtons(this.page.main, Boolean(chosen));
    showLine(this.panel.statusLine(this.view), example?.title ?? this.words.heading);
    report(payload, state);
  }

  /** @param {Explanation} explanation */
  #sharesOf({ shareLost }) {
    return this.matrix.targets.map((id, at) => ({ id, share: shareLost[at] }));
  }

  /** A target in the figures gets its next finding. @param {string} id */
  choose(id) {
    const { kinds, indexOf } = this.page.payload;
    const kind = kinds[indexOf.get(id)];
    return TARGET_KINDS.includes(kind) && this.view ? this.edited(this.view.findings.cycled(id, kind)) : null;
  }

  /** The findings of a node in words. @param {string} id */
  note(id) {
    const found = /** @type {Finding[]} */ ((this.view?.findings ?? new Findings()).all);
    return found
      .filter((finding) => finding.id === id)
      .map(({ sign }) => this.words[`state.${sign}`])
      .join(", ");
  }

  clear() {
    return this.view?.chosen ? { lesion: "" } : null;
  }

  leave() {
    this.state = null;
    this.legend.hidden = true;
    this.marks.clear();
    this.page.highlighter.show(this.page.payload, null, "on");
  }
}

/** @param {Page} page */
export async function enter(page) {
  const [data] = await Promise.all([fetchJson(page.answers.cases), openLink(page)]);
  const mode = new CaseMode(page, data);
  return {
    choose: (/** @type {string} */ id) => mode.choose(id),
    show: (/** @type {State} */ state) => mode.show(state),
    note: (/** @type {string} */ id) => mode.note(id),
    clear: () => mode.clear(),
    leave: () => mode.leave(),
  };
}
