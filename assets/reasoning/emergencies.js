// Recognises emergencies in words and findings, with the same answer as atlas/emergencies.
import { Speech } from "./clauses.js";

const ANY = "*";

/**
 * An emergency.
 * @typedef {{id: string, urgency: "now" | "soon", name: string, text: string}} Flag
 */

/**
 * A sign of an emergency; `own` is false if a clue has the same meaning.
 * @typedef {object} Sign
 * @property {string} id
 * @property {string} name
 * @property {string[]} phrases
 * @property {string[]} found_in  findings that are the sign itself, as sign:target
 * @property {number[]} search  emergencies that a search for the sign brings
 * @property {boolean} own
 * @property {boolean} past  whether it can be over, so that it does not count
 */

/** The positions of the words of a phrase, the first at the anchor, the others near it; null if one is missing. */
function positionsOf(stems, { words, partOf }, anchor, maxGap, matches) {
  if (!matches(words[anchor], stems[0])) return null;
  const positions = new Set([anchor]);
  const isApart = (at) => Number(partOf[at] !== partOf[anchor]); // words of its own part are nearer than all others
  const isNearer = (a, b) => (isApart(a) - isApart(b) || Math.abs(a - anchor) - Math.abs(b - anchor)) < 0;
  for (const stem of stems.slice(1)) {
    let nearest = -1;
    words.forEach((word, at) => {
      if (positions.has(at) || !matches(word, stem)) return;
      if (nearest < 0 || isNearer(at, nearest)) nearest = at;
    });
    if (nearest < 0) return null;
    positions.add(nearest);
  }
  return Math.max(...positions) - Math.min(...positions) < stems.length + maxGap ? positions : null;
}

export class Emergencies {
  /** @type {Map<string, [sign: number, stems: string[][]][]>} by the first letters of a phrase */
  #byStart = new Map();
  #maxGap;
  #shortWord;

  /** @param {Record<string, any>} raw  from atlas/web/bundles/emergencies.py */
  constructor(raw) {
    /** @type {Flag[]} the most urgent first */
    this.flags = raw.flags;
    /** @type {Sign[]} */
    this.signs = raw.signs;
    /** @type {[flag: number, needs: number[], unless: number[]][]} */
    this.rules = raw.rules;
    this.speech = new Speech(raw.speech, raw.past_years);
    this.#maxGap = raw.max_gap;
    this.#shortWord = raw.short_word;
    this.signs.forEach(({ phrases }, sign) => phrases.forEach((phrase) => this.#add(sign, this.speech.stems(phrase))));
  }

  #add(sign, stems) {
    for (const start of new Set((stems[0] ?? []).map((stem) => stem.slice(0, this.#shortWord)))) {
      if (!this.#byStart.has(start)) this.#byStart.set(start, []);
      this.#byStart.get(start).push([sign, stems]);
    }
  }

  #matches = (word, stem) =>
    stem.some(
      (start) =>
        word === start ||
        (start.length > this.#shortWord && word.startsWith(start)) ||
        (start.length === this.#shortWord && word === `${start}s`),
    );

  #isStated(stems, clause, canBePast) {
    return clause.words.some((_, anchor) => {
      const positions = positionsOf(stems, clause, anchor, this.#maxGap, this.#matches);
      if (!positions || clause.isDenied(positions) || (canBePast && clause.isOver(positions))) return false;
      return clause.holdsTogether(positions);
    });
  }

  /**
   * The signs that a text states and does not deny.
   * @param {string} text
   * @returns {Set<number>}
   */
  inText(text) {
    const found = new Set();
    for (const clause of this.speech.clauses(text))
      for (const start of new Set(clause.words.map((word) => word.slice(0, this.#shortWord))))
        for (const [sign, stems] of this.#byStart.get(start) ?? [])
          if (!found.has(sign) && this.#isStated(stems, clause, this.signs[sign].past)) found.add(sign);
    return found;
  }

  #inFindings(findings) {
    const shown = new Map();
    this.signs.forEach(({ found_in: wanted }, at) => {
      for (const one of wanted) {
        const [sign, target] = one.split(":");
        const seen = findings.find(([s, t]) => s === sign && (target === ANY || t === target));
        if (seen && !shown.has(at)) shown.set(at, seen[1]);
      }
    });
    return shown;
  }

  /**
   * The emergencies whose signs are all there, the most urgent first, with the words and targets that show them.
   * @param {string[]} texts
   * @param {[sign: string, target: string][]} [findings]
   * @returns {[flag: number, shownBy: string[]][]}
   */
  recognise(texts, findings = []) {
    const shown = this.#inFindings(findings);
    for (const text of texts) for (const sign of this.inText(text)) if (!shown.has(sign)) shown.set(sign, text);
    const met = new Map();
    for (const [flag, needs, unless] of this.rules) {
      if (!needs.every((sign) => shown.has(sign)) || unless.some((sign) => shown.has(sign))) continue;
      if (!met.has(flag)) met.set(flag, new Set());
      for (const sign of needs) met.get(flag).add(shown.get(sign));
    }
    return [...met].sort(([a], [b]) => a - b).map(([flag, by]) => [flag, [...by]]);
  }

  /**
   * The emergencies that a search for these words should bring: those that they mean, then those they hint at.
   * @param {string} query
   * @returns {number[]}
   */
  namedIn(query) {
    const means = this.recognise([query]).map(([flag]) => flag);
    const hints = new Set([...this.inText(query)].flatMap((sign) => this.signs[sign].search));
    return [...means, ...[...hints].filter((flag) => !means.includes(flag)).sort((a, b) => a - b)];
  }
}
