// Two places held together: what both take and what only one does, read off their lesions.
import { fetchLesions } from "../lesion/lesions.js";

const alike = (a, b) => a.length === b.length && a.every((node) => b.includes(node));

export class Comparing {
  constructor(lesions, raw) {
    Object.assign(this, raw);
    this.lesions = lesions;
    this.payload = lesions.payload;
  }

  // A thing can be one of two if it is a place, a condition, or lies off the nerves and is spoken of by a source.
  side(id) {
    const at = this.payload.place.get(id);
    return this.lesions.seats(at).length || this.off.includes(at) ? at : undefined;
  }

  // The sides that an id in the address names: two or three, or null.
  sides(pair) {
    const found = pair.split(",").map((id) => this.side(id));
    const told = found.length === 2 || (found.length === 3 && this.isTriple(found));
    return told && !found.includes(undefined) && new Set(found).size === found.length ? found : null;
  }

  isTriple(ats) {
    return this.triples.some((three) => ats.every((at) => three.includes(at)));
  }

  // Each target → the least and the most of it that a side takes, over the sites where it can sit.
  takes(at, map) {
    const each = this.lesions.seats(at).map((site) => this.lesions.of(site, map));
    const range = (shares) => (shares.length ? [Math.min(...shares), Math.max(...shares)] : [0, 0]);
    const shares = (target) => each.map((lesion) => this.lesions.share(lesion, target));
    return new Map(this.lesions.targets.map((target) => [target, range(shares(target))]));
  }

  held(a, b, map) {
    const [ofA, ofB] = [this.takes(a, map), this.takes(b, map)];
    const within = (a, b) =>
      this.lesions.targets.filter((target) => ofA.get(target)[1] > 0 === a && ofB.get(target)[1] > 0 === b);
    return { ofA, ofB, both: within(true, true), onlyA: within(true, false), onlyB: within(false, true) };
  }

  // Whether a side of a listed pair sits where a thing does, or within the whole nerve that it is.
  #sitsAt(listed, at) {
    const own = this.lesions.seats(at).map((site) => this.lesions.nodes(site));
    const whole = this.payload.kinds[at] === "nerve" ? own.flat() : [];
    return this.lesions.seats(listed).some((site) => {
      const nodes = this.lesions.nodes(site);
      return own.some((one) => alike(one, nodes)) || nodes.every((node) => whole.includes(node));
    });
  }

  // The listed pair that speaks of these two, by name or else by where they sit: { at, turned }, or null.
  listed(a, b) {
    for (const same of [(listed, at) => listed === at, (listed, at) => this.#sitsAt(listed, at)])
      for (const [at, [one, other]] of this.pairs.entries()) {
        const [here, turned] = [same(one, a) && same(other, b), same(one, b) && same(other, a)];
        if (here !== turned) return { at, turned };
      }
    return null;
  }

  // What sources say of these two, turned so that `a` is the side asked for first; the best comes first.
  discriminators(a, b, map) {
    const found = this.listed(a, b);
    if (!found) return [];
    const other = { a: "b", b: "a" };
    const side = (name) => (found.turned ? other[name] : name);
    return this.told[found.at].map((told, place) => ({
      ...told,
      a: told[side("a")],
      b: told[side("b")],
      foot: this.feet[found.at][place],
      against: this.against[map][found.at].filter(([at]) => at === place).map(([, name]) => side(name)),
    }));
  }

  // Every finding told of any two of three, the strongest first: what each of the three shows, where it was compared.
  ofThree(ats, map) {
    const rows = new Map();
    const strengths = ["strong", "moderate", "weak", "none"];
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ])
      for (const told of this.discriminators(ats[a], ats[b], map)) {
        const row = rows.get(told.finding) ?? { ...told, shows: [null, null, null] };
        row.shows[a] ??= told.a;
        row.shows[b] ??= told.b;
        if (strengths.indexOf(told.strength) < strengths.indexOf(row.strength)) row.strength = told.strength;
        rows.set(told.finding, row);
      }
    return [...rows.values()].sort((x, y) => strengths.indexOf(x.strength) - strengths.indexOf(y.strength));
  }

  sourcesOf(ats) {
    const pairs = ats.flatMap((a, n) => ats.slice(n + 1).map((b) => this.listed(a, b))).filter(Boolean);
    return [...new Set(pairs.flatMap(({ at }) => this.sources[at]))].sort((a, b) => a - b);
  }
}

export async function fetchComparing(page) {
  const [lesions, response] = await Promise.all([fetchLesions(page), fetch(page.answers.pairs)]);
  if (!response.ok) throw new Error(`${response.status}`);
  return new Comparing(lesions, await response.json());
}
