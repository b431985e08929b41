// The conditions in their order, with their groups, pages and sites.
import { fetchLesions } from "../lesion/lesions.js";
import { fetchJson } from "../app/fetch-json.js";

/** @import { Words } from "../lesion/types" */
/** @import { Lesions } from "../lesion/lesions.js" */
/** @import { PlainTexts } from "../plain-text/plain-text.js" */

/** The value of `part` in the address that shows a condition's pathway instead of a lesion. */
export const PATHWAY = "pathway";

/**
 * One condition's page; components and texts that Python made.
 * @typedef {object} ConditionPage
 * @property {string} line  a one-line summary, for the index
 * @property {string} synonyms
 * @property {string} unplaced  why it has no site, if so
 * @property {Component} way  its pathway
 * @property {Record<string, any>} sections  section name → content
 * @property {Component | null} pairs  the conditions it is compared with
 * @property {[id: string, name: string][]} origins  joints, discs or muscles that its pain comes from
 * @property {Component | null} referred  where the pain of each is felt, in words
 * @property {Component} foot
 * @property {number[]} sources
 */

/** @typedef {{often: string[], sometimes: string[]}} Patches  the skin where referred pain is felt */

/**
 * @typedef {object} ConditionData  the JSON of the condition bundle (atlas/web/bundles/conditions.py)
 * @property {[string, string[]][]} groups  name and condition ids
 * @property {string[]} order
 * @property {Record<string, string[]>} felt  condition → skin to mark, for a condition without a site
 * @property {Record<string, Record<string, Patches>>} referred  condition → origin, or "" for all → patches of pain
 * @property {[fold: string, sections: string[]][]} folds  the folds of a page with their sections, in order
 * @property {Record<string, ConditionPage>} pages
 * @property {Words} words
 */

export class Conditions {
  /**
   * @param {ConditionData} data
   * @param {Lesions} lesions
   * @param {PlainTexts | undefined} plainTexts
   */
  constructor(data, lesions, plainTexts) {
    this.data = data;
    this.words = data.words;
    this.lesions = lesions;
    this.plainTexts = plainTexts;
    this.payload = lesions.payload;
  }

  /** @param {string} id */
  has(id) {
    return Object.hasOwn(this.data.pages, id);
  }

  /** The ids of the sites where a condition can sit. @param {string} id */
  sitesOf(id) {
    return this.lesions.placesOf(this.payload.indexOf.get(id)).map((site) => this.payload.ids[site]);
  }

  /**
   * What the figures show for a condition: the site that `part` names, PATHWAY, or else the first site.
   * @param {string} id
   * @param {string} part  from the address
   * @returns {string | null}  null for a condition without a site
   */
  viewOf(id, part) {
    const sites = this.sitesOf(id);
    if (!sites.length) return null;
    return part === PATHWAY || sites.includes(part) ? part : sites[0];
  }

  /**
   * The origin of pain that `part` names, or "" for all of them.
   * @param {string} id
   * @param {string} part  from the address
   */
  originOf(id, part) {
    return part && this.data.referred[id]?.[part] ? part : "";
  }

  /**
   * @param {string} id
   * @param {string} part  from the address
   * @returns {Patches | null}  null for a condition without referred pain
   */
  patchesOf(id, part) {
    return this.data.referred[id]?.[this.originOf(id, part)] ?? null;
  }

  /**
   * @param {string} id
   * @returns {(string | undefined)[]}  the previous and the next condition
   */
  neighboursOf(id) {
    const { order } = this.data;
    const at = order.indexOf(id);
    return [order[at - 1], order[at + 1]];
  }
}

/**
 * Fetches the plain texts, if the atlas has any.
 * @param {Page} page
 * @returns {Promise<PlainTexts | undefined>}
 */
async function fetchPlainTextsIfAny(page) {
  if (!page.answers.plain) return undefined;
  const { fetchPlainTexts } = await import("../plain-text/plain-text.js");
  return fetchPlainTexts(page);
}

/** @param {Page} page */
export async function fetchConditions(page) {
  const [lesions, plainTexts, data] = await Promise.all([
    fetchLesions(page),
    fetchPlainTextsIfAny(page),
    fetchJson(page.answers.conditions),
  ]);
  return new Conditions(data, lesions, plainTexts);
}
