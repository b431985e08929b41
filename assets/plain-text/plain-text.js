// The plain voice: cards in everyday words, and the panel of exploring told in them.
import { entry, selectionPanel, registerVoicePanel } from "../panel/panel.js";
import { part } from "../panel/component-tree.js";
import { Glossary, listenForTerms } from "./glossary-terms.js";

class Plain {
  constructor({ cards, of, terms, words }) {
    Object.assign(this, { cards, of, words, glossary: new Glossary(terms) });
  }

  has(id) {
    return id in this.cards || id in this.of;
  }

  // part → paragraph, its hard words explained; null where nobody has yet told it in plain words.
  card(id) {
    const own = this.cards[id] ?? this.cards[this.of[id]];
    if (!own) return null;
    const told = new Set();
    const paragraph = (text) => part("P", { className: "in-words", children: this.glossary.gloss(text, told) });
    return Object.fromEntries(Object.entries(own).map(([name, text]) => [name, paragraph(text)]));
  }

  text(children) {
    return part("P", { className: "in-words", children: this.glossary.gloss(children) });
  }

  // An entry of a list: its name, and the first sentence of what it is.
  item(at, payload, map) {
    const told = entry(at, map);
    const own = this.cards[payload.ids[at]]?.is;
    if (!own) return told;
    const [link] = told.props.children;
    const [first] = own.split(/(?<=[.!?])\s/);
    return part("Li", { children: [link, part("P", { children: first })] });
  }
}

let fetched = null;

export function fetchPlain({ answers }) {
  fetched ??= fetch(answers.plain)
    .then((response) => {
      if (!response.ok) throw new Error(`${response.status}`);
      return response.json();
    })
    .then((raw) => {
      listenForTerms();
      return new Plain(raw);
    })
    .catch((error) => {
      fetched = null;
      throw error;
    });
  return fetched;
}

// Takes over what the panel tells of a selection, in plain words.
export async function speak(page) {
  const plain = await fetchPlain(page);
  const { payload } = page;
  registerVoicePanel("plain", (state) => {
    const card = plain.card(state.select);
    const missing = part("P", { className: "remark", children: plain.words["voice.missing"] });
    const stretch =
      state.select in plain.of ? [part("P", { className: "lead", children: plain.words["voice.stretch"] })] : [];
    const words = card
      ? [...stretch, ...Object.values(card)]
      : [missing, payload.card(payload.place.get(state.select))];
    const before = [part("Section", { className: "part in-plain-words", children: words })];
    return selectionPanel(state, { before, item: (at) => plain.item(at, payload, state.map) });
  });
}
