// What the figures show for a question: the skin asked about, then the pathways of the answers, or the effects of lesions.
import { shownPathway } from "../app/shown-with.js";
import { Illustrator } from "../article/article-figures.js";
import { fetchComparison } from "../compare/comparison.js";
import { lesionMarkers, removeMarkers, showMarkers } from "../lesion/lesion-markers.js";
import { AnswerPathways } from "./answer-pathways.js";

/** @import { Illustration } from "../article/article-figures.js" */
/** @import { Answer, Question, QuestionBank } from "./question-bank.js" */
/** @import { Lesions } from "../lesion/lesions.js" */
/** @import { Words } from "../lesion/types" */

// Kinds of questions about a lesion: one asks where it is, the others give its site.
const PLACE_QUESTIONS = ["place_of_lesion", "place_of_studies"];
const SITE_QUESTIONS = ["muscle_weak", "reflex_lost", "study_normal"];

// A view of a question of a pack that shows a lesion, or two.
const NEEDS_LESIONS = /[?&](lesion|pair)=/;

export class QuizFigures {
  /**
   * @param {Page} page
   * @param {Words} words
   * @param {QuestionBank} bank
   * @param {() => void} onLoad  called when the lesions that a question needs have loaded
   */
  constructor(page, words, bank, onLoad) {
    this.page = page;
    this.payload = page.payload;
    this.onLoad = onLoad;
    /** @type {Illustrator | null} */
    this.illustrator = null;
    /** @type {Lesions | null} */
    this.lesions = null;
    /** @type {Promise<void> | null} */
    this.loading = null;
    this.pathways = new AnswerPathways(page, words, bank);
  }

  /** Whether the lesions have loaded. */
  get isReady() {
    return Boolean(this.lesions);
  }

  /** Loads the lesions with the first question that needs them. @param {Question} question */
  #load({ kind, own }) {
    const isOfPlace = [...PLACE_QUESTIONS, ...SITE_QUESTIONS].includes(kind);
    if (isOfPlace || NEEDS_LESIONS.test(own?.view ?? "")) this.#loadLesions();
  }

  #loadLesions() {
    if (this.lesions) return;
    this.loading ??= fetchComparison(this.page).then(
      (comparison) => {
        this.lesions = comparison.lesions;
        this.illustrator = new Illustrator(this.page, comparison);
        this.onLoad();
      },
      (error) => {
        this.loading = null;
        console.error(error);
      },
    );
  }

  /** Shows what an educator chose for the answer. @param {string} view */
  #showView(view) {
    const params = new URLSearchParams(view);
    const ids = (/** @type {string} */ key) => (params.get(key) ?? "").split(",").filter((id) => this.payload.has(id));
    const [lesion = ""] = ids("lesion");
    const map = params.get("map") || this.payload.default_map;
    if (lesion || ids("pair").length) {
      this.illustrator?.show({ lesion, pair: ids("pair") }, map);
      return;
    }
    const [[select = ""], [other = ""]] = [ids("select"), ids("with")];
    if (!select) return;
    this.page.highlighter.show(this.payload, shownPathway(this.payload, { select, with: other, map }), "on");
    this.page.main.dataset.struck = "view";
  }

  /** Marks the lesion where the question gives its site. @param {Question} question */
  #markSite({ kind, about }) {
    if (!this.lesions || !SITE_QUESTIONS.includes(kind)) return;
    const place = this.payload.indexOf.get(about);
    const nodes = this.lesions.removedNodes(place).map((node) => this.payload.ids[node]);
    showMarkers(lesionMarkers(this.page, this.lesions.equivalentIds(place), nodes));
  }

  /** @param {Question} question */
  showQuestion(question) {
    this.clear();
    this.#load(question);
    if (question.own) return;
    this.pathways.markQuestion(question);
    this.#markSite(question);
  }

  /** Marks the patch that was chosen in an exam, which says nothing about the answer. @param {string} id */
  markChosen(id) {
    this.pathways.markChosen(this.payload.indexOf.get(id));
  }

  /**
   * @param {Question} question
   * @param {Answer} given
   */
  showAnswer(question, { answer, chosen, isRight }) {
    this.clear();
    this.#load(question);
    const wrong = isRight ? null : chosen;
    const map = this.payload.default_map;
    if (question.own) this.#showView(question.own.view);
    else if (!PLACE_QUESTIONS.includes(question.kind)) {
      const wrongNodes = wrong ? this.pathways.ofChosen(question, wrong) : [];
      this.pathways.draw(this.pathways.ofRight(question, answer), wrongNodes);
      this.#markSite(question);
    } else if (wrong) this.illustrator?.showPair([answer, wrong], map);
    else this.illustrator?.showLesion(answer, map);
  }

  /**
   * The letters with which the figures mark the lesion of the right answer and that of the chosen one; "" without them.
   * @param {Question} question
   * @param {Answer} given
   * @returns {[right: string, chosen: string]}
   */
  lettersOf({ kind }, { chosen, isRight }) {
    return PLACE_QUESTIONS.includes(kind) && chosen && !isRight ? ["A", "B"] : ["", ""];
  }

  /**
   * Shows what a step of a tour shows.
   * @param {Illustration} illustration
   * @param {string} map
   */
  showIllustration(illustration, map) {
    this.clear();
    this.#loadLesions();
    this.illustrator?.show(illustration, map);
  }

  /**
   * What a lesion at a site does to a target; undefined until the lesions have loaded.
   * @param {string} site
   * @param {string} target
   */
  lossState(site, target) {
    const { indexOf, default_map: map } = this.payload;
    return this.lesions?.stateOf(this.lesions.lesionAt(indexOf.get(site), map, "complete"), indexOf.get(target));
  }

  /** Whether the chosen answer is drawn, but only in figures of other plates. */
  get isOnOtherPlate() {
    const shapes = [...this.page.figures.querySelectorAll(":is(.skin, .nerves) .only-b")];
    return shapes.length > 0 && shapes.every((shape) => shape.closest("figure").hidden);
  }

  /** What is drawn at a node, in words. @param {number} index */
  meaningOf(index) {
    return this.illustrator?.stateInWords(index) || this.pathways.meaningOf(index);
  }

  clear() {
    this.illustrator?.leave();
    this.pathways.clear();
    removeMarkers();
    this.page.highlighter.show(this.payload, null, "on");
  }
}
