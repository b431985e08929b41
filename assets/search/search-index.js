// The search index: every name of every node, of everyday words and of pages.
import { fetchJson } from "../app/fetch-json.js";
import { Emergencies } from "../reasoning/emergencies.js";
import { fold, phonetic, rounded, similarity } from "./fuzzy.js";

const NEAREST = 3;

/**
 * A match. Positions behind those of the nodes are positions in `pages`.
 * @typedef {{at: number, matched: string, score: number}} Match
 */

export class SearchIndex {
  /** @param {Record<string, any>} raw  the bundle of atlas/web/bundles/search.py */
  constructor(raw) {
    /** @type {[folded: string, at: number, name: string][]} */
    this.spelled = raw.spelled;
    /** @type {[kind: string, name: string, description: string, change: Partial<State>][]} pages and everyday words */
    this.pages = raw.pages;
    /** @type {string[]} by node: where it lies, in a few words */
    this.where = raw.where;
    /** @type {Record<string, string>} strings of the search box */
    this.words = raw.words;
    /** @type {number} points subtracted from the score of a page */
    this.pagePenalty = raw.page_penalty;
    /** @type {number} lowest score of a match */
    this.minScore = raw.min_score;
    /** @type {number} letters of a text that count */
    this.longest = raw.longest;
    /** @type {number} matches that are shown */
    this.most = raw.most;
    /** recognises emergencies, which are the first pages */
    this.emergencies = new Emergencies(raw.emergencies);
    /** @type {number} emergencies that come before other matches */
    this.mostEmergencies = raw.most_emergencies;
    this.phonetics = this.spelled.map(([folded]) => phonetic(folded));
  }

  #matches(text, most, minScore, withPages) {
    const wanted = fold(text).slice(0, this.longest);
    if (!wanted) return [];
    const sound = phonetic(wanted);
    /** @type {Map<number, Match>} */
    const best = new Map();
    this.spelled.forEach(([folded, at, matched], n) => {
      const isNode = at < this.where.length;
      if (!isNode && !withPages) return;
      const likeness = Math.max(similarity(wanted, folded), similarity(sound, this.phonetics[n]) - 1);
      const score = isNode || likeness === 100 ? likeness : likeness - this.pagePenalty;
      if (score >= minScore && !(score <= best.get(at)?.score)) best.set(at, { at, matched, score: rounded(score) });
    });
    return [...best.values()].sort((a, b) => b.score - a.score || a.at - b.at).slice(0, most);
  }

  /**
   * The emergencies that a text may mean; then nodes, words and pages with a name like it, the best first.
   * @param {string} text
   * @param {number} [most]
   * @returns {Match[]}
   */
  search(text, most = this.most) {
    const urgent = this.emergencies
      .namedIn(text)
      .slice(0, this.mostEmergencies)
      .map((flag) => {
        const at = this.where.length + flag;
        return { at, matched: this.pages[flag][1], score: 100 };
      });
    const isUrgent = ({ at }) => urgent.some((match) => match.at === at);
    const others = this.#matches(text, most, this.minScore, true).filter((match) => !isUrgent(match));
    return [...urgent, ...others].slice(0, most);
  }

  /**
   * The nodes whose names are nearest to a text that matches nothing.
   * @param {string} text
   * @returns {Match[]}
   */
  nearest(text) {
    return this.#matches(text, NEAREST, 0, false);
  }
}

/**
 * @param {string} url
 * @returns {Promise<SearchIndex>}
 */
export const fetchIndex = async (url) => new SearchIndex(await fetchJson(url));
