// The questions of the atlas that a quiz of a pack can ask, by their text.
import { filled } from "../app/dom.js";
import { fetchJson, once } from "../app/fetch-json.js";
import { QuestionBank } from "../quiz/question-bank.js";

const MOST_FOUND = 8;

export class AtlasQuestions {
  /** @param {Page} page */
  constructor(page) {
    /** @type {QuestionBank | null} null until it has loaded */
    this.bank = null;
    /** @type {Record<string, string>} */
    this.words = {};
    /** Loads the questions once. */
    this.load = once(async () => {
      const data = await fetchJson(page.answers.quiz);
      this.words = data.words;
      this.bank = new QuestionBank(data, page.payload);
    });
  }

  /** The ids of all questions; null until they have loaded. */
  get ids() {
    return this.bank && new Set(this.bank.questions.keys());
  }

  /** The text of a question; its id if it is not known. @param {string} id */
  textOf(id) {
    const question = this.bank?.questions.get(id);
    return question ? filled(this.words[`ask.${question.kind}`], { name: this.bank.nameOf(question.about) }) : id;
  }

  /** The first questions whose text has all words. @param {string} text */
  async find(text) {
    await this.load();
    const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
    const found = [];
    for (const id of this.bank.questions.keys()) {
      const asked = this.textOf(id);
      if (!wanted.every((word) => asked.toLowerCase().includes(word))) continue;
      found.push({ id, text: asked });
      if (found.length === MOST_FOUND) break;
    }
    return found;
  }
}
