// The panel pages of conditions, as component trees: the index, and the page of one condition, in either voice.
import { answerOf, section } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { filled } from "../app/dom.js";
import { PanelParts } from "../lesion/panel-parts.js";
import { PATHWAY } from "./conditions.js";

/** @import { Conditions } from "./conditions.js" */
/** @typedef {Record<string, Component> | null} PlainCard  part of a card → its text in the plain voice */

const PLAIN = "plain";
const SENTENCE_END = /(?<=[.!?])\s/;

export class ConditionPanel extends PanelParts {
  /** @param {Conditions} conditions */
  constructor(conditions) {
    super(conditions.lesions);
    this.conditions = conditions;
    this.words = conditions.words;
  }

  /** @param {string} id */
  #indexOf(id) {
    return this.payload.indexOf.get(id);
  }

  /** @param {string} id */
  #nameOf(id) {
    return this.payload.names[this.#indexOf(id)];
  }

  /**
   * The title of a condition in the chosen voice.
   * @param {string} id
   * @param {string} voice
   */
  #titleOf(id, voice) {
    return (voice === PLAIN && this.conditions.plainTexts?.titleOf(id)) || this.#nameOf(id);
  }

  /**
   * A button with the title of a condition in the chosen voice.
   * @param {string} id
   * @param {string} voice
   */
  #titledLink(id, voice) {
    const link = this.link(this.#indexOf(id));
    return part(link.type, { ...link.props, children: this.#titleOf(id, voice) });
  }

  /**
   * The text of a condition in the plain voice, where that voice is chosen. Each hard word is explained once.
   * @param {string} id
   * @param {string} voice
   * @returns {PlainCard}
   */
  #plainCard(id, voice) {
    return voice === PLAIN ? (this.conditions.plainTexts?.card(id) ?? null) : null;
  }

  /**
   * The title and the answer; in plain words also a fold with all that the first sentence begins.
   * @param {string} id
   * @param {PlainCard} plain
   * @param {string} voice
   * @param {string} map
   */
  #heading(id, plain, voice, map) {
    const at = this.#indexOf(id);
    const { plainTexts } = this.conditions;
    const sentence = plain ? plainTexts.firstSentence(id) : null;
    const head = this.payload.head(at);
    return [
      voice === PLAIN && plainTexts ? plainTexts.head(head, id) : head,
      answerOf(at, map, { sentence, flags: plain?.flags }),
      ...(plain?.is
        ? [section("words", part("Div", { className: "is", children: plain.is }), { isFolded: true })]
        : []),
    ];
  }

  /** The other names of a condition, and the note and the sources of its row. @param {string} id */
  #details(id) {
    const { synonyms, foot } = this.conditions.data.pages[id];
    const line = `${this.words["conditions.also"]} ${synonyms}`;
    const names = synonyms ? [part("P", { className: "synonyms", children: line })] : [];
    return section("details", part("Div", { children: [...names, foot] }), { isFolded: true });
  }

  /**
   * @param {string} name
   * @param {string} label
   * @param {Component[]} children
   */
  #buttonGroup(name, label, children) {
    return part("Div", { className: `ways ${name}`, role: "group", "aria-label": label, children });
  }

  /**
   * Buttons that choose what the figures show: the lesion at one of the sites, or the pathway.
   * @param {string} id
   * @param {string} view
   */
  #viewChoice(id, view) {
    const sites = this.conditions.sitesOf(id);
    const text = this.words[sites.length > 1 ? "conditions.lesion.at" : "conditions.lesion"];
    const choices = [
      ...sites.map((site) => ({ value: site, label: filled(text, { site: this.#nameOf(site) }) })),
      { value: PATHWAY, label: this.words["conditions.pathway"] },
    ];
    return this.#showing(this.words["conditions.show"], choices, view);
  }

  /**
   * Buttons of which one is pressed: what the figures show.
   * @param {string} label
   * @param {{value: string, label: string}[]} choices
   * @param {string} view  the value of the pressed one
   */
  #showing(label, choices, view) {
    const buttons = choices.map(({ value, label }) =>
      part("Button", {
        children: label,
        "data-shown": value,
        "aria-pressed": String(value === view),
        className: "plain",
      }),
    );
    return this.#buttonGroup("showing", label, [part("Span", { children: label }), ...buttons]);
  }

  /**
   * How many targets a lesion at the shown site affects.
   * @param {string | null} view
   * @param {string} map
   */
  #lossCounts(view, map) {
    if (!view || view === PATHWAY) return [];
    const { lost, reduced, severity } = this.lesions.lesionAt(this.#indexOf(view), map);
    const counts = { lost: lost.length, reduced: reduced.size };
    const text = filled(this.words[`conditions.taken.${severity}`], counts);
    const link = part("Button", { children: this.words["conditions.out"], "data-lesion": view, className: "link" });
    return [part("P", { className: "remark taken-by", children: [`${text} `, link] })];
  }

  /**
   * @param {string} id
   * @param {PlainCard} plain
   * @param {string | null} view
   * @param {string} map
   */
  #location(id, plain, view, map) {
    const { unplaced, way } = this.conditions.data.pages[id];
    const children = [
      ...(plain?.where ? [plain.where] : []),
      ...(unplaced && !plain?.where ? [part("P", { className: "unplaced", children: unplaced })] : []),
      ...(view ? [this.#viewChoice(id, view)] : []),
      way,
      ...this.#lossCounts(view, map),
    ];
    return this.foldedSection("where", this.words["conditions.where"], children);
  }

  /**
   * Where the pain of joints, discs or muscles is felt: buttons that choose one of them, and all areas in words.
   * @param {string} id
   * @param {string} chosen  part of the address
   */
  #referredPain(id, chosen) {
    const { origins, referred } = this.conditions.data.pages[id];
    if (!referred) return [];
    const all = { value: "", label: this.words["conditions.referred.all"] };
    const choices = [all, ...origins.map(([value, label]) => ({ value, label }))];
    const origin = this.conditions.originOf(id, chosen);
    const buttons = this.#showing(this.words["conditions.referred.from"], choices, origin);
    return [this.foldedSection("referred", this.words["conditions.referred"], [buttons, referred])];
  }

  /**
   * The folds with the texts of a condition. Some hold several texts, each with its heading.
   * @param {string} id
   * @param {PlainCard} plain
   */
  #sections(id, plain) {
    const { sections, pairs } = this.conditions.data.pages[id];
    const textsOf = (/** @type {string} */ name) => {
      const text = (plain ?? sections)[name];
      return [...(text ? [text] : []), ...(name === "apart" && pairs ? [pairs] : [])];
    };
    const titled = (/** @type {string} */ name) => {
      const texts = textsOf(name);
      return texts.length ? [part("H4", { children: this.words[`conditions.${name}`] }), ...texts] : [];
    };
    return this.conditions.data.folds.flatMap(([fold, names]) => {
      const children = names.length > 1 ? names.flatMap(titled) : textsOf(names[0]);
      return children.length ? [this.foldedSection(fold, this.words[`conditions.${fold}`], children)] : [];
    });
  }

  /**
   * Buttons to the previous and next condition and to the index.
   * @param {string} id
   * @param {string} voice
   */
  #neighbours(id, voice) {
    const [previous, next] = this.conditions.neighboursOf(id).map((other, n) => {
      if (!other) return [];
      const key = n ? "conditions.next" : "conditions.before";
      const name = this.#titleOf(other, voice);
      const said = filled(this.words[`${key}.title`], { name }); // an arrow says nothing to those who hear it
      const children = filled(this.words[key], { name });
      return [part("Button", { children, title: said, "aria-label": said, "data-node": other, className: "plain" })];
    });
    const all = part("Button", { children: this.words["conditions.all"], "data-all": "", className: "plain" });
    return this.#buttonGroup("beside", this.words["conditions.beside"], [...previous, all, ...next]);
  }

  /**
   * @param {string} id
   * @param {State} state
   * @param {string | null} view  what the figures show
   * @returns {Component[]}
   */
  page(id, { voice, map, part: chosen }, view) {
    const { sources } = this.conditions.data.pages[id];
    const sourceItems = sources.map((source) => this.payload.origins[source]);
    const plain = this.#plainCard(id, voice);
    return [
      ...this.#heading(id, plain, voice, map),
      this.#location(id, plain, view, map),
      ...this.#referredPain(id, chosen),
      ...this.#sections(id, plain),
      this.#details(id),
      section("sources", part("Ul", { children: sourceItems })),
      part("P", { className: "purpose", children: this.words["conditions.caution"] }),
      this.#neighbours(id, voice),
    ];
  }

  /**
   * @param {State} state
   * @returns {Component[]}
   */
  index({ voice }) {
    const { pages, groups } = this.conditions.data;
    const plainLine = (/** @type {string} */ id) =>
      voice === PLAIN && this.conditions.plainTexts?.data.cards[id]?.is.split(SENTENCE_END)[0];
    const entry = (/** @type {string} */ id) => [
      this.#titledLink(id, voice),
      part("P", { children: plainLine(id) || pages[id].line }),
    ];
    return [
      this.head("", this.words["conditions.title"], this.lead(this.words["conditions.lead"])),
      ...groups.map(([name, ids]) =>
        this.titledSection("group", this.counted(name, ids), this.list(ids.map(entry), "conditions")),
      ),
    ];
  }
}
