// The bank of questions, and the runs that are drawn from it. What the address says of a run is all that it depends on.
import { drawn } from "./seeded-random.js";

export const LEVELS = ["", "1", "2", "3"];
export const LENGTHS = ["10", "20"];
const CHOICES = 4;
const SELF = "choice";

// From how many of the likest wrong answers the choices are drawn; at the first level the likest are left out.
const NEAR = { 2: 8, 3: 4 };

export class Bank {
  constructor(raw, payload) {
    Object.assign(this, raw);
    const ids = (place) => raw.lists[place].map((at) => payload.ids[at]);
    this.questions = new Map(
      raw.questions.map(([kind, about, level, right, wrong, given, rows]) => {
        const one = { kind: raw.kinds[kind], about: payload.ids[about], level, right: ids(right), wrong: ids(wrong) };
        const told = Object.entries(given).map(([sign, ats]) => [sign, ats.map((at) => payload.ids[at])]);
        one.id = `${one.kind}.${one.about}`;
        one.clicked = raw.clicked.includes(one.kind);
        return [one.id, { ...one, given: told, rows: raw.lists[rows].map((row) => raw.rows[row]) }];
      }),
    );
  }

  // What is asked, as the address has it: kinds, and single questions by their ids; nothing means all kinds.
  read(asked) {
    const parts = asked.split(",").filter(Boolean);
    const own = {
      kinds: parts.filter((one) => this.kinds.includes(one)),
      ids: parts.filter((one) => this.questions.has(one)),
    };
    return { ...own, wrong: parts.filter((one) => !own.kinds.includes(one) && !own.ids.includes(one)) };
  }

  fitting({ level, asked }) {
    const { kinds, ids } = this.read(asked);
    if (ids.length) return [...new Set(ids)];
    const fits = (one) => (!level || String(one.level) === level) && (!kinds.length || kinds.includes(one.kind));
    return [...this.questions.values()].filter(fits).map(({ id }) => id);
  }

  // The ids of a run in order: kinds take turns, so that none is asked more only because it has more questions.
  run({ seed, level, asked, length }) {
    const all = this.fitting({ level, asked });
    if (this.read(asked).ids.length) return drawn(all, seed);
    const byKind = new Map();
    for (const id of drawn(all, seed)) {
      const { kind } = this.questions.get(id);
      byKind.set(kind, [...(byKind.get(kind) ?? []), id]);
    }
    const found = [];
    for (let round = 0; found.length < all.length && found.length < Number(length); round++)
      for (const kind of drawn([...byKind.keys()], seed, round))
        found.push(...byKind.get(kind).slice(round, round + 1));
    return found.slice(0, Number(length));
  }

  // The four choices of a question: one that is right, and wrong ones the likelier the higher its level.
  choices(id, seed) {
    const { right, wrong, level } = this.questions.get(id);
    const least = CHOICES - 1;
    const far = wrong.slice(Math.min(Math.floor(wrong.length / 2), wrong.length - least));
    const pool = level in NEAR ? wrong.slice(0, NEAR[level]) : far;
    const taken = [drawn(right, seed, id)[0], ...drawn(pool, seed, id).slice(0, least)];
    return drawn(taken, seed, id, SELF);
  }

  // The plate on which a question is asked: where its patch is largest, else the first.
  plateOf({ about }, first) {
    return this.plates[about] ?? first;
  }
}
