// Every name of every thing: what goes by a text or nearly so, in the order in which the command line gives it.
import { fold, likeness, rounded, sounded } from "./fuzzy.js";

export class Index {
  constructor(raw) {
    Object.assign(this, raw);
    this.heard = raw.spelled.map(([folded]) => sounded(folded));
  }

  // Things, words and pages like this text, best first: { at, matched, score }; behind the things come the others.
  alike(text, most, least, all = true) {
    const wanted = fold(text).slice(0, this.longest);
    if (!wanted) return [];
    const heard = sounded(wanted);
    const best = new Map();
    this.spelled.forEach(([folded, at, matched], n) => {
      const things = at < this.where.length;
      if (!things && !all) return;
      const like = Math.max(likeness(wanted, folded), likeness(heard, this.heard[n]) - 1);
      const score = things || like === 100 ? like : like - this.aside;
      if (score >= least && !(score <= best.get(at)?.score)) best.set(at, { at, matched, score: rounded(score) });
    });
    return [...best.values()].sort((a, b) => b.score - a.score || a.at - b.at).slice(0, most);
  }

  search(text, most = this.most) {
    return this.alike(text, most, this.least);
  }

  nearest(text) {
    return this.alike(text, 3, 0, false);
  }
}

export async function fetchIndex(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status}`);
  return new Index(await response.json());
}
