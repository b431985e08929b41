// The search index: every name of every node, of everyday words and of pages, and the descriptions of the nodes. It
// finds the same as atlas/search/word_index.py: every word of a text must occur in a name, exactly, begun or misspelt.
import { fetchJson } from "../app/fetch-json.js";
import { Emergencies } from "../reasoning/emergencies.js";
import { CanonicalWords, stems } from "./canonical-words.js";
import { fold, phonetic, slips, slipsAllowed } from "./fuzzy.js";

/**
 * A match. Positions behind those of the nodes are positions in `pages`. `place`: its position among the things that
 * the same expression means.
 * @typedef {{at: number, matched: string, score: number, place: number}} Match
 */
/** @typedef {[words: string[], cost: number][]} Alternatives  what a word can stand for, and the points that it costs */

/** @param {Set<string>} set @param {string[]} words */
const hasAll = (set, words) => words.every((word) => set.has(word));

/**
 * The fewest points that a word costs in a spelling; null if it does not occur there.
 * @param {Alternatives} alternatives
 * @param {Set<string>} spelled
 */
function costIn(alternatives, spelled) {
  let least = null;
  for (const [words, cost] of alternatives)
    if ((least === null || cost < least) && hasAll(spelled, words)) least = cost;
  return least;
}

export class SearchIndex {
  /** @param {Record<string, any>} raw  the bundle of atlas/web/bundles/search.py */
  constructor(raw) {
    /** @type {[kind: string, name: string, description: string, change: Partial<State>][]} pages and everyday words */
    this.pages = raw.pages;
    /** @type {string[]} by node: where it lies, in a few words */
    this.where = raw.where;
    /** @type {Record<string, string>} strings of the search box */
    this.words = raw.words;
    /** @type {Record<string, number>} the points of word_index.py */
    this.points = raw.points;
    /** @type {number} matches that are shown */
    this.most = raw.most;
    this.canonical = new CanonicalWords(raw.equivalents, raw.ignored);
    const wordSet = (/** @type {string[]} */ texts) => new Set(texts.flatMap((text) => this.canonical.of(text)));
    this.optional = wordSet(raw.optional);
    this.common = wordSet(raw.common);
    this.correct = wordSet(raw.elsewhere); // these words are not misspellings
    this.#addSpellings(raw.spelled);
    this.#addDescriptions(raw.described);
    /** recognises emergencies, which are the first pages */
    this.emergencies = new Emergencies(raw.emergencies);
    /** @type {number} emergencies that come before other matches */
    this.mostEmergencies = raw.most_emergencies;
  }

  /** @param {[folded: string, at: number, matched: string, place?: number][]} spelled */
  #addSpellings(spelled) {
    const { named, whole, rare_share } = this.points;
    /** @type {Map<string, Set<number>>} */
    const holders = new Map();
    /** @type {Map<string, string[]>} */
    const surface = new Map(this.canonical.surfaceWords);
    this.spellings = spelled.map(([folded, at, matched, place = named]) => {
      const words = place === whole ? [] : this.canonical.of(folded);
      for (const word of words) {
        if (!holders.has(word)) holders.set(word, new Set());
        holders.get(word).add(at);
      }
      if (words.length)
        for (const written of [...folded.split(" "), ...stems(folded)])
          if (!surface.has(written)) surface.set(written, this.canonical.of(written));
      return { folded, at, matched, place, words: new Set(words) };
    });
    this.known = new Set(holders.keys());
    const things = new Set([...holders.values()].flatMap((ats) => [...ats])).size;
    const isRare = (/** @type {string} */ word) => holders.get(word).size <= Math.max(1, rare_share * things);
    this.rare = new Set([...this.known].filter(isRare));
    this.surface = [...surface]
      .filter(([, words]) => hasAll(this.known, words))
      .map(([written, words]) => ({ written, words, sound: phonetic(written) }));
  }

  /** @param {[at: number, text: string][]} described */
  #addDescriptions(described) {
    this.descriptions = described.map(([at, matched]) => {
      const words = new Set(this.canonical.of(fold(matched)));
      for (const word of words) this.correct.add(word);
      return { at, matched, place: this.points.named, words };
    });
  }

  /**
   * The known words that a word can stand for. A word that is known is not a misspelling of another.
   * @param {string} word
   * @returns {Alternatives}
   */
  #alternatives(word) {
    const { min_prefix, incomplete, by_ear, slip } = this.points;
    /** @type {Alternatives} */
    const found = this.known.has(word) ? [[[word], 0]] : [];
    if (word.length >= min_prefix)
      for (const { written, words } of this.surface)
        if (written.startsWith(word) && (words.length > 1 || words[0] !== word)) found.push([words, incomplete]);
    const most = slipsAllowed(word);
    if (found.length || this.correct.has(word) || !most) return found;
    const sound = phonetic(word);
    for (const { words, sound: other } of this.surface) {
      const count = slips(sound, other, most);
      if (count !== null) found.push([words, slip * count || by_ear]);
    }
    return found;
  }

  /** Whether a text is too long to be searched for by name. @param {string} text */
  isTooLong(text) {
    return fold(text).length > this.points.longest_query;
  }

  #read(text) {
    const folded = this.isTooLong(text) ? "" : fold(text).slice(0, this.points.longest);
    const words = this.canonical.of(folded);
    return { folded, words, alternatives: new Map(words.map((word) => [word, this.#alternatives(word)])) };
  }

  /** The score of a spelling; null if a required word is missing. */
  #score({ words, required, alternatives }, spelled) {
    const { inexact, contained, absent, max_further } = this.points;
    let cost = 0;
    for (const word of words) {
      const ofWord = costIn(alternatives.get(word), spelled);
      if (ofWord === null && required.includes(word)) return null;
      cost += ofWord ?? absent;
    }
    const further = Math.min(Math.max(0, spelled.size - words.length), max_further);
    return (cost ? inexact - cost : contained) - further;
  }

  #describes(required, spelled) {
    const { min_described, max_dilution } = this.points;
    if (required.length < min_described || spelled.size > max_dilution * required.length) return false;
    return hasAll(spelled, required);
  }

  #keep(best, { at, matched, place }, score) {
    const { contained, named, resolved, whole } = this.points;
    const placed = score < contained ? named : place === whole ? resolved : place;
    const known = best.get(at);
    if (!known || score > known.score || (score === known.score && placed < known.place))
      best.set(at, { at, matched, score, place: placed });
  }

  /** @param {Map<number, Match>} best @param {number} most @returns {Match[]} */
  #ranked(best, most) {
    const { exact, page_penalty } = this.points;
    return [...best.values()]
      .map((match) =>
        match.at < this.where.length || match.score >= exact ? match : { ...match, score: match.score - page_penalty },
      )
      .sort((a, b) => b.score - a.score || a.place - b.place || a.at - b.at)
      .slice(0, most);
  }

  /**
   * The emergencies that a text may mean; then nodes, words and pages whose names, or else descriptions, have all words
   * of the text, the best first.
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
        return { at, matched: this.pages[flag][1], score: this.points.exact, place: 0 };
      });
    const isUrgent = (/** @type {Match} */ { at }) => urgent.some((match) => match.at === at);
    const others = this.#named(text, most + urgent.length).filter((match) => !isUrgent(match));
    return [...urgent, ...others].slice(0, most);
  }

  /** @param {string} text @param {number} most @returns {Match[]} */
  #named(text, most) {
    const { exact, min_score, described, max_further, resolved } = this.points;
    const { folded, words, alternatives } = this.#read(text);
    if (!words.length) return [];
    /** @type {Map<number, Match>} */
    const best = new Map();
    const needed = words.filter((word) => !this.optional.has(word));
    const required = needed.length ? needed : words;
    for (const spelling of this.spellings) {
      if (spelling.folded === folded) this.#keep(best, spelling, exact);
      else if (spelling.words.size) {
        const ofSpelling = this.#score({ words, required, alternatives }, spelling.words);
        const isPart = spelling.place < resolved && spelling.words.size > words.length;
        const score = isPart ? ofSpelling - 1 : ofSpelling; // part of an expression is less than part of a name
        if (ofSpelling !== null && score >= min_score) this.#keep(best, spelling, score);
      }
    }
    const named = new Set(best.keys());
    for (const one of this.descriptions)
      if (!named.has(one.at) && this.#describes(required, one.words))
        this.#keep(best, one, described - Math.min(max_further, one.words.size - required.length));
    return this.#ranked(best, most);
  }

  /**
   * What has a name that shares a rare word with a text, exactly or misspelt, and half of its words; often nothing.
   * @param {string} text
   * @returns {Match[]}
   */
  near(text) {
    const { slip, described, max_further, nearest } = this.points;
    const { words, alternatives } = this.#read(text);
    const telling = words.filter((word) => !this.optional.has(word) && !this.common.has(word));
    /** @type {Map<number, Match>} */
    const best = new Map();
    for (const spelling of this.spellings) {
      const costs = new Map(words.map((word) => [word, costIn(alternatives.get(word), spelling.words)]));
      const met = telling.filter((word) => costs.get(word) !== null);
      const isRare = (/** @type {[string[], number]} */ [read]) =>
        hasAll(spelling.words, read) && read.some((word) => this.rare.has(word));
      if (2 * met.length < telling.length || !met.some((word) => alternatives.get(word).some(isRare))) continue;
      const missing = words.filter((word) => costs.get(word) === null).length;
      const further = Math.min(Math.max(0, spelling.words.size - words.length + missing), max_further);
      const cost = [...costs.values()].reduce((sum, one) => sum + (one ?? slip), 0) + further;
      this.#keep(best, spelling, described - cost);
    }
    return this.#ranked(best, nearest);
  }
}

/**
 * @param {string} url
 * @returns {Promise<SearchIndex>}
 */
export const fetchIndex = async (url) => new SearchIndex(await fetchJson(url));
