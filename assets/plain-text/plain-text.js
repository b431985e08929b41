// The plain voice: cards in everyday words, and the exploring panel written with them.
import { entry, registerVoicePanel, section, selectionPanel } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { fetchJson, once } from "../app/fetch-json.js";
import { Glossary, explainTerms } from "./glossary-terms.js";

/** @import { Words } from "../lesion/types" */

/**
 * @typedef {object} PlainTextData  the JSON of the plain text bundle (atlas/web/bundles/plain_text.py)
 * @property {Record<string, Record<string, string>>} cards  id → part of the card → text
 * @property {Record<string, string>} names  condition → its title in plain words
 * @property {Record<string, string>} of  nerve stretch → the nerve whose card it shows
 * @property {[string[], string][]} terms  the forms of a term, and its meaning
 * @property {Words} words
 */

const VOICE = "plain";
const SENTENCE_END = /(?<=[.!?])\s/;

export class PlainTexts {
  /** @param {PlainTextData} data */
  constructor(data) {
    this.data = data;
    this.glossary = new Glossary(data.terms);
  }

  /**
   * The card of a node, each hard word explained once.
   * @param {string} id
   * @returns {Record<string, Component> | null}  part of the card → paragraph; null for a node without a plain text
   */
  card(id) {
    const { cards, of } = this.data;
    const texts = cards[id] ?? cards[of[id]];
    if (!texts) return null;
    const explained = new Set();
    const paragraph = (/** @type {string} */ text) =>
      part("P", { className: "in-words", children: this.glossary.gloss(text, explained) });
    return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, paragraph(text)]));
  }

  /**
   * The title of a node in plain words; empty where it has none.
   * @param {string} id
   */
  titleOf(id) {
    return this.data.names[id] ?? "";
  }

  /**
   * The head of a panel with the plain title, if there is one; the clinical name follows it.
   * @param {Component} head
   * @param {string} id
   * @returns {Component}
   */
  head(head, id) {
    const title = this.titleOf(id);
    if (!title) return head;
    const children = /** @type {Component[]} */ (head.props.children).flatMap((child) =>
      child.type === "H2"
        ? [
            part("H2", { ...child.props, children: title }),
            part("P", { className: "synonyms", children: child.props.children }),
          ]
        : [child],
    );
    return part(head.type, { ...head.props, children });
  }

  /**
   * The first sentence of what a node is, its hard words explained; null for a node without a plain text.
   * @param {string} id
   * @returns {Tree}
   */
  firstSentence(id) {
    const { cards, of } = this.data;
    const text = (cards[id] ?? cards[of[id]])?.is;
    return text ? this.glossary.gloss(text.split(SENTENCE_END)[0]) : null;
  }

  /**
   * An entry of a list: the name of a node, and the first sentence of its card.
   * @param {number} index
   * @param {Payload} payload
   * @param {string} map
   * @returns {Component}
   */
  item(index, payload, map) {
    const clinicalItem = entry(index, map);
    const text = this.data.cards[payload.ids[index]]?.is;
    if (!text) return clinicalItem;
    const [link] = /** @type {Component[]} */ (clinicalItem.props.children);
    const [firstSentence] = text.split(SENTENCE_END);
    const title = this.titleOf(payload.ids[index]);
    const titled = title ? part(link.type, { ...link.props, children: title }) : link;
    return part("Li", { children: [titled, part("P", { children: firstSentence })] });
  }
}

/**
 * Fetches the plain texts once.
 * @type {(page: Pick<Page, "answers">) => Promise<PlainTexts>}
 */
export const fetchPlainTexts = once(async ({ answers }) => {
  const data = await fetchJson(answers.plain);
  explainTerms();
  return new PlainTexts(data);
});

/**
 * Writes the exploring panel in plain words from now on, where the plain voice is chosen.
 * @param {Page} page
 */
export async function usePlainVoice(page) {
  const plainTexts = await fetchPlainTexts(page);
  const { payload } = page;
  const { words, of } = plainTexts.data;
  registerVoicePanel(VOICE, (state) => {
    const card = plainTexts.card(state.select);
    const missing = part("P", { className: "remark", children: words["voice.missing"] });
    const stretchNote = state.select in of ? [part("P", { className: "lead", children: words["voice.stretch"] })] : [];
    const inWords = card
      ? section("words", part("Div", { children: [...stretchNote, ...Object.values(card)] }), { isFolded: true })
      : missing;
    const [head, ...rest] = selectionPanel(state, {
      sentence: plainTexts.firstSentence(state.select),
      words: [part("Div", { className: "in-plain-words", children: inWords })],
      item: (index) => plainTexts.item(index, payload, state.map),
    });
    return [plainTexts.head(head, state.select), ...rest];
  });
}
