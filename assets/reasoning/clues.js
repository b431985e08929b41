// What was said of signs and circumstances, understood by the rows of clues: which it means, or denies.
const SHORTEST_STEM = 3;
const LONGEST = 24;

export function folded(text) {
  const plain = text
    .normalize("NFKD")
    .replace(/[^\x00-\x7f]/g, "")
    .toLowerCase();
  return plain.match(/[a-z0-9]+/g) ?? [];
}

const begins = (word, stem) => word === stem || (stem.length > SHORTEST_STEM && word.startsWith(stem));
const within = (places, others) => places.size < others.size && [...places].every((at) => others.has(at));

// The places of the words that meet a phrase, or null when some word of it is not met.
function met(phrase, words) {
  const places = new Set();
  for (const stem of phrase) {
    const at = words.findIndex((word, at) => !places.has(at) && begins(word, stem));
    if (at < 0) return null;
    places.add(at);
  }
  return places;
}

export class Clues {
  constructor(rows, denials) {
    this.rows = rows;
    this.denials = new Set(denials);
    this.byStart = new Map();
    for (const row of rows)
      for (const phrase of [row.id, row.name, ...row.phrases]) {
        const stems = folded(phrase);
        const start = stems[0].slice(0, SHORTEST_STEM);
        if (!this.byStart.has(start)) this.byStart.set(start, []);
        this.byStart.get(start).push([row, stems]);
      }
  }

  // Every clue that the words mean; where one phrase says all that another does and more, only the fuller one.
  hear(said) {
    const words = folded(said).slice(0, LONGEST);
    const found = new Map();
    for (const start of new Set(words.map((word) => word.slice(0, SHORTEST_STEM))))
      for (const [row, stems] of this.byStart.get(start) ?? []) {
        const places = met(stems, words);
        if (places && places.size > (found.get(row)?.size ?? 0)) found.set(row, places);
      }
    const all = [...found.values()];
    return [...found]
      .filter(([, places]) => !all.some((others) => within(places, others)))
      .map(([row, places]) => ({
        said,
        row,
        denied: words.some((word, at) => !places.has(at) && this.denials.has(word)),
      }));
  }
}
