// Findings as they stand in the address: weak:MUSCLE:GRADE, normal:MUSCLE, numb:SKIN, intact:SKIN, pain:SKIN,
// reflex:REFLEX:reduced or :normal, clue:SIGN and, of a sign that was looked for and not found, clue:no_SIGN.
import { folded } from "./clues.js";

const KINDS = { weak: "muscle", normal: "muscle", numb: "territory", intact: "territory", pain: "territory" };
const REFLEXES = { reduced: "reduced_reflex", normal: "normal_reflex" };
const BEST = 5;
const MOST = 200;
export const DENIED = "no_";

// What can be found in each kind of thing, in the order in which a press goes through it.
export const STATES = {
  muscle: ["weak", "normal"],
  territory: ["numb", "intact"],
  reflex: ["reduced_reflex", "normal_reflex"],
  pain: ["pain"],
  clue: ["found", "denied"],
};

// One finding: the sign, what it is found in, and the grade where one was given. A clue is found in its own words.
const same = (one, other) => one.id === other.id && (one.sign === "pain") === (other.sign === "pain");

export class Findings {
  constructor(all = []) {
    this.all = all;
  }

  of(id, sign) {
    return this.all.find((one) => same(one, { id, sign }));
  }

  // The same findings with another state of one thing; none takes it away.
  with(id, sign, grade) {
    return new Findings(
      this.of(id, sign)
        ? this.all.map((one) => (same(one, { id, sign }) ? { id, sign, grade } : one))
        : [...this.all, { id, sign, grade }],
    );
  }

  without(id, sign) {
    return new Findings(this.all.filter((one) => !same(one, { id, sign })));
  }

  emptied() {
    return new Findings();
  }

  // What one press makes of a thing: the next state of its kind, and after the last none.
  cycled(id, kind) {
    const states = STATES[kind];
    const now = states.indexOf(this.of(id, states[0])?.sign);
    return now + 1 < states.length ? this.with(id, states[now + 1]) : this.without(id, states[0]);
  }

  // As reasoning takes them.
  plain() {
    const [signs, grades, clues] = [[], {}, []];
    for (const { id, sign, grade } of this.all) {
      if (sign === "found" || sign === "denied") clues.push((sign === "denied" ? DENIED : "") + id);
      else signs.push([sign, id]);
      if (sign === "weak" && grade !== undefined) grades[id] = grade;
    }
    return { signs, grades, clues, unrecognised: [] };
  }

  spelled() {
    return this.all
      .map(({ id, sign, grade }) => {
        if (sign === "found") return `clue:${id}`;
        if (sign === "denied") return `clue:${DENIED}${id}`;
        const reflex = Object.keys(REFLEXES).find((word) => REFLEXES[word] === sign);
        return reflex ? `reflex:${id}:${reflex}` : [sign, id, ...(grade === undefined ? [] : [grade])].join(":");
      })
      .join(",");
  }
}

function read(item, lookup) {
  const [word, name = "", more] = item.split(":").map((part) => part.trim());
  if (word === "clue" && name) {
    const id = name.replace(/\s+/g, "_");
    return id.startsWith(DENIED) ? { sign: "denied", id: id.slice(DENIED.length) } : { sign: "found", id };
  }
  const sign = word === "reflex" ? REFLEXES[more] : KINDS[word] && word;
  if (!sign || !name) return { wrong: "form" };
  const kind = word === "reflex" ? "reflex" : KINDS[word];
  const id = lookup(kind, name);
  if (!id) return { wrong: kind };
  if (word !== "weak" || more === undefined || more === "") return { sign, id };
  const grade = Number(more.replace(/[+-]$/, ""));
  if (!(grade >= 0 && grade <= BEST)) return { wrong: "grade" };
  return grade === BEST ? { sign: "normal", id } : { sign, id, grade };
}

// The findings in a text, and what in it is wrong: [the item, what is wrong with it] each.
export function readFindings(text, lookup) {
  const [wrong, seen] = [[], new Findings()];
  const items = text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
  if (items.length > MOST) wrong.push([String(MOST), "many"]);
  for (const item of items.slice(0, MOST)) {
    const one = read(item, lookup);
    const before = one.wrong ? undefined : seen.of(one.id, one.sign);
    if (one.wrong) wrong.push([item, one.wrong]);
    else if (!before) seen.all.push(one);
    else if (before.sign !== one.sign) wrong.push([item, "twice"]);
  }
  return { findings: seen, wrong };
}

// Finds a target of a kind by its id or its name, however that is written.
export function finder(matrix) {
  const known = new Map();
  const key = (kind, name) => `${kind} ${folded(name).join(" ")}`;
  for (const names of [matrix.targets, matrix.names])
    names.forEach((name, at) => {
      const own = key(matrix.kindOf[at], name);
      if (!known.has(own)) known.set(own, matrix.targets[at]);
    });
  return (kind, name) => known.get(key(kind, name));
}
